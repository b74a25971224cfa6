"""What paragraphs look like as far as it matters to their text: list and level, indents, by style and by themselves.

Source: ECMA-376 Part 1, 17.7.2 (style inheritance), 17.3.1.19 (numPr), 17.3.1.12 (ind).
"""

import re
from typing import TYPE_CHECKING, NamedTuple

from resedit.formats.docx.ooxml import is_on

if TYPE_CHECKING:
    from lxml import etree

_IDS = {"footnote text": "FootnoteText"}
"""The usual ids of Word's own styles, by name: other programs, and Word in other languages, give them others."""
_NUMBER = re.compile(r"-?\d{1,9}")


class Look(NamedTuple):
    """What properties say; None where they say nothing. Indents in twips, `hanging` negative for a first line that is
    moved in; list `0` is none."""

    list: str | None = None
    level: int | None = None
    indent: int | None = None
    hanging: int | None = None

    def over(self, below: "Look") -> "Look":
        """This, and what it does not say from another. A list brings its own level along."""
        if self.list is not None:
            below = below._replace(level=None)
        return below._replace(**{name: value for name, value in self._asdict().items() if value is not None})


NOTHING = Look()


class Stylesheet:
    """The paragraph styles of a document; one without a part for them has none."""

    def __init__(self, root: "etree._Element | None", w: str) -> None:
        self._based_on: dict[str, str] = {}
        self._own: dict[str, Look] = {}
        self._whole: dict[str, Look] = {}
        self._usual: dict[str, str] = {}
        self._default = ""
        for style in () if root is None else root.iterchildren(f"{w}style"):
            if style.get(f"{w}type", "paragraph") not in ("paragraph", "numbering"):
                continue
            id_ = style.get(f"{w}styleId", "")
            self._based_on[id_] = value_of(style.find(f"{w}basedOn"), w)
            self._own[id_] = look_of(style.find(f"{w}pPr"), w)
            name = value_of(style.find(f"{w}name"), w).casefold()
            if name in _IDS:
                self._usual[id_] = _IDS[name]
            if style.get(f"{w}type") == "paragraph" and is_on(style.get(f"{w}default", "0")):
                self._default = id_

    def usual(self, style: str) -> str:
        """The id that a style usually has."""
        return self._usual.get(style, style)

    def look(self, style: str) -> Look:
        """What a style says, with what it is based on; of the default style where it is empty."""
        style = style or self._default
        line: dict[str, None] = {}
        while style in self._own and style not in self._whole and style not in line:  # styles may go in a circle
            line[style] = None
            style = self._based_on[style]
        look = self._whole.get(style, NOTHING)
        for name in reversed(line):
            look = self._whole[name] = self._own[name].over(look)
        return look


def look_of(properties: "etree._Element | None", w: str) -> Look:
    """What a paragraph's or a style's own properties say."""
    if properties is None:
        return NOTHING
    list_, level = properties.find(f"{w}numPr/{w}numId"), properties.find(f"{w}numPr/{w}ilvl")
    number = None if list_ is None else value_of(list_, w)
    indents = properties.find(f"{w}ind")
    own = {} if indents is None else {name_of_attribute(key): value for key, value in indents.items()}
    first = twips(own.get("firstLine"))
    hanging = twips(own.get("hanging"))
    return Look(
        number,
        None if level is None else level_number(value_of(level, w)),
        twips(own.get("start", own.get("left"))),
        hanging if hanging is not None else None if first is None else -first,
    )


def value_of(element: "etree._Element | None", w: str) -> str:
    """The `w:val` of an element; empty without one."""
    return "" if element is None else str(element.get(f"{w}val", ""))


def name_of_attribute(key: str) -> str:
    """An attribute's local name."""
    return str(key).rpartition("}")[2]


def twips(text: str | None) -> int | None:
    """A measure in twips; None for none, or for one in another unit."""
    return int(text) if text and _NUMBER.fullmatch(text) else None


def level_number(text: str) -> int:
    """A list level, 0 to 8, as Word brings one outside that range into it."""
    return min(max(int(text), 0), 8) if _NUMBER.fullmatch(text) else 0
