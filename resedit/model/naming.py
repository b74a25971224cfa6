"""Names: what the provisions of one list are called in an address, and which of them some words name."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from resedit.model.enums import Kind
from resedit.model.resolution import Provision

MARKS = "()[].,:;"
TABLE = "table"
"""What a table is called in an address; its rows and their cells are counted."""
SHORT_HEADING = 3
"""Up to how many words a heading stands whole in an address (*taking into account*)."""
LONGEST_PREFIX = 40
"""Up to how many leading words a heading is told from others by; one that needs more stands whole."""
BULLETS = frozenset("-–—•·◦○▪■*‣⁃")


@lru_cache(maxsize=4096)  # labels and headings are few, and asked for in every list
def label_part(label: str) -> str:
    """The part of an address that a label makes: `a)` → `a`, `(iv)` → `iv`, `5.10` → `5.10`, a dash or bullet → ``."""
    bare = label.strip().strip(MARKS).strip()
    return "" if bare in BULLETS else re.sub(r"\s+", " ", bare)


def natural(name: str) -> list[tuple[int, str]]:
    """A sorting key by code points in which `res-9` comes before `res-30`."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", name) if part]


class Level(NamedTuple):
    """The ways to name the provisions of one list."""

    exact: dict[str, list[int]]
    calls: dict[str, list[tuple[list[str], int]]]
    """The folded words of each heading, by the first of them."""
    parts: list[str]
    longest: int
    """How many words the longest name has."""


def level_of(items: Sequence[Provision], taken: Sequence[str]) -> Level:
    """The names of the provisions of a list, in which none is called one of `taken`."""
    named = [(i.id, i.kind, i.text if i.kind is Kind.CALL else label_part(i.label)) for i in items]
    return _level(tuple(named), tuple(taken))


_Named = tuple[str, Kind, str]
"""What of a provision makes its name: its id, its kind, and its heading or the part of an address that its label
makes."""


@lru_cache(maxsize=512)  # a base and what proposals make of it have most of their lists in common
def _level(items: tuple[_Named, ...], taken: tuple[str, ...]) -> Level:
    exact: dict[str, list[int]] = {}
    calls: list[tuple[list[str], int]] = []
    labels = {_spaced(name) for _, kind, name in items if kind is not Kind.CALL}
    parts: list[str] = []
    ordinal = 0
    for index, (identity, kind, name) in enumerate(items):
        names = [_spaced(identity)] if identity.strip() else []
        own = _spaced(name)
        if own:
            names.append(own)
            if kind is Kind.CALL:
                calls.append((own.split(), index))
        elif kind is Kind.TABLE:
            names.append(TABLE)
        else:
            ordinal += 1
            names.append(f"item{ordinal}" if str(ordinal) in labels else str(ordinal))
        for one in names:
            if index not in exact.setdefault(one, []):
                exact[one].append(index)
        parts.append(names[0])
    for index, prefix in _shortest_prefixes(calls).items():
        parts[index] = _spaced(items[index][0]) or prefix
    by_first: dict[str, list[tuple[list[str], int]]] = {}
    for words, index in calls:
        folded = [word.casefold() for word in words]
        by_first.setdefault(folded[0], []).append((folded, index))
    unique = _told_apart(parts, exact, taken)
    return Level(exact, by_first, unique, max((name.count(" ") + 1 for name in exact), default=0))


def match(level: Level, words: list[str]) -> tuple[int, list[int]]:
    """How many of the words name something on this level, and what: the longest match wins, an exact one first."""
    folded = [word.casefold() for word in words]
    alike = level.calls.get(folded[0], [])
    for taken in range(min(len(words), level.longest), 0, -1):
        name = " ".join(words[:taken])
        for form in (name, label_part(name)):
            if form in level.exact:
                return taken, level.exact[form]
        found = [(heading, index) for heading, index in alike if heading[:taken] == folded[:taken]]
        whole = [index for heading, index in found if len(heading) == taken]
        if found:
            return taken, whole or [index for _, index in found]
    return 0, []


@lru_cache(maxsize=4096)
def _spaced(name: str) -> str:
    return " ".join(name.replace("/", " ").split())


def _told_apart(parts: list[str], exact: dict[str, list[int]], taken: Sequence[str]) -> list[str]:
    """The parts with `#1`, `#2` … behind those that stand more than once or are `taken`; `exact` learns all."""
    counts = Counter([*parts, *taken, *taken])
    seen: Counter[str] = Counter()
    unique = []
    for index, part in enumerate(parts):
        if counts[part] > 1:
            stem = part
            while counts[part]:
                seen[stem] += 1
                part = f"{stem}#{seen[stem]}"
        exact[part] = [index]
        unique.append(part)
    return unique


def _shortest_prefixes(calls: list[tuple[list[str], int]]) -> dict[int, str]:
    """For each call its heading if that is short, else the fewest leading words that no other call begins with."""
    counts: dict[str, int] = {}
    for words, _ in calls:
        for length in range(1, min(len(words), LONGEST_PREFIX) + 1):
            prefix = " ".join(words[:length]).casefold()
            counts[prefix] = counts.get(prefix, 0) + 1

    def lengths(words: list[str]) -> range:
        return range(1 if len(words) > SHORT_HEADING else len(words), min(len(words), LONGEST_PREFIX) + 1)

    return {
        index: next(
            (" ".join(words[:length]) for length in lengths(words) if counts[" ".join(words[:length]).casefold()] == 1),
            " ".join(words),
        )
        for words, index in calls
    }
