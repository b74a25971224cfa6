"""Cutting a document into the texts in it. Made up (source XYZ)."""

import pytest

from resedit.formats.docx.tracked import read_tracked
from resedit.model.enums import Symbol
from resedit.structure.calls import is_annex
from resedit.structure.sections import Section, section_lines, section_of, sections, words
from tests.record.test_imports import ONE, TWO, document

ORIGINAL = ["RESOLUTION 1 (Nowhere, 2001)", "On one", "resolves", "1\tto go;", "2\tto end."]
FINAL = [line.replace("go", "stay") for line in ORIGINAL]


def found(*lines: str, styled: bool = True) -> list[Section]:
    return sections(read_tracked(document(*lines, styled=styled)).lines)[0]


def said(*lines: str, proposal: str = "", original: bool = False) -> list[str]:
    read = read_tracked(document(*lines))
    section = section_of(sections(read.lines)[0], ("1", "Nowhere, 2001"), proposal)
    assert section is not None
    return section_lines(section, read, original, "en")


@pytest.mark.parametrize("styled", [True, False])
def test_without_proposals_each_number_line_begins_a_text(styled: bool) -> None:
    made = found("Final acts", *ONE, "Reasons: so", *TWO, styled=styled)
    assert [(one.number, words(one.text[0]), len(one.text), len(one.reasons)) for one in made] == [
        ("", "RESOLUTION 1 (Nowhere, 2001)", 5, 1), ("", "RESOLUTION 2 (Nowhere, 2001)", 4, 0)]  # fmt: skip


def test_a_number_line_in_cover_matter_begins_no_text() -> None:
    """It stands before the line of a proposal, and nothing follows it."""
    made = found("MOD\tXYZ/7/1", *ONE, "Reasons: so", "Summary: of", TWO[0], "MOD\tXYZ/7/2", *TWO)
    assert [(one.number, len(one.front)) for one in made] == [("XYZ/7/1", 0), ("XYZ/7/2", 2)]


def test_a_renumbered_resolution_is_one_text() -> None:
    """Its number line may go as one paragraph and come as another."""
    (one,) = found("MOD\tXYZ/7/1", "{--RESOLUTION 1 (Nowhere, 2001)--}", *TWO)
    assert len(one.text) == 5


@pytest.mark.parametrize(
    ("symbol", "original", "final"),
    [("MOD", ORIGINAL, FINAL), ("ADD", [], FINAL), ("SUP", ORIGINAL, ORIGINAL[:2]), ("NOC", ORIGINAL, ORIGINAL)],
)
def test_the_two_texts_are_those_of_the_symbol(symbol: str, original: list[str], final: list[str]) -> None:
    assert said(f"{symbol}\tXYZ/7/1", *ONE, original=True) == original
    assert said(f"{symbol}\tXYZ/7/1", *ONE) == final


def test_one_text_below_several_proposals_is_of_all_of_them() -> None:
    lines = ("NOC\tXYZ/7/1", "SUP\tXYZ/7/2", *ONE)
    for proposal in ("XYZ/7/1", "XYZ/7/2", ""):
        assert said(*lines, proposal=proposal) == FINAL


@pytest.mark.parametrize(
    ("number", "proposal", "expected"),
    [
        (("1", "Nowhere, 2001"), "XYZ/7/2", "XYZ/7/2"),
        (("2", "Nowhere, 2001"), "", "XYZ/7/2"),
        (("2", "Rev. Nowhere, 2005"), "XYZ/8/1", "XYZ/7/2"),
        (("3", ""), "", "XYZ/7/1"),
    ],
)
def test_a_text_is_found_by_proposal_then_by_number(number: tuple[str, str], proposal: str, expected: str) -> None:
    """And where nothing fits, it is the first: what differs shows that it is another."""
    section = section_of(found("MOD\tXYZ/7/1", *ONE, "MOD\tXYZ/7/2", *TWO), number, proposal)
    assert section is not None
    assert (section.number, section.symbol) == (expected, Symbol.MOD)
    assert section_of(found("a letter"), number, proposal) is None


@pytest.mark.parametrize("begin", ["MOD\tXYZ/", "ANNEX TO RESOLUTION ", "RESOLUTION ", "RESOLUTION 1 (", "Reasons "])
def test_a_long_line_is_read_as_fast_as_others(begin: str) -> None:
    """However it goes on: a form that is tried in every way would never come to an end."""
    assert found(f"{begin}{'1' * 200_000} /,", styled=False) == []


@pytest.mark.parametrize(
    "line",
    ["ANNEX", "Annex 2", "ANNEX A", "APPENDIX I", "ANNEX 1 TO RESOLUTION 30 (Rev. Nowhere, 2001)",
     "Annex to draft new Resolution [XYZ-1]", "ANNEXE 1 DE LA RÉSOLUTION 30", "ANEXO 1 A LA RESOLUCIÓN 30 (Nowhere)",
     "ПРИЛОЖЕНИЕ К РЕЗОЛЮЦИИ 30", "الملحق 1 بالقرار 30", "附件1", "第30号决议（2001年）附件"],
)  # fmt: skip
def test_the_heading_of_an_annex(line: str) -> None:
    assert is_annex(line)


@pytest.mark.parametrize(
    "line",
    ["Annex 1 contains the list;", "annexes", "ANNEX 1:", "annex 1 of the resolution shall apply", "Annexed rules",
     "Annex 1 to this text", "附件1规定的限值"],
)  # fmt: skip
def test_what_heads_no_annex(line: str) -> None:
    assert not is_annex(line)
