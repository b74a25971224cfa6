"""Word files read with every change accepted, and with every one rejected."""

import json
import os
import re
from pathlib import Path

import pytest

from resedit.formats.docx.ooxml import W
from resedit.formats.docx.read import read_docx, resolution_lines
from resedit.model.problem import ReseditError
from tests.conftest import ROOT
from tests.formats.docx.samples import docx, parts, zipped
from tests.formats.docx.xml import cite, field, gone, ins, note, p, row, run, table

CORPUS = Path(os.environ.get("RESEDIT_CORPUS", ROOT.parent / "shared" / "corpus"))


CASES = [
    pytest.param(p(run("a") + ins(run("b")) + gone("c")), ["ab"], ["ac"], id="runs"),
    pytest.param(
        p(run("a") + ins(run("b") + gone("c"))), ["ab"], ["a"], id="a deletion inside an insertion is gone either way"
    ),
    pytest.param(p(gone("a"), "del") + p(run("b")), ["b"], ["a", "b"], id="a deleted paragraph"),
    pytest.param(p(run("a")) + p(ins(run("b")), "ins") + p(run("c")), ["a", "b", "c"], ["a", "c"], id="a new one"),
    pytest.param(
        p(run("a"), "del") + p(run("b"), "del") + p(run("c"), "del") + p(run("d")),
        ["abcd"],
        ["a", "b", "c", "d"],
        id="a chain of deleted marks",
    ),
    pytest.param(p(run("a"), "ins", "del") + p(run("b")), ["ab"], ["ab"], id="a mark inserted and deleted"),
    pytest.param(p(gone("a")) + p(run("b")), ["", "b"], ["a", "b"], id="an untouched mark stays"),
    pytest.param(p(run("a"), "del") + table(row("t")), ["a", "t"], ["a", "t"], id="no merging into a table"),
    pytest.param(p(gone("a"), "del") + table(row("t")), ["t"], ["a", "t"], id="an empty one before a table goes"),
    pytest.param(p(run("a")) + p(gone("b"), "del"), ["a"], ["a", "b"], id="the last paragraph"),
    pytest.param(
        p(f"<w:moveFrom>{run('a')}</w:moveFrom>", "moveFrom")
        + p(run("b"))
        + p(f"<w:moveTo>{run('a')}</w:moveTo>", "moveTo")
        + p(run("c")),
        ["b", "a", "c"],
        ["a", "b", "c"],
        id="a move",
    ),
    pytest.param(
        table(row("a"), row("b", "<w:del/>"), row("c", "<w:ins/>")), ["a", "c"], ["a", "b"], id="rows"
    ),
    pytest.param(
        p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:cr/></w:r>"),
        ["a\tb c\u2011d "],
        ["a\tb c\u2011d "],
        id="text that is not w:t",
    ),
    pytest.param(
        p(f"<w:hyperlink>{run('a')}</w:hyperlink><w:smartTag>{ins(run('b'))}</w:smartTag>"
          f"<w:sdt><w:sdtPr/><w:sdtContent>{gone('c')}</w:sdtContent></w:sdt>"),
        ["ab"],
        ["ac"],
        id="wrappers are transparent",
    ),
    pytest.param(
        p(field(" PAGE ", "7") + f'<w:fldSimple w:instr=" DATE ">{run("today")}</w:fldSimple>'),
        ["7today"],
        ["7today"],
        id="fields read as their results",
    ),
    pytest.param(
        p(run("a") + f"<w:del>{field(' PAGE ', '7', 'delInstrText').replace('w:t>', 'w:delText>')}</w:del>"),
        ["a"],
        ["a7"],
        id="a deleted field",
    ),
    pytest.param(
        p('<w:r><w:rPr><w:ins w:id="1"/><w:rPrChange><w:rPr><w:ins w:id="2"/></w:rPr></w:rPrChange></w:rPr>'
          "<w:t>a</w:t></w:r>"),
        ["a"],
        ["a"],
        id="a marker among properties wraps nothing",
    ),
    pytest.param(f"<w:sdt><w:sdtContent>{p(gone('a'), 'del')}</w:sdtContent></w:sdt>{p(run('b'))}", ["b"], ["a", "b"],
                 id="paragraphs in a content control"),
    pytest.param(
        p('<w:r><w:sym w:font="Symbol" w:char="2192"/><w:drawing><w:t>box</w:t></w:drawing></w:r>'),
        ["→"],
        ["→"],
        id="symbols with a character, no text boxes",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "accepted", "rejected"), CASES)
def test_accepting_and_rejecting(body: str, accepted: list[str], rejected: list[str]) -> None:
    data = docx(body)
    assert [paragraph.text for paragraph in read_docx(data, accept=True).paragraphs] == accepted
    assert [paragraph.text for paragraph in read_docx(data, accept=False).paragraphs] == rejected


@pytest.mark.parametrize(("body", "accepted", "rejected"), CASES)
def test_the_strict_namespace_reads_the_same(body: str, accepted: list[str], rejected: list[str]) -> None:
    strict = {name: xml.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
              for name, xml in parts(docx(body)).items()}  # fmt: skip
    assert [paragraph.text for paragraph in read_docx(zipped(strict), accept=True).paragraphs] == accepted
    assert [paragraph.text for paragraph in read_docx(zipped(strict), accept=False).paragraphs] == rejected


@pytest.mark.parametrize(
    ("body", "has_changes"), [(p(run("a")), False), (p(ins(run("a"))), True), (p("", "del"), True)]
)
def test_whether_there_are_changes(body: str, has_changes: bool) -> None:
    assert read_docx(docx(body), accept=True).has_changes is has_changes


def test_a_symbol_without_a_character_is_counted() -> None:
    found = read_docx(docx(p('<w:r><w:t>a</w:t><w:sym w:font="Symbol" w:char="F02A"/></w:r>')), accept=True)
    assert (found.paragraphs[0].text, found.glyphs) == ("a", 1)


def test_a_merged_paragraph_keeps_the_style_of_what_is_left_in_it() -> None:
    body = p(run("head"), "del", style="ResNo") + p(run("body"), style="Normal")
    body += p(gone("x"), "del", style="Call") + p(run("y"), style="Normal")
    found = [(paragraph.style, paragraph.text) for paragraph in read_docx(docx(body), accept=True).paragraphs]
    assert found == [("ResNo", "headbody"), ("Normal", "y")]


def test_a_rejected_change_of_style_gives_the_old_one() -> None:
    body = (f'<w:p><w:pPr><w:pStyle w:val="Call"/><w:pPrChange w:id="1"><w:pPr><w:pStyle w:val="Normal"/></w:pPr>'
            f"</w:pPrChange></w:pPr>{run('a')}</w:p>")  # fmt: skip
    assert [read_docx(docx(body), accept=view).paragraphs[0].style for view in (True, False)] == ["Call", "Normal"]


def test_notes_count_in_the_order_of_each_view() -> None:
    footnotes = (
        note(1, run(" old")) + note(2, run(" kept ") + ins(run("new")) + gone("before")) + note(3, run("\tstar"))
    )
    footnotes += note(4, run("nobody refers to this"))
    body = p(run("a") + f"<w:del>{cite(1)}</w:del>" + run("b") + cite(2) + cite(3, "*"))
    data = docx(body, footnotes=f'<w:footnotes xmlns:w="{W}">{footnotes}</w:footnotes>')
    accepted, rejected = (read_docx(data, accept=view) for view in (True, False))
    assert accepted.paragraphs[0].text == "ab[^1][^*]"
    assert [(n.label, n.text) for n in accepted.notes] == [("1", "kept new"), ("*", "star")]
    assert rejected.paragraphs[0].text == "a[^1]b[^2][^*]"
    assert [(n.label, n.text) for n in rejected.notes] == [("1", "old"), ("2", "kept before"), ("*", "star")]


def test_endnotes_count_in_small_roman_numerals() -> None:
    endnotes = f'<w:endnotes xmlns:w="{W}"><w:endnote w:id="5"><w:p>{run("end")}</w:p></w:endnote></w:endnotes>'
    found = read_docx(docx(p(run("a") + '<w:r><w:endnoteReference w:id="5"/></w:r>'), endnotes=endnotes), accept=True)
    assert (found.paragraphs[0].text, [(n.label, n.text) for n in found.notes]) == ("a[^i]", [("i", "end")])


DOCUMENT = "".join(
    p(run(text), style=style)
    for style, text in (
        ("Normal", "before"),
        ("Proposal", "MOD"),
        ("ResNo", "RESOLUTION 1"),
        ("Restitle", "Title"),
        ("Normal", ""),
        ("Call", "resolves"),
        ("Reasons", "Reasons: none"),
        ("ResNo", "RESOLUTION 2"),
        ("Restitle", "Other title"),
    )
)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1", ["RESOLUTION 1", "Title", "resolves"]),
        ("2", ["RESOLUTION 2", "Other title"]),
        ("3", ["RESOLUTION 1", "Title", "resolves"]),
    ],
)
def test_the_lines_of_one_resolution(number: str, expected: list[str]) -> None:
    assert resolution_lines(read_docx(docx(DOCUMENT), accept=True), (number, "")) == expected


def test_no_resolution_is_said() -> None:
    with pytest.raises(ReseditError, match="holds no resolution"):
        resolution_lines(read_docx(docx(p(run("a letter"))), accept=True))


def corpus() -> list[tuple[str, str]]:
    expected = CORPUS / "docx" / "expected.json"
    names = json.loads(expected.read_text("utf-8")) if expected.exists() else {}
    return [(name, view) for name in names for view in ("accept", "reject")]


@pytest.mark.skipif(not corpus(), reason="no ../shared/corpus/docx/expected.json (or $RESEDIT_CORPUS)")
@pytest.mark.parametrize(("name", "view"), corpus())
def test_files_of_other_programs(name: str, view: str) -> None:
    """As two independent implementations read them."""
    expected = json.loads((CORPUS / "docx" / "expected.json").read_text("utf-8"))[name][view]
    found = read_docx((CORPUS / "docx" / name).read_bytes(), accept=view == "accept", file=name)
    plain = [re.sub(r"\[\^[^\]]+\]", "[fn]", paragraph.text).replace("\u2011", "-") for paragraph in found.paragraphs]
    assert [" ".join(text.split()) for text in plain if text.strip()] == expected
