"""A document with its history, paragraph by paragraph: what a Word file with tracked changes holds, before anyone asks
which of it is a resolution.

As in a redline, one value gives both texts and everything that is printed. `Segment.by` names the author.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from resedit.model.enums import View
from resedit.redline.redline import State
from resedit.redline.references import references, renamed, renaming
from resedit.wording.segments import Op, Wording, kept


@dataclass(frozen=True, slots=True)
class Revision:
    """Who made a change, and when, as the file gives it; both may be empty."""

    author: str = ""
    date: str = ""

    @property
    def by(self) -> tuple[str, ...]:
        """The author as segments name it; nobody where the file does not say."""
        return (self.author,) if self.author else ()


NOBODY = Revision()


class Change(NamedTuple):
    """A run of words that one revision inserts or deletes."""

    op: Op
    text: str
    revision: Revision


class Move(NamedTuple):
    """A paragraph that moves: the name that both of its places share, and what becomes of its words there. Where it
    was, what is deleted before it goes; where it comes to, what is inserted and deleted in it."""

    name: str
    words: Wording


class Cell(NamedTuple):
    """Where a paragraph stands in a table: each counted from 1, columns as the cells of their row."""

    table: int
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class TrackedLine:
    """A paragraph with its history: `label` is the list number that Word computes, `text` its words, tabs kept, note
    references as `[^key]`.

    `state` tells what happens to the paragraph as a whole, by `revision`; one that moves stands in both its places, and
    what comes and goes with it is inserted and deleted. Words that end up in another paragraph, because marks come or
    go, are deleted here and inserted there.
    """

    style: str
    """The style's id as it reads in the final text, or in the original where the line stands only there."""
    style_was: str
    """The style's id as it reads in the original, or in the final text where the line stands only there."""
    label: Wording
    text: Wording
    state: State = State.KEPT
    cell: Cell | None = None
    indent: int = 0
    """How far its left edge (right, in scripts that run so) is moved in, in twips."""
    place: int = 0
    """The number of the paragraph in the document, from 1, table cells counted."""
    hanging: int = 0
    """How far the first line stands out to the left of that edge, in twips; negative where it is moved in."""
    changes: tuple[Change, ...] = ()
    """The insertions and deletions of `text`, run by run: neighbours that differ in author or date stay apart."""
    revision: Revision = NOBODY
    move: Move | None = None
    """Which move takes the paragraph away or brings it."""
    level: int | None = None
    """Under how many provisions its own stands, where the file says so."""

    @property
    def by(self) -> tuple[str, ...]:
        """Who added or suppressed the line."""
        return self.revision.by

    def shown(self, part: Wording) -> Wording:
        """`label` or `text` as a redline prints it: as it is, what comes or goes being marked throughout."""
        return part

    @property
    def changed(self) -> bool:
        """Whether the line differs between original and final."""
        return self.state is not State.KEPT or self.label.changed or self.text.changed


@dataclass(frozen=True, slots=True)
class DocumentNote:
    """A footnote or endnote that the text refers to; `key` is what references say, `label` what is printed."""

    key: str
    label: Wording
    text: Wording
    state: State = State.KEPT
    changes: tuple[Change, ...] = ()
    revision: Revision = NOBODY

    @property
    def by(self) -> tuple[str, ...]:
        """Who added or suppressed the note."""
        return self.revision.by

    def shown(self, part: Wording) -> Wording:
        """`label` or `text` as a redline prints it: as it is, what comes or goes being marked throughout."""
        return part

    @property
    def changed(self) -> bool:
        """Whether the note differs between original and final."""
        return self.state is not State.KEPT or self.label.changed or self.text.changed


class LossKind(StrEnum):
    """What a document can hold that its lines do not."""

    PICTURE = "picture"
    TEXT_BOX = "text box"
    EQUATION = "equation"
    SYMBOL = "symbol"
    OBJECT = "embedded object"
    COMMENT = "comment"
    HEADER = "header"
    FOOTER = "footer"
    FORMATTING = "formatting"
    FORMATTING_CHANGE = "change of formatting"
    MERGED_CELLS = "merged cells"
    NESTED_TABLE = "table in a table"
    FIELD = "field"
    LINK = "link"
    BREAK = "break"
    SOFT_HYPHEN = "soft hyphen"
    NUMBERING = "list number"
    WITHDRAWN = "inserted and deleted again"
    OTHER = "other content"


@dataclass(frozen=True, slots=True)
class Loss:
    """Something that is not in the lines: what, where (the number of a paragraph, 0 for none in particular; or the key
    of a note), more about it, and in which of the two texts it stands."""

    kind: LossKind
    place: int = 0
    detail: str = ""
    note: str = ""
    state: State = State.KEPT


class PlainLine(NamedTuple):
    """A paragraph of one text: style, list number, words with note references as printed, its cell and its indent."""

    style: str
    label: str
    text: str
    cell: Cell | None = None
    indent: int = 0

    def __str__(self) -> str:
        return f"{self.label}\t{self.text}" if self.label else self.text


class PlainNote(NamedTuple):
    """A note of one text: its printed label and its words."""

    label: str
    text: str


class PlainDocument(NamedTuple):
    """One of the two texts: its paragraphs, empty ones included, and the notes they refer to, in that order."""

    lines: tuple[PlainLine, ...]
    notes: tuple[PlainNote, ...]

    def tracked(self) -> "TrackedDocument":
        """The document of this text that nothing changes."""
        return TrackedDocument(
            tuple(
                TrackedLine(
                    line.style, line.style, kept(line.label), kept(line.text), cell=line.cell, indent=line.indent
                )
                for line in self.lines
            ),
            tuple(DocumentNote(note.label, kept(note.label), kept(note.text)) for note in self.notes),
        )


@dataclass(frozen=True, slots=True)
class TrackedDocument:
    """A document with its history: its lines in the redline's order, the notes they refer to, what is not carried, and
    its language (a BCP 47 tag, as far as it can be told; else empty)."""

    lines: tuple[TrackedLine, ...]
    notes: tuple[DocumentNote, ...] = ()
    losses: tuple[Loss, ...] = ()
    language: str = ""

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """Who changed the document, and when: each once, in the order of its appearance."""
        found: dict[Revision, None] = {}
        for item in self._items():
            if item.state is not State.KEPT:
                found[item.revision] = None
            found.update((change.revision, None) for change in item.changes)
        return tuple(found)

    @property
    def changed(self) -> bool:
        """Whether the two texts differ."""
        return any(item.changed for item in self._items())

    def _items(self) -> "tuple[TrackedLine | DocumentNote, ...]":
        return (*self.lines, *self.notes)

    def original(self) -> PlainDocument:
        """The text with every change rejected."""
        return self._side(original=True)

    def final(self) -> PlainDocument:
        """The text with every change accepted."""
        return self._side(original=False)

    def side(self, view: View) -> PlainDocument:
        """The original or the final text."""
        return self.original() if view is View.ORIGINAL else self.final()

    def _side(self, original: bool) -> PlainDocument:
        pick = Wording.original if original else Wording.final
        notes = {note.key: note for note in self.notes if _stands(note.state, original)}
        names = renaming((key, pick(note.label)) for key, note in notes.items())
        lines = [line for line in self.lines if _stands(line.state, original)]
        cited = dict.fromkeys(key for line in lines for key in references(pick(line.text)) if key in notes)
        return PlainDocument(
            tuple(
                PlainLine(
                    line.style_was if original else line.style,
                    pick(line.label),
                    renamed(pick(line.text), names),
                    line.cell,
                    line.indent,
                )
                for line in lines
            ),
            tuple(PlainNote(pick(notes[key].label), renamed(pick(notes[key].text), names)) for key in cited),
        )


def _stands(state: State, original: bool) -> bool:
    return state.in_original if original else state.in_final
