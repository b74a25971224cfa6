"""Mending one side of a wording leaves the other as it is. All words are made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resedit.model.mend import Mend
from resedit.model.resolution import NOWHERE
from resedit.wording.criticmarkup import parse, write
from resedit.wording.mend import MendError, in_final, in_original, in_text
from resedit.wording.segments import Op, Wording
from tests.strategies import texts, wordings


def mends(text: str, at: str, new: str) -> list[Mend]:
    """Every `at` in a text becomes `new`."""
    return [Mend(NOWHERE, i, at, new) for i in range(len(text)) if text.startswith(at, i)]


@given(wordings)
def test_the_original_is_mended_and_what_happens_to_it_stays(marked: Wording) -> None:
    """A character for a character: the same segments, kept, deleted and inserted as they were."""
    old = marked.original()
    new = in_original(marked, mends(old, " ", "\u00a0"))
    assert new.original() == old.replace(" ", "\u00a0")
    assert [(s.op, len(s.text), s.by) for s in new.segments] == [(s.op, len(s.text), s.by) for s in marked.segments]
    inserted = [[s.text for s in side.segments if s.op is Op.INSERT] for side in (marked, new)]
    assert inserted[0] == inserted[1]


@given(wordings, texts, st.data())
def test_the_final_text_is_mended_or_nothing_is(marked: Wording, word: str, data: st.DataObject) -> None:
    """Whatever is asked for, the original stays; and the final text is what was asked for, or the base's words are."""
    final = marked.final()
    start, end = sorted(data.draw(st.integers(0, len(final))) for _ in range(2))
    mend = Mend(NOWHERE, start, final[start:end], word)
    try:
        new = in_final(marked, [mend])
    except MendError:
        assert start == end or any(s.op is Op.KEEP for s in marked.segments)
        return
    assert new.original() == marked.original()
    assert new.final() == in_text(final, [mend])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a {--b--} c", "a {--b --}c"),
        ("a {++ b++}", "a {++b++}"),
        ("a{++ ++} c", "a c"),
        ("a {--b--}{++ x++} c", "a {--b--}{++x++} c"),
        ("a{++  b++}", "a{++ b++}"),
        ("{++a ++} b", "{++a++} b"),
    ],
)
def test_of_a_run_of_blanks_what_is_inserted_goes_first(before: str, after: str) -> None:
    final = parse(before).final()
    start = final.index("  ")
    assert write(in_final(parse(before), [Mend(NOWHERE, start, "  ", " ")])) == after


def test_blanks_at_the_edges_of_what_is_left() -> None:
    assert write(in_final(parse("a {--b--}"), [Mend(NOWHERE, 1, " ", "")])) == "a{-- b--}"


@pytest.mark.parametrize(
    ("markup", "old", "new"), [("a  b{++c++}", "  ", " "), ("a-b{++c++}", "-", "‑"), ("ab", "x", "y")]
)
def test_the_words_of_the_base_are_not_mended_in_the_final_text(markup: str, old: str, new: str) -> None:
    with pytest.raises(MendError):
        in_final(parse(markup), [Mend(NOWHERE, 1, old, new)])


def test_substitutions_are_written_as_such_where_they_can_be() -> None:
    """Anything that could be taken for a sign is written the long way; either way it is read back."""
    for markup in ("{~~a~>b~~} c", "{--a~--}{++b++}", "{--a}--}{++b++}", "{++a++}{--b--}"):
        assert write(parse(markup), substitutions=True) == markup
        assert parse(write(parse(markup), substitutions=True)) == parse(markup)


@given(wordings)
def test_substitutions_are_read_back(marked: Wording) -> None:
    assert parse(write(marked, substitutions=True)) == parse(write(marked))
