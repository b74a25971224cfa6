"""Redlines as Word files with real tracked changes: accepting all gives the final text, rejecting all the base."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from resedit.formats.docx import cover
from resedit.formats.docx.adjacency import kept_apart
from resedit.formats.docx.body import resolution_blocks
from resedit.formats.docx.citations import Citations, note_words
from resedit.formats.docx.content import Block, Layout, Paragraph, Table
from resedit.formats.docx.markup import Writer
from resedit.formats.docx.ooxml import NAMESPACES, Script, escaped
from resedit.formats.docx.package import packed, properties, relation_id
from resedit.formats.docx.styles import font_table_xml, styles_xml
from resedit.model.conference import Conference
from resedit.model.languages import number_line
from resedit.redline.lines import number_wording
from resedit.redline.redline import Redline
from resedit.redline.view import View, side, untracked

MOST_NAMED = 2
"""How many proposals fit into the line at the foot of a page."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?")


def write_docx(
    redline: Redline, view: View = View.REDLINE, *, date: str = "", conference: Conference | None = None
) -> bytes:
    """A Word file of a redline: with its changes tracked, or of the clean text before or after them.

    `date` (`2017-10-09`, or ISO 8601 with a time) dates every change; without it changes carry no date. `conference`
    names itself on the first page where the redline comes from proposals. The same arguments always give the same
    bytes. Raises ValueError for a date in another form, ReseditError for a text with a character that a paragraph of
    a Word file cannot hold.
    """
    when = timestamp(date) if date else ""
    shown = redline if view is View.REDLINE else untracked(side(redline, view))
    script = Script(shown.base.language)
    citations = Citations(shown)
    blocks = [
        *cover.front(shown.proposals, conference, script.language),
        *kept_apart(list(resolution_blocks(shown, citations))),
        *cover.back(shown.proposals, script.language),
        Paragraph(Layout("Endrule")),  # keeps its mark: the mark of a last paragraph cannot come or go
    ]
    writer = Writer(script, when, citations.repeated)
    document = _document(writer, blocks, script)
    notes = _footnotes(writer, shown, citations)
    title = number_wording(shown).final()
    authors = dict.fromkeys(proposal.source or proposal.number for proposal in shown.proposals)
    parts = {
        "word/document.xml": document,
        "word/styles.xml": styles_xml(script),
        "word/settings.xml": settings_xml(bool(notes), script),
        "word/fontTable.xml": font_table_xml(),
        "word/footer1.xml": _footer(shown, conference, script),
        **({"word/footnotes.xml": notes} if notes else {}),
        **properties(title, ", ".join(authors)),
    }
    return packed(parts)


def timestamp(date: str) -> str:
    """A date as WordprocessingML wants it, `2017-10-09T00:00:00Z`, in UTC; a day begins at midnight.

    Accepts `2017-10-09` and ISO 8601 with a time; raises ValueError for anything else.
    """
    if not (_DAY.fullmatch(date) or _TIME.fullmatch(date)):
        raise ValueError(f"“{date}” is not a date such as 2017-10-09")
    moment = datetime.fromisoformat(date)
    utc = moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    return utc.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _document(writer: Writer, blocks: Iterable[Block], script: Script) -> str:
    body = "".join(writer.table(b) if isinstance(b, Table) else writer.paragraph(b) for b in blocks)
    bidi = "<w:bidi/>" if script.is_right_to_left else ""
    section = (
        f'<w:sectPr><w:footerReference w:type="default" r:id="{relation_id("word/footer1.xml")}"/>'
        '<w:pgSz w:w="11906" w:h="16838" w:code="9"/>'
        '<w:pgMar w:top="1418" w:right="1134" w:bottom="1418" w:left="1134" w:header="720" w:footer="720"'
        f' w:gutter="0"/><w:cols w:space="720"/>{bidi}</w:sectPr>'
    )
    return f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"


def _footnotes(writer: Writer, redline: Redline, citations: Citations) -> str:
    """The part that holds the notes, in the order of their references; empty without any."""
    if not citations.notes:
        return ""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:before="0"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    notes = []
    for note in citations.notes:
        start = writer.note_mark(note.mark, note.op, note.by)
        paragraph = Paragraph(Layout("FootnoteText"), note_words(redline, note))
        notes.append(f'<w:footnote w:id="{note.id}">{writer.paragraph(paragraph, start)}</w:footnote>')
    return f"<w:footnotes {NAMESPACES}>{separators}{''.join(notes)}</w:footnotes>"


def settings_xml(has_notes: bool, script: Script) -> str:
    """The part that tells Word how to read the file, and which notes are separators."""
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if has_notes else ""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="1134"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{notes}'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f"{script.lang.replace('w:lang', 'w:themeFontLang')}"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _footer(redline: Redline, conference: Conference | None, script: Script) -> str:
    """What the document is, at the start of the line, and at its end `page / pages`."""
    named = [proposal.number for proposal in redline.proposals]
    numbers = ", ".join(named if len(named) <= MOST_NAMED else [*named[:MOST_NAMED], "…"])
    base = number_line(redline.base.number, redline.base.revision, script.language)
    short = conference.short if conference is not None and redline.proposals else ""
    reference = " – ".join(part for part in (short, numbers, base) if part)
    bidi = "<w:bidi/>" if script.is_right_to_left else ""
    direction = "<w:rPr><w:rtl/></w:rPr>" if script.is_right_to_left else ""

    def run(content: str) -> str:
        return f"<w:r>{direction}{content}</w:r>"

    def page_field(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} ">{run("<w:t>1</w:t>")}</w:fldSimple>'

    line = (
        run(f'<w:t xml:space="preserve">{escaped(reference)}</w:t>')
        + run("<w:tab/>")
        + page_field("PAGE")
        + run('<w:t xml:space="preserve"> / </w:t>')
        + page_field("NUMPAGES")
    )
    return f'<w:ftr {NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Footer"/>{bidi}</w:pPr>{line}</w:p></w:ftr>'
