"""The lines of a text as the elements that structure is read from: what stands in either text, and its tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from resedit.model.place import Place
from resedit.model.resolution import Provision
from resedit.record.trees import Words
from resedit.redline.document import TrackedLine
from resedit.redline.lines import joined
from resedit.redline.redline import State
from resedit.structure.elements import Cell, Element, Look, Paragraph, Path, Row, Table
from resedit.structure.labels import reads_as_label
from resedit.structure.outline import HEADING_STYLES
from resedit.structure.splitting import fitted, in_order, split_label
from resedit.wording.segments import EMPTY, Op, Segment, Wording, kept, wording


class Like(NamedTuple):
    """The provision of a known text that a line is, by its path there; `is_call` is whether the line is a call for that
    (None: its looks decide)."""

    path: Path
    item: Provision
    is_call: bool | None = None


Likes = Mapping[int, Like]
"""What is known of lines of the original text, by their position."""
NO_LIKES: Likes = {}


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line with its words as provisions can hold them; `key` counts the lines of the text."""

    key: int
    words: Words
    line: TrackedLine

    def stands(self, original: bool) -> bool:
        """Whether it is in one of the two texts and says anything there, or is a provision all the same: one that holds
        others, as the file says; in a cell, where marks come and go with the next paragraph, if it never says any."""
        if not stands_in(self.line.state, original):
            return False
        holds = self.line.level is not None and not self.style(original).startswith(HEADING_STYLES)
        if holds and (self.line.cell is None or not any(part.segments for part in self.words)):
            return True
        return any(side(part, original) for part in self.words)

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
        return wording([Segment(op, side(whole, not self.line.state.in_final), self.line.by)])


def stands_in(state: State, original: bool) -> bool:
    """Whether what is in a state stands in the original, or in the final text."""
    return state.in_original if original else state.in_final


def side(words: Wording, original: bool) -> str:
    """The words of the original, or of the final text."""
    return words.original() if original else words.final()


def text_line(key: int, line: TrackedLine) -> TextLine:
    """A line with its label apart, and without what a provision cannot hold."""
    is_call = all(s.lower().startswith(HEADING_STYLES) for s in (line.style, line.style_was))
    is_settled = line.label.segments or (is_call and not _bears_label(line))
    label, text = (line.label, line.text) if is_settled else split_label(line.text)
    return TextLine(key, Words(fitted(label), fitted(in_order(text))), line)


def _bears_label(line: TrackedLine) -> bool:
    """Whether a tab sets a label apart in either text."""
    heads = (said.partition("\t") for said in (line.text.original(), line.text.final()))
    return any(tab and reads_as_label(label.strip(), ()) for label, tab, _ in heads)


def elements(lines: Sequence[TextLine], original: bool, likes: Likes) -> list[Element]:
    """The paragraphs and tables of one of the two texts."""
    found: list[Element] = []
    for table, group in groupby(lines, key=lambda line: line.line.cell.table if line.line.cell else 0):
        own = list(group)
        if not table:
            found += [_paragraph(line, original, likes) for line in own if line.stands(original)]
        elif any(stands_in(line.line.state, original) for line in own):
            found.append(_table(own, original, likes))
    return found


def _table(lines: Sequence[TextLine], original: bool, likes: Likes) -> Table:
    """A table in one of the two texts; it, its rows and its cells are the same in both where their places are."""
    rows = []
    for _, in_row in groupby(lines, key=lambda line: line.line.cell and line.line.cell.row):
        cells = [_cell(list(lines), original, likes) for _, lines in groupby(in_row, key=lambda line: line.line.cell)]
        there = tuple(cell for cell in cells if cell is not None)
        if there:
            rows.append(Row(there[0].key, there))
    like = next((p.like for row in rows for cell in row.cells for p in cell.paragraphs if p.like), None)
    level = lines[0].line.level
    look = Look(level=None if level is None else level - 2)
    return Table(lines[0].key, tuple(rows), look, like and like[:-2])


def _cell(lines: Sequence[TextLine], original: bool, likes: Likes) -> Cell | None:
    """A cell in one of the two texts; None where it is not there."""
    if not any(stands_in(line.line.state, original) for line in lines):
        return None
    level = lines[0].line.level
    there = [_paragraph(line, original, likes, level) for line in lines if line.stands(original)]
    is_empty = bool(there) and not (there[0].label or there[0].text) and there[0].look.level == -1
    return Cell(lines[0].key, tuple(there[1:] if is_empty else there))


def _paragraph(line: TextLine, original: bool, likes: Likes, cell: int | None = None) -> Paragraph:
    """A paragraph of one of the two texts; `cell` is the level of the cell it is in, below which its own is counted."""
    level = line.line.level
    if level is not None and line.line.cell:
        level = None if cell is None else level - cell - 1
    style, start = line.style(original), line.line.indent - line.line.hanging
    label, text = (side(part, original) for part in line.words)
    like = likes.get(line.key)
    is_call = None if level is None else style.startswith(HEADING_STYLES) and not label
    if like and like.is_call is not None and (original or line.style(True) == line.style(False)):
        is_call = like.is_call
    look = Look(style, start, line.line.indent, is_call=is_call, level=level)
    return Paragraph(line.key, label, text, look, like and like.path, Place("", line.line.place))
