"""An edited copy of a text as it was exported, read back line by line: what its readers give, whatever its form.

What a line is (a label or the first word, a paragraph of a cell) its form does not always tell; `likeness` then asks
the base.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from resedit.model.place import Place
from resedit.model.problem import Problem, UnreadableError
from resedit.model.resolution import Footnote, footnote_order
from resedit.store.shape import CONTROL
from resedit.structure.elements import Element, Paragraph, Table

_NOTE = re.compile(r"^\[\^([^\s\]/]+)\]:(?:\s+|$)(.*)$")
_SHOWN = 40
"""How many characters of a line a message repeats."""


class Line(NamedTuple):
    """A line, or a paragraph on several, without the blanks around it, and where it begins."""

    text: str
    place: Place


class Edited(NamedTuple):
    """A text without its structure: number line, title, what stands below (its labels not told from its words in
    Markdown: `label` is empty there), and its notes in their order."""

    number_line: Line
    title: Line
    elements: tuple[Element, ...]
    notes: tuple[Footnote, ...] = ()
    has_labels: bool = True


def stopping(message: str, place: Place, hint: str, rule: str = "shape") -> UnreadableError:
    """What stops a recording at a place of the edited text."""
    return UnreadableError([Problem(rule, message, place, hint)])


def wordless(label: str, place: Place) -> UnreadableError:
    """What stops a recording at a label that is left without words."""
    return stopping(f"“{label}” has no words behind it", place, "write its words, or take the label out, too")


def quoted(text: str) -> str:
    """A line as a message repeats it: its beginning."""
    text = text.replace("\t", " ")
    return f"“{text if len(text) <= _SHOWN else f'{text[:_SHOWN]}…'}”"


def as_lines(text: str, file: str) -> list[str]:
    """The lines of a file, with no line breaks at their ends. Raises UnreadableError at a character that no text of a
    resolution can hold."""
    lines = text.replace("\r\n", "\n").split("\n")
    for number, line in enumerate(lines, start=1):
        if bad := CONTROL.search(line):
            message = f"the line holds the control character U+{ord(bad[0]):04X}"
            raise stopping(message, Place(file, number, bad.start() + 1), "take it out", "control-character")
    return lines


def is_note(text: str) -> bool:
    """Whether a line is a footnote."""
    return bool(_NOTE.match(text))


def notes_of(lines: Sequence[Line]) -> tuple[Footnote, ...]:
    """The footnotes that lines are, in their order. Raises UnreadableError for one that says nothing, or two with one
    number: one of them would be lost."""
    notes: dict[str, Footnote] = {}
    for line in lines:
        match = _NOTE.match(line.text)
        assert match, line.text
        label, words = match[1], match[2].strip()
        if label in notes:
            message = f"two footnotes begin with “[^{label}]:”, the first in line {notes[label].place.line}"
            raise stopping(message, line.place, "give each footnote a number of its own")
        if not words:
            message = f"footnote {label} says nothing"
            raise stopping(message, line.place, "write its words, or take it and the references to it out")
        notes[label] = Footnote(label, words, place=line.place)
    return tuple(sorted(notes.values(), key=lambda note: footnote_order(note.label)))


class Seen(NamedTuple):
    """What a reader sees of a line: how deep it stands, where the form says so, and what it is (a table: its cells)."""

    depth: int | None
    what: tuple[object, ...]
    place: Place


def seen(edited: Edited) -> list[Seen]:
    """What a reader sees of a copy, to be compared with another: the title, each line with its label apart where the
    form sets it apart (where it does not, runs of blanks are one), the notes."""
    lines = [Seen(None, (edited.title.text,), edited.title.place)]
    for element in edited.elements:
        look = element.look
        if isinstance(element, Table):
            cells = [[[_shown(line) for line in cell.paragraphs] for cell in row.cells] for row in element.rows]
            lines.append(Seen(look.depth, (cells,), element.place))
        elif edited.has_labels:
            words = (element.label, element.text) if element.label else (element.text, "")
            lines.append(Seen(look.depth, words, element.place))
        else:
            lines.append(Seen(look.depth, (look.is_call, _shown(element)), element.place))
    return [*lines, *(Seen(None, (note.label, note.text), note.place) for note in edited.notes)]


def _shown(line: Paragraph) -> str:
    return " ".join(f"{line.label} {line.text}".split())
