"""One story of a Word document (its body, a note) as it reads with every change accepted, or every change rejected.

What accepting and rejecting mean: ECMA-376 Part 1, 17.13.5, and what Word makes of it where paragraph marks go.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from resedit.formats.docx.ooxml import W

if TYPE_CHECKING:
    from lxml import etree

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
INSERTIONS = frozenset({"ins", "moveTo"})
DELETIONS = frozenset({"del", "moveFrom"})
_TEXTS = frozenset({"t", "delText"})
_CODES = frozenset({"instrText", "delInstrText"})
_BLANKS = {"tab": "\t", "ptab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "\u2011"}
_WRAPPERS = frozenset({"hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "ruby"})
_WRAPPERS |= {"rubyBase", "AlternateContent", "Choice", "oMath", "oMathPara"}
_BLOCKS = frozenset({"sdt", "sdtContent", "customXml", "AlternateContent", "Choice"})
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_HEXADECIMAL = re.compile("[0-9A-Fa-f]{1,4}")
MAX_CODE = 1_000
"""How much of a field's code is looked at."""
_CROSS_REFERENCE = re.compile(r"\s*NOTEREF\s+(\S+)")


@dataclass(frozen=True, slots=True)
class Cited:
    """A note reference in a text: the part and the id of the note, its custom mark (empty where Word counts), and
    whether it only repeats a reference that stands elsewhere."""

    part: str
    id: str
    mark: str = ""
    is_repeat: bool = False


Content = str | Cited


@dataclass(slots=True)
class Block:
    """A paragraph as it is read: its style, what is in it, and whether its mark goes."""

    style: str
    content: list[Content] = field(default_factory=list)
    mark_goes: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in it."""
        return not self.content


@dataclass(slots=True)
class _Field:
    """A field that has begun: its code, read until its result begins, and whether the result is hidden."""

    is_inside_silent: bool = False
    code: str = ""
    in_result: bool = False
    is_hidden: bool = False

    @property
    def is_silent(self) -> bool:
        """Whether what stands here is no text: field code, or a result that is replaced."""
        return self.is_inside_silent or self.is_hidden or not self.in_result


def name_of(element: "etree._Element") -> str:
    """An element's local name; of those in WordprocessingML and the few namespaces that share its names."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


class Story:
    """Reads one story in one view; `bookmarks` are the note references that bookmarks stand around, by name."""

    def __init__(self, accept: bool, namespace: str = W, bookmarks: Mapping[str, Cited] | None = None) -> None:
        self._shown, self._hidden = (INSERTIONS, DELETIONS) if accept else (DELETIONS, INSERTIONS)
        self._row_goes, self._cell_goes = ("del", "cellDel") if accept else ("ins", "cellIns")
        self._accept = accept
        self._w = f"{{{namespace}}}"
        self._bookmarks = bookmarks or {}
        self._fields: list[_Field] = []
        self.glyphs = 0
        """How many symbols were left out because they are glyphs of a font without a character of their own."""

    def paragraphs(self, container: "etree._Element", in_cell: bool = False) -> list[Block]:
        """The paragraphs of a container, table cells included, those merged whose marks go."""
        kept: list[Block] = []
        pending: Block | None = None
        for group in self._groups(container):
            if isinstance(group, Block):
                pending = _merged(pending, group) if pending else group
                if not pending.mark_goes:
                    kept.append(pending)
                    pending = None
                continue
            if pending and not pending.is_empty:  # a table follows: there is nothing to merge into
                kept.append(pending)
            pending = None
            kept += group
        if pending and (in_cell or not pending.is_empty):
            kept.append(pending)
        return kept

    def _groups(self, container: "etree._Element") -> Iterator[Block | list[Block]]:
        """Each paragraph, and the paragraphs of each table together."""
        for child in container:
            name = name_of(child)
            if name == "p":
                yield self._paragraph(child)
            elif name == "tbl":
                rows = list(self._rows(child))
                if rows:
                    yield [block for row in rows for block in row]
            elif name in _BLOCKS or name in self._shown:
                yield from self._groups(child)

    def _rows(self, table: "etree._Element") -> Iterator[list[Block]]:
        for child in table:
            name = name_of(child)
            if name in _BLOCKS:
                yield from self._rows(child)
            elif name == "tr" and child.find(f"{self._w}trPr/{self._w}{self._row_goes}") is None:
                yield [block for cell in self._cells(child) for block in self.paragraphs(cell, in_cell=True)]

    def _cells(self, row: "etree._Element") -> Iterator["etree._Element"]:
        for child in row:
            name = name_of(child)
            if name in _BLOCKS:
                yield from self._cells(child)
            elif name == "tc":
                yield child

    def _paragraph(self, element: "etree._Element") -> Block:
        properties = element.find(f"{self._w}pPr")
        block = Block(self._style(properties))
        if properties is not None:
            mark = properties.find(f"{self._w}rPr")
            block.mark_goes = mark is not None and any(name_of(child) in self._hidden for child in mark)
        for child in element:
            self._inline(child, block.content)
        return block

    def _style(self, properties: "etree._Element | None") -> str:
        if properties is None:
            return ""
        if not self._accept:
            before = properties.find(f"{self._w}pPrChange/{self._w}pPr")
            properties = properties if before is None else before
        style = properties.find(f"{self._w}pStyle")
        return "" if style is None else style.get(f"{self._w}val", "")

    def _inline(self, element: "etree._Element", content: list[Content]) -> None:
        name = name_of(element)
        if name == "r":
            self._run(element, content)
        elif name in self._shown or name in _WRAPPERS:
            for child in element:
                self._inline(child, content)

    def _run(self, run: "etree._Element", content: list[Content]) -> None:
        children = iter(run)
        for child in children:
            name = name_of(child)
            if name == "fldChar":
                self._field(child.get(f"{self._w}fldCharType", ""), content)
            elif name in _CODES:
                self._code(child.text or "")
            elif self._fields and self._fields[-1].is_silent:
                continue
            elif name in _NOTES:
                cited = Cited(_NOTES[name], child.get(f"{self._w}id", ""))
                if child.get(f"{self._w}customMarkFollows", "0") not in ("0", "false", "off"):
                    mark = "".join(self._text(follower) for follower in children)
                    cited = Cited(cited.part, cited.id, mark.strip())
                content.append(cited)
            elif name == "AlternateContent":
                self._inline(child, content)
            elif text := self._text(child):
                content.append(text)

    def _text(self, element: "etree._Element") -> str:
        name = name_of(element)
        if name in _TEXTS:
            return element.text or ""
        if name == "sym":
            code = element.get(f"{self._w}char", "")
            if _HEXADECIMAL.fullmatch(code) and not _is_glyph(int(code, 16)):
                return chr(int(code, 16))
            self.glyphs += 1
            return ""
        return _BLANKS.get(name, "")

    def _code(self, code: str) -> None:
        if self._fields and not self._fields[-1].in_result and len(self._fields[-1].code) < MAX_CODE:
            self._fields[-1].code += code

    def _field(self, kind: str, content: list[Content]) -> None:
        if kind == "begin":
            self._fields.append(_Field(bool(self._fields) and self._fields[-1].is_silent))
        elif not self._fields:
            return
        elif kind == "end":
            self._fields.pop()
        elif kind == "separate":
            current = self._fields[-1]
            current.in_result = True
            match = _CROSS_REFERENCE.match(current.code)
            if match and match[1] in self._bookmarks:
                current.is_hidden = True
                cited = self._bookmarks[match[1]]
                content.append(Cited(cited.part, cited.id, cited.mark, is_repeat=True))


def _is_glyph(code: int) -> bool:
    """Whether a code means something in one font only (private use), or is no character at all."""
    return 0xE000 <= code <= 0xF8FF or 0xD800 <= code <= 0xDFFF or code < 0x20


def _merged(first: Block, second: Block) -> Block:
    """Two paragraphs as one: the style of the first that has anything in it, the mark of the second."""
    if first.is_empty:
        return second
    first.content += second.content
    first.mark_goes = second.mark_goes
    return first
