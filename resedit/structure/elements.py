"""What structure is read from: the paragraphs of one text with what is known of how they look, and its tables."""

from typing import NamedTuple

from resedit.model.enums import Kind
from resedit.model.place import Place
from resedit.model.resolution import NOWHERE, Provision

Path = tuple[int, ...]


class Look(NamedTuple):
    """How a paragraph looks, as far as its form tells.

    `style` is the id of its style in a Word file; `start` is how far its label (or its text, where it has none) stands
    from the margin, `left` how far its text does, in twips. `depth` is how deep it is nested, calls not counted, where
    the form says so itself (Markdown); `level` under how many provisions it stands, where a Word file says so; and
    `is_call` whether it says that it is a call (None: it does not say).
    """

    style: str = ""
    start: int = 0
    left: int = 0
    depth: int | None = None
    is_call: bool | None = None
    level: int | None = None


PLAIN = Look()


class Paragraph(NamedTuple):
    """A paragraph of one text; `key` tells it from all others, in both texts of a redline."""

    key: int
    label: str
    text: str
    look: Look = PLAIN
    like: Path | None = None
    """The path of the provision of a known text that it is, reworded or not; None where there is none."""
    place: Place = NOWHERE


class Table(NamedTuple):
    """A table of one text: rows of cells of paragraphs, each row and cell with a key of its own."""

    key: int
    rows: tuple["Row", ...]
    look: Look = PLAIN
    like: Path | None = None
    place: Place = NOWHERE


class Row(NamedTuple):
    """A row of a table."""

    key: int
    cells: tuple["Cell", ...]


class Cell(NamedTuple):
    """A cell of a row; without paragraphs it is empty."""

    key: int
    paragraphs: tuple[Paragraph, ...]


Element = Paragraph | Table


class Node(NamedTuple):
    """A provision of one text: its kind, the keys of the line it is printed in and of what is below it.

    `line` is the paragraph it is printed in: for a cell its first one, None for an empty cell, a table and a row.
    """

    key: int
    kind: Kind
    line: Paragraph | None
    items: tuple["Node", ...] = ()


def provision(node: Node) -> Provision:
    """The provision of a node, for a text that has no history."""
    items = tuple(provision(item) for item in node.items)
    if node.line is None:
        return Provision("", items=items, kind=node.kind)
    return Provision(node.line.text, node.line.label, items, node.kind, place=node.line.place)
