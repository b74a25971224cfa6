"""The tracked resolution as paragraphs: which style each line has, and how deep it stands."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from resedit.formats.docx.citations import FINAL, ORIGINAL, Citations, literal, whole_references
from resedit.formats.docx.content import Block, By, Layout, Paragraph, Piece, Row, Table, pieces
from resedit.formats.docx.nesting import is_told
from resedit.formats.docx.rows import MARKS, versions, with_marks_before
from resedit.formats.docx.styles import LEVELS, STYLE_INDENTS
from resedit.model.address import label_part
from resedit.model.resolution import Kind
from resedit.redline.lines import number_wording, tab_wording
from resedit.redline.redline import Redline, State, Tracked, TrackedNote
from resedit.structure.calls import is_annex
from resedit.wording.segments import Op, Wording, deleted, inserted

NORMAL = Layout("Normal")


class _Move(NamedTuple):
    """A provision that moves: what Word calls the move, and the provision in both of its places."""

    name: str
    gone: Tracked
    come: Tracked


Moves = Mapping[str, _Move]
NO_MOVES: Moves = {}


def resolution_blocks(redline: Redline, citations: Citations) -> Iterator[Block]:
    """The lines of the resolution in reading order; last the notes that no reference carries, so that none is lost."""
    yield Paragraph(Layout("ResNo"), pieces(number_wording(redline)))
    yield Paragraph(Layout("Restitle"), citations.cited(redline.title))
    if redline.opening.segments:
        yield _line("Normalaftertitle", citations.cited(redline.opening), redline.opening)
    level = None if is_told(redline.original()) and is_told(redline.final()) else 0
    yield from _provisions(redline.provisions, citations, 0, 0, level, moves_of(redline))
    for note in redline.footnotes:
        yield from _note_lines(redline, note, citations.missing(note))


def moves_of(redline: Redline) -> Moves:
    """The provisions that move, by their addresses: not those of tables, whose rows Word cannot move; and none where
    several proposals change the text, so that each change can be accepted and rejected for itself."""
    if len(redline.proposals) > 1:
        return NO_MOVES
    gone = {item.address: item for item in _outside_tables(redline.provisions) if item.state is State.MOVED_FROM}
    arrived = (item for item in _outside_tables(redline.provisions) if item.state is State.MOVED_TO)
    come = [item for item in arrived if item.address in gone]
    return {to.address: _Move(f"move{number}", gone[to.address], to) for number, to in enumerate(come, start=1)}


def _outside_tables(items: Sequence[Tracked]) -> Iterator[Tracked]:
    for item in items:
        if item.kind is not Kind.TABLE:
            yield item
            yield from _outside_tables(item.items)


def _provisions(
    items: Sequence[Tracked],
    citations: Citations,
    before: int,
    after: int,
    level: int | None,
    moves: Moves = NO_MOVES,
) -> Iterator[Block]:
    """A list and what is below it; `before` and `after` count the labelled provisions above it in either text, and
    `level` all of them, where paragraphs are to say so (None: they are not)."""
    is_roman = _counts_in_roman(items)
    for index, item in enumerate(items):
        if item.kind is Kind.TABLE:
            yield _table(item, citations, after, level)
            if index + 1 == len(items) or items[index + 1].kind is Kind.TABLE:
                yield Paragraph(NORMAL)  # else Word would take two tables for one
            continue
        label = item.shown(item.label)
        old = _layout(item, item.label.original(), before)
        new = _layout(item, item.label.final(), after)
        first = old if item.state in (State.SUPPRESSED, State.MOVED_FROM) else new
        start = (*_label(item, is_roman), *_tab(item))
        move = moves.get(item.address) if item.state in (State.MOVED_FROM, State.MOVED_TO) else None
        if move and move.gone.label.original() == move.come.label.final():
            start = tuple(piece._replace(is_moved=True) for piece in start)
        words = _moving(item, move.come, citations) if move else _words(item, citations)
        yield Paragraph(
            layout=first,
            pieces=(*start, *words),
            mark=MARKS[item.state],
            by=item.by if item.state is not State.KEPT else label.by(),
            was=old if item.state is State.KEPT and old != new else None,
            move=move.name if move else "",
            nesting=None if level is None else (level, _start(first)),
        )
        yield from _provisions(
            item.items,
            citations,
            before + bool(item.label.original()),
            after + bool(item.label.final()),
            None if level is None else level + 1,
            moves,
        )


def _words(item: Tracked, citations: Citations) -> tuple[Piece, ...]:
    """A provision's words."""
    if whole_references(item.text) != item.text:
        return citations.cited(item.shown(item.text))
    found: list[Piece] = []
    for part, inside in _nested(item, item.text):  # a reference in what is in neither text carries no note
        found += (piece._replace(inside=inside) for piece in (pieces if inside else citations.cited)(part))
    return tuple(found)


def _nested(item: Tracked, words: Wording) -> Iterator[tuple[Wording, By]]:
    """A label or a text as a redline prints it; what others delete in what moves, in parts of its own: it is deleted
    inside of what these insert there."""
    if item.state is not State.MOVED_TO:
        yield item.shown(words), ()
        return
    for segment in words.segments:
        if segment.op is not Op.DELETE:
            yield item.shown(Wording((segment,))), ()
        elif segment.by != item.by:
            yield Wording((segment,)), item.by


def _moving(item: Tracked, moved: Tracked, citations: Citations) -> Iterator[Piece]:
    """The words of a provision that moves, in one of its places: what is deleted on the way is deleted where it was,
    what is inserted is inserted where it comes to, so that what moves is the same in both."""
    here, there = (Op.INSERT, Op.DELETE) if item is moved else (Op.DELETE, Op.INSERT)
    for segment in whole_references(moved.text).segments:
        if segment.op is not there:
            words = Wording((segment._replace(op=here, by=segment.by or item.by),))
            is_moved = segment.op is Op.KEEP
            yield from (piece._replace(is_moved=is_moved) for piece in citations.cited(words))


def _start(layout: Layout) -> int:
    """How far the first line of a paragraph stands from the margin, in twips."""
    left, hanging = layout.left, layout.hanging
    if not left:
        left, hanging = STYLE_INDENTS.get(layout.style, (0, 0))
    return left - hanging


def _table(table: Tracked, citations: Citations, after: int, level: int | None) -> Table:
    rows = (_row(*version, citations, level) for row in table.items for version in versions(row))
    return Table(tuple(rows), LEVELS[min(after, len(LEVELS)) - 1][0] if after else 0)


def _row(row: Tracked, cells: Iterable[Sequence[Tracked]], citations: Citations, level: int | None) -> Row:
    mark = MARKS[row.state]
    return Row(tuple(with_marks_before(_cell(cell, citations, level), mark, row.by) for cell in cells), mark, row.by)


def _cell(sides: Sequence[Tracked], citations: Citations, level: int | None) -> Iterator[Paragraph]:
    below = None if level is None else level + 3
    for cell in sides:
        mark = Op.KEEP if cell.state is State.SUPPRESSED and len(sides) > 1 else MARKS[cell.state]
        text = Paragraph(Layout("Tabletext"), _words(cell, citations), mark, cell.by)
        yield text if below is None else text._replace(nesting=(below - 1, 0))
        yield from (p for p in _provisions(cell.items, citations, 0, 0, below) if isinstance(p, Paragraph))


def _layout(item: Tracked, label: str, level: int) -> Layout:
    """ITU's: calls indented, headings of annexes centred, labels hanging, a paragraph without one under the text of
    what it belongs to."""
    if item.kind is Kind.CALL:
        heading = item.text.final() or item.text.original()
        return Layout("AnnexNo") if is_annex(heading) else Layout("Call")
    if label:
        deeper = level - len(LEVELS) + 1
        style = f"enumlev{min(level + 1, len(LEVELS))}"
        return Layout(style, *_beyond(deeper)) if deeper > 0 else Layout(style)
    if not level:
        return NORMAL
    deeper = level - len(LEVELS)
    left, _ = _beyond(deeper) if deeper > 0 else LEVELS[level - 1]
    return Layout("Normal", left)


def _beyond(steps: int) -> tuple[int, int]:
    """The indent of a level deeper than the templates have."""
    left, hanging = LEVELS[-1]
    return left + steps * hanging, hanging


def _label(item: Tracked, is_roman: bool) -> tuple[Piece, ...]:
    """The pieces of a label: letters are italic, as ITU prints them (*a)*, but 1 and i))."""
    return tuple(
        Piece(s.op, s.text, s.by, is_italic=not is_roman and _is_lettered(s.text), inside=inside)
        for part, inside in _nested(item, item.label)
        for s in part.segments
    )


def _tab(item: Tracked) -> tuple[Piece, ...]:
    """The tab after a label; it goes with one that goes in what comes."""
    words = tab_wording(item)
    if item.label.segments and not words.segments:
        return (Piece(Op.DELETE, "\t", item.label.by(), inside=item.by),)
    return pieces(words)


def _is_lettered(label: str) -> bool:
    part = label_part(label)
    return len(part) <= 2 and part.isalpha() and part.lower() != part.upper()


def _counts_in_roman(items: Sequence[Tracked]) -> bool:
    parts = {label_part(text).lower() for item in items for text in (item.label.original(), item.label.final())}
    return "i" in parts and "h" not in parts


def _note_lines(redline: Redline, note: TrackedNote, sides: tuple[Op, ...]) -> Iterator[Paragraph]:
    """A note without a reference, as a line of its own in the texts where that is so."""
    if not sides:
        return
    op = Op.KEEP if len(sides) > 1 else sides[0]
    by = () if op is Op.KEEP else _who(redline, note)
    label, words = note.label, note.text
    if op is FINAL:
        label, words = inserted(label.final(), by), inserted(words.final(), by)
    elif op is ORIGINAL:
        label, words = deleted(label.original(), by), deleted(words.original(), by)
    tab = Piece(op, "\t", by)
    yield Paragraph(Layout("FootnoteText"), (*_raised(label), tab, *literal(redline, words)), op, by)


def _raised(label: Wording) -> tuple[Piece, ...]:
    return tuple(piece._replace(is_raised=True) for piece in pieces(label))


def _who(redline: Redline, note: TrackedNote) -> By:
    """Who takes a note's reference away: the note's own proposals, else any of them."""
    return note.by or tuple(proposal.number for proposal in redline.proposals)


def _line(style: str, content: tuple[Piece, ...], words: Wording) -> Paragraph:
    """A line that comes or goes as a whole when one of the two texts has nothing there."""
    mark = Op.KEEP
    if not words.original():
        mark = Op.INSERT
    elif not words.final():
        mark = Op.DELETE
    return Paragraph(Layout(style), content, mark, words.by())
