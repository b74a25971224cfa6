"""List numbers as Word computes them, in both texts."""

import pytest

from resedit.formats.docx.counting import counted
from resedit.formats.docx.ooxml import W
from resedit.formats.docx.paragraphs import old_number
from resedit.formats.docx.tracked import read_tracked
from resedit.redline.document import LossKind
from tests.formats.docx.samples import docx
from tests.formats.docx.xml import DEEP, gone, ins, level, listed, numbering, p, run


def labels(body: str, levels: str, *overrides: str, styles: str = "") -> list[str]:
    parts = {"numbering": numbering(levels, *overrides)}
    if styles:
        parts["styles"] = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
    return [line.label for line in read_tracked(docx(body, **parts)).final().lines]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([0, 0, 1, 1, 0, 1], ["1.", "2.", "2.a", "2.b", "3.", "3.a"]),
        ([1, 2, 2, 1, 2], ["1.a", "(i)", "(ii)", "1.b", "(i)"]),
        ([0, 2, 0, 2], ["1.", "(i)", "2.", "(i)"]),
    ],
)
def test_levels_start_anew_below_one_that_counts(levels: list[int], expected: list[str]) -> None:
    assert labels("".join(listed(run("x"), 1, index) for index in levels), DEEP) == expected


def test_a_level_that_never_starts_anew() -> None:
    deep = level(0, "%1.") + level(1, "%2)", more='<w:lvlRestart w:val="0"/>')
    body = "".join(listed(run("x"), 1, index) for index in (0, 1, 0, 1))
    assert labels(body, deep) == ["1.", "1)", "2.", "2)"]


def test_lists_on_one_definition_count_on_unless_they_say_where_to_start() -> None:
    body = "".join(listed(run("x"), number) for number in (1, 1, 2, 3, 3, 1))
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    assert labels(body, DEEP, "", start) == ["1.", "2.", "3.", "5.", "6.", "7."]


def test_a_list_with_a_level_of_its_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperLetter")}</w:lvlOverride>'
    assert labels(listed(run("x"), 2), DEEP, own) == ["A)"]


def test_legal_numbers_are_decimal() -> None:
    deep = level(0, "%1", "upperRoman") + level(1, "%1.%2", more="<w:isLgl/>")
    assert labels(listed(run("x"), 1, 0) + listed(run("x"), 1, 1), deep) == ["I", "1.1"]


def test_numbers_by_style() -> None:
    """The style names the list, the list's level names the style; one based on it counts along."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="Head"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Head"/></w:style>'
    )
    deep = level(0, "%1.") + level(1, "%1.%2", more='<w:pStyle w:val="Sub"/>')
    none = p(run("x"), style="Head", properties='<w:numPr><w:numId w:val="0"/></w:numPr>')
    body = p(run("x"), style="Head") + p(run("x"), style="Sub") + none + p(run("x"), style="Head")
    assert labels(body, deep, styles=styles) == ["1.", "1.1", "", "2."]


def test_styles_and_lists_that_go_in_a_circle() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    link = '<w:numStyleLink w:val="L"/>'
    assert labels(p(run("x"), style="A") + listed(run("x")), link, styles=styles) == ["", ""]


@pytest.mark.parametrize(("text", "expected"), [("\uf0b7", "•"), ("–", "–"), ("\uf123", "•")])
def test_bullets(text: str, expected: str) -> None:
    assert labels(listed(run("x")), level(0, text, "bullet")) == [expected]


def test_each_text_counts_for_itself() -> None:
    body = listed(run("a")) + listed(ins(run("b")), 1, 0, "ins") + listed(run("c")) + listed(gone("d"), 1, 0, "del")
    body += listed(run("e"))
    document = read_tracked(docx(body, numbering=numbering(DEEP)))
    assert [line.label for line in document.original().lines] == ["1.", "2.", "3.", "4."]
    assert [(line.label, line.text) for line in document.final().lines] == [
        ("1.", "a"),
        ("2.", "b"),
        ("3.", "c"),
        ("4.", "e"),
    ]
    assert [(line.label.original(), line.label.final()) for line in document.lines] == [
        ("1.", "1."), ("", "2."), ("2.", "3."), ("3.", ""), ("4.", "4.")
    ]  # fmt: skip


def test_numbering_that_was_inserted_or_changed() -> None:
    inserted = listed(run("a"), inside='<w:ins w:id="1" w:author="n"/>')
    changed = listed(run("b"), inside='<w:numberingChange w:id="2" w:author="n" w:original="%1:3:4:)"/>')
    before = "<w:pPrChange w:author='n'><w:pPr/></w:pPrChange>"
    was_plain = p(run("c"), properties=f'<w:numPr><w:numId w:val="1"/></w:numPr>{before}')
    document = read_tracked(docx(inserted + changed + was_plain, numbering=numbering(DEEP)))
    assert [line.label for line in document.original().lines] == ["", "c)", ""]
    assert [line.label for line in document.final().lines] == ["1.", "2.", "3."]
    assert [line.label.by() for line in document.lines] == [("n",), ("n",), ("n",)]


def test_indents_of_level_style_and_paragraph() -> None:
    deep = level(0, "%1.", more='<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')
    body = listed(run("x")) + p(run("y"), properties='<w:ind w:start="100" w:firstLine="50"/>')
    document = read_tracked(docx(body, numbering=numbering(deep)))
    assert [(line.indent, line.hanging) for line in document.lines] == [(720, 360), (100, -50)]


@pytest.mark.parametrize(
    ("format_", "expected"),
    [
        ("decimal", "1 2 27"), ("decimalZero", "01 02 27"), ("lowerLetter", "a b aa"), ("upperRoman", "I II XXVII"),
        ("arabicAbjad", "أ ب غ"), ("arabicAlpha", "أ ب ي"), ("hebrew1", "א ב כז"), ("hebrew2", "א ב הה"),
        ("russianLower", "а б я"), ("ordinal", "1st 2nd 27th"), ("ideographTraditional", "甲 乙 庚庚庚"),
        ("chineseCounting", "一 二 二十七"), ("decimalEnclosedCircle", "① ② 27"), ("hex", "1 2 27"),
    ],
)  # fmt: skip
def test_formats(format_: str, expected: str) -> None:
    numbers = (1, 2, {"arabicAbjad": 28, "arabicAlpha": 28, "russianLower": 28}.get(format_, 27))
    assert " ".join(counted(number, format_) for number in numbers) == expected


def test_a_format_that_nobody_knows_is_told() -> None:
    document = read_tracked(docx(listed(run("x")), numbering=numbering(level(0, "%1.", "hex"))))
    assert [(loss.kind, loss.detail) for loss in document.losses] == [(LossKind.NUMBERING, "hex")]
    assert document.final().lines[0].label == "1."


@pytest.mark.parametrize("format_", ["lowerLetter", "lowerRoman", "hebrew2", "arabicAbjad"])
def test_absurd_numbers_stay_short(format_: str) -> None:
    assert counted(999_999_999, format_) == "999999999"


@pytest.mark.parametrize(("original", "expected"), [("%1:3:4:)", "c)"), ("%1:2:0:.%2:1:2:", "2.i"), ("1)", "1)")])
def test_numbers_as_old_files_record_them(original: str, expected: str) -> None:
    assert old_number(original) == expected
