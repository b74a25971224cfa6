"""Which language a Word file is in, as far as its proofing languages and its letters tell."""

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from resedit.formats.docx.stylesheet import name_of_attribute
from resedit.model.languages import EAST_ASIAN, RIGHT_TO_LEFT, primary

if TYPE_CHECKING:
    from lxml import etree

_SCRIPTS = {
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]"),
    "he": re.compile("[\u0590-\u05ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
    "ja": re.compile("[\u3040-\u30ff]"),
    "ko": re.compile("[\uac00-\ud7af]"),
    "zh": re.compile("[\u4e00-\u9fff]"),
    "": re.compile("[A-Za-z\u00c0-\u024f]"),
}
_CYRILLIC = frozenset({"ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn"})
_ATTRIBUTES = {"ar": "bidi", "he": "bidi", "ja": "eastAsia", "ko": "eastAsia", "zh": "eastAsia"}
_ENOUGH = 20_000
"""How many letters are looked at."""


def language_of(texts: Iterable[str], trees: "Iterable[etree._Element | None]") -> str:
    """The language of texts, as a BCP 47 tag: of the languages named in `trees` (`w:lang`) the most frequent that is
    written in their script. Empty where nothing tells."""
    script = _script(texts)
    attribute = _ATTRIBUTES.get(script, "val")
    named: Counter[str] = Counter()
    for tree in trees:
        for element in () if tree is None else tree.iter("{*}lang"):
            named.update(value for key, value in element.items() if name_of_attribute(key) == attribute)
    fitting = [tag for tag, _ in named.most_common() if _fits(tag, script)]
    return fitting[0] if fitting else script


def _script(texts: Iterable[str]) -> str:
    """The language that a script stands for in itself; empty for Latin letters."""
    sample = "".join(_first(texts))
    counts = {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS.items()}
    if counts["ja"] and counts["ja"] * 10 > counts["zh"]:  # Japanese has both
        counts["ja"] += counts["zh"]
    return max(counts, key=lambda name: counts[name]) if any(counts.values()) else ""


def _first(texts: Iterable[str]) -> Iterable[str]:
    left = _ENOUGH
    for text in texts:
        yield text[:left]
        left -= len(text)
        if left <= 0:
            return


def _fits(tag: str, script: str) -> bool:
    language = primary(tag)
    if script == "ru":
        return language in _CYRILLIC
    if script in ("ar", "he"):
        return language in RIGHT_TO_LEFT and (language in ("he", "yi")) == (script == "he")
    if script:
        return language == script
    return language not in _CYRILLIC | RIGHT_TO_LEFT | EAST_ASIAN and language != ""
