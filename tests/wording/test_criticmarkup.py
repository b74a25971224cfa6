"""Wordings as CriticMarkup, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resedit.wording import criticmarkup
from resedit.wording.criticmarkup import MarkupError
from resedit.wording.segments import Op, Segment, Wording, wording
from tests.strategies import texts, wordings


def unsigned(made: Wording) -> Wording:
    """The same wording, without who changed what."""
    return wording(Segment(s.op, s.text) for s in made.segments)


def spelled(markup: str) -> list[tuple[Op, str]]:
    return [(s.op, s.text) for s in criticmarkup.parse(markup).segments]


@given(wordings)
def test_what_is_written_is_read_back(made: Wording) -> None:
    assert criticmarkup.parse(criticmarkup.write(made)) == unsigned(made)


def test_what_two_insert_side_by_side_is_written_as_one_insertion() -> None:
    made = wording([Segment(Op.INSERT, "to ", ("XYZ/1/1",)), Segment(Op.INSERT, "study", ("XYZ/1/2",))])
    assert criticmarkup.write(made) == "{++to study++}"


@given(texts)
def test_a_text_with_signs_in_it_is_escaped(text: str) -> None:
    """An unchanged text is written without markers, whatever it holds, and is read back as it was."""
    markup = criticmarkup.write(wording([Segment(Op.KEEP, text)]))
    assert spelled(markup) == [(Op.KEEP, text)]
    assert not criticmarkup.is_marked(markup)


@given(st.text("{}+-~=<>\\ a", max_size=12))
def test_any_markup_is_read_or_refused(markup: str) -> None:
    """Nothing else happens, and the place of a refusal lies in the markup."""
    try:
        made = criticmarkup.parse(markup)
    except MarkupError as error:
        assert 0 <= error.offset < len(markup)
        return
    assert criticmarkup.parse(criticmarkup.write(made)) == made
    assert criticmarkup.is_marked(markup) or not made.changed


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("plain", [(Op.KEEP, "plain")]),
        ("a {++b ++}c", [(Op.KEEP, "a "), (Op.INSERT, "b "), (Op.KEEP, "c")]),
        ("a {--b --}c", [(Op.KEEP, "a "), (Op.DELETE, "b "), (Op.KEEP, "c")]),
        ("{~~old~>new~~}", [(Op.DELETE, "old"), (Op.INSERT, "new")]),
        ("{~~~>new~~}", [(Op.INSERT, "new")]),
        ("{~~old~>~~}", [(Op.DELETE, "old")]),
        ("a ~> b", [(Op.KEEP, "a ~> b")]),
        ("{++a ~> b++}", [(Op.INSERT, "a ~> b")]),
        (r"\{++a++\}", [(Op.KEEP, "{++a++}")]),
        (r"\\{++a++}", [(Op.KEEP, "\\"), (Op.INSERT, "a")]),
        (r"a\b {x}", [(Op.KEEP, r"a\b {x}")]),
        ("{++++}", []),
        ("{-----}", [(Op.DELETE, "-")]),
    ],
)
def test_how_markup_is_read(markup: str, expected: list[tuple[Op, str]]) -> None:
    assert spelled(markup) == expected


@pytest.mark.parametrize(
    ("markup", "offset", "word"),
    [
        ("a {++b", 2, "not closed"),
        ("a b++}", 3, "closes nothing"),
        ("a {++b {--c--}++}", 7, "inside"),
        ("a {++b--}", 6, "inside"),
        ("a {~~b~~}", 2, "~>"),
        ("a {~~b~>c", 2, "not closed"),
        ("a {>>why<<}", 2, "note:"),
        ("a {==b==}", 2, "note:"),
        ("{++a{>>b<<}++}", 4, "note:"),
        ("決議 {++b", 3, "not closed"),
    ],
)
def test_what_does_not_pair_is_refused_with_its_place(markup: str, offset: int, word: str) -> None:
    """Comments and highlights are no part of a wording."""
    with pytest.raises(MarkupError, match=word) as refused:
        criticmarkup.parse(markup)
    assert refused.value.offset == offset
