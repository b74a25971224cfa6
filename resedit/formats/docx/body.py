"""The tracked resolution as paragraphs: which style each line has, and how deep it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from resedit.formats.docx.citations import FINAL, ORIGINAL, Citations, literal, whole_references
from resedit.formats.docx.content import Block, By, Layout, Paragraph, Piece, Row, Table, pieces
from resedit.formats.docx.styles import LEVELS
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


def resolution_blocks(redline: Redline, citations: Citations) -> Iterator[Block]:
    """The lines of the resolution in reading order; last the notes that no reference carries, so that none is lost."""
    yield Paragraph(Layout("ResNo"), pieces(number_wording(redline)))
    yield Paragraph(Layout("Restitle"), citations.cited(redline.title))
    if redline.opening.segments:
        yield _line("Normalaftertitle", citations.cited(redline.opening), redline.opening)
    yield from _provisions(redline.provisions, citations, 0, 0)
    for note in redline.footnotes:
        yield from _note_lines(redline, note, citations.missing(note))


def _provisions(items: Sequence[Tracked], citations: Citations, before: int, after: int) -> Iterator[Block]:
    """A list and what is below it; `before` and `after` count the labelled provisions above it in either text."""
    is_roman = _counts_in_roman(items)
    for index, item in enumerate(items):
        if item.kind is Kind.TABLE:
            yield _table(item, citations, after)
            if index + 1 == len(items) or items[index + 1].kind is Kind.TABLE:
                yield Paragraph(NORMAL)  # else Word would take two tables for one
            continue
        label = item.shown(item.label)
        old = _layout(item, item.label.original(), before)
        new = _layout(item, item.label.final(), after)
        first = old if item.state in (State.SUPPRESSED, State.MOVED_FROM) else new
        yield Paragraph(
            layout=first,
            pieces=(*_label(label, is_roman), *pieces(tab_wording(item)), *_words(item, citations)),
            mark=_MARKS[item.state],
            by=item.by if item.state is not State.KEPT else label.by(),
            was=old if item.state is State.KEPT and old != new else None,
        )
        yield from _provisions(
            item.items,
            citations,
            before + bool(item.label.original()),
            after + bool(item.label.final()),
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


def _table(table: Tracked, citations: Citations, level: int) -> Table:
    """A table with its rows tracked. Where cells of a row come or go, the row as it was stands before it as it is: not
    every program knows tracked cells."""
    rows: list[Row] = []
    for row in table.items:
        changed = [name for cell in row.items for name in cell.by if cell.state is not State.KEPT]
        if row.state is State.KEPT and any(cell.state is not State.KEPT for cell in row.items):
            by = tuple(dict.fromkeys(changed))
            rows += [_row(_one_sided(row, state, by), citations) for state in (State.SUPPRESSED, State.ADDED)]
        else:
            rows.append(_row(row, citations))
    return Table(tuple(rows), LEVELS[min(level, len(LEVELS)) - 1][0] if level else 0)


def _one_sided(item: Tracked, state: State, by: By) -> Tracked:
    """A provision and all below it as they stand in one of the two texts, coming or going as a whole."""
    stand = (b for b in item.items if (b.state.in_final if state.in_final else b.state.in_original))
    return replace(item, state=state, by=by, items=tuple(_one_sided(below, state, by) for below in stand))


def _row(row: Tracked, citations: Citations) -> Row:
    cells = []
    for cell in row.items:
        text = Paragraph(Layout("Tabletext"), citations.cited(cell.shown(cell.text)), _MARKS[cell.state], cell.by)
        further = [p for p in _provisions(cell.items, citations, 0, 0) if isinstance(p, Paragraph)]
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
