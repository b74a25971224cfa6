"""Wordings in normal form."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from resedit.wording.difference import difference
from resedit.wording.segments import (
    EMPTY,
    Op,
    Segment,
    Wording,
    attributed,
    composed,
    deleted,
    inserted,
    kept,
    replaced,
    wording,
)
from tests.strategies import segments, texts, wordings


@given(st.lists(segments, max_size=8))
def test_normal_form_changes_no_text(parts: list[Segment]) -> None:
    """No empty segments, no two neighbours that say the same of themselves, the same texts as before."""
    made = wording(parts)
    assert made.original() == "".join(s.text for s in parts if s.op is not Op.INSERT)
    assert made.final() == "".join(s.text for s in parts if s.op is not Op.DELETE)
    assert all(s.text for s in made.segments)
    assert all((a.op, a.by) != (b.op, b.by) for a, b in pairwise(made.segments))
    assert wording(made.segments) == made


@given(wordings)
def test_attributing_changes_only_who(made: Wording) -> None:
    named = attributed(made, ("XYZ/9/9",))
    assert (named.original(), named.final()) == (made.original(), made.final())
    assert named.by() == (("XYZ/9/9",) if made.changed else ())


@given(texts, texts, texts)
def test_two_changes_after_one_another_are_one(old: str, between: str, new: str) -> None:
    """From the original of the first to the final text of the second; beside one that does nothing, the other one."""
    first, second = difference(old, between), difference(between, new)
    made = composed(first, second)
    assert (made.original(), made.final()) == (old, new)
    assert composed(kept(between), second) == second
    assert composed(first, kept(between)) == first


@given(texts, texts)
def test_the_short_ways_to_make_one(old: str, new: str) -> None:
    assert (inserted(new).original(), inserted(new).final()) == ("", new)
    assert (deleted(old).original(), deleted(old).final()) == (old, "")
    assert (replaced(old, new).original(), replaced(old, new).final()) == (old, new)
    assert not replaced(old, old).changed
    assert kept("") == EMPTY
