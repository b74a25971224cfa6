"""One resolution in a document with its history, as a redline: the drafters' own changes, and the structure that each
of its two texts has."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from resedit.model.address import AddressBook
from resedit.model.languages import number_line, read_number_line
from resedit.model.place import Place
from resedit.model.problem import ReseditError
from resedit.model.resolution import Resolution, footnote_order
from resedit.record.sections import cited
from resedit.record.trees import Words, joined_trees
from resedit.redline.document import DocumentNote, Loss, LossKind, TrackedLine
from resedit.redline.lines import joined
from resedit.redline.redline import Redline, State, Tracked, TrackedNote
from resedit.structure.calls import is_call
from resedit.structure.elements import Cell, Element, Look, Paragraph, Path, Row, Table
from resedit.structure.outline import CALL_STYLES, outline
from resedit.structure.splitting import fitted, split_label
from resedit.wording.difference import difference
from resedit.wording.segments import EMPTY, Op, Segment, Wording, kept, replaced, wording

TITLES = ("restitle", "restitel", "rectitle")
OPENING = "normalaftertitle"
NOTE = "footnotetext"
"""Styles of the ITU templates, in lower case."""
_COMMAS = (",", "،", "，")
By = tuple[str, ...]


class Draft(NamedTuple):
    """A resolution as a document has it: its redline (its base is the original text), and what the lines held that a
    provision cannot."""

    redline: Redline
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its words as provisions can hold them; `key` counts the lines of the text."""

    key: int
    words: Words
    line: TrackedLine

    def stands(self, original: bool) -> bool:
        """Whether it is in one of the two texts and says anything there."""
        return _in(self.line.state, original) and any(_side(part, original) for part in self.words)

    def style(self, original: bool) -> str:
        """Its style in one of the two texts, in lower case."""
        return (self.line.style_was if original else self.line.style).lower()

    def shown(self) -> Wording:
        """Its whole line with its history, coming or going with it."""
        gap = kept(" ") if self.words.label.segments else EMPTY
        whole = joined(self.words.label, gap, self.words.text)
        if self.line.state is State.KEPT:
            return whole
        op = Op.INSERT if self.line.state.in_final else Op.DELETE
        return wording([Segment(op, _side(whole, not self.line.state.in_final), self.line.by)])


def draft(
    lines: Sequence[TrackedLine],
    notes: Sequence[DocumentNote],
    language: str,
    by: By,
    likes: Mapping[int, Path] | None = None,
) -> Draft:
    """The redline of the resolution that lines hold, number line first, with those of the notes that they refer to. The
    lines of the places in it are numbers of paragraphs.

    `likes` tells of lines of the original text, by their position, which provisions of a known text they are. Raises
    ReseditError where the number line cannot be read, or the original text has no title.
    """
    read = [_fitted(key, line) for key, line in enumerate(lines)]
    number, read = _leading(read, lambda line: line.key == 0 or _is_number(line))
    numbers = [_number(number, original) for original in (True, False)]
    title, read = _title(read)
    opening, body = _opening(read, language)
    own = [line for line in body if line.style(False) != NOTE]
    old, new = (outline(_elements(own, original, likes or {}), language) for original in (True, False))
    words = {line.key: line.words for line in own}
    redline = Redline(
        base=Resolution(*numbers[0], "", language=language),
        number=difference(numbers[0][0], numbers[1][0], by),
        revision=difference(numbers[0][1], numbers[1][1], by),
        title=title,
        opening=opening,
        provisions=joined_trees(old, new, words, by),
        footnotes=tuple(_notes(lines, notes, [line for line in body if line.style(False) == NOTE], by)),
    )
    if not title.final() or not title.original():
        line = number_line(*numbers[0], language)
        raise ReseditError(f"{line} has no title", "give the paragraph the style Restitle")
    base = redline.original()
    addressed = _with_addresses(redline.provisions, iter(AddressBook(base)))
    losses = (*_losses_of_number(number, numbers, language), *(loss for line in read for loss in _losses(line)))
    return Draft(replace(redline, base=base, provisions=addressed), losses)


def _in(state: State, original: bool) -> bool:
    return state.in_original if original else state.in_final


def _side(words: Wording, original: bool) -> str:
    return words.original() if original else words.final()


def _fitted(key: int, line: TrackedLine) -> _Line:
    is_settled = line.label.segments or all(s.lower().startswith(CALL_STYLES) for s in (line.style, line.style_was))
    label, text = (line.label, line.text) if is_settled else split_label(line.text)
    return _Line(key, Words(fitted(label), fitted(text)), line)


def _leading(lines: list[_Line], wanted: Callable[[_Line], bool]) -> tuple[list[_Line], list[_Line]]:
    """The lines at the beginning that are wanted, and the rest; empty lines before or among them go with them."""
    end = 0
    for index, line in enumerate(lines):
        if wanted(line):
            end = index + 1
        elif line.stands(True) or line.stands(False):
            break
    return lines[:end], lines[end:]


def _said(line: _Line) -> str:
    return " ".join(_side(part, not line.line.state.in_final) for part in line.words if part.segments)


def _is_number(line: _Line) -> bool:
    return read_number_line(_said(line)) is not None and not {line.style(True), line.style(False)} & set(TITLES)


def _number(lines: Sequence[_Line], original: bool) -> tuple[str, str]:
    """Number and revision in one of the two texts. Raises ReseditError where they cannot be read."""
    found = [_side(line.shown(), original) for line in lines if line.stands(original)]
    found = found or [_side(line.shown(), not original) for line in lines]
    read = next((number for said in found if (number := read_number_line(said)) is not None), None)
    if read is None:
        hint = "a resolution begins with a line such as “RESOLUTION 30 (Rev. Dubai, 2014)”"
        where = lines[0].line.place
        raise ReseditError(f"“{' '.join(found)[:60]}”, in paragraph {where}, is no number line", hint)
    return read


def _losses_of_number(lines: Sequence[_Line], numbers: Sequence[tuple[str, str]], language: str) -> Iterator[Loss]:
    for (number, revision), original in zip(numbers, (True, False), strict=True):
        for line in lines:
            said, printed = _side(line.shown(), original), number_line(number, revision, language)
            if line.stands(original) and said != printed:
                yield Loss(LossKind.OTHER, line.line.place, f"“{said}” is printed as “{printed}”")


def _title(lines: list[_Line]) -> tuple[Wording, list[_Line]]:
    """The title, which may take several lines, and what follows it."""
    title, rest = _leading(lines, lambda line: line.style(False) in TITLES or line.style(True) in TITLES)
    if not any(line.stands(True) or line.stands(False) for line in title):
        said = next((i for i, line in enumerate(rest) if line.stands(True) or line.stands(False)), len(rest))
        title, rest = rest[: said + 1], rest[said + 1 :]
    parts = [part for line in title for part in (kept(" "), line.shown())]
    return fitted(joined(*parts)), rest


def _opening(lines: list[_Line], language: str) -> tuple[Wording, list[_Line]]:
    """The opening line, and what follows it: the line in its style or, without styles, the first one, if it ends as
    opening lines do."""
    first = next((i for i, line in enumerate(lines) if line.stands(True) or line.stands(False)), None)
    if first is None:
        return EMPTY, lines
    line = lines[first]
    styles = {line.style(True), line.style(False)}
    is_plain = not any(style and style != "normal" for style in styles)
    reads_so = _said(line).endswith(_COMMAS) and not is_call(_said(line), language) and not line.words.label.segments
    if line.line.cell is None and (OPENING in styles or (is_plain and reads_so)):
        return line.shown(), lines[first + 1 :]
    return EMPTY, lines


def _elements(lines: Sequence[_Line], original: bool, likes: Mapping[int, Path]) -> list[Element]:
    """The paragraphs and tables of one of the two texts."""
    found: list[Element] = []
    for table, group in groupby(lines, key=lambda line: line.line.cell.table if line.line.cell else 0):
        own = list(group)
        if not table:
            found += [_paragraph(line, original, likes) for line in own if line.stands(original)]
        elif there := [line for line in own if _in(line.line.state, original)]:
            found.append(_table(own[0].key, there, original, likes))
    return found


def _table(key: int, lines: Sequence[_Line], original: bool, likes: Mapping[int, Path]) -> Table:
    rows = []
    for _, in_row in groupby(lines, key=lambda line: line.line.cell and line.line.cell.row):
        cells = []
        for _, in_cell in groupby(in_row, key=lambda line: line.line.cell):
            own = list(in_cell)
            paragraphs = tuple(_paragraph(line, original, likes) for line in own if line.stands(original))
            cells.append(Cell(own[0].key, paragraphs))
        rows.append(Row(cells[0].key, tuple(cells)))
    like = next((p.like for row in rows for cell in row.cells for p in cell.paragraphs if p.like), None)
    return Table(key, tuple(rows), like=like and like[:-2])


def _paragraph(line: _Line, original: bool, likes: Mapping[int, Path]) -> Paragraph:
    start = line.line.indent - line.line.hanging
    look = Look(line.style(original), start, line.line.indent)
    label, text = (_side(part, original) for part in line.words)
    return Paragraph(line.key, label, text, look, likes.get(line.key), Place("", line.line.place))


def _notes(
    lines: Sequence[TrackedLine], notes: Sequence[DocumentNote], loose: Sequence[_Line], by: By
) -> Iterator[TrackedNote]:
    """The notes that the lines refer to, and those that stand as lines of their own."""
    keys = set(cited(lines))
    found = [
        TrackedNote(note.key, note.label, fitted(note.text), note.state, by if note.state is not State.KEPT else ())
        for note in notes
        if note.key in keys
    ]
    for line in loose:
        label, text = line.words
        state = line.line.state
        key = label.original() or label.final()
        found.append(TrackedNote(key, label, text, state, by if state is not State.KEPT else ()))
    yield from sorted(_one_a_key(found, by), key=lambda note: footnote_order(note.key))


def _one_a_key(notes: Sequence[TrackedNote], by: By) -> Iterator[TrackedNote]:
    """The notes with a key each: one that a text refers to and the other has on a line of its own is the same note."""
    known: dict[str, TrackedNote] = {}
    for note in notes:
        other, key = known.get(note.key), note.key
        if other is not None and {other.state, note.state} == {State.SUPPRESSED, State.ADDED}:
            old, new = (other, note) if note.state is State.ADDED else (note, other)
            text = difference(old.text.original(), new.text.final(), by)
            note = TrackedNote(key, replaced(old.label.original(), new.label.final(), by), text)
        elif other is not None:
            while key in known:
                key += "A"
        known[key] = replace(note, key=key)
    yield from known.values()


def _with_addresses(items: Sequence[Tracked], addresses: Iterator[tuple[str, object]]) -> tuple[Tracked, ...]:
    """The provisions with their addresses in the original text."""
    found = []
    for item in items:
        address = next(addresses)[0] if item.state.in_original else ""
        found.append(replace(item, address=address, items=_with_addresses(item.items, addresses)))
    return tuple(found)


def _losses(line: _Line) -> Iterator[Loss]:
    """What of a line's own characters a provision cannot hold."""
    said = line.line.text.final() if line.line.state.in_final else line.line.text.original()
    label, tab, text = said.partition("\t")
    if not tab or not line.words.label.segments:
        label, text = "", said
    if "\t" in text:
        yield Loss(LossKind.OTHER, line.line.place, "a tab in the text, read as a blank", state=line.line.state)
    if (text.strip() and text.strip() != text) or label.strip() != label:
        yield Loss(LossKind.OTHER, line.line.place, "blanks at the edge of the text or label", state=line.line.state)
