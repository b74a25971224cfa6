"""Compilations written out. The proposals are made up."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resedit.amend.compilation import Compilation
from resedit.amend.compile import compilation
from resedit.formats.write import COMPILATIONS, write_compilation
from resedit.model.conference import Conference
from resedit.model.enums import Kind, Symbol
from resedit.model.languages import HEADS, heads
from resedit.model.problem import UsageError
from resedit.model.proposal import Added, Amendment, Proposal, Whole
from resedit.model.resolution import Provision, Resolution
from tests.conftest import Golden
from tests.formats.docx.samples import N, parts
from tests.formats.docx.test_docx_schema import faults, roots
from tests.made_up import proposals, resolution_30
from tests.merge.cases import TABLE
from tests.strategies import amendments, proposal, resolutions

VOID = {"meta", "br"}


class Page(HTMLParser):
    """Reads a page: its tags, whether they pair, and its words inside and outside `<ins>` and `<del>`."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self.stack):
            self.words.append(data)


def real() -> Compilation:
    return compilation(resolution_30(), proposals())


@pytest.mark.parametrize("form", ["markdown", "html", "json"])
def test_the_made_up_compilation_is_the_accepted_one(form: str, golden: Golden) -> None:
    written = write_compilation(real(), form)
    assert isinstance(written, str)
    golden.check(f"made-up.compilation.{form}", written)


@given(resolutions(), st.data())
def test_html_is_one_sound_page_and_escapes_everything(base: Resolution, data: st.DataObject) -> None:
    """Tags pair, nothing is loaded or run, and every text of the base can be read off it."""
    made = proposal(base, data.draw(amendments(base)))
    for columns in (False, True):
        written = write_compilation(compilation(base, [made]), "html", columns)
        assert isinstance(written, str)
        page = Page(written)
        assert not page.stack
        assert page.tags <= {
            "html", "head", "meta", "title", "style", "body", "header", "main", "section", "article", "h1", "h2", "h3",
            "p", "div", "span", "b", "strong", "sup", "ins", "del", "table", "thead", "tbody", "tr", "th", "td", "br",
            "dl", "dt", "dd",
        }  # fmt: skip
        assert page.attributes <= {"lang", "dir", "charset", "name", "content", "class", "style", "scope", "colspan"}
        assert "url(" not in written.partition("</style>")[0]
        words = "".join(page.words)
        assert all(item.text.replace("[^", "").replace("]", "") in words.replace("[^", "").replace("]", "")
                   for item in base.walk())  # fmt: skip


def test_html_says_its_language_and_direction() -> None:
    arabic = replace(resolution_30(), language="ar-SA")
    written = write_compilation(compilation(arabic, []), "html", conference=Conference("Made-up & Conference"))
    assert isinstance(written, str)
    assert '<html lang="ar-SA" dir="rtl">' in written
    assert "Made-up &amp; Conference" in written
    wide = write_compilation(real(), "html", columns=True)
    assert isinstance(wide, str)
    assert "@page { size: A4 landscape; }" in wide
    assert '<th scope="col">XYZ/7/1</th>' in wide


TABLES = {
    "body": "p tbl sectPr",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblGrid": "gridCol",
    "tr": "trPr tc",
    "trPr": "cantSplit tblHeader",
    "tc": "tcPr p tbl",
    "tcPr": "tcW gridSpan vMerge tcBorders shd",
}
"""The order of what stands in tables (ECMA-376 Part 1, 17.4)."""


@pytest.mark.parametrize("columns", [False, True])
@pytest.mark.parametrize("language", ["en", "ar-SA", "zh"])
def test_word_files_follow_the_schema(columns: bool, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paragraphs and tables may take turns in the body; all else has its order."""
    from tests.formats.docx import test_docx_schema as schema

    monkeypatch.setattr(schema, "SEQUENCES", {**schema.SEQUENCES, **TABLES})
    choices = {**schema.CHOICES, "body": {"p", "tbl", "sectPr"}, "tc": {"tcPr", "p", "tbl"}}
    monkeypatch.setattr(schema, "CHOICES", choices)
    base = replace(resolution_30(), language=language)
    base = replace(base, provisions=(*base.provisions, *TABLE.provisions))
    made = [*proposals(), of_table(base)]
    data = write_compilation(compilation(base, made), "docx", columns, Conference("Made-up Conference"))
    assert isinstance(data, bytes)
    for part, root in roots(data).items():
        assert not list(faults(root)), part
    document = roots(data)["word/document.xml"]
    assert not document.xpath("//w:ins | //w:del", namespaces=N)
    assert document.xpath("//w:tc[not(*[last()][self::w:p])]", namespaces=N) == []
    assert document.xpath("//w:tbl[following-sibling::*[1][self::w:tbl]]", namespaces=N) == []
    (page,) = document.xpath("//w:pgSz/@w:orient", namespaces=N) or [""]
    assert page == ("landscape" if columns else "")
    used = set(document.xpath("//w:pStyle/@w:val", namespaces=N))
    assert used <= set(roots(data)["word/styles.xml"].xpath("//w:style/@w:styleId", namespaces=N))


def test_word_holds_every_word_and_the_same_bytes_come_out() -> None:
    data = write_compilation(real(), "docx")
    assert isinstance(data, bytes)
    assert data == write_compilation(real(), "docx")
    text = "".join(roots(data)["word/document.xml"].itertext())
    for section in real().sections:
        assert section.text.replace("[^1]", "1") in text
    assert b"w:settings" in parts(data)["word/settings.xml"]


def test_every_request_is_in_every_format() -> None:
    for form in COMPILATIONS:
        for columns in (False, True):
            written = write_compilation(real(), form, columns)
            if isinstance(written, bytes):
                written = "".join(roots(written)["word/document.xml"].itertext())
            for words in ("Antalya, 2006", "taking note", "a third action line", "A made-up note.", "LDCs",
                          "The review comes first.", "has been implemented"):  # fmt: skip
                assert words in written, (form, words)


def of_table(base: Resolution) -> Proposal:
    """A made-up proposal that asks for much of a table at once."""
    row = Provision(
        "", items=(Provision("1 180 MHz", kind=Kind.CELL), Provision("15 dB", kind=Kind.CELL)), kind=Kind.ROW
    )
    asked = (
        Amendment(Symbol.MOD, "resolves-2/table/2/1", Whole("1 165 MHz")),
        Amendment(Symbol.SUP, "resolves-2/table/3"),
        Amendment(Symbol.ADD, "resolves-2/table", items=(Added(row),), after="2"),
    )
    fitting = asked if base.number == "30" else [replace(a, address=a.address.replace("-2", "")) for a in asked]
    return replace(proposal(base, fitting, "XYZ/9/9"), base_revision=base.revision)


def test_tables_are_tables() -> None:
    """A row of cells is a row of cells in the text and in what is asked for, which says of what in the table it is."""
    whole = compilation(TABLE, [of_table(TABLE)])
    assert not whole.problems
    written = {form: write_compilation(whole, form) for form in COMPILATIONS}
    assert (
        "\n| Band | Limit |  |\n| --- | --- | --- |\n| 1 164 MHz | 10 dB<br>a) at most;<br>b) on average |  |\n"
        in str(written["markdown"])
    )
    added = "- **ADD** `XYZ/9/9` to resolves/table, after 2\n\n  | <ins>1 180 MHz</ins> | <ins>15 dB</ins> |\n"
    assert added in str(written["markdown"])
    assert "- **MOD** `XYZ/9/9` resolves/table/2/1  \n  1 " in str(written["markdown"])
    assert "<tr><td>1 200 MHz</td><td>20 dB</td><td>never</td></tr>" in str(written["html"])
    assert "<tr><td><del>1 200 MHz</del></td><td><del>20 dB</del></td><td><del>never</del></td></tr>" in str(
        written["html"]
    )
    assert '<tr><td>Band</td><td colspan="2">Limit</td></tr>' in str(written["html"])
    word = written["docx"]
    assert isinstance(word, bytes)
    rows = [
        ["".join(cell.itertext()) for cell in row.xpath("w:tc", namespaces=N)]
        for row in roots(word)["word/document.xml"].xpath("//w:tr", namespaces=N)
    ]
    for row in (["Band", "Limit"], ["1 200 MHz", "20 dB", "never"], ["1 180 MHz", "15 dB"]):
        assert row in rows
    assert rows.count(["1 200 MHz", "20 dB", "never"]) == 2  # in the text, and where it is suppressed


@pytest.mark.parametrize("language", [*HEADS, "fr-CH", "de"])
def test_heads_are_in_the_language_of_the_base(language: str) -> None:
    """Of the six official ones; others have the English heads."""
    own = heads(language)
    assert (own == HEADS["en"]) is (language in ("en", "de"))
    whole = compilation(replace(resolution_30(), language=language), proposals())
    for form in ("markdown", "html", "docx"):
        for columns in (False, True):
            data = write_compilation(whole, form, columns)
            written = data if isinstance(data, str) else "".join(roots(data)["word/document.xml"].itertext())
            said = (own.title.partition("{}")[0], *own[4:-1], *((own.base,) if columns else ()))
            assert all(head in written for head in said)
            assert ("Touches" in written) is (own == HEADS["en"])
    page = write_compilation(whole, "html")
    assert (' lang="en"' in str(page).partition("<body>")[2]) is (language == "de")


def test_another_format_is_refused() -> None:
    with pytest.raises(UsageError):
        write_compilation(real(), "pdf")
