"""Differences that nobody sees: blanks, hyphens and invisible characters, told by name."""

import unicodedata

from resedit.wording.segments import Op, Wording


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
