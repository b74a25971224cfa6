"""What reads as a label."""

import pytest

from resedit.structure.labels import LABEL, Typed, alike, begun, reads_as_label

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


def labels(*lines: str) -> list[str]:
    """What the lines are labelled; a tab sets a label apart from the start."""
    typed = [Typed(*line.split("\t")) if "\t" in line else Typed("", line) for line in lines]
    return [t.label or (f.label if f and f.is_label else "") for t, f in zip(typed, begun(typed), strict=True)]


def test_labels_before_a_blank_that_count_on_are_labels() -> None:
    assert labels("recalling", "a) one;", "b) two:", "- so;", "- so,", "c) three,") == ["", "a)", "b)", "-", "-", "c)"]
    assert labels("resolves", "1. to do;", "2. to go.") == ["", "1.", "2."]
    assert labels("1 to do;", "1.1 that;", "1.2 this;", "2 to go.") == ["1", "1.1", "1.2", "2"]
    assert labels("1\tto do;", "2\xa0to go;", "3\tto end.") == ["1", "2", "3"]
    assert labels("a)\tone;", "bbis) two;", "c)\tthree") == ["a)", "bbis)", "c)"]


@pytest.mark.parametrize("line", ["1 January 2018 was a day,", "2 billion people are not online;", "3 to the last,"])
def test_words_that_begin_with_a_number_are_no_label(line: str) -> None:
    """By themselves, in a list that has the number, behind one that they would count on from."""
    lists = ((), ("1\tto do;", "2\tto be;", "3\tto see;"), ("1\tthat so;",), ("1\tthat so;", "2\tthat not;"))
    for items in lists:
        assert labels("resolves", *items, line)[-1] == ""
        assert labels("resolves", line, *items)[1] == ""


def test_a_label_of_another_list_counts_on_from_nothing() -> None:
    assert labels("a)\tone;", "b)\ttwo,", "recognizing", "c) alone,")[-1] == ""
