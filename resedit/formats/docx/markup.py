"""Paragraphs as WordprocessingML: runs, tracked changes, references. Element order is the schema's (ECMA-376, 17.3)."""

from collections.abc import Collection, Iterable
from itertools import count, groupby

from resedit.formats.docx.content import (
    By,
    Content,
    CrossReference,
    Layout,
    NoteReference,
    Paragraph,
    Piece,
    Row,
    Table,
)
from resedit.formats.docx.nesting import bookmark
from resedit.formats.docx.ooxml import Script, escaped
from resedit.redline.redline import BRACKETS
from resedit.wording.segments import Op

NOBODY = "resedit"
"""The author of a change that no proposal stands for: Word wants one."""
_NO_BREAK_HYPHEN = "\u2011"
_TEXT_WIDTH = 9638
"""How wide the text stands on the page, in twentieths of a point."""
_SIDES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
                 for side in ("top", "left", "bottom", "right", "insideH", "insideV"))  # fmt: skip
_BORDERS = f"<w:tblBorders>{_SIDES}</w:tblBorders>"
_ELEMENTS = {Op.INSERT: "ins", Op.DELETE: "del"}
_MOVES = {Op.INSERT: "moveTo", Op.DELETE: "moveFrom"}


class Writer:
    """Writes the paragraphs of one file; its revisions and bookmarks are numbered in the order of writing."""

    def __init__(self, script: Script, date: str, bookmarked: Collection[int] = ()) -> None:
        self._script = script
        self._date = f' w:date="{escaped(date)}"' if date else ""
        self._bookmarked = bookmarked
        self._ids = count(1)
        self._hint = '<w:rFonts w:hint="eastAsia"/>' if script.is_east_asian else ""
        self._direction = "<w:rtl/>" if script.is_right_to_left else ""

    def paragraph(self, paragraph: Paragraph, start: str = "") -> str:
        """The `w:p` of a paragraph; `start` is XML that stands before its pieces."""
        mark = before = after = ""
        if paragraph.mark is not Op.KEEP:
            element = (_MOVES if paragraph.move else _ELEMENTS)[paragraph.mark]
            mark = f"<w:{element}{self._attributes(paragraph.by)}/>"
            if paragraph.move:
                before, after = self._range(f"{element}Range", paragraph)
        run = f"<w:rPr>{mark}{self._direction}</w:rPr>" if mark or self._direction else ""
        was = ""
        if paragraph.was is not None:
            old = self._properties(paragraph.was)
            was = f"<w:pPrChange{self._attributes(paragraph.by)}><w:pPr>{old}</w:pPr></w:pPrChange>"
        properties = f"{self._properties(paragraph.layout)}{run}{was}"
        content = f"{before}{start}{self.pieces(paragraph.pieces)}"
        if paragraph.nesting:
            number = next(self._ids)
            name = bookmark(*paragraph.nesting, number)
            content = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'
        return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>{after}"

    def _range(self, name: str, paragraph: Paragraph) -> tuple[str, str]:
        """Start and end of the range of a paragraph that moves: what stands in its two places has one name."""
        number = next(self._ids)
        whose = f'w:author="{escaped(_author(paragraph.by))}"{self._date}'
        start = f'<w:{name}Start w:id="{number}" {whose} w:name="{paragraph.move}"/>'
        return start, f'<w:{name}End w:id="{number}"/>'

    def table(self, table: Table) -> str:
        """The `w:tbl` of a table; the last cell of a row with fewer cells than others spans what is left."""
        width = max(len(row.cells) for row in table.rows)
        column = (_TEXT_WIDTH - table.left) // width
        bidi = "<w:bidiVisual/>" if self._script.is_right_to_left else ""
        indent = f'<w:tblInd w:w="{table.left}" w:type="dxa"/>' if table.left else ""
        properties = f'{bidi}<w:tblW w:w="{column * width}" w:type="dxa"/>{indent}{_BORDERS}'
        grid = f'<w:gridCol w:w="{column}"/>' * width
        rows = "".join(self._row(row, width, column) for row in table.rows)
        return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"

    def _row(self, row: Row, width: int, column: int) -> str:
        mark = "" if row.mark is Op.KEEP else f"<w:{_ELEMENTS[row.mark]}{self._attributes(row.by)}/>"
        cells = []
        for index, cell in enumerate(row.cells, start=1):
            span = width - index + 1 if index == len(row.cells) else 1
            spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
            properties = f'<w:tcW w:w="{column * span}" w:type="dxa"/>{spanned}'
            paragraphs = "".join(self.paragraph(paragraph) for paragraph in cell)
            cells.append(f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>")
        return f"<w:tr><w:trPr><w:cantSplit/>{mark}</w:trPr>{''.join(cells)}</w:tr>"

    def pieces(self, pieces: Iterable[Piece]) -> str:
        """The runs of some pieces, neighbours that are changed by the same proposals under one tracked change."""
        xml = []
        for (op, by, is_moved, inside), group in groupby(pieces, key=lambda p: (p.op, p.by, p.is_moved, p.inside)):
            runs = "".join(self._run(piece) for piece in group)
            if op is not Op.KEEP:
                element = (_MOVES if is_moved else _ELEMENTS)[op]
                runs = f"<w:{element}{self._attributes(by)}>{runs}</w:{element}>"
            xml.append(f"<w:ins{self._attributes(inside)}>{runs}</w:ins>" if inside else runs)
        return "".join(xml)

    def note_mark(self, mark: str, op: Op, by: By) -> str:
        """What a note begins with: its number, or its custom mark, and the tab before its text."""
        number = text(mark, op) if mark else "<w:footnoteRef/>"
        runs = f"<w:r>{self._run_properties(is_raised=True)}{number}</w:r>"
        runs += f"<w:r>{self._run_properties()}<w:tab/></w:r>"
        return runs if op is Op.KEEP else f"<w:{_ELEMENTS[op]}{self._attributes(by)}>{runs}</w:{_ELEMENTS[op]}>"

    def _attributes(self, by: By) -> str:
        return f' w:id="{next(self._ids)}" w:author="{escaped(_author(by))}"{self._date}'

    def _properties(self, layout: Layout) -> str:
        bidi = "<w:bidi/>" if self._script.is_right_to_left else ""
        hanging = f' w:hanging="{layout.hanging}"' if layout.hanging else ""
        indent = f'<w:ind w:left="{layout.left}"{hanging}/>' if layout.left else ""
        return f'<w:pStyle w:val="{layout.style}"/>{bidi}{indent}'

    def _run(self, piece: Piece) -> str:
        op = Op.KEEP if piece.is_moved else piece.op  # what moves away is no deleted text
        if isinstance(piece.content, NoteReference):
            return self._note_reference(piece.content, op)
        if isinstance(piece.content, CrossReference):
            return self._cross_reference(piece.content, op)
        properties = self._run_properties(piece.is_italic, piece.is_bold, piece.is_raised)
        return f"<w:r>{properties}{text(piece.content, op)}</w:r>"

    def _run_properties(self, is_italic: bool = False, is_bold: bool = False, is_raised: bool = False) -> str:
        style = '<w:rStyle w:val="FootnoteReference"/>' if is_raised else ""
        bold = "<w:b/><w:bCs/>" if is_bold else ""
        italic = "<w:i/><w:iCs/>" if is_italic else ""
        inner = f"{style}{self._hint}{bold}{italic}{self._direction}"
        return f"<w:rPr>{inner}</w:rPr>" if inner else ""

    def _note_reference(self, reference: NoteReference, op: Op) -> str:
        properties = self._run_properties(is_raised=True)
        custom = ' w:customMarkFollows="1"' if reference.mark else ""
        mark = text(reference.mark, op) if reference.mark else ""
        run = f'<w:r>{properties}<w:footnoteReference{custom} w:id="{reference.note}"/>{mark}</w:r>'
        if reference.note not in self._bookmarked:
            return run
        number = next(self._ids)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{note_bookmark(reference.note)}"/>'
        return f'{start}{run}<w:bookmarkEnd w:id="{number}"/>'

    def _cross_reference(self, reference: CrossReference, op: Op) -> str:
        """A NOTEREF field, as Word's own dialogue for cross-references writes it."""
        properties = self._run_properties(is_raised=True)
        code = "delInstrText" if op is Op.DELETE else "instrText"
        parts = (
            '<w:fldChar w:fldCharType="begin"/>',
            f'<w:{code} xml:space="preserve"> NOTEREF {note_bookmark(reference.note)} \\h </w:{code}>',
            '<w:fldChar w:fldCharType="separate"/>',
            text(reference.shown, op),
            '<w:fldChar w:fldCharType="end"/>',
        )
        return "".join(f"<w:r>{properties}{part}</w:r>" for part in parts)


def _author(by: By) -> str:
    """Who a change is by, as Word names it: in square brackets where it is contested."""
    names = ", ".join(name for name in by if name != BRACKETS)
    if BRACKETS in by:
        return f"[{names}]" if names else BRACKETS
    return names or NOBODY


def note_bookmark(note: int) -> str:
    """The name of the bookmark around a note's reference."""
    return f"_RefNote{note}"


def text(content: Content, op: Op) -> str:
    """A text as the children of a run: tabs and no-break hyphens have elements of their own.

    Raises ReseditError for a character that a Word file cannot hold.
    """
    element = "delText" if op is Op.DELETE else "t"
    xml = escaped(str(content))
    opening, closing = f'<w:{element} xml:space="preserve">', f"</w:{element}>"
    for character, empty in (("&#9;", "<w:tab/>"), (_NO_BREAK_HYPHEN, "<w:noBreakHyphen/>")):
        xml = xml.replace(character, f"{closing}{empty}{opening}")
    return f"{opening}{xml}{closing}".replace(f"{opening}{closing}", "")
