"""Changes carried over to words that changed meanwhile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resedit.wording.carry import carry, edits
from resedit.wording.criticmarkup import parse, write
from resedit.wording.difference import difference
from resedit.wording.fuzzy import find_closest
from resedit.wording.segments import Wording
from tests.strategies import reworded, texts, wordings


@given(wordings, texts)
def test_the_new_words_are_what_a_change_is_carried_to(change: Wording, new: str) -> None:
    """Whatever becomes of it; what is lost changes nothing."""
    carried = carry(change, new)
    assert carried.words.original() == new
    assert carried.lost is None or not carried.words.changed
    assert 0 <= carried.closeness <= 1


@given(wordings)
def test_edits_make_the_change(change: Wording) -> None:
    made = change.original()
    for edit in reversed(list(edits(change))):
        made = made[: edit.start] + edit.text + made[edit.end :]
    assert made == change.final()


@given(texts, st.data())
def test_what_is_there_already_changes_nothing(old: str, data: st.DataObject) -> None:
    new = data.draw(reworded(old))
    carried = carry(difference(old, new), new)
    assert carried.lost is None
    assert not carried.words.changed


@pytest.mark.parametrize(
    ("change", "new", "landed"),
    [
        ("a b {--c--}{++d++} e", "a b c f", "a b {--c--}{++d++} f"),
        ("in {++late ++}2014", "in 2015", "in {++late ++}2015"),
        ("x{++, taking y++};", "x, new;", "x, new{++, taking y++};"),
        ("x{++, taking y++};", "x, taking y;", "x, taking y;"),
        ("one two {--three four--} five", "one two three five", "one two {--three --}five"),
        ("(Rev. {--Busan--}{++Dubai++}) of PP", "(Rev. Dubai) of the PP", "(Rev. Dubai) of the PP"),
        (
            "to foster the conditions {--required--}{++needed++} for growth, and to promote training of staff",
            "to promote training of staff and to foster the conditions required for growth",
            "to promote training of staff and to foster the conditions {--required--}{++needed++} for growth",
        ),
    ],
)  # fmt: skip
def test_it_lands(change: str, new: str, landed: str) -> None:
    carried = carry(parse(change), new)
    assert carried.lost is None
    assert write(carried.words) == landed


@pytest.mark.parametrize(
    ("change", "new"),
    [
        ("(Rev. {--Guadalajara, 2010--}{++Busan, 2014++}) of PP", "(Rev. Antalya, 2006) of the PP"),
        ("one two {--three four--} five", "one two three x four five"),
        ("one {--two--}{++2++} three", "one three"),
        ("a {--b--}{++c++} d", "nothing of this is left"),
    ],
)
def test_it_is_lost_where_the_words_it_is_about_are_others(change: str, new: str) -> None:
    carried = carry(parse(change), new)
    assert carried.lost is not None
    assert carried.lost.changed
    assert carried.words.original() == carried.words.final() == new


def test_words_are_found_by_their_beginning_and_end() -> None:
    long = " ".join(f"word{n}" for n in range(60))
    text = f"before it, {long.replace('word30', 'other')} and after it"
    found = find_closest(long, text)
    assert found is not None
    assert text[found.start : found.end] == long.replace("word30", "other")
    assert 0.9 < found.closeness < 1
    assert find_closest("altogether different words here", text) is None
    assert find_closest("; ,", text) is None
