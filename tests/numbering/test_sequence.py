"""Labels after provisions came and went."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resedit.model.resolution import Numbering
from resedit.numbering.labels import is_counted
from resedit.numbering.sequence import Slot, UnknownScheme, out_of_sequence, renumber
from tests.strategies import ODD_LABELS, SCHEMES

NEW = "+"
LETTERS = [f"{chr(97 + n)})" for n in range(26)]


def slots(*signs: str) -> list[Slot]:
    """`+` is added, `+x` with the label x, `=x` as typed; `-x` is x suppressed, others are the base's."""
    made = []
    for sign in signs:
        match sign[:1], sign[1:]:
            case "+", typed:
                made.append(Slot(None, typed))
            case "=", typed:
                made.append(Slot(None, typed, numbered=False))
            case "-", old:
                made.append(Slot(old, stays=False))
            case _:
                made.append(Slot(sign))
    return made


@pytest.mark.parametrize(
    ("signs", "labels"),
    [
        (["+", "a)", "b)"], ["a)", "b)", "c)"]),
        (["a)", "-b)", "c)"], ["a)", "b)", "b)"]),
        (["1", "+", "2"], ["1", "2", "3"]),
        ([*LETTERS, "+", "+"], [*LETTERS, "aa)", "bb)"]),
        (["i)", "ii)", "+"], ["i)", "ii)", "iii)"]),
        (["iii)", "-iv)", "v)"], ["iii)", "iv)", "iv)"]),
        ([*LETTERS[:9], "+"], LETTERS[:10]),
        (["+", "5", "6"], ["5", "6", "7"]),
        (["أ)", "ب)", "+"], ["أ)", "ب)", "ج)"]),
        (["а)", "б)", "в)", "+"], ["а)", "б)", "в)", "г)"]),
        (["–", "+", "–"], ["–", "–", "–"]),
        (["–", "-–"], ["–", "–"]),
        (["a)", "–", "b)", "+"], ["a)", "–", "b)", "c)"]),
        (["a)", "b)", "+–"], ["a)", "b)", "–"]),
        (["a)", "=", "b)"], ["a)", "", "b)"]),
        (["a)", "=7A", "b)", "+"], ["a)", "7A", "b)", "c)"]),
        (["1", "2", "+a)", "3"], ["1", "2", "a)", "3"]),
        (["7", "7A", "8", "+"], ["7", "8", "9", "10"]),
        (["2.1", "2.2", "+"], ["2.1", "2.2", "2.3"]),
        (["-a)", "-b)"], ["a)", "b)"]),
        (["", "+", ""], ["", "", ""]),
        (["+"], [""]),
        (["Article 1", "a)", "b)", "+"], ["Article 1", "a)", "b)", "c)"]),
    ],
)
def test_consolidated(signs: list[str], labels: list[str]) -> None:
    """Each scheme counts on from its first label in the base; what goes keeps its label."""
    assert renumber(slots(*signs)) == labels


@pytest.mark.parametrize(
    ("signs", "labels"),
    [
        (["7", "+", "8"], ["7", "7A", "8"]),
        (["7", "+", "+", "8"], ["7", "7A", "7B", "8"]),
        (["7", "7A", "+", "8"], ["7", "7A", "7B", "8"]),
        (["+", "+", "1"], ["0A", "0B", "1"]),
        (["1", "-2", "3"], ["1", "2", "3"]),
        (["1", "-2", "+", "3"], ["1", "2", "2A", "3"]),
        (["a)", "+", "b)"], ["a)", "aA)", "b)"]),
        (["2.1", "+", "2.2"], ["2.1", "2.1A", "2.2"]),
        (["–", "+"], ["–", "–"]),
        (["1", "=", "2"], ["1", "", "2"]),
        (["28A", "+"], ["28A", "28B"]),
    ],
)
def test_provisional(signs: list[str], labels: list[str]) -> None:
    """Every label stays; what is added takes the one before it with the next free letter."""
    assert renumber(slots(*signs), Numbering.PROVISIONAL) == labels


def test_more_than_26_provisional_labels() -> None:
    labels = renumber(slots("2", *["+"] * 28), Numbering.PROVISIONAL)
    assert labels[26:] == ["2Z", "2AA", "2AB"]


@pytest.mark.parametrize("numbering", list(Numbering))
def test_no_label_is_made_up_where_the_list_has_no_scheme(numbering: Numbering) -> None:
    """… and the error says for which provision; a label that is typed is taken."""
    with pytest.raises(UnknownScheme) as unknown:
        renumber(slots("Article 1", "Article 2", "+"), numbering)
    assert unknown.value.index == 2
    assert renumber(slots("Article 1", "+Article 2"), numbering) == ["Article 1", "Article 2"]


base_labels = st.one_of(
    st.sampled_from(sorted(SCHEMES)).flatmap(lambda name: st.integers(0, 8).map(lambda n: list(SCHEMES[name][:n]))),
    st.lists(st.sampled_from(ODD_LABELS), max_size=6),
)


@given(base_labels, st.sampled_from(list(Numbering)))
def test_nothing_is_renumbered_without_a_reason(labels: list[str], numbering: Numbering) -> None:
    """A list that gains and loses nothing keeps its labels, however odd."""
    assert renumber([Slot(label) for label in labels], numbering) == labels


@given(base_labels, st.lists(st.integers(0, 8), max_size=3), st.sets(st.integers(0, 8)))
def test_provisional_numbers_keep_every_label_and_give_none_twice(
    labels: list[str], added: list[int], gone: set[int]
) -> None:
    made = [Slot(label, stays=index not in gone) for index, label in enumerate(labels)]
    for index in added:
        made.insert(min(index, len(made)), Slot(None))
    try:
        result = renumber(made, Numbering.PROVISIONAL)
    except UnknownScheme:
        return
    assert [label for slot, label in zip(made, result, strict=True) if slot.old is not None] == labels
    new = [label for slot, label in zip(made, result, strict=True) if slot.old is None and is_counted(label)]
    assert len(set(new)) == len(new)
    assert not set(new) & set(labels)


@given(
    st.sampled_from(sorted(SCHEMES)),
    st.integers(1, 8),
    st.sets(st.integers(0, 7)),
    st.lists(st.integers(0, 8), max_size=4),
)
def test_a_list_in_sequence_stays_in_sequence(scheme: str, length: int, gone: set[int], added: list[int]) -> None:
    made = [Slot(label, stays=index not in gone) for index, label in enumerate(SCHEMES[scheme][:length])]
    for index in added:
        made.insert(min(index, len(made)), Slot(None))
    final = [label for slot, label in zip(made, renumber(made), strict=True) if slot.stays]
    assert out_of_sequence(final) == []


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (["a)", "b)", "d)"], [(2, "c)")]),
        (["1", "1"], [(1, "2")]),
        (["a)", "c)", "c)"], [(1, "b)")]),
        (["a)", "c)", "c)", "e)"], [(1, "b)"), (3, "d)")]),
        (["a)", "c)", "c)", "c)"], [(1, "b)"), (3, "d)")]),
        (["a)", "c)", "b)"], [(1, "b)"), (2, "d)")]),
        (["7", "7A", "7B", "8"], []),
        (["0A", "1"], []),
        (["5", "6"], []),
        (["i)", "ii)", "iv)"], [(2, "iii)")]),
        (["h)", "i)", "j)"], []),
        (["a)", "–", "–", "b)"], []),
        (["1", "a)", "b)", "2"], []),
        (["7B", "7A"], [(1, "8")]),
    ],
)
def test_labels_out_of_sequence_are_found(labels: list[str], found: list[tuple[int, str]]) -> None:
    """A list may start anywhere; a provisional number follows its own."""
    assert out_of_sequence(labels) == found


@pytest.mark.parametrize(
    ("slots", "labels"),
    [
        ([Slot("1"), Slot(None, aside=True), Slot("2")], ["1", "1A", "2"]),
        ([Slot("1"), Slot(None, aside=True), Slot(None), Slot(None, aside=True)], ["1", "1A", "2", "2A"]),
        ([Slot(None, aside=True), Slot(None, aside=True), Slot("a)")], ["0A)", "0B)", "a)"]),
        ([Slot("1"), Slot("2", stays=False), Slot(None, typed="7", aside=True), Slot("3")], ["1", "2", "1A", "2"]),
        ([Slot("–"), Slot(None, aside=True)], ["–", "–"]),
        ([Slot(None, typed="1", aside=True), Slot("")], ["1", ""]),
    ],
)
def test_what_stands_aside_takes_a_letter_and_is_not_counted(slots: list[Slot], labels: list[str]) -> None:
    assert renumber(slots) == labels
