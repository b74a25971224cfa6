"""What a Word document of a redline consists of: paragraphs of pieces, before any XML."""

from dataclasses import dataclass
from typing import NamedTuple

from resedit.redline.redline import TrackedNote
from resedit.wording.segments import Op, Wording

By = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteReference:
    """A reference that carries a note (its id in the file); `mark` is a custom mark, empty where Word counts."""

    note: int
    mark: str = ""


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A further reference to a note that an earlier one carries, printed as `shown`."""

    note: int
    shown: str


Content = str | NoteReference | CrossReference


class Piece(NamedTuple):
    """Something in a line that is kept, inserted or deleted, with how it looks."""

    op: Op
    content: Content
    by: By = ()
    is_italic: bool = False
    is_bold: bool = False
    is_raised: bool = False
    """Looks like a footnote reference."""
    is_moved: bool = False
    """Comes from elsewhere or goes elsewhere, and is neither new nor lost."""
    inside: By = ()
    """Whose insertion a deletion is in: it is in neither text, and comes back if only the deletion is rejected."""


class Layout(NamedTuple):
    """How a paragraph stands: its style and, where that does not say it, its left and hanging indent."""

    style: str
    left: int = 0
    hanging: int = 0


class Paragraph(NamedTuple):
    """A paragraph; `mark` tells whether the paragraph itself comes or goes, `was` its layout before if that changes,
    `move` names the move that brings it or takes it away (empty: none does), and `nesting` how many others its
    provision stands under, and how far the paragraph is moved in, where the file does not tell it otherwise."""

    layout: Layout
    pieces: tuple[Piece, ...] = ()
    mark: Op = Op.KEEP
    by: By = ()
    was: Layout | None = None
    move: str = ""
    nesting: tuple[int, int] | None = None


class Row(NamedTuple):
    """A row of a table; `mark` tells whether it comes or goes as a whole, its paragraphs then do so, too."""

    cells: tuple[tuple[Paragraph, ...], ...]
    mark: Op = Op.KEEP
    by: By = ()


class Table(NamedTuple):
    """A table, standing as far from the margin as the text around it."""

    rows: tuple[Row, ...]
    left: int = 0


Block = Paragraph | Table


class Note(NamedTuple):
    """One footnote of the file. A note that the two texts refer to in different places is two of them, one deleted
    (`op`) and one inserted."""

    id: int
    of: TrackedNote
    op: Op
    mark: str
    by: By = ()


def pieces(words: Wording, is_italic: bool = False, is_bold: bool = False) -> tuple[Piece, ...]:
    """A wording as pieces that all look alike, its references left as they are written."""
    return tuple(Piece(s.op, s.text, s.by, is_italic, is_bold) for s in words.segments)


def plain(text: str, is_bold: bool = False) -> Piece:
    """A text that nothing changes."""
    return Piece(Op.KEEP, text, is_bold=is_bold)
