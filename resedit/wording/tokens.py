"""Texts as words: what a difference may keep or change, never less.

A word is a run of letters and digits with their combining marks; each run of spaces, each punctuation mark, each
footnote reference and each character of a script written without spaces stands by itself.
"""

import re
import unicodedata
from functools import lru_cache

FOOTNOTE_REFERENCE = r"\[\^[^\]\s]+\]"
_UNSPACED = (
    ("\u0e00", "\u0eff"),  # Thai, Lao
    ("\u1000", "\u109f"),  # Myanmar
    ("\u1780", "\u17ff"),  # Khmer
    ("\u2e80", "\u2fdf"),  # radicals
    ("\u3005", "\u3007"),
    ("\u3040", "\u30ff"),  # kana
    ("\u31f0", "\u31ff"),
    ("\u3400", "\u4dbf"),  # Han
    ("\u4e00", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
"""The scripts that are written without spaces, from and to."""
_JOINERS = "\u00ad\u0640\u200c\u200d"  # soft hyphen, tatweel, zero-width (non-)joiner


def tokens(text: str) -> list[str]:
    """The words of a text, in order; joined they are the text again."""
    if text.isascii():
        return _pattern("", False).findall(text)
    characters = sorted(set(text))
    marks = "".join(c for c in characters if _belongs_to_word(c))
    return _pattern(marks, any(_is_unspaced(c) for c in characters)).findall(text)


def is_word(token: str) -> bool:
    """Whether a token is a word (has a letter or digit), not a space, a punctuation mark or a footnote reference."""
    return token[:1].isalnum() or (any(map(str.isalnum, token)) and not token.startswith("[^"))


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(is_word(token) for token in tokens(text))


def _belongs_to_word(character: str) -> bool:
    return character in _JOINERS or unicodedata.category(character).startswith("M")


def _is_unspaced(character: str) -> bool:
    return character >= _UNSPACED[0][0] and any(first <= character <= last for first, last in _UNSPACED)


@lru_cache(maxsize=64)
def _pattern(marks: str, has_unspaced: bool) -> re.Pattern[str]:
    """Words, and the rest; scripts without spaces only where there are any, as large sets take long to compile."""
    tail = f"[{re.escape(marks)}]*" if marks else ""
    unspaced = "".join(f"{first}-{last}" for first, last in _UNSPACED) if has_unspaced else ""
    letters = rf"(?:[^\W_{unspaced}]{tail})+"
    return re.compile(rf"{FOOTNOTE_REFERENCE}|{letters}|\s+|.{tail}", re.DOTALL)
