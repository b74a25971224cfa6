"""Looking at single wordings. All texts are made up (XYZ)."""

import pytest

from resedit.validate.texts import look
from resedit.validate.texts.look import Look
from resedit.validate.texts.wordings import texts
from tests.record.bases import ENGLISH


def vowels(text: str) -> tuple[str, ...]:
    return tuple(letter for letter in text if letter in "aeiou")


def test_a_text_gives_what_each_wording_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """In reading order, the wordings that have any: also where the look is made when the text has been looked at."""
    monkeypatch.setattr(look, "_LOOKS", list(look._LOOKS))
    wanted = [(words, vowels(words.text)) for words in texts(ENGLISH) if vowels(words.text)]
    assert wanted and list(Look(vowels)(ENGLISH)) == wanted
    assert list(Look(vowels)(ENGLISH)) == wanted
    assert list(Look(lambda text: "no such words" in text)(ENGLISH)) == []
