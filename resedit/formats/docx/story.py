"""One story of a Word document (its body, a note): its paragraphs and tables, every piece of text with its history.

What accepting and rejecting mean: ECMA-376 Part 1, 17.13.5. What becomes of paragraphs whose marks go: `joining`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from resedit.formats.docx.fields import Fields
from resedit.formats.docx.losses import excerpt, paragraph_losses, table_losses
from resedit.formats.docx.ooxml import W, is_on, name_of, symbol
from resedit.redline.document import NOBODY, Cell, Loss, LossKind, Revision

if TYPE_CHECKING:
    from lxml import etree

INSERTIONS = frozenset({"ins", "moveTo"})
DELETIONS = frozenset({"del", "moveFrom"})
ORIGINAL, FINAL = 0, 1
"""The two texts, as indexes into a History."""
VIEWS = (ORIGINAL, FINAL)
_CHANGES = INSERTIONS | DELETIONS
_MOVES = {"moveFrom": ORIGINAL, "moveTo": FINAL}
"""Which of the two texts what moves stands in, by the change's name."""
_MARK = {name: name for name in _CHANGES}
_ROW = {"ins": "ins", "del": "del"}
_CELL = {"cellIns": "ins", "cellDel": "del"}
_TEXTS = frozenset({"t", "delText"})
_CODES = frozenset({"instrText", "delInstrText"})
_BLANKS = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "\u2011"}
_WRAPPERS = frozenset({"hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "ruby"})
_WRAPPERS |= {"rubyBase", "oMath", "oMathPara"}
_BLOCKS = frozenset({"sdt", "sdtContent", "customXml"})
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_MAX_MARK = 20
"""How long a note's custom mark can be: it is printed with every reference."""


class Cited(NamedTuple):
    """A note reference in a text: the part and the id of the note, its custom mark (empty where Word counts), and
    whether it only repeats a reference that stands elsewhere."""

    part: str
    id: str
    mark: str = ""
    is_repeat: bool = False


class History(NamedTuple):
    """In which of the two texts something stands, who inserted or deleted it, and whether it moved."""

    original: bool = True
    final: bool = True
    inserted: Revision = NOBODY
    deleted: Revision = NOBODY
    is_moved: bool = False
    """Whether it came from elsewhere or went elsewhere, so that it is neither new nor lost."""

    def inside(self, change: str, revision: Revision) -> "History":
        """The history of what stands inside a change of this name. What was moved here and then deleted was moved."""
        is_moved = change in _MOVES or (change == "del" and self.is_moved and not self.original)
        if change in INSERTIONS:
            return self._replace(original=False, inserted=revision, is_moved=is_moved)
        return self._replace(final=False, deleted=revision, is_moved=is_moved)

    def only(self, original: bool, final: bool) -> "History":
        """The same, and not in a text where it is not shown."""
        if original and final:
            return self
        return self._replace(original=self.original and original, final=self.final and final)

    @property
    def stands(self) -> bool:
        """Whether it stands in either text."""
        return self.original or self.final


EVERYWHERE = History()


class Piece(NamedTuple):
    """Words or a note reference, with their history."""

    content: str | Cited
    history: History


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the file: its number from 1, its properties, where it stands, its pieces and its mark."""

    place: int
    properties: "etree._Element | None"
    history: History
    mark: History
    cell: Cell | None
    pieces: list[Piece] = field(default_factory=list)
    words: tuple[bool, ...] = (False, False)
    """Whether anything is in it in the one text and in the other."""
    moves: dict[int, str] = field(default_factory=dict)
    """The names of the moves that take it away (by ORIGINAL) and bring it (by FINAL)."""
    bookmarks: list[str] = field(default_factory=list)
    """The names of the bookmarks that begin in it."""


class Row(NamedTuple):
    """A row of a table: where it stands, and what is in its cells."""

    history: History
    cells: "list[list[Paragraph | Table]]"


class Table(NamedTuple):
    """A table."""

    rows: list[Row]


Block = Paragraph | Table


class Story:
    """Reads one story; `bookmarks` are the note references that bookmarks stand around, by name. What is not carried
    gathers in `losses`."""

    def __init__(self, namespace: str = W, bookmarks: Mapping[str, Cited] | None = None) -> None:
        self._w = f"{{{namespace}}}"
        self._bookmarks = bookmarks or {}
        self._fields = (Fields(self._bookmarks), Fields(self._bookmarks))
        self._tables = 0
        self._paragraphs = 0
        self._ranges: dict[tuple[str, str], str] = {}
        """The names of the moves that are open, by kind and id of their range."""
        self.losses: list[Loss] = []

    def blocks(
        self, container: "etree._Element", history: History = EVERYWHERE, cell: Cell | None = None
    ) -> list[Block]:
        """The paragraphs and tables of a container, in their order."""
        found: list[Block] = []
        for name, child, inner in self._children(container, ("p", "tbl"), history):
            found.append(self._paragraph(child, inner, cell) if name == "p" else self._table(child, inner, cell))
        return found

    def _children(
        self, container: "etree._Element", wanted: tuple[str, ...], history: History
    ) -> "Iterator[tuple[str, etree._Element, History]]":
        """The elements of these names below a container, through what only wraps them, each with its history."""
        for child in container:
            name = name_of(child)
            if name in wanted:
                yield name, child, history
            elif name in _BLOCKS:
                yield from self._children(child, wanted, history)
            elif name in _CHANGES:
                yield from self._children(child, wanted, history.inside(name, self._revision(child)))
            elif name == "AlternateContent":
                yield from self._children(_chosen(child), wanted, history)
            else:
                self._unread(child, name)

    def _table(self, element: "etree._Element", history: History, cell: Cell | None) -> Table:
        if cell is None:
            self._tables += 1
        self.losses += table_losses(element, self._paragraphs + 1, is_nested=cell is not None)
        rows: list[Row] = []
        for _, row, inner in self._children(element, ("tr",), history):
            inner = self._changed(inner, row.find(f"{self._w}trPr"), _ROW)
            cells = []
            for column, (_, child, within) in enumerate(self._children(row, ("tc",), inner), start=1):
                within = self._changed(within, child.find(f"{self._w}tcPr"), _CELL)
                cells.append(self.blocks(child, within, cell or Cell(self._tables, len(rows) + 1, column)))
            rows.append(Row(inner, cells))
        return Table(rows)

    def _paragraph(self, element: "etree._Element", history: History, cell: Cell | None) -> Paragraph:
        self._paragraphs += 1
        properties = element.find(f"{self._w}pPr")
        marks = None if properties is None else properties.find(f"{self._w}rPr")
        mark = self._changed(EVERYWHERE, marks, _MARK)
        paragraph = Paragraph(self._paragraphs, properties, history, mark, cell)
        for child in element:
            self._inline(child, history, paragraph)
        for name in _MOVES if mark.is_moved else ():
            self._note_move(name, paragraph)
        paragraph.words = tuple(any(piece.history[view] for piece in paragraph.pieces) for view in VIEWS)
        self.losses += paragraph_losses(element, self._paragraphs)
        return paragraph

    def _changed(self, history: History, properties: "etree._Element | None", names: Mapping[str, str]) -> History:
        """The history of something whose properties say that it was inserted or deleted."""
        for child in () if properties is None else properties:
            change = names.get(name_of(child))
            if change:
                history = history.inside(change, self._revision(child))
        return history

    def _revision(self, element: "etree._Element") -> Revision:
        return Revision(element.get(f"{self._w}author", ""), element.get(f"{self._w}date", ""))

    def _inline(self, element: "etree._Element", history: History, paragraph: Paragraph) -> None:
        name = name_of(element)
        if name == "r":
            self._run(element, history, paragraph)
        elif name in _CHANGES:
            inner = history.inside(name, self._revision(element))
            for child in element:
                self._inline(child, inner, paragraph)
            if name in _MOVES:
                self._note_move(name, paragraph)
        elif name in _WRAPPERS:
            for child in element:
                self._inline(child, history, paragraph)
        elif name == "AlternateContent":
            for child in _chosen(element):
                self._inline(child, history, paragraph)
        elif name == "bookmarkStart":
            paragraph.bookmarks.append(element.get(f"{self._w}name", ""))
        else:
            self._unread(element, name)

    def _note_move(self, name: str, paragraph: Paragraph) -> None:
        """Take down which move a paragraph is in, of those that are open: the one that began last."""
        open_ = (move for (kind, _), move in reversed(self._ranges.items()) if kind == name)
        paragraph.moves.setdefault(_MOVES[name], next(open_, ""))

    def _unread(self, element: "etree._Element", name: str) -> None:
        """Note where moves begin and end; tell of words in an element that is not known, and of documents that another
        refers to."""
        kind, _, end = name.partition("Range")
        if kind in _MOVES:
            move = self._ranges.pop((kind, element.get(f"{self._w}id", "")), "")
            if end == "Start":
                self._ranges[kind, element.get(f"{self._w}id", "")] = element.get(f"{self._w}name", move)
        words = [text.text or "" for text in element.iter(f"{self._w}t")] if len(element) and name != "rt" else []
        if words or name == "altChunk":
            self.losses.append(Loss(LossKind.OTHER, self._paragraphs, excerpt(words) or name))

    def _run(self, run: "etree._Element", history: History, paragraph: Paragraph) -> None:
        children = iter(run)
        for child in children:
            name = name_of(child)
            shown = history.only(*(not fields.is_silent for fields in self._fields))
            if name == "fldChar":
                self._field(child.get(f"{self._w}fldCharType", ""), history, paragraph)
            elif name in _CODES:
                for view in VIEWS:
                    if history[view]:
                        self._fields[view].code(child.text or "")
            elif name == "AlternateContent":
                self._run(_chosen(child), history, paragraph)
            elif not shown.stands:
                if history.is_moved and not history.stands:
                    paragraph.pieces.append(Piece(self._text(child), history))
                elif not history.stands and (words := self._text(child)).strip():
                    who = f"inserted by {history.inserted.author}, deleted by {history.deleted.author}"
                    self.losses.append(Loss(LossKind.WITHDRAWN, paragraph.place, f"{excerpt(words)} ({who})"))
            elif name in _NOTES:
                cited = Cited(_NOTES[name], child.get(f"{self._w}id", ""))
                if is_on(child.get(f"{self._w}customMarkFollows", "0")):
                    mark = "".join(self._text(follower) for follower in children)
                    cited = cited._replace(mark=mark.strip()[:_MAX_MARK])
                paragraph.pieces.append(Piece(cited, shown))
            elif text := self._text(child):
                paragraph.pieces.append(Piece(text, shown))

    def _text(self, element: "etree._Element") -> str:
        name = name_of(element)
        if name in _TEXTS:
            return element.text or ""
        if name == "sym":
            return symbol(element.get(f"{self._w}char", ""))
        return _BLANKS.get(name, "")

    def _field(self, kind: str, history: History, paragraph: Paragraph) -> None:
        bookmarks = [self._fields[view].change(kind) if history[view] else "" for view in VIEWS]
        for bookmark in dict.fromkeys(filter(None, bookmarks)):
            shown = history.only(*(bookmark == found for found in bookmarks))
            paragraph.pieces.append(Piece(self._bookmarks[bookmark]._replace(is_repeat=True), shown))


def _chosen(alternate: "etree._Element") -> "etree._Element":
    """The content to read of several that say the same: the first that is not a kind of symbol that only Word knows."""
    choices = [child for child in alternate if name_of(child) in ("Choice", "Fallback")]
    known = (choice for choice in choices if not any(name_of(child) == "symEx" for child in choice))
    return next(known, alternate)
