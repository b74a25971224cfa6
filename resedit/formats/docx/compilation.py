"""A compilation as a Word file: what a secretariat prints before the meeting.

Changes are underlined and struck through as formatting, not tracked: several proposals change one provision, so that no
accepting or rejecting of all would give a text; what is printed looks the same whatever view a reader has chosen; and
nobody can settle a change in the record by a click. For work on one proposal there is the export with tracked changes.
"""

from collections.abc import Iterable, Iterator, Sequence

from resedit.amend.compilation import Compilation, Entry, Request, Row, Section, blocks, in_columns, with_tables
from resedit.formats.docx.ooxml import NAMESPACES, Script, escaped
from resedit.formats.docx.package import packed, properties, relation_id
from resedit.formats.docx.styles import LEVELS, font_table_xml, styles_xml
from resedit.formats.docx.write import settings_xml
from resedit.model.address import OPENING, TITLE
from resedit.model.conference import Conference
from resedit.model.enums import Kind
from resedit.model.languages import Heads, heads, number_line, run_in_reasons
from resedit.redline.lines import NUMBER, Rows
from resedit.redline.references import REFERENCE
from resedit.wording.segments import Op, Wording, kept

_LOOKS = {
    Op.KEEP: "",
    Op.INSERT: '<w:color w:val="0B6B2E"/><w:u w:val="single"/>',
    Op.DELETE: '<w:strike/><w:color w:val="A4161A"/>',
}
"""Colour and line, so that neither alone tells."""
_PORTRAIT, _LANDSCAPE = (11906, 16838), (16838, 11906)
_MARGIN = 1134
_PALE = "C9CED6"
_SMALL = '<w:sz w:val="20"/><w:szCs w:val="20"/>'


def compilation_docx(whole: Compilation, columns: bool = False, conference: Conference | None = None) -> bytes:
    """A compilation as a Word file: the list of proposals, then the text with what is asked for each provision below it
    or, in `columns`, beside it on pages across; last the reasons. The same arguments always give the same bytes.

    Raises ReseditError for a text with a character that a paragraph of a Word file cannot hold.
    """
    page = _Page(Script(whole.base.language), columns, heads(whole.base.language))
    base = number_line(whole.base.number, whole.base.revision, whole.base.language)
    title = page.heads.title.format(base)
    body = [
        *([page.paragraph("Source", kept(conference.name))] if conference else []),
        page.paragraph("Title1", kept(title)),
        page.table(_list(page, whole.entries), (12, 9, 8, 10, 28)),
        *(_columns(page, whole) if columns else _text(page, with_tables(whole.sections))),
        *_reasons(page, whole),
    ]
    parts = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{''.join(body)}{page.section()}</w:body></w:document>",
        "word/styles.xml": styles_xml(page.script),
        "word/settings.xml": settings_xml(False, page.script),
        "word/fontTable.xml": font_table_xml(),
        "word/footer1.xml": page.footer(title),
        **properties(title, conference.name if conference else ""),
    }
    return packed(parts)


class _Page:
    """Writes paragraphs and tables for one size of page and one language."""

    def __init__(self, script: Script, is_across: bool, heads: Heads) -> None:
        self.script = script
        self.heads = heads
        self.reasons = run_in_reasons(script.language)
        self.width, self.height = _LANDSCAPE if is_across else _PORTRAIT
        self.bidi = "<w:bidi/>" if script.is_right_to_left else ""
        self.rtl = "<w:rtl/>" if script.is_right_to_left else ""

    def paragraph(
        self,
        style: str,
        words: Wording,
        *,
        bold: str = "",
        left: int = 0,
        hanging: int = 0,
        ruled: bool = False,
        small: bool = False,
        stays: bool = False,
    ) -> str:
        """A paragraph: `bold` words run in before the others; `ruled` with a line at its side, `small` as in tables;
        it `stays` with what follows on one page."""
        side = "right" if self.bidi else "left"
        line = f'<w:{side} w:val="single" w:sz="12" w:space="8" w:color="{_PALE}"/>'
        rule = f"<w:pBdr>{line}</w:pBdr>" if ruled else ""
        keep = "<w:keepNext/>" if stays else ""
        spacing = '<w:spacing w:before="40" w:after="40"/>' if ruled or small else ""
        indent = (
            f'<w:ind w:left="{left}"{f" w:hanging={chr(34)}{hanging}{chr(34)}" if hanging else ""}/>' if left else ""
        )
        size = _SMALL if small else ""
        runs = self._run(bold, f"<w:b/><w:bCs/>{size}") if bold else ""
        runs += "".join(run for segment in words.segments for run in self._runs(segment.text, segment.op, size))
        mark = f"<w:rPr>{self.rtl}</w:rPr>" if self.rtl else ""
        return (
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}{rule}{self.bidi}{spacing}{indent}{mark}</w:pPr>{runs}</w:p>'
        )

    def _runs(self, text: str, op: Op, size: str) -> Iterator[str]:
        """The runs of a segment, references to footnotes raised."""
        done = 0
        for match in REFERENCE.finditer(text):
            yield self._run(text[done : match.start()], _LOOKS[op], size)
            yield self._run(match[1], _LOOKS[op], size, '<w:vertAlign w:val="superscript"/>')
            done = match.end()
        yield self._run(text[done:], _LOOKS[op], size)

    def _run(self, text: str, *properties: str) -> str:
        if not text:
            return ""
        inner = _in_order("".join((*properties, self.rtl)))
        look = f"<w:rPr>{inner}</w:rPr>" if inner else ""
        pieces = text.split("\t")
        content = "<w:tab/>".join(
            f'<w:t xml:space="preserve">{escaped(piece)}</w:t>' if piece else "" for piece in pieces
        )
        return f"<w:r>{look}{content}</w:r>"

    @property
    def room(self) -> int:
        """How wide the text stands on the page, in twentieths of a point."""
        return self.width - 2 * _MARGIN

    def table(self, rows: Iterable[Sequence[str]], shares: Sequence[int]) -> str:
        """A table with rules; the first row is its head, repeated on each page. Cells hold paragraphs."""
        widths = [self.room * share // sum(shares) for share in shares]
        empty = self.paragraph("Normal", kept(""), small=True)
        lines = []
        for index, row in enumerate(rows):
            head = "<w:tblHeader/>" if not index else ""
            shade = '<w:shd w:val="clear" w:color="auto" w:fill="F4F6F9"/>' if not index else ""
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{cell or empty}</w:tc>'
                for cell, width in zip(row, widths, strict=True)
            )
            lines.append(f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>")
        return self._ruled(widths, lines, _PALE)

    def held(self, rows: Rows, left: int = 0, room: int = 0) -> str:
        """A table of the text, with an empty line after it, which parts it from another; the last cell of a row with
        fewer cells than others spans what is left. `room` is how wide it may be (0: as the page)."""
        count = max(map(len, rows))
        widths = [((room or self.room) - left) // count] * count
        lines = []
        for row in rows:
            spare = count - len(row) + 1
            cells = []
            for index, cell in enumerate(row, start=1):
                span = spare if index == len(row) else 1
                spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
                words = "".join(self.paragraph("Normal", line, small=True) for line in cell)
                width = f'<w:tcW w:w="{widths[0] * span}" w:type="dxa"/>'
                cells.append(f"<w:tc><w:tcPr>{width}{spanned}</w:tcPr>{words}</w:tc>")
            lines.append(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>")
        return self._ruled(widths, lines, "auto", left) + self.paragraph("Normal", kept(""), small=True)

    def _ruled(self, widths: Sequence[int], lines: Iterable[str], colour: str, left: int = 0) -> str:
        """A table of these rows."""
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        direction = "<w:bidiVisual/>" if self.bidi else ""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        indent = f'<w:tblInd w:w="{left}" w:type="dxa"/>' if left else ""
        properties = (
            f'<w:tblPr>{direction}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{indent}'
            f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        )
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"

    def section(self) -> str:
        """The last properties of the body: size, edges, footer."""
        across = ' w:orient="landscape"' if self.width > self.height else ""
        return (
            f'<w:sectPr><w:footerReference w:type="default" r:id="{relation_id("word/footer1.xml")}"/>'
            f'<w:pgSz w:w="{self.width}" w:h="{self.height}"{across}/>'
            f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}" w:left="{_MARGIN}" w:header="720"'
            f' w:footer="567" w:gutter="0"/><w:cols w:space="720"/>{self.bidi}</w:sectPr>'
        )

    def footer(self, title: str) -> str:
        """What the document is, and `page / pages`."""
        number, count = (
            f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>' for name in ("PAGE", "NUMPAGES")
        )
        line = f"{self._run(f'{title}  –  ')}{number}{self._run(' / ')}{count}"
        return f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/>{self.bidi}</w:pPr>{line}</w:p></w:ftr>'


_ORDER = ("<w:b/>", "<w:bCs/>", "<w:strike/>", "<w:color", "<w:sz ", "<w:szCs", "<w:u ", "<w:vertAlign", "<w:rtl/>")


def _in_order(properties: str) -> str:
    """Properties of a run in the order that the schema asks for."""
    elements = [f"<{part}" for part in properties.split("<") if part]
    return "".join(
        sorted(elements, key=lambda element: next(i for i, tag in enumerate(_ORDER) if element.startswith(tag)))
    )


def _list(page: _Page, entries: Iterable[Entry]) -> Iterator[list[str]]:
    """The rows of the list of proposals."""
    head = page.heads
    names = (head.proposal, head.symbol, head.source, head.status, head.touches)
    yield [page.paragraph("Normal", kept(""), bold=name, small=True) for name in names]
    for entry in entries:
        proposal = entry.proposal
        texts = (str(proposal.symbol), proposal.source, str(proposal.status))
        touches = page.paragraph("Normal", kept(", ".join(entry.touches)), small=True)
        touches += "".join(
            page.paragraph("Normal", kept(problem.message), bold=f"{head.not_applied}: ", small=True)
            for problem in entry.problems
        )
        number = page.paragraph("Normal", kept(""), bold=proposal.number, small=True)
        yield [number, *(page.paragraph("Normal", kept(text), small=True) for text in texts), touches]


def _text(page: _Page, sections: Iterable[Section]) -> Iterator[str]:
    for section in sections:
        if section.rows:
            yield page.held(section.rows, _indents(section.depth, False, False)[0])
        elif section.text or section.label:
            yield _base(page, section)
        for request in (*section.requests, *section.additions):
            yield from _request(page, request, _RULED)


def _base(page: _Page, section: Section, small: bool = False) -> str:
    label = f"{section.label}\t" if section.label else ""
    style = _STYLES.get(section.address, "Call" if section.kind is Kind.CALL else "Normal")
    left, hanging = _indents(section.depth, bool(label), small)
    words = kept(f"{label}{section.text}")
    stays = section.is_amended and not small
    style = "Normal" if small and style != "Call" else style
    return page.paragraph(style, words, left=left, hanging=hanging, small=small, stays=stays)


_STYLES = {NUMBER: "ResNo", TITLE: "Restitle", OPENING: "Normalaftertitle"}
_RULED = LEVELS[0][0]
"""The indent of what is asked for, with its line at the side, below a provision."""
_PADDING = 216
"""What Word keeps free at both sides of a cell, in twentieths of a point."""
_NARROW = 397
"""The indent of a level where there is little room."""


def _indents(depth: int, has_label: bool, narrow: bool) -> tuple[int, int]:
    """Left and hanging indent of a provision: ITU's or, where there is little room, narrower."""
    if narrow:
        return _NARROW * (depth + has_label), _NARROW if has_label else 0
    if has_label:
        left, hanging = LEVELS[min(depth, len(LEVELS) - 1)]
        return left + hanging * max(0, depth - len(LEVELS) + 1), hanging
    return (LEVELS[min(depth, len(LEVELS)) - 1][0] if depth else 0), 0


def _request(
    page: _Page, request: Request, left: int = 0, columns: tuple[str, ...] = (), room: int = 0
) -> Iterator[str]:
    """What a proposal asks for: symbol and number (unless it stands above the column), its redline, its reasons."""
    ruled, small = bool(left), not left
    head = str(request.symbol) if request.proposal in columns else f"{request.symbol}  {request.proposal}"
    said = f"  {request.said}" if request.said else ""
    stays = bool(request.rows or request.reasons)
    yield page.paragraph("Normal", kept(said), bold=head, left=left, ruled=ruled, small=small, stays=stays)
    top = min((row.depth for row in request.rows), default=0)
    for row in blocks(request.rows):
        if not isinstance(row, Row):
            yield page.held(row, left, room)
            continue
        has_label = any("\t" in segment.text for segment in row.line.segments)
        own, hanging = _indents(row.depth - top, has_label, narrow=True)
        style = "Call" if row.kind is Kind.CALL else "Normal"
        yield page.paragraph(style, row.line, left=left + own, hanging=hanging, ruled=ruled, small=small)
    for index, line in enumerate(request.reasons.splitlines()):
        bold = "" if index else f"{page.reasons} "
        yield page.paragraph("Normal", kept(line), bold=bold, left=left, ruled=ruled, small=small)


def _columns(page: _Page, whole: Compilation) -> Iterator[str]:
    """The text and the proposals side by side."""
    names = (page.heads.base, *(whole.columns or (page.heads.proposals,)))
    rows = [[page.paragraph("Normal", kept(""), bold=name, small=True) for name in names]]
    room = page.room // len(names) - _PADDING
    for section in with_tables(whole.sections):
        own = _base(page, section, small=True) if section.text or section.label else ""
        own = page.held(section.rows, room=room) if section.rows else own
        for text, asked in ((own, section.requests), ("", section.additions)):
            if text or asked:
                cells = [
                    "".join(part for request in found for part in _request(page, request, 0, whole.columns, room))
                    for found in in_columns(asked, whole.columns)
                ]
                rows.append([text, *cells])
    yield page.paragraph("Normal", kept(""))
    yield page.table(rows, (1,) * len(names))


def _reasons(page: _Page, whole: Compilation) -> Iterator[str]:
    """The reasons of the proposals as a whole; last an empty line, which a table at the end would want."""
    for proposal in whole.shown:
        for index, line in enumerate(proposal.reasons.splitlines()):
            yield page.paragraph(
                "Reasons", kept(line), bold="" if index else f"{page.heads.reasons} ({proposal.number}): "
            )
    yield page.paragraph("Endrule", kept(""))
