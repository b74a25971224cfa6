"""List numbers as Word computes them: definitions, levels, overrides, restarts.

Source: ECMA-376 Part 1, 17.9. Lists made from one definition count on together; what restarts a level is the use of one
above it.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from resedit.formats.docx.counting import bullet, counted, is_known
from resedit.formats.docx.ooxml import is_on
from resedit.formats.docx.stylesheet import NOTHING, Look, Stylesheet, level_number, look_of, twips, value_of

if TYPE_CHECKING:
    from lxml import etree

LEVELS = 9
MAX_TEXT = 255
"""How long a level's text can be: it is printed before every paragraph of the list."""
_COUNT = re.compile("%([1-9])")


class Level(NamedTuple):
    """How a level of a list counts: its first number, its format, its text (`%1.%2)`), after which level it starts anew
    (None: any above it), whether all its numbers are decimal, and the style that stands for it."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    is_legal: bool = False
    style: str = ""
    look: Look = NOTHING


class _List(NamedTuple):
    """A list: the definition it counts with, its levels, and what it begins anew with."""

    definition: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Lists:
    """The lists of a document; one without a part for them has none."""

    def __init__(self, root: "etree._Element | None", w: str, styles: Stylesheet) -> None:
        self._w = w
        self._styles = styles
        self._definitions: dict[str, dict[int, Level]] = {}
        self._links: dict[str, str] = {}
        self._found: dict[str, _List] = {}
        self._numbers: dict[str, tuple[str, dict[int, Level], dict[int, int]]] = {}
        for element in () if root is None else root.iterchildren(f"{w}abstractNum"):
            id_ = element.get(f"{w}abstractNumId", "")
            self._definitions[id_] = dict(self._levels(element))
            self._links[id_] = value_of(element.find(f"{w}numStyleLink"), w)
        for element in () if root is None else root.iterchildren(f"{w}num"):
            definition = value_of(element.find(f"{w}abstractNumId"), w)
            self._numbers[element.get(f"{w}numId", "")] = (definition, *self._overrides(element))

    def find(self, number: str) -> _List | None:
        """The list of a number; None where there is none (`0`, or one that is not defined)."""
        if number not in self._numbers or number == "0":
            return None
        if number not in self._found:
            self._found[number] = self._resolved(number)
        return self._found[number]

    def _resolved(self, number: str) -> _List:
        definition, levels, starts = self._numbers[number]
        seen = {definition}
        while style := self._links.get(definition, ""):  # a definition that is kept in a style
            linked = self._numbers.get(self._styles.look(style).list or "")
            if linked is None or linked[0] in seen:
                break
            definition = linked[0]
            seen.add(definition)
        return _List(definition, {**self._definitions.get(definition, {}), **levels}, starts)

    def _levels(self, element: "etree._Element") -> Iterator[tuple[int, Level]]:
        for level in element.iterchildren(f"{self._w}lvl"):
            yield level_number(level.get(f"{self._w}ilvl", "")), self._level(level)

    def _level(self, element: "etree._Element") -> Level:
        w = self._w
        start = twips(value_of(element.find(f"{w}start"), w))
        legal = element.find(f"{w}isLgl")
        format_ = next((value_of(e, w) for e in element.iter(f"{w}numFmt") if value_of(e, w) != "custom"), "decimal")
        return Level(
            start=1 if start is None else max(start, 0),
            format=format_,
            text=value_of(element.find(f"{w}lvlText"), w)[:MAX_TEXT],
            restart=twips(value_of(element.find(f"{w}lvlRestart"), w)),
            is_legal=legal is not None and is_on(legal.get(f"{w}val", "1")),
            style=value_of(element.find(f"{w}pStyle"), w),
            look=look_of(element.find(f"{w}pPr"), w),
        )

    def _overrides(self, element: "etree._Element") -> tuple[dict[int, Level], dict[int, int]]:
        w = self._w
        levels: dict[int, Level] = {}
        starts: dict[int, int] = {}
        for override in element.iterchildren(f"{w}lvlOverride"):
            index = level_number(override.get(f"{w}ilvl", ""))
            levels.update((index, level) for _, level in self._levels(override))
            start = twips(value_of(override.find(f"{w}startOverride"), w))
            if start is not None:
                starts[index] = max(start, 0)
        return levels, starts


class Numbering:
    """Counts through the paragraphs of one text."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.unknown: set[str] = set()
        """Formats that no one knows how to count in; such numbers are written in digits."""

    def next(self, number: str, level: int) -> str:
        """The label of the next paragraph on a level of a list; empty where there is no such list, or no number."""
        found = self._lists.find(number)
        own = found and found.levels.get(level)
        if not found or not own:
            return ""
        counts = self._counts.setdefault(found.definition, [None] * LEVELS)
        last = counts[level]
        counts[level] = own.start if last is None else last + 1
        if level in found.starts and (number, level) not in self._begun:
            self._begun.add((number, level))
            counts[level] = found.starts[level]
        for below in range(level + 1, LEVELS):
            restart = found.levels.get(below, Level()).restart
            if restart is None or level < restart:
                counts[below] = None
        return self._text(found, own, counts)

    def _text(self, found: _List, own: Level, counts: list[int | None]) -> str:
        if own.format == "bullet":
            return bullet(own.text)

        def count(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            level = found.levels.get(index, Level())
            number = counts[index]
            format_ = "decimal" if own.is_legal and level.format != "none" else level.format
            if not is_known(format_):
                self.unknown.add(format_)
            return "" if format_ == "none" else counted(level.start if number is None else number, format_)

        return _COUNT.sub(count, own.text)[:MAX_TEXT].strip()
