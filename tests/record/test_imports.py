"""Importing documents with several proposals, without styles, with nothing to import. Made up (source XYZ)."""

from collections.abc import Iterator

import pytest

from resedit.formats.docx.read import read_docx, resolution_lines
from resedit.formats.docx.tracked import read_tracked
from resedit.merge.merge import apply
from resedit.model.enums import Kind, Symbol
from resedit.model.problem import ReseditError
from resedit.record.imports import Import, TwoTextsError, import_document
from resedit.redline.changes import changes
from resedit.wording import criticmarkup
from tests.formats.docx.samples import docx

STYLES = {"MOD": "Proposal", "ADD": "Proposal", "SUP": "Proposal", "NOC": "Proposal", "RES": "ResNo", "On ": "Restitle",
          "res": "Call", "Rea": "Reasons"}  # fmt: skip
ONE = ("RESOLUTION 1 (Nowhere, 2001)", "On one", "resolves", "1\tto {--go--}{++stay++};", "2\tto end.")


TWO = ("RESOLUTION 2 (Nowhere, 2001)", "On two", "resolves", "to end {--now--}{++then++}.")


def document(*lines: str, styled: bool = True, behind: str = "") -> bytes:
    """A Word file of some lines, their changes as CriticMarkup, and what is `behind`; styles told by how they begin."""
    return docx("".join(paragraph(line, STYLES.get(line[:3], "") if styled else "") for line in lines) + behind)


def paragraph(line: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style or "Normal"}"/></w:pPr>{"".join(runs(line))}</w:p>'


def runs(line: str) -> Iterator[str]:
    for op, text, _ in criticmarkup.parse(line).segments:
        name = "delText" if op == "delete" else "t"
        words = "<w:tab/>".join(f'<w:{name} xml:space="preserve">{part}</w:{name}>' for part in text.split("\t"))
        mark = {"delete": "del", "insert": "ins"}.get(op, "")
        run = f"<w:r>{words}</w:r>"
        yield f'<w:{mark} w:id="1" w:author="A">{run}</w:{mark}>' if mark else run


def imported(data: bytes, number: str = "") -> Import:
    return import_document(read_tracked(data, "made-up.docx"), lambda *_: None, number=number)


def test_a_document_holds_several_proposals() -> None:
    """MOD, ADD, SUP and NOC blocks, each with its own text and reasons."""
    made = imported(
        document(
            "MOD\tXYZ/7/1", *ONE, "Reasons:\tso", "ADD\tXYZ/7/2", "RESOLUTION [XYZ-1] (Nowhere, 2001)", "On new",
            "resolves", "1\tto begin.", "Reasons:\twhy not", "SUP\tXYZ/7/3", "RESOLUTION 3 (Nowhere, 2001)", "On three",
            "Reasons:\told", "NOC\tXYZ/7/4", "RESOLUTION 4 (Nowhere, 2001)", "On four", "resolves", "to do nothing.",
        )
    )  # fmt: skip
    found = [(one.proposal.symbol, one.number, one.proposal.reasons) for one in made.proposals]
    assert found == [
        (Symbol.MOD, "1", "so"), (Symbol.ADD, "[XYZ-1]", "why not"), (Symbol.SUP, "3", "old"), (Symbol.NOC, "4", ""),
    ]  # fmt: skip
    assert [one.base.reference if one.base else "" for one in made.proposals] == [
        "1 (Nowhere, 2001)", "", "3 (Nowhere, 2001)", "4 (Nowhere, 2001)"]  # fmt: skip
    assert any("no more than the title of RESOLUTION 3" in loss.detail for loss in made.losses)


TWICE = ("MOD\tXYZ/7/1", *ONE, "Reasons:\tso", "MOD\tXYZ/7/2", *ONE[:3], "1\tto go;", "2\tto {--end--}{++begin++}.")


def test_two_proposals_on_one_text_that_stands_below_each() -> None:
    """One base, two proposals, each with its own changes."""
    first, second = imported(document(*TWICE)).proposals
    assert first.base == second.base
    assert [[a.address for a in one.proposal.amendments] for one in (first, second)] == [["resolves/1"], ["resolves/2"]]


@pytest.mark.parametrize("styled", [True, False])
def test_what_stands_behind_reasons_is_more_of_them_and_listed(styled: bool) -> None:
    """Nothing tells it but where it stands. What is under a head of the cover matter is not, nor what follows that."""
    second = ("MOD\tXYZ/7/2", *ONE[:3], "1\tto go;", "2\tto {--end--}{++begin++}.", "Reasons: no", "More.", "____")
    lines = ("MOD\tXYZ/7/1", *ONE, "Reasons:\tso", "More of them.", "Summary: all of it.", "Further.", *second)
    made = imported(document(*lines, styled=styled))
    said = [(one.proposal.reasons, one.proposal.cover.summary) for one in made.proposals]
    assert said == [("so\nMore of them.", ""), ("no\nMore.", "all of it.\nFurther.")]
    taken = [loss.place for loss in made.losses if "taken as more of them" in loss.detail]
    assert taken == [8, len(lines) - 1]


def test_what_stands_around_a_heading_is_of_no_reasons() -> None:
    """A heading begins what leads to the next proposal, with the lines above it: its cover matter."""
    between = ["Of another resolution", "Background", "It is old."]
    leading = "".join(paragraph(line, "Headingb" if line == "Background" else "") for line in between)
    second = ("MOD\tXYZ/7/2", *ONE[:3], "1\tto go;", "2\tto {--end--}{++begin++}.")
    last = "".join(paragraph(line, STYLES.get(line[:3], "")) for line in second)
    made = imported(document("MOD\tXYZ/7/1", *ONE, "Reasons:\tso", behind=leading + last))
    said = [(one.proposal.reasons, one.proposal.cover.summary) for one in made.proposals]
    assert said == [("so", ""), ("", "\n".join(between))]


def gone(words: str) -> str:
    """A paragraph that is deleted with its mark."""
    mark = '<w:rPr><w:del w:id="2" w:author="A"/></w:rPr>'
    run = f'<w:del w:id="3" w:author="A"><w:r><w:delText>{words}</w:delText></w:r></w:del>'
    return f"<w:p><w:pPr>{mark}</w:pPr>{run}</w:p>"


def test_what_is_deleted_around_a_text_does_not_come_back() -> None:
    """Reasons and cover matter that stand in the original only are listed."""
    made = imported(document("MOD\tXYZ/7/1", *ONE, behind=gone("Reasons: gone")))
    assert made.proposals[0].proposal.reasons == ""
    assert ["a change in the reasons" in loss.detail for loss in made.losses] == [True]
    text = "".join(paragraph(line, STYLES.get(line[:3], "")) for line in ("MOD\tXYZ/7/1", *ONE))
    made = imported(document(behind=gone("Summary: gone") + text))
    assert made.proposals[0].proposal.cover.summary == ""
    assert [loss.detail for loss in made.losses] == ["deleted above the text: Summary: gone"]


@pytest.mark.parametrize("head", ["Reasons:", "REASONS :", "Motifs :", "Motivos:", "Основания:", "理由：", "الأسباب:"])
def test_reasons_are_told_by_their_first_word(head: str) -> None:
    """In each language of the templates, with no style; they end the text, and the first paragraph is no guess."""
    made = imported(document("MOD\tXYZ/7/1", *ONE, head, "Because.", styled=False))
    assert (made.proposals[0].proposal.reasons, made.losses) == ("Because.", ())


@pytest.mark.parametrize(
    "line",
    [
        "DRAFT NEW RESOLUTION [XYZ-1] (Nowhere, 2001)", "Draft new Resolution [XYZ-1] (Nowhere, 2001)",
        "PROJET DE NOUVELLE RÉSOLUTION [XYZ-1] (Nowhere, 2001)", "第[XYZ-1]号新决议草案（Nowhere, 2001）",
        "PROYECTO DE NUEVA RESOLUCIÓN [XYZ-1] (Nowhere, 2001)", "ПРОЕКТ НОВОЙ РЕЗОЛЮЦИИ [XYZ-1] (Nowhere, 2001)",
        "مشروع قرار جديد [XYZ-1] (Nowhere, 2001)",
    ],
)  # fmt: skip
def test_a_draft_of_a_new_resolution_is_one(line: str) -> None:
    """What its heading says beside the number is not printed, and listed."""
    made = imported(document("ADD\tXYZ/7/1", line, "On new", "1\tto begin.", styled=False))
    (one,) = made.proposals
    assert (one.proposal.target, one.proposal.symbol) == ("[XYZ-1] (Nowhere, 2001)", Symbol.ADD)
    assert [(loss.place, line in loss.detail) for loss in made.losses] == [(2, True)]


def test_two_new_resolutions_of_one_number_are_refused() -> None:
    new = ("RESOLUTION [XYZ-1]", "On new", "1\tto begin.")
    with pytest.raises(ReseditError, match="XYZ/7/1 and XYZ/7/2 are about two resolutions of one number"):
        imported(document("ADD\tXYZ/7/1", *new, "ADD\tXYZ/7/2", *new))


@pytest.mark.parametrize("styled", [True, False])
@pytest.mark.parametrize("head", ["ANNEX 1 TO RESOLUTION 1 (Nowhere, 2001)", "Annexe", "ANEXO 1", "附件1"])
def test_an_annex_is_a_call_of_its_own(head: str, styled: bool) -> None:
    """What is in it stands below its heading, and counts for itself."""
    annex = paragraph(head, "AnnexNo" if styled else "") + paragraph("On limits", "Annextitle" if styled else "")
    annex += "".join(paragraph(line, "") for line in ("1\tthe first;", "2\tthe {--last--}{++second++}."))
    data = document("MOD\tXYZ/7/1", *ONE, styled=styled, behind=annex)
    (made,) = imported(data).proposals
    assert made.base is not None
    resolves, added = made.base.provisions
    assert [item.label for item in resolves.items] == ["1", "2"]
    assert (added.kind, added.text, [item.label for item in added.items]) == (Kind.CALL, head, ["", "1", "2"])
    assert [a.address.split("/")[-1] for a in made.proposal.amendments] == ["1", "2"]


def test_an_annex_behind_the_reasons_is_listed() -> None:
    """It is no part of them, and of no text."""
    made = imported(document("MOD\tXYZ/7/1", *ONE, "Reasons: so", "ANNEX", "Limits.", styled=False))
    assert made.proposals[0].proposal.reasons == "so"
    assert [loss.detail for loss in made.losses] == [
        f"outside of the text of XYZ/7/1: {s}" for s in ("ANNEX", "Limits.")
    ]


def test_a_title_of_several_paragraphs_is_one_and_listed() -> None:
    """Joined by a blank in either text, whichever of its paragraphs come and go; proved like any other."""
    title = paragraph("On one", "Restitle") + paragraph("{++and two++}", "Restitle") + paragraph("at last", "Restitle")
    made = imported(document("MOD\tXYZ/7/1", ONE[0], behind=title + paragraph("1\tto go.", "")))
    (one,) = made.proposals
    assert one.base is not None and one.base.title == "On one at last"
    assert apply(one.base, [one.proposal]).final().title == "On one and two at last"
    assert {(loss.place, loss.detail) for loss in made.losses} == {
        (place, "the title goes on in this paragraph, and is read as one") for place in (4, 5)
    }


def test_two_proposals_on_two_texts_of_one_resolution_are_refused_with_the_differences() -> None:
    lines = [line.replace("to go;", "to leave;") for line in TWICE]
    with pytest.raises(TwoTextsError) as found:
        imported(document(*lines))
    assert found.value.message.startswith("XYZ/7/1 and XYZ/7/2 are written for two texts of 1 (Nowhere, 2001)")
    assert [change.name for change in changes(found.value.redline)] == ["resolves/1"]


def test_verify_reads_the_text_of_the_proposal() -> None:
    """Of two that stand in one document, the one below its own number."""
    word = read_docx(document(*TWICE), accept=True)
    for number, line in (("XYZ/7/1", "1\tto stay;"), ("XYZ/7/2", "1\tto go;")):
        assert line in resolution_lines(word, ("1", "Nowhere, 2001"), number)


def test_a_text_without_styles_has_the_same_structure() -> None:
    """Its own shape tells: number line, title, the verbs of calls, labels."""
    styled, plain = (imported(document("MOD\tXYZ/7/1", *ONE, styled=s)).proposals[0] for s in (True, False))
    assert plain.base == styled.base
    assert plain.proposal == styled.proposal


def test_the_number_may_be_given() -> None:
    (made,) = imported(document(*ONE), "XYZ/9/1").proposals
    assert (made.proposal.number, made.proposal.source) == ("XYZ/9/1", "XYZ")


def test_a_number_that_is_given_is_never_ignored() -> None:
    """It may be the one that the document names; with any other there is no telling which is meant."""
    assert imported(document("MOD\tXYZ/7/1", *ONE), "XYZ/7/1").proposals
    with pytest.raises(ReseditError, match="the document names XYZ/7/1, not XYZ/8/1"):
        imported(document("MOD\tXYZ/7/1", *ONE), "XYZ/8/1")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (ONE, "no line of the document names a proposal"),
        (("words", "more words"), "holds no resolution"),
        (("MOD\tXYZ/7/1", "MOD\tXYZ/7/2", *ONE), "propose changes to one text"),
        (("MOD\tXYZ/7/1", "ARTICLE 5", "On five"), "“ARTICLE 5”, in paragraph 2, below MOD XYZ/7/1, is no number line"),
        (("MOD\tXYZ/7/1", "Part II", "DECISION 5", "On five"), "“DECISION 5”, in paragraph 3, below"),
        (
            ("MOD\tXYZ/7/1", "RECOMMENDATION 12 (Nowhere, 2001)", "On"),
            "“RECOMMENDATION 12 .Nowhere, 2001.”, in paragraph 2",
        ),
        (("MOD\tXYZ/7/1", "RÉSOLUTION nouvelle", "Sur"), "“RÉSOLUTION nouvelle”, in paragraph 2"),
        (("ADD\tXYZ/7/1", "DRAFT NEW RESOLUTION", "On"), "“DRAFT NEW RESOLUTION”, in paragraph 2"),
        (("DECISION 5 (Nowhere, 2001)", "On five"), "“DECISION 5 .Nowhere, 2001.”, in paragraph 1 is no number line"),
        (("MOD\tXYZ/7/1",), "MOD XYZ/7/1, in paragraph 1, stands above no text"),
        (("MOD\tXYZ/7/1", "RESOLUTION 1 (Nowhere, 2001)"), "has no title"),
        (("MOD\tXYZ/7/1", *ONE, "MOD\tXYZ/7/1", *TWO), "two proposals are called XYZ/7/1 .paragraphs 1 and 7"),
        (("MOD\tXYZ/7/1", *ONE, *TWO), "“RESOLUTION 2 .Nowhere, 2001.”, in paragraph 7, begins a text of no proposal"),
        (("MOD\tXYZ/7/1", *ONE, "MOD\tXYZ/7/2", "RESOLUTION 1", *TWO[1:]), "XYZ/7/1 and XYZ/7/2 are about two resol"),
        ((*ONE, *TWO), "the document holds 2 resolutions .paragraphs 1, 6. and names no proposal"),
    ],
)
def test_what_cannot_be_imported_is_said(lines: tuple[str, ...], message: str) -> None:
    with pytest.raises(ReseditError, match=message):
        imported(document(*lines))


def test_a_text_suppressed_word_by_word_is_its_own_base() -> None:
    """Every line deleted: the original text is the base, and the proposal suppresses it as a whole."""
    deleted = [f"{{--{line}--}}" for line in ("RESOLUTION 1 (Nowhere, 2001)", "On one", "1\tto go.")]
    data = docx(
        paragraph("SUP\tXYZ/7/1", "Proposal")
        + "".join(paragraph(line, style) for line, style in zip(deleted, ("ResNo", "Restitle", ""), strict=True))
    )
    (made,) = imported(data).proposals
    assert made.base is not None
    assert (made.base.title, [item.label for item in made.base.provisions]) == ("On one", ["1"])
    assert (made.proposal.symbol, made.proposal.amendments) == (Symbol.SUP, ())


def test_changes_in_a_text_that_is_not_changed_are_told() -> None:
    made = imported(document("NOC\tXYZ/7/1", *ONE))
    assert any("changes in the text of NOC XYZ/7/1" in loss.detail for loss in made.losses)
