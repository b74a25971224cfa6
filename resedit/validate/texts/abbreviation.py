"""abbreviation: a defined abbreviation that is used before its definition, or defined twice.

A definition is an abbreviation in brackets right behind the words whose initials it is made of: “World Summit on the
Information Society (WSIS)”, “the ITU Telecommunication Development Sector (ITU‑D)”. Anything else in brackets is none,
and where it might be one that is not understood, uses behind it are left alone. Title, opening line and footnotes are
not looked at.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resedit.model.address import FOOTNOTE, OPENING, TITLE
from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Resolution
from resedit.validate.folding import HYPHENS, plain_hyphens
from resedit.validate.rule import Example, Rule
from resedit.validate.texts.initials import long_form
from resedit.validate.texts.wordings import Words, finding, texts

RULE = Rule(
    "abbreviation",
    Severity.WARNING,
    "a defined abbreviation used before its definition, or defined twice",
    "Write the words in full with the abbreviation in brackets where it comes first, and only there.",
    source="United Nations Editorial Manual Online, Abbreviations and acronyms, General guidelines: a name is written "
    "in full the first time it occurs, followed by the abbreviation in parentheses",
    failing=Example(
        "- recalling:\n  - a): the report on LDCs;\n  - b): the needs of least developed countries (LDCs),\n"
        "- resolves:\n  - to report."
    ),
    passing=Example(
        "- recalling:\n  - a): the needs of least developed countries (LDCs);\n  - b): the report on LDCs,\n"
        "- resolves:\n  - to report."
    ),
)

_BRACKETS = re.compile(r"[(（][\"“«]?([^\s()（）\"“”«»]{2,20})[\"”»]?[)）]")
_RUN = re.compile(rf"[^\W_]+(?:[{HYPHENS}][^\W_]+)*")

Position = tuple[int, int]


class _Defined(NamedTuple):
    """One definition: where its abbreviation stands, and all of its words."""

    at: Position
    words: Words
    text: str


def check(text: Resolution) -> Iterator[Problem]:
    """One finding for each abbreviation at most."""
    read = [w for w in texts(text) if w.address not in (TITLE, OPENING) and not w.address.startswith(f"{FOOTNOTE}/")]
    bracketed: dict[str, Position] = {}
    defined: dict[str, list[_Defined]] = {}
    for index, words in enumerate(read):
        for match in _BRACKETS.finditer(words.text):
            name = _name(match[1])
            bracketed.setdefault(name, (index, match.start(1)))
            start = long_form(words.text, match.start(), name)
            if start is not None:
                whole = words.text[start : match.end()]
                defined.setdefault(name, []).append(_Defined((index, match.start(1)), words, whole))
    used = _first_uses(read, defined) if defined else {}
    for name, places in defined.items():
        first = places[0]
        if name in used and used[name] < bracketed[name]:
            hint = f"“{first.text}” belongs here, it stands in {first.words.address}"
            yield finding(RULE, read[used[name][0]], f"“{name}” is used before its definition", hint)
        elif len(places) > 1:
            hint = f"the abbreviation alone is enough, {first.words.address} defines it"
            yield finding(RULE, places[1].words, f"“{name}” is defined a second time", hint)


def definitions(text: Resolution) -> Iterator[tuple[str, str]]:
    """The abbreviations that a text defines, and the words they stand for."""
    for words in texts(text):
        for match in _BRACKETS.finditer(words.text):
            name = _name(match[1])
            start = long_form(words.text, match.start(), name)
            if start is not None:
                yield name, words.text[start : match.start()].strip()


def _first_uses(read: list[Words], names: dict[str, list[_Defined]]) -> dict[str, Position]:
    """Where each name stands first outside brackets; `WSIS-related` is a use of WSIS, `CWG-WSIS` and `WSIS+10` none."""
    found: dict[str, Position] = {}
    for index, words in enumerate(read):
        for match in _RUN.finditer(words.text):
            if match[0].islower():
                continue
            head, _, tail = plain_hyphens(match[0]).partition("-")
            name = _name(head if tail.islower() else match[0])
            if name not in names or name in found:
                continue
            around = words.text[max(0, match.start() - 1) : match.start()], words.text[match.end() : match.end() + 1]
            if around[1] != "+" and not (around[0] in ("(", "（") and around[1] in (")", "）")):
                found[name] = (index, match.start())
    return found


def _name(short: str) -> str:
    """An abbreviation without the kind of its hyphens and a plural's s."""
    name = plain_hyphens(short)
    return name[:-1] if name.endswith("s") and name[-2:-1].isupper() else name
