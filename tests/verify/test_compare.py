"""Proving a text line by line: what counts as a difference and how it is shown."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from resedit.model.resolution import Kind, Provision, Resolution
from resedit.redline.lines import text_lines
from resedit.verify.compare import mismatches
from resedit.wording import criticmarkup

ITEMS = (Provision("le café;", "a)"), Provision("the second thing of some length;", "b)"), Provision("the last.", "c)"))
TEXT = Resolution("7", "Rev. Nowhere, 2001", "Made up", "", (Provision("recalling", items=ITEMS, kind=Kind.CALL),))
LINES = [str(line) for line in text_lines(TEXT)]


def shown(lines: list[str]) -> list[tuple[str, str]]:
    return [(m.address, criticmarkup.write(m.line)) for m in mismatches(TEXT, lines)]


def test_the_same_text_says_the_same_also_with_blanks_behind_and_decomposed_accents() -> None:
    assert shown(LINES) == []
    assert shown([f"{unicodedata.normalize('NFD', line)}  " for line in LINES] + ["", " "]) == []


def test_a_blank_behind_a_label_is_as_good_as_a_tab() -> None:
    assert shown([line.replace("b)\t", "b) ") for line in LINES]) == []
    assert shown([line.replace("\t", "\u00a0") for line in LINES]) == []
    assert shown([line.replace("b)\tthe", "b the)") for line in LINES]) != []


def test_a_changed_word_a_changed_label_a_hyphen() -> None:
    assert shown([line.replace("second", "first") for line in LINES]) == [
        ("recalling/b", "b)\tthe {--second--}{++first++} thing of some length;")
    ]
    assert shown([line.replace("b)\t", "d)\t") for line in LINES]) == [
        ("recalling/b", "{--b--}{++d++})\tthe second thing of some length;")
    ]
    assert shown([line.replace("b)\t", "b)") for line in LINES]) != []
    assert shown([line.replace(" last", "\u00a0last") for line in LINES]) != []


def test_missing_and_additional_lines() -> None:
    assert shown([*LINES[:3], *LINES[4:], "one more"]) == [
        ("recalling/a", "{--a)\tle café;--}"),
        ("", "{++one more++}"),
    ]


def test_lines_in_another_order_are_not_the_same() -> None:
    assert shown([*LINES[:3], LINES[4], LINES[3], LINES[5]]) != []


@given(st.integers(0, len(LINES) - 1), st.data())
def test_no_changed_character_goes_unseen(index: int, data: st.DataObject) -> None:
    line = LINES[index]
    place = data.draw(st.integers(0, len(line) - 1))
    character = data.draw(st.characters(codec="utf-8", categories=("L", "N", "P")).filter(lambda c: c != line[place]))
    changed = [*LINES[:index], line[:place] + character + line[place + 1 :], *LINES[index + 1 :]]
    if unicodedata.normalize("NFC", changed[index]) != line:
        assert mismatches(TEXT, changed)
