"""What reads as a label."""

import pytest

from resedit.record.labels import LABEL, alike, reads_as_label

_TYPED = "a) (a) 1 7A 2bis 3 2.1 A A.7 xviii) XIV. – • 28B b] ب) ٣"


@pytest.mark.parametrize("label", _TYPED.split())
def test_labels_are_told(label: str) -> None:
    assert reads_as_label(label, ())


@pytest.mark.parametrize("words", ["that", "recalling", "to do", "the 2nd", "ITU", "a b", "1 2"])
def test_words_are_told(words: str) -> None:
    assert not reads_as_label(words, ())


def test_a_label_of_the_base_is_one_whatever_its_form_and_so_is_the_next() -> None:
    assert reads_as_label("No. 8 of list", ["No. 7 of list"])


def test_labels_of_one_kind() -> None:
    assert alike("c)", "iii)") and alike("7", "28A") and alike("–", "•") and alike("", "")
    assert not (alike("c)", "–") or alike("c)", "7") or alike("c)", "(c)") or alike("", "1"))


def test_a_label_before_words_needs_its_signs() -> None:
    assert LABEL.match("a) to") and LABEL.match("– to") and LABEL.match("12 to")
    assert not (LABEL.match("a to") or LABEL.match("2014 was"))
