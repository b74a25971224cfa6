"""list-punctuation: the text's own habit counts, in any script; without one the rule is silent."""

import pytest

from resedit.model.proposal import Proposal
from resedit.model.resolution import Provision, Resolution
from resedit.validate.check import check_proposal
from resedit.validate.texts.list_punctuation import check
from tests.validate.texts.made_up import call, holding, paragraphs, resolution, said, where

THREE_CALLS = (
    call("recalling", "a plan;", "a report,"),
    call("noting", "a need;", "a wish,"),
    call("considering", "a risk;", "a chance,"),
)


def test_the_real_slips_of_ecp_24a5_1(res_30_as_ecp_wants_it: Resolution) -> None:
    assert said(check(res_30_as_ecp_wants_it)) == [
        ("recalling/g/2: ends with “;” at the end of the call", "end it with “,”"),
        ("further instructs/6/1: ends with “.” inside the list", "end it with “;”"),
    ]


def test_the_real_slips_are_found_at_the_proposal(res_30: Resolution, ecp: Proposal) -> None:
    """The dash that now ends *recalling* stands in the base, which is right: the proposal took away what followed."""
    found = [problem for problem in check_proposal(res_30, ecp) if problem.rule == "list-punctuation"]
    assert where(found) == ["recalling/g/2", "further instructs/6/1"]
    assert {problem.place.file for problem in found} == {"ecp-24a5-1.yaml"}


def test_resolution_30_itself_has_no_slip(res_30: Resolution) -> None:
    assert not list(check(res_30))


def test_the_last_of_a_nested_list_ends_like_the_place_of_its_parent() -> None:
    nested = holding("namely:", "one;", "two;", "three;", "four")
    inside = resolution(call("resolves", "to act;", "to plan;", nested, "to ask;", "to report."))
    assert said(check(inside)) == [("resolves/3/4: ends without a mark inside the list", "end it with “;”")]
    at_the_end = resolution(
        *THREE_CALLS, call("urges", holding("namely:", "one;", "two;")), call("resolves", "to act.")
    )
    assert said(check(at_the_end)) == [("urges/1/2: ends with “;” at the end of the call", "end it with “,”")]


@pytest.mark.parametrize("end", ["to act;", "to act,", "to act", "to act (in 2001)", "to act:"])
def test_the_end_of_the_text_takes_the_full_stop_that_goes_with_the_marks(end: str) -> None:
    assert [hint for _, hint in said(check(resolution(*THREE_CALLS, call("resolves", end))))] == ["end it with “.”"]


@pytest.mark.parametrize("end", ["to act.", "to act!", "to act “now.”", "to act.[^1]"])
def test_an_end_that_is_one(end: str) -> None:
    assert not list(check(resolution(*THREE_CALLS, call("resolves", end))))


def test_what_follows_the_calls_makes_the_end_of_the_text_another() -> None:
    assert not list(check(resolution(*THREE_CALLS, call("resolves", "to act,"), Provision("Annex"))))


def test_an_annex_is_no_sentence() -> None:
    """The text ends before it, and lists in it end as they like."""
    annex = call("ANNEX TO RESOLUTION 7", "Limits", "one", "two;", "three,")
    assert not list(check(resolution(*THREE_CALLS, call("resolves", "to act."), annex)))
    found = said(check(resolution(*THREE_CALLS, call("resolves", "to act,"), annex)))
    assert [hint for _, hint in found] == ["end it with “.”"]


def test_what_holds_others_ends_with_a_colon_where_the_text_does_so() -> None:
    lists = [holding(text, "one;", "two;") for text in ("as follows:", "namely:", "including:", "such as;")]
    found = list(check(resolution(call("noting", *lists, "and more."))))
    assert said(found) == [("noting/4: ends with “;” before the list that it holds", "end it with “:”")]
    lists = [holding(text, "one;", "two;") for text in ("as follows", "namely", "including", "such as", "with")]
    assert not list(check(resolution(call("noting", *lists, "and more."))))


@pytest.mark.parametrize(
    ("language", "inner", "last", "stop"),
    [("zh", "；", "，", "。"), ("ar", "؛", "،", "."), ("fr", "\u00a0;", ",", ".")],
)
def test_other_scripts_have_their_own_marks(language: str, inner: str, last: str, stop: str) -> None:
    calls = [call(name, f"甲{inner}", f"乙{inner}", f"丙{last}") for name in ("一", "二", "三")]
    assert not list(check(resolution(*calls, call("四", f"丁{stop}"), language=language)))
    wrong = resolution(*calls, call("四", f"甲{stop}", f"乙{last}"), language=language)
    assert said(check(wrong)) == [
        (f"四/1: ends with “{stop}” inside the list", f"end it with “{inner.strip()}”"),
        (f"四/2: ends with “{last}” at the end", f"end it with “{stop}”"),
    ]


@pytest.mark.parametrize(
    "items",
    [
        ("one;", "two.", "end."),  # too few to know
        ("one;", "two;", "three.", "four.", "five;", "end."),  # three of five only
        ("one.", "two.", "three.", "end."),  # sentences
        ("one", "two", "three", "four;", "five", "end"),  # mostly no marks: nothing to demand
        ("one;", "two;", "three; and", "four;", "end."),
        ("one;", "two;[^1]", "three;", "[^2]four;", "end."),
        ("one;", "two;", "three;", "the “plan.”", "five;", "end."),  # the mark may be the quotation's
        ("one;", "two;", "three;", "the following:", "– this;", "– that;", "end."),
    ],
)
def test_silence_where_there_is_no_clear_habit_or_a_reason(items: tuple[str, ...]) -> None:
    assert not list(check(paragraphs(*items)))


def test_a_bare_list_of_names_is_meant_so() -> None:
    names = holding("the regions:", "Africa", "Americas", "Europe")
    lists = [holding("the regions:", "here;", "there;", "elsewhere;") for _ in range(3)]
    assert not list(check(resolution(call("noting", *lists, names, "and more."))))


def test_articles_that_are_no_calls_are_left_alone() -> None:
    text = resolution(holding("Article 1", "one;", "two;", "three;", "four."), Provision("Article 2;"))
    assert not where(check(text))


def test_a_long_list_of_long_ends_takes_no_long_time() -> None:
    assert not list(check(paragraphs(*("a[^" * 1_000 + ";" for _ in range(2_000)), "end.")))
