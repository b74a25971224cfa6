"""The flattened check: a text that is a merge of two, and every way in which it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resedit.verify.flattened import merge_of, squeeze


@pytest.mark.parametrize(
    ("flattened", "original", "final"),
    [
        ("201410", "2010", "2014"),
        ("(DubaiBuenos Aires, 20142017)", "(Dubai, 2014)", "(Buenos Aires, 2017)"),
        ("bd)", "b)", "d)"),
        ("same", "same", "same"),
        ("", "", ""),
        ("gone", "gone", ""),
    ],
)
def test_merges(flattened: str, original: str, final: str) -> None:
    assert merge_of(flattened, original, final) is None


@pytest.mark.parametrize(
    ("flattened", "original", "final", "place"),
    [
        ("201410", "2010", "2015", 3),  # a digit that neither has
        ("2010", "2010", "2014", 4),  # the final text is not all there
        ("2014102", "2010", "2014", 6),  # something more at the end
        ("ba", "ab", "ab", 0),  # another order
    ],
)
def test_what_is_no_merge_tells_where_it_stops(flattened: str, original: str, final: str, place: int) -> None:
    stuck = merge_of(flattened, original, final)
    assert stuck is not None
    assert stuck.flattened <= place


@given(st.data())
def test_any_weaving_of_two_texts_is_a_merge(data: st.DataObject) -> None:
    """Made by walking along both: each step takes from one, from the other, or from both where they agree."""
    texts = st.text("ab ", max_size=12)
    original, final = data.draw(texts), data.draw(texts)
    woven, i, j = "", 0, 0
    while i < len(original) or j < len(final):
        steps = [s for s, ok in (("o", i < len(original)), ("f", j < len(final))) if ok]
        if i < len(original) and j < len(final) and original[i] == final[j]:
            steps.append("b")
        step = data.draw(st.sampled_from(steps))
        woven += final[j] if step == "f" else original[i]
        i, j = i + (step in "ob"), j + (step in "fb")
    assert merge_of(woven, original, final) is None
    assert merge_of(woven + "c", original, final) is not None


def test_blanks_count_once_and_non_breaking_ones_as_they_are() -> None:
    assert squeeze(" a\t\n b\u00a0 c ") == "a b\u00a0 c"
