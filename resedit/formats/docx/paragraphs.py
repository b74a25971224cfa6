"""What a paragraph is in either text by its properties: style, list and level, indents; and the list number it gets."""

import re
from typing import TYPE_CHECKING, NamedTuple

from resedit.formats.docx.counting import counted
from resedit.formats.docx.lists import Lists, Numbering
from resedit.formats.docx.story import ORIGINAL, VIEWS, Paragraph
from resedit.formats.docx.stylesheet import NOTHING, Look, Stylesheet, look_of, value_of
from resedit.redline.document import NOBODY, Revision

if TYPE_CHECKING:
    from lxml import etree

_CHANGES = ("numPr/ins", "numPr/numberingChange", "pPrChange")
_PATHS = (*_CHANGES, "pPrChange/pPr", "pStyle")
_OLD_NUMBER = re.compile(r"%\d+:(\d{1,9}):(\d{1,3}):([^%]*)")
_OLD_FORMATS = {"1": "upperRoman", "2": "lowerRoman", "3": "upperLetter", "4": "lowerLetter"}


class Shape(NamedTuple):
    """What a paragraph is in one text."""

    style: str
    label: str
    indent: int
    hanging: int


class Shapes:
    """Tells shapes; the paragraphs of either text are asked for in their order, since lists count through them."""

    def __init__(self, styles: Stylesheet, lists: Lists, w: str) -> None:
        self._styles = styles
        self._lists = lists
        self._w = w
        self._paths = {path: "/".join(f"{w}{name}" for name in path.split("/")) for path in _PATHS}
        self._unchanged: dict[int, tuple[str, str, int, Look]] = {}
        self._numbering = tuple(Numbering(lists) for _ in VIEWS)

    @property
    def unknown_formats(self) -> set[str]:
        """Formats of list numbers that were written in digits instead."""
        return {name for numbering in self._numbering for name in numbering.unknown}

    def shape(self, paragraph: Paragraph, view: int) -> Shape:
        """A paragraph in one of the texts."""
        style, number, level, look = self._look(paragraph, view)
        label = self._numbering[view].next(number, level)
        was = self._find(paragraph.properties, "numPr/numberingChange") if view == ORIGINAL else None
        if was is not None:
            label = old_number(was.get(f"{self._w}original", ""))
        return Shape(style, label, look.indent or 0, look.hanging or 0)

    def _look(self, paragraph: Paragraph, view: int) -> tuple[str, str, int, Look]:
        """Style, list, level and look; worked out once where nothing changes them."""
        if paragraph.place in self._unchanged:
            return self._unchanged[paragraph.place]
        properties = self._properties(paragraph, view)
        style = value_of(self._find(properties, "pStyle"), self._w)
        own, named = look_of(properties, self._w), self._styles.look(style)
        if view == ORIGINAL and self._find(properties, "numPr/ins") is not None:
            own = own._replace(list=None, level=None)
        number = own.list or named.list or ""
        level = own.level if own.level is not None else self._level(number, style, named)
        found = self._lists.find(number)
        of_list = found.levels[level].look if found and level in found.levels else NOTHING
        look = own.over(of_list.over(named) if own.list else named.over(of_list))
        style = self._styles.usual(style)
        if all(self._find(paragraph.properties, path) is None for path in _CHANGES):
            self._unchanged[paragraph.place] = style, number, level, look
        return style, number, level, look

    def changed_by(self, paragraph: Paragraph) -> Revision:
        """Who changed the properties of a paragraph, its numbering first."""
        for path in _CHANGES:
            change = self._find(paragraph.properties, path)
            if change is not None:
                return Revision(change.get(f"{self._w}author", ""), change.get(f"{self._w}date", ""))
        return NOBODY

    def _level(self, number: str, style: str, named: Look) -> int:
        """The level of a list that a style stands for."""
        found = self._lists.find(number)
        linked = (index for index, level in (found.levels if found else {}).items() if style and level.style == style)
        return next(linked, named.level or 0)

    def _properties(self, paragraph: Paragraph, view: int) -> "etree._Element | None":
        before = self._find(paragraph.properties, "pPrChange/pPr") if view == ORIGINAL else None
        return paragraph.properties if before is None else before

    def _find(self, properties: "etree._Element | None", path: str) -> "etree._Element | None":
        return None if properties is None else properties.find(self._paths[path])


def old_number(original: str) -> str:
    """A number as a file from before 2007 records it: `%1:3:4:)` for `c)`, or the number itself."""
    if not _OLD_NUMBER.match(original):
        return original
    parts = (
        counted(int(value), _OLD_FORMATS.get(code, "decimal")) + after
        for value, code, after in _OLD_NUMBER.findall(original)
    )
    return "".join(parts)
