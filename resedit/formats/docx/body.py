"""The tracked resolution as paragraphs: which style each line has, and how deep it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from resedit.formats.docx.citations import FINAL, ORIGINAL, Citations, literal, whole_references
from resedit.formats.docx.content import Block, By, Layout, Paragraph, Piece, Row, Table, pieces
from resedit.formats.docx.nesting import is_told
from resedit.formats.docx.styles import LEVELS, STYLE_INDENTS
from resedit.model.address import label_part
from resedit.model.resolution import Kind
from resedit.redline.lines import number_wording, tab_wording
from resedit.redline.redline import Redline, State, Tracked, TrackedNote
from resedit.wording.segments import Op, Wording, deleted, inserted

NORMAL = Layout("Normal")
_MARKS = {
    State.KEPT: Op.KEEP,
    State.ADDED: Op.INSERT,
    State.MOVED_TO: Op.INSERT,
    State.SUPPRESSED: Op.DELETE,
    State.MOVED_FROM: Op.DELETE,
}


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
    yield from _provisions(redline.provisions, citations, 0, 0, level, _moves(redline))
    for note in redline.footnotes:
        yield from _note_lines(redline, note, citations.missing(note))


def _moves(redline: Redline) -> Moves:
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
        start = (*_label(label, is_roman), *pieces(tab_wording(item)))
        move = moves.get(item.address) if item.state in (State.MOVED_FROM, State.MOVED_TO) else None
        if move and move.gone.label.original() == move.come.label.final():
            start = tuple(piece._replace(is_moved=True) for piece in start)
        words = _moving(item, move.come, citations) if move else _words(item, citations)
        yield Paragraph(
            layout=first,
            pieces=(*start, *words),
            mark=_MARKS[item.state],
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
    """A provision's words. What others delete in what moves is deleted inside of what the move inserts."""
    if item.state is not State.MOVED_TO or whole_references(item.text) != item.text:
        return citations.cited(item.shown(item.text))
    found: list[Piece] = []
    for segment in item.text.segments:
        if segment.op is not Op.DELETE:
            found += citations.cited(item.shown(Wording((segment,))))
        elif segment.by != item.by:
            found.append(Piece(Op.DELETE, segment.text, segment.by, inside=item.by))
    return tuple(found)


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
    """A table with its rows tracked. Where cells of a row come or go, the row as it was stands before it as it is: not
    every program knows tracked cells."""
    rows: list[Row] = []
    for row in table.items:
        changed = [name for cell in row.items for name in cell.by if cell.state is not State.KEPT]
        if row.state is State.KEPT and any(cell.state is not State.KEPT for cell in row.items):
            by = tuple(dict.fromkeys(changed))
            sides = (_one_sided(row, state, by) for state in (State.SUPPRESSED, State.ADDED))
            rows += [_row(side, citations, level) for side in sides]
        else:
            rows.append(_row(row, citations, level))
    return Table(tuple(rows), LEVELS[min(after, len(LEVELS)) - 1][0] if after else 0)


def _one_sided(item: Tracked, state: State, by: By) -> Tracked:
    """A provision and all below it as they stand in one of the two texts, coming or going as a whole."""
    stand = (b for b in item.items if (b.state.in_final if state.in_final else b.state.in_original))
    return replace(item, state=state, by=by, items=tuple(_one_sided(below, state, by) for below in stand))


def _row(row: Tracked, citations: Citations, level: int | None) -> Row:
    cells = []
    below = None if level is None else level + 3
    for cell in row.items:
        text = Paragraph(Layout("Tabletext"), citations.cited(cell.shown(cell.text)), _MARKS[cell.state], cell.by)
        if below is not None:
            text = text._replace(nesting=(below - 1, 0))
        further = [p for p in _provisions(cell.items, citations, 0, 0, below) if isinstance(p, Paragraph)]
        cells.append(_with_marks_before((text, *further)) if row.state is State.KEPT else (text, *further))
    return Row(tuple(cells), _MARKS[row.state], row.by)


def _with_marks_before(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell that stays, where the last one's mark cannot come or go: what parts a paragraph from
    the one before comes and goes with it."""
    last = max(index for index, paragraph in enumerate(paragraphs) if paragraph.mark is Op.KEEP)
    marks = [(p.mark, p.by) for p in (*paragraphs[:last], *paragraphs[last + 1 :])] + [(Op.KEEP, ())]
    return tuple(p._replace(mark=mark, by=by) for p, (mark, by) in zip(paragraphs, marks, strict=True))


def _layout(item: Tracked, label: str, level: int) -> Layout:
    """ITU's: calls indented, labels hanging, a paragraph without one under the text of what it belongs to."""
    if item.kind is Kind.CALL:
        return Layout("Call")
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


def _label(label: Wording, is_roman: bool) -> tuple[Piece, ...]:
    """A label's pieces: letters are italic, as ITU prints them (*a)*, but 1 and i))."""
    return tuple(
        piece._replace(is_italic=isinstance(piece.content, str) and not is_roman and _is_lettered(piece.content))
        for piece in pieces(label)
    )


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
