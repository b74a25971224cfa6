"""Importing documents with several proposals, without styles, with nothing to import. Made up (source XYZ)."""

from collections.abc import Iterator

import pytest

from resedit.formats.docx.read import read_docx, resolution_lines
from resedit.formats.docx.tracked import read_tracked
from resedit.model.enums import Symbol
from resedit.model.problem import ReseditError
from resedit.record.imports import Import, TwoTextsError, import_document
from resedit.redline.changes import changes
from resedit.wording import criticmarkup
from tests.formats.docx.samples import docx

STYLES = {"MOD": "Proposal", "ADD": "Proposal", "SUP": "Proposal", "NOC": "Proposal", "RES": "ResNo", "On ": "Restitle",
          "res": "Call", "Rea": "Reasons"}  # fmt: skip
ONE = ("RESOLUTION 1 (Nowhere, 2001)", "On one", "resolves", "1\tto {--go--}{++stay++};", "2\tto end.")


def document(*lines: str, styled: bool = True) -> bytes:
    """A Word file of some lines, their changes as CriticMarkup; styles told by how they begin."""
    return docx("".join(paragraph(line, STYLES.get(line[:3], "") if styled else "") for line in lines))


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


def test_what_stands_behind_reasons_is_not_taken_silently() -> None:
    """More of the reasons or the next summary: nothing tells, so it is listed. Under a head it is not."""
    second = ("MOD\tXYZ/7/2", *ONE[:3], "1\tto go;", "2\tto {--end--}{++begin++}.")
    for said, listed in (("More of them.", True), ("Summary: all of it.", False)):
        made = imported(document("MOD\tXYZ/7/1", *ONE, "Reasons:\tso", said, *second))
        assert made.proposals[1].proposal.cover.summary in said
        assert listed == any(said in loss.detail and "XYZ/7/1" in loss.detail for loss in made.losses)


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
        assert line in resolution_lines(word, ONE[0], number)


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
        (("MOD\tXYZ/7/1", "ARTICLE 5", "On five"), "holds no proposal to change a resolution"),
        (("MOD\tXYZ/7/1", "RESOLUTION 1 (Nowhere, 2001)"), "has no title"),
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
