"""The redline line by line: the number line, a provision's label, tab and text, a note, each with its history.

Every format that prints a redline prints these lines.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from resedit.model.address import FOOTNOTE, OPENING, TITLE, AddressBook
from resedit.model.enums import Kind
from resedit.model.languages import number_line, number_line_around
from resedit.model.resolution import Resolution
from resedit.redline.document import DocumentNote, TrackedLine
from resedit.redline.redline import Redline, State, Tracked, TrackedNote
from resedit.wording.difference import difference
from resedit.wording.segments import EMPTY, Op, Segment, Wording, kept, wording

NUMBER = "number"
"""What the number line is called where lines are named by address."""
WORDLESS = frozenset({Kind.TABLE, Kind.ROW})
"""What has no line of its own: its cells have, those that are not empty."""


class Line(NamedTuple):
    """One line of a text and the address it stands for; `str()` is its fixed plain form."""

    address: str
    label: str
    text: str

    def __str__(self) -> str:
        return f"{self.label}\t{self.text}" if self.label else self.text


def text_lines(resolution: Resolution) -> Iterator[Line]:
    """The lines of a resolution in reading order: number line, title, opening line, provisions, notes."""
    if resolution.number:  # else it is the nothing that a new resolution is added to
        yield Line(NUMBER, "", number_line(resolution.number, resolution.revision, resolution.language))
        yield Line(TITLE, "", resolution.title)
    if resolution.opening:
        yield Line(OPENING, "", resolution.opening)
    for address, item in AddressBook(resolution):
        if item.kind in WORDLESS or (item.kind is Kind.CELL and not item.text):
            continue
        yield Line(address, item.label, item.text)
    for note in resolution.footnotes:
        yield Line(f"{FOOTNOTE}/{note.label}", "", f"[^{note.label}]: {note.text}")


def with_lines(redline: Redline) -> Iterator[Tracked]:
    """The provisions of a redline that have a line of their own, in its order."""
    for item in redline.walk():
        if item.kind not in WORDLESS and (item.kind is not Kind.CELL or item.text.segments):
            yield item


def number_wording(redline: Redline) -> Wording:
    """The number line with the history of its number and revision."""
    language = redline.base.language
    if redline.number.changed or not (redline.revision.original() and redline.revision.final()):
        old = number_line(redline.number.original(), redline.revision.original(), language)
        new = number_line(redline.number.final(), redline.revision.final(), language)
        return difference(old, new, redline.revision.by() or redline.number.by())
    before, after = number_line_around(redline.number.final(), language)
    return joined(kept(before), redline.revision, kept(after))


def provision_wording(item: Tracked | TrackedLine) -> Wording:
    """A provision's line, or a paragraph's: label, tab and text with their history."""
    return joined(item.shown(item.label), tab_wording(item), item.shown(item.text))


def row_wording(row: Tracked) -> Wording:
    """A row that comes or goes as one line: its cells with a bar between them, paragraphs in a cell with a blank."""
    op = Op.INSERT if row.state.in_final else Op.DELETE
    parts: list[Wording] = []
    for index, cell in enumerate(row.items):
        parts += [wording([Segment(op, " | ", row.by)])] if index else []
        for number, item in enumerate(cell.walk()):
            parts += [wording([Segment(op, " ", row.by)])] if number else []
            parts.append(_on_one_line(provision_wording(item)))
    return joined(*parts)


def _on_one_line(line: Wording) -> Wording:
    return wording(Segment(s.op, s.text.replace("\t", " "), s.by) for s in line.segments)


def tab_wording(item: Tracked | TrackedLine) -> Wording:
    """The tab between label and text, with its history: it comes and goes with the label, or with what moves."""
    label = item.shown(item.label)
    before, after = bool(label.original()), bool(label.final())
    if not (before or after):
        return EMPTY
    op = Op.KEEP if before and after else Op.INSERT if after else Op.DELETE
    by = () if op is Op.KEEP else item.by
    if item.state is not State.MOVED_TO:
        by = next((s.by for s in label.segments if s.op is op), by)
    return wording([Segment(op, "\t", by)])


def note_wording(note: TrackedNote | DocumentNote) -> Wording:
    """A note's line, `[^1]: text`, with its history."""
    label, words = note.shown(note.label), note.shown(note.text)
    op = {State.ADDED: Op.INSERT, State.SUPPRESSED: Op.DELETE}.get(note.state, Op.KEEP)
    by = note.by if op is not Op.KEEP else ()
    return joined(wording([Segment(op, "[^", by)]), label, wording([Segment(op, "]: ", by)]), words)


Rows = Sequence[Sequence[Sequence[Wording]]]
"""A table as it is printed: its rows, their cells, the paragraphs in them."""


def table_rows(table: Tracked) -> Rows:
    """A table of provisions."""
    return [[[provision_wording(item) for item in cell.walk()] for cell in row.items] for row in table.items]


def lines_rows(lines: Iterable[TrackedLine]) -> Rows:
    """The table that paragraphs stand in, without those that are empty."""
    rows: dict[int, dict[int, list[Wording]]] = {}
    for line in lines:
        if line.cell:
            cell = rows.setdefault(line.cell.row, {}).setdefault(line.cell.column, [])
            cell += [words for words in (provision_wording(line),) if words.segments]
    return [[row.get(column, []) for column in range(1, max(row) + 1)] for row in rows.values()]


def joined(*parts: Wording) -> Wording:
    """Wordings one after another, as one."""
    return wording(segment for part in parts for segment in part.segments)
