"""Law 1 in Word: accepting every change gives the final text, rejecting every one the base, exactly."""

from dataclasses import replace

import pytest
from hypothesis import given

from resedit.formats.docx.read import read_docx, resolution_lines
from resedit.formats.docx.write import write_docx
from resedit.merge.merge import apply, try_apply
from resedit.model.enums import Kind, Symbol, View
from resedit.model.proposal import Amendment, Proposal, Whole
from resedit.model.resolution import Footnote, Provision, Resolution
from resedit.redline.redline import Redline
from resedit.redline.view import untracked
from resedit.wording.segments import Op, Segment, replaced, wording
from tests.formats.docx.samples import N, lines, part, parts, resolution_30, revised
from tests.strategies import pairs, proposed


def read(data: bytes, accept: bool) -> list[str]:
    return resolution_lines(read_docx(data, accept=accept))


def holds(redline: Redline) -> None:
    data = write_docx(redline, date="2017-10-09")
    assert read(data, accept=True) == lines(redline.final())
    assert read(data, accept=False) == lines(redline.original())


def test_resolution_30() -> None:
    holds(resolution_30())


@given(pairs())
def test_two_texts_of_any_shape(pair: tuple[Resolution, Resolution]) -> None:
    holds(revised(*pair))


@given(proposed())
def test_proposals_with_every_kind_of_amendment(made: tuple[Resolution, Proposal]) -> None:
    """Moves, suppressions, footnotes: whatever of a proposal fits the base."""
    redline, problems = try_apply(made[0], [made[1]])
    if not any(problem.rule == "shape" for problem in problems):
        holds(redline)


@given(pairs())
def test_clean_views_carry_no_changes(pair: tuple[Resolution, Resolution]) -> None:
    redline = revised(*pair)
    for view, side in ((View.ORIGINAL, redline.original()), (View.FINAL, redline.final())):
        found = read_docx(write_docx(redline, view), accept=True)
        assert not found.has_changes
        assert resolution_lines(found) == lines(side)


@given(pairs())
def test_same_redline_same_bytes(pair: tuple[Resolution, Resolution]) -> None:
    assert write_docx(revised(*pair)) == write_docx(revised(*pair))


def call(text: str, *items: Provision) -> Provision:
    return Provision(text, items=items, kind=Kind.CALL)


NOTES = (Footnote("1", "first note"), Footnote("*", "starred note"))
FULL = Resolution(
    "7",
    "Rev. Somewhere, 2014",
    "On telling[^*] texts apart",
    "The Conference (Somewhere, 2014),",
    (
        call("recalling", Provision("this[^1];", "a)"), Provision("that,", "b)")),
        call("resolves", Provision("to go on.")),
    ),
    NOTES,
)
BARE = replace(FULL, opening="", provisions=(), footnotes=(), title="On telling texts apart")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(BARE, FULL, id="everything below the title is new"),
        pytest.param(FULL, BARE, id="everything below the title goes"),
        pytest.param(FULL, replace(FULL, provisions=FULL.provisions[1:]), id="the first provisions go"),
        pytest.param(FULL, replace(FULL, provisions=FULL.provisions[:1]), id="the last provisions go"),
        pytest.param(FULL, replace(FULL, provisions=FULL.provisions[::-1]), id="a move"),
        pytest.param(FULL, replace(FULL, opening="A quite different body,"), id="another opening"),
        pytest.param(
            FULL,
            replace(FULL, footnotes=(Footnote("1", "the first note, edited"), NOTES[1])),
            id="an edited note",
        ),
        pytest.param(
            FULL,
            replace(FULL, title="On telling texts apart", footnotes=NOTES[:1]),
            id="a note with a custom mark goes",
        ),
        pytest.param(FULL, replace(FULL, title="On telling[^2] texts apart"), id="a reference to no note"),
        pytest.param(FULL, replace(FULL, title="On telling[^*] texts[^1] apart"), id="a note referred to twice"),
        pytest.param(FULL, replace(FULL, title="On telling texts apart"), id="a note that loses its reference"),
        pytest.param(
            FULL,
            replace(FULL, footnotes=(Footnote("1", "see [^*]"), NOTES[1])),
            id="a note that refers to a note",
        ),
        pytest.param(
            replace(FULL, footnotes=(Footnote("3", "first note"), NOTES[1])),
            FULL,
            id="a note whose number is not the one Word gives",
        ),
    ],
)
def test_whole_paragraphs_and_notes(old: Resolution, new: Resolution) -> None:
    holds(revised(old, new))


def test_a_reference_that_a_change_cuts() -> None:
    """A wording may change the label inside a reference; in Word that is one reference for another."""
    text = wording([Segment(Op.KEEP, "x[^"), *replaced("*", "1", ("XYZ/1/1",)).segments, Segment(Op.KEEP, "] y")])
    redline = replace(untracked(FULL), title=text)
    holds(redline)
    title = part(write_docx(redline)).xpath("//w:p[w:pPr/w:pStyle/@w:val='Restitle']", namespaces=N)[0]
    assert len(title.xpath("w:del//w:footnoteReference", namespaces=N)) == 1
    assert len(title.xpath("w:ins//w:footnoteReference", namespaces=N)) == 1


@pytest.mark.parametrize(
    ("language", "text", "better"),
    [
        ("ar-SA", "بالقرار 71 (المراجَع في دبي، 2014)؛", "بالقرار 71 (المراجَع في بوسان، 2014) لمؤتمر المندوبين؛"),
        (
            "zh",
            "全权代表大会第71号决议（2010年，瓜达拉哈拉，修订版）；",
            "全权代表大会第71号决议（2014年，釜山，修订版）；",
        ),
        (
            "fr",
            "l’UIT s’emploie à «\u00a0élaborer\u00a0» d’autres plans\u00a0;",
            "l’UIT «\u00a0élabore\u00a0» un plan\u202f;",
        ),
        ("en", "the ITU\u2011D plan\u2011making\tand more", "the ITU\u2011T plan\u2011making\tand\u2002more"),
    ],
)
def test_languages(language: str, text: str, better: str) -> None:
    old = replace(FULL, language=language, provisions=(call("recalling", Provision(text, "a)")),))
    holds(revised(old, replace(old, provisions=(call("recalling", Provision(better, "a)"), Provision(text, "b)")),))))


def test_two_proposals_are_two_authors_and_two_covers() -> None:
    found = parts(write_docx(_by_two()))["word/document.xml"].decode()
    assert 'w:author="XYZ/1/1"' in found and 'w:author="XYZ/2/1"' in found
    assert "Reasons (XYZ/1/1):" in found and "Reasons (XYZ/2/1):" in found
    assert found.index("XYZ/1/1</w:t>") < found.index("XYZ/2/1</w:t>")


def test_two_proposals_round_trip() -> None:
    holds(_by_two())


def _by_two() -> Redline:
    def proposal(number: str, address: str, words: str) -> Proposal:
        amendment = Amendment(Symbol.MOD, address, Whole(words))
        return Proposal(number, Symbol.MOD, "7", FULL.revision, amendments=(amendment,), reasons=f"Why {number}")

    one, two = proposal("XYZ/1/1", "recalling/a", "this too[^1];"), proposal("XYZ/2/1", "resolves/1", "to stop.")
    return apply(FULL, [one, two])
