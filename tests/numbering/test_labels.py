"""Labels read as places in a scheme."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resedit.numbering.labels import ALPHABETS, Count, Scheme, is_counted, read_labels
from tests.strategies import ODD_LABELS, SCHEMES

schemes = st.one_of(
    st.builds(
        Scheme,
        st.just(Count.NUMBER),
        st.sampled_from(("", "(", "2.")),
        st.sampled_from(("", ".", ")")),
        st.just("0123456789"),
    ),
    st.builds(
        Scheme,
        st.just(Count.LETTER),
        st.just(""),
        st.sampled_from((")", ".")),
        st.sampled_from(ALPHABETS),
        st.just(False),
    ),
    st.builds(Scheme, st.just(Count.ROMAN), st.just(""), st.sampled_from((")", ".")), st.just(""), st.booleans()),
)


@given(schemes, st.integers(1, 60), st.integers(2, 12))
def test_a_run_of_labels_is_read_as_it_was_counted(scheme: Scheme, first: int, length: int) -> None:
    """A list of consecutive labels is recognized wherever it begins (one Roman letter alone may be a letter)."""
    labels = [scheme.label(n) for n in range(first, first + length)]
    read = read_labels(labels)
    assert [scheme_of.scheme.label(scheme_of.ordinal) for scheme_of in read if scheme_of] == labels
    assert [n.ordinal for n in read if n] == list(range(first, first + length)) or scheme.kind is not Count.NUMBER


@pytest.mark.parametrize(
    ("labels", "count", "ordinals"),
    [
        (["a)", "b)"], Count.LETTER, [1, 2]),
        (["z)", "aa)", "bb)"], Count.LETTER, [26, 27, 28]),
        (["i)", "ii)", "iii)"], Count.ROMAN, [1, 2, 3]),
        (["h)", "i)", "j)"], Count.LETTER, [8, 9, 10]),
        (["i)"], Count.ROMAN, [1]),
        (["v)", "vi)"], Count.ROMAN, [5, 6]),
        (["c)", "d)"], Count.LETTER, [3, 4]),
        (["I.", "II."], Count.ROMAN, [1, 2]),
        (["A.", "B."], Count.LETTER, [1, 2]),
        (["9", "10"], Count.NUMBER, [9, 10]),
        (["5.9", "5.10"], Count.NUMBER, [9, 10]),
        (["أ)", "ب)", "ج)"], Count.LETTER, [1, 2, 3]),
        (["в)", "г)", "д)", "е)", "ж)"], Count.LETTER, [3, 4, 5, 6, 7]),
        (["١", "٢"], Count.NUMBER, [1, 2]),
    ],
)
def test_a_list_decides_together_what_its_labels_are(labels: list[str], count: Count, ordinals: list[int]) -> None:
    read = read_labels(labels)
    assert [(n.scheme.kind, n.ordinal) for n in read if n] == [(count, ordinal) for ordinal in ordinals]


def test_a_suffix_is_read_beside_the_number() -> None:
    """7A follows 7; a lone capital is a letter of its own."""
    read = read_labels(["7", "7A", "7AB"])
    assert [(n.ordinal, n.suffix) for n in read if n] == [(7, ""), (7, "A"), (7, "AB")]


@pytest.mark.parametrize("label", ["–", "•", "", "-", "Article 1", "x y", "①", "01", "*"])
def test_what_counts_in_no_scheme(label: str) -> None:
    assert read_labels([label]) == [None]


@pytest.mark.parametrize(
    ("label", "counted"), [("a)", True), ("7", True), ("Article 1", True), ("–", False), ("•)", False), ("", False)]
)
def test_dashes_and_bullets_do_not_count(label: str, counted: bool) -> None:
    assert is_counted(label) is counted


@given(st.lists(st.sampled_from([label for labels in SCHEMES.values() for label in labels] + list(ODD_LABELS))))
def test_any_labels_are_read_one_by_one(labels: list[str]) -> None:
    """Mixed schemes and labels of none stand where they stood."""
    read = read_labels(labels)
    assert len(read) == len(labels)
    for label, number in zip(labels, read, strict=True):
        # what stands behind them is the same for a scheme: that of most
        assert (
            number is None or number.suffix or label.startswith(number.scheme._replace(after="").label(number.ordinal))
        )


def test_a_letter_in_the_form_that_arabic_lists_print() -> None:
    """`ﻫ` (U+FEEB) is the fifth letter, as `ه` is."""
    read = read_labels(["أ )", "ب)", "ج)", "د)", "ﻫ)", "و)"])
    assert [number and number.ordinal for number in read] == [1, 2, 3, 4, 5, 6]
