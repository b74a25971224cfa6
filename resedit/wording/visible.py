"""Differences that nobody sees: blanks, hyphens and invisible characters, told by name."""

import re
from collections.abc import Iterator
from itertools import groupby
from unicodedata import category, name, normalize

from resedit.wording.segments import Op, Wording, wording

_ALIKE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-", **dict.fromkeys("\u200b\u2060\ufeff")})
_FORMS = ("\ufb00", "\ufefc")
"""The first and the last of the letters in the forms that printers once had types for (ﬁ, ﻫ)."""
_TATWEEL = "\u0640"


def as_seen(text: str) -> str:
    """A text as a reader sees it: blanks of any kind and number as one, none at the edges, hyphens that do not break as
    those that do, letters with their accents, nothing without width."""
    plain = normalize("NFC", text.translate(_ALIKE))
    return re.sub(" +", " ", plain).strip(" ")


def unseen(marked: Wording) -> str:
    """The names of the characters that make a difference where none is seen: words that give way to others that look
    the same, signs without width that come or go. Empty where there are none (`U+00A0 NO-BREAK SPACE for U+0020
    SPACE`)."""
    gone: set[str] = set()
    come: set[str] = set()
    for old, new in _pairs(marked):
        if _bare(old) == _bare(new):
            gone |= set(old) - set(new)
            come |= set(new) - set(old)
    if all(character.isascii() for character in gone | come):
        return ""
    sides = [", ".join(map(named, sorted(filter(_is_telling, side)))) for side in (come - gone, gone - come)]
    return " for ".join(filter(None, sides))


def _pairs(marked: Wording) -> Iterator[tuple[str, str]]:
    """What goes and what comes in its place, either of which may be nothing."""
    for is_kept, run in groupby(marked.segments, key=lambda segment: segment.op is Op.KEEP):
        if not is_kept:
            changed = wording(run)
            yield changed.original(), changed.final()


def _bare(text: str) -> str:
    """A text as a reader sees it, letters in whatever form a printer gives them, without what only stretches words."""
    plain = "".join(normalize("NFKC", c) if _FORMS[0] <= c <= _FORMS[1] else c for c in text)
    return as_seen("".join(c for c in plain if c != _TATWEEL and category(c) != "Cf"))


def is_odd(character: str) -> bool:
    """Whether a character looks like a plain blank, hyphen or letter, or like nothing, and is another one."""
    return not character.isascii() and _is_telling(character)


def _is_telling(character: str) -> bool:
    is_form = character == _TATWEEL or _FORMS[0] <= character <= _FORMS[1]
    return is_form or category(character) in ("Zs", "Pd", "Cf", "Mn")


def named(character: str) -> str:
    """The number and name of a character (`U+00A0 NO-BREAK SPACE`)."""
    return f"U+{ord(character):04X} {name(character, '')}".strip()
