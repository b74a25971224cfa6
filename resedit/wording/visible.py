"""Differences that nobody sees: blanks, hyphens and invisible characters, told by name."""

import re
import unicodedata

from resedit.wording.segments import Op, Wording

_ALIKE = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2011": "-", **dict.fromkeys("\u200b\u2060\ufeff")})


def as_seen(text: str) -> str:
    """A text as a reader sees it: blanks of any kind and number as one, none at the edges, hyphens that do not break as
    those that do, letters with their accents, nothing without width."""
    plain = unicodedata.normalize("NFC", text.translate(_ALIKE))
    return re.sub(" +", " ", plain).strip(" ")


def unseen(marked: Wording) -> str:
    """The names of the characters that make a difference without looking different, deleted ones first; empty where
    there are none (`U+00A0 NO-BREAK SPACE for U+0020 SPACE`)."""
    sides = [
        {
            c
            for s in marked.segments
            if s.op is op
            for c in s.text
            if unicodedata.category(c) in ("Zs", "Pd", "Cf", "Mn")
        }
        for op in (Op.DELETE, Op.INSERT)
    ]
    gone, come = (", ".join(map(_named, sorted(side - other))) for side, other in (sides, sides[::-1]))
    if not any(ord(c) > 127 for side in sides for c in side) or not (gone or come):
        return ""
    return " for ".join(part for part in (come, gone) if part)


def _named(character: str) -> str:
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
