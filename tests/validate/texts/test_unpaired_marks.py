"""unpaired-marks: what pairs, in the ways of several languages, and what does not."""

import pytest

from resedit.model.resolution import Footnote, Resolution
from resedit.validate.texts.unpaired_marks import MOST, check
from tests.validate.texts.made_up import paragraphs, said, where


@pytest.mark.parametrize(
    "text",
    [
        "the plan (as in resolves 9 i)) and in paragraph a), b) and 12)",
        "1) the first, 2) the second, a)–c) and i)/ii) of 5.10)",
        "(see paragraph a)",  # which bracket it is cannot be told
        "as in a bis), 7A) and (b)",
        "the [draft [first]] text[^1] and its note[^a)]",
        "the Union's plan, the Members' rights, l’UIT, ‘so’ and rock ’n’ roll",
        'said "yes" and "no"',
        'racks of 19" and 23", at 30° 12\' 5"',
        "“one “two” three”",
        "„so“ und „so”",
        "«\u00a0ainsi\u00a0» et «\u00a0de même «\u00a0encore\u00a0»\u00a0»",
        "»so« und »so«",
        "”så” och ”så”",
        "全权代表大会第71号决议（2010年，瓜达拉哈拉，修订版）第1）段、“计划”、《公约》",
        "بالقرار 71 (المراجَع في دبي، 2014) والفقرة أ) و «الخطة»",
        "أ ) أن القرار 71 (دبي) و وز)",
        "резолюция 71 (Дубай), пункты а), б) и «план»",
        "as the AM(R)S does",
    ],
)
def test_pairs(text: str) -> None:
    assert not list(check(paragraphs(text)))


@pytest.mark.parametrize(
    ("text", "mark", "missing"),
    [
        ("the plan (Dubai, 2014 and more", "(", ")"),
        ("the plan Dubai, 2014) and more", ")", "("),
        ("the Sector ITU-D) and more", ")", "("),
        ("the plan (see (a) and more", "(", ")"),
        ("the [draft text", "[", "]"),
        ("the draft] text", "]", "["),
        ("the “plan and more", "“", "”"),
        ("the plan” and more", "”", "“"),
        ("„so und so", "„", "“"),
        ("«\u00a0ainsi", "«", "»"),
        ('the "plan and more', '"', "counterpart"),
        ('the "plan" and "more', '"', "counterpart"),
        ("第71号决议（2010年，修订版；", "（", "）"),
        ("第71号决议2010年，修订版）；", "）", "（"),
    ],
)
def test_no_pairs(text: str, mark: str, missing: str) -> None:
    found = said(check(paragraphs(text)))
    assert len(found) == 1
    assert found[0][0] == f"noting/1: has a {mark} without its {missing}"
    assert found[0][1].startswith(f"add the {missing} or take the {mark} out: “")


def test_the_hint_shows_the_mark_with_its_neighbours() -> None:
    found = said(check(paragraphs("the plan (Dubai and more")))
    assert found[0][1] == "add the ) or take the ( out: “plan (Dubai”"


def test_every_mark_counts() -> None:
    """So that one which a proposal writes is not hidden behind one of the base."""
    found = said(check(paragraphs("the plan (Dubai, the (other and more] than that]")))
    assert [hint.rpartition(": ")[2] for _, hint in found] == [
        "“plan (Dubai”",
        "“the (other”",
        "“more] than”",
        "“that]”",
    ]


def test_every_text_is_looked_at_by_itself() -> None:
    text = paragraphs("an “opening", "a closing” one")
    assert where(check(text)) == ["noting/1", "noting/2"]
    assert where(check(Resolution("7", "", "A (title", footnotes=(Footnote("1", "a) note]"),)))) == [
        "title",
        "footnote/1",
    ]


def test_resolution_30_is_quiet_before_and_after(res_30: Resolution, res_30_as_ecp_wants_it: Resolution) -> None:
    assert not [*check(res_30), *check(res_30_as_ecp_wants_it)]


def test_a_long_paragraph_takes_no_long_time() -> None:
    assert len(list(check(paragraphs("(a" * 50_000)))) == MOST
