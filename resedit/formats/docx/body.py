"""The tracked resolution as paragraphs: which style each line has, and how deep it stands."""

from collections.abc import Iterator, Sequence

from resedit.formats.docx.citations import FINAL, ORIGINAL, Citations, literal
from resedit.formats.docx.content import By, Layout, Paragraph, Piece, pieces
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


def resolution_paragraphs(redline: Redline, citations: Citations) -> Iterator[Paragraph]:
    """The lines of the resolution in reading order; last the notes that no reference carries, so that none is lost."""
    yield Paragraph(Layout("ResNo"), pieces(number_wording(redline)))
    yield Paragraph(Layout("Restitle"), citations.cited(redline.title))
    if redline.opening.segments:
        yield _line("Normalaftertitle", citations.cited(redline.opening), redline.opening)
    yield from _provisions(redline.provisions, citations, 0, 0)
    for note in redline.footnotes:
        yield from _note_lines(redline, note, citations.missing(note))


def _provisions(items: Sequence[Tracked], citations: Citations, before: int, after: int) -> Iterator[Paragraph]:
    """A list and what is below it; `before` and `after` count the labelled provisions above it in either text."""
    is_roman = _counts_in_roman(items)
    for item in items:
        label = item.shown(item.label)
        old = _layout(item, item.label.original(), before)
        new = _layout(item, item.label.final(), after)
        first = old if item.state in (State.SUPPRESSED, State.MOVED_FROM) else new
        yield Paragraph(
            layout=first,
            pieces=(*_label(label, is_roman), *pieces(tab_wording(item)), *citations.cited(item.shown(item.text))),
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
