"""Texts as words, in the scripts that conferences write."""

import pytest
from hypothesis import given

from resedit.wording.tokens import count_words, is_word, tokens
from tests.strategies import texts

NARROW = "\u202f"


@given(texts)
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@given(texts)
def test_no_word_is_empty_and_each_splits_no_further(text: str) -> None:
    found = tokens(text)
    assert all(found)
    assert all(tokens(token) == [token] for token in found if is_word(token))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rev. Busan, 2014", ["Rev", ".", " ", "Busan", ",", " ", "2014"]),
        ("two  blanks", ["two", "  ", "blanks"]),
        ("l’UIT", ["l", "’", "UIT"]),
        (f"«{NARROW}États{NARROW}»", ["«", NARROW, "États", NARROW, "»"]),
        ("决定请", ["决", "定", "请"]),
        ("第30号", ["第", "30", "号"]),
        ("ไทย", ["ไ", "ท", "ย"]),
        ("กำลัง", ["ก", "ำ", "ลั", "ง"]),
        ("المراجَع في", ["المراجَع", " ", "في"]),
        ("القـرار", ["القـرار"]),
        ("re\u0301solution", ["re\u0301solution"]),
        ("naïve", ["naïve"]),
        ("CWG\u2011WSIS", ["CWG", "\u2011", "WSIS"]),
        ("a[^1], b", ["a", "[^1]", ",", " ", "b"]),
        ("[^ 1]", ["[", "^", " ", "1", "]"]),
        ("§§ 20-25", ["§", "§", " ", "20", "-", "25"]),
        ("a_b", ["a", "_", "b"]),
        ("«Ж»", ["«", "Ж", "»"]),
        ("コンピュータ", list("コンピュータ")),
    ],
)
def test_what_is_a_word(text: str, expected: list[str]) -> None:
    """Letters and digits with their marks; all else, and each character of unspaced scripts, by itself."""
    assert tokens(text) == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("– ;", 0),
        ("to continue", 2),
        ("l’UIT", 2),
        ("CWG-WSIS", 2),
        ("决定", 2),
        ("the countries[^1],", 2),
        ("٧١", 1),
    ],
)
def test_marks_and_footnote_references_are_no_words(text: str, count: int) -> None:
    assert count_words(text) == count
