"""What the parts of a Word file share: namespaces, escaping, the characters XML can hold, what a script asks for."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from resedit.model.languages import EAST_ASIAN, is_right_to_left, primary
from resedit.model.problem import ReseditError

if TYPE_CHECKING:
    from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'

_IMPOSSIBLE = re.compile("[\x00-\x08\x0a-\x1f\ud800-\udfff\ufffe\uffff]")  # what is left out: short sets compile fast
_HEXADECIMAL = re.compile("[0-9A-Fa-f]{1,4}")
_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;"}
_SIGNS = re.compile('[&<>"\t]')


def escaped(text: str) -> str:
    """A text as XML character data or attribute value.

    Raises ReseditError for a character that XML 1.0 (section 2.2) or a single paragraph cannot hold.
    """
    bad = _IMPOSSIBLE.search(text)
    if bad:
        near = _IMPOSSIBLE.sub("\ufffd", text[max(0, bad.start() - 20) : bad.end() + 20])
        raise ReseditError(
            f"a paragraph of a Word file cannot hold the character U+{ord(bad[0]):04X}, which stands in “{near}”",
            "take the character out of the text",
        )
    return _SIGNS.sub(lambda match: _SPECIAL[match[0]], text)


def name_of(element: "etree._Element") -> str:
    """An element's local name; of those in WordprocessingML and the few namespaces that share its names."""
    return _local(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def is_on(value: str) -> bool:
    """What the value of an on-off attribute says."""
    return value not in ("0", "false", "off")


def symbol(code: str) -> str:
    """The character a `w:sym` stands for; none where the code means something in one font only (private use), or is no
    character at all."""
    if not _HEXADECIMAL.fullmatch(code):
        return ""
    number = int(code, 16)
    is_glyph = 0xE000 <= number <= 0xF8FF or 0xD800 <= number <= 0xDFFF or number < 0x20
    return "" if is_glyph else chr(number)


_FULL_TAGS = {"ar": "ar-SA", "en": "en-GB", "es": "es-ES", "fr": "fr-FR", "ja": "ja-JP", "ko": "ko-KR", "ru": "ru-RU"}
_FULL_TAGS["zh"] = "zh-CN"
_EAST_ASIAN_FONTS = {"ja": "MS Mincho", "ko": "Malgun Gothic", "zh": "SimSun"}


@dataclass(frozen=True, slots=True)
class Script:
    """What the language of a text (a BCP 47 tag) asks of its runs and paragraphs."""

    language: str

    @property
    def is_right_to_left(self) -> bool:
        """Whether lines begin at the right."""
        return is_right_to_left(self.language)

    @property
    def is_east_asian(self) -> bool:
        """Whether quotation marks and the like take the width of an ideograph."""
        return primary(self.language) in EAST_ASIAN

    @property
    def east_asian_font(self) -> str:
        """The font of ideographs."""
        return _EAST_ASIAN_FONTS.get(primary(self.language), "SimSun")

    @property
    def lang(self) -> str:
        """The `w:lang` element: which dictionary proofs Latin, East Asian and right-to-left runs."""
        tag = self.language if "-" in self.language else _FULL_TAGS.get(self.language.lower(), self.language or "en-GB")
        is_western = not (self.is_right_to_left or self.is_east_asian)
        latin = tag if is_western else "en-GB"
        asian = tag if self.is_east_asian else "zh-CN"
        bidi = tag if self.is_right_to_left else "ar-SA"
        return f'<w:lang w:val="{escaped(latin)}" w:eastAsia="{escaped(asian)}" w:bidi="{escaped(bidi)}"/>'
