"""abbreviation: a defined abbreviation that is used before its definition, or defined twice.

A definition is an abbreviation in brackets right behind the words whose initials it is made of: “World Summit on the
Information Society (WSIS)”, “the ITU Telecommunication Development Sector (ITU‑D)”. Anything else in brackets is none,
and where it might be one that is not understood, uses behind it are left alone. Title, opening line and footnotes are
not looked at.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from resedit.model.address import FOOTNOTE, OPENING, TITLE
from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Resolution
from resedit.validate.folding import HYPHENS, plain_hyphens
from resedit.validate.remember import TEXTS
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
_WORD = re.compile(r"[^\W_]+")
_RUN = re.compile(rf"[^\W_]+(?:[{HYPHENS}][^\W_]+)*")

Position = tuple[int, int]


class _Bracketed(NamedTuple):
    """Brackets in a text: the name in them, where it stands, and the words that it abbreviates, if it does."""

    name: str
    at: int
    long: str
    whole: str
    """Those words with the brackets."""
    start: int
    """Where they begin."""


class _Defined(NamedTuple):
    """One definition: where its abbreviation stands, all of its words, and where these begin."""

    words: Words
    text: str
    start: int


def check(text: Resolution) -> Iterator[Problem]:
    """One finding for each abbreviation at most."""
    read = [w for w in texts(text) if w.address not in (TITLE, OPENING) and not w.address.startswith(f"{FOOTNOTE}/")]
    bracketed: dict[str, Position] = {}
    defined: dict[str, list[_Defined]] = {}
    for index, words in enumerate(read):
        for found in _bracketed(words.text):
            bracketed.setdefault(found.name, (index, found.at))
            if found.long:
                defined.setdefault(found.name, []).append(_Defined(words, found.whole, found.start))
    used = _first_uses(read, defined) if defined else {}
    for name, places in defined.items():
        first = places[0]
        if name in used and used[name] < bracketed[name]:
            hint = f"“{first.text}” belongs here, it stands in {first.words.address}"
            words, at = read[used[name][0]], used[name][1]
            slip = _WORD.match(words.text, at)
            yield finding(RULE, words, f"“{name}” is used before its definition", hint, (), slip[0] if slip else "", at)
        elif len(places) > 1:
            second = places[1]
            hint = f"the abbreviation alone is enough, {first.words.address} defines it"
            yield finding(RULE, second.words, f"“{name}” is defined a second time", hint, (), second.text, second.start)


def definitions(text: Resolution) -> Iterator[tuple[str, str]]:
    """The abbreviations that a text defines, and the words they stand for."""
    return ((found.name, found.long) for words in texts(text) for found in _bracketed(words.text) if found.long)


@lru_cache(maxsize=TEXTS)
def _bracketed(text: str) -> tuple[_Bracketed, ...]:
    found = []
    for match in _BRACKETS.finditer(text):
        name = _name(match[1])
        start = long_form(text, match.start(), name)
        long, whole = ("", "") if start is None else (text[start : match.start()].strip(), text[start : match.end()])
        found.append(_Bracketed(name, match.start(1), long, whole, match.start(1) if start is None else start))
    return tuple(found)


def _first_uses(read: list[Words], names: Collection[str]) -> dict[str, Position]:
    """Where each name stands first outside brackets."""
    found: dict[str, Position] = {}
    for index, words in enumerate(read):
        for name, start in _uses(words.text):
            if name in names:
                found.setdefault(name, (index, start))
    return found


@lru_cache(maxsize=TEXTS)
def _uses(text: str) -> tuple[tuple[str, int], ...]:
    """What may be abbreviations outside brackets; `WSIS-related` is a use of WSIS, `CWG-WSIS` and `WSIS+10` none."""
    found = []
    for match in _RUN.finditer(text):
        if match[0].islower():
            continue
        head, _, tail = plain_hyphens(match[0]).partition("-")
        before, behind = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        if behind != "+" and not (before in ("(", "（") and behind in (")", "）")):
            found.append((_name(head if tail.islower() else match[0]), match.start()))
    return tuple(found)


def _name(short: str) -> str:
    """An abbreviation without the kind of its hyphens and a plural's s."""
    name = plain_hyphens(short)
    return name[:-1] if name.endswith("s") and name[-2:-1].isupper() else name
