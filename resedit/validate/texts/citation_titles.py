"""citation-titles: one instrument cited with two titles inside one text.

A title stands behind its instrument and a comma: “Resolution 140 (Rev. Busan, 2014), on ITU's role in …”. Compared are
their words up to the first mark: one may be shorter than the other, and give a term or its abbreviation. Titles of
different revisions may differ. Read in English, French, Spanish and Russian texts.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Resolution
from resedit.validate.folding import folded
from resedit.validate.rule import Example, Rule
from resedit.validate.texts.abbreviation import definitions
from resedit.validate.texts.citations import Citation, titled
from resedit.validate.texts.instruments import OWN, own_body
from resedit.validate.texts.wordings import Words, finding, texts

RULE = Rule(
    "citation-titles",
    Severity.WARNING,
    "the same instrument cited with two titles inside one text",
    "Give the title as it was adopted, in both places.",
    source="United Nations Editorial Manual Online, Instructions for the preparation of documents: quotations and "
    "references are checked for accuracy",
    failing=Example(
        "- recalling:\n  - a): Resolution 901 (Elsewhere, 1998), on the use of maps;\n"
        "  - b): Resolution 901 (Elsewhere, 1998), on using maps,\n- resolves:\n  - to report."
    ),
    passing=Example(
        "- recalling:\n  - a): Resolution 901 (Elsewhere, 1998), on the use of global navigation maps (GNM);\n"
        "  - b): Resolution 901 (Elsewhere, 1998), on the use of GNM, as revised,\n- resolves:\n  - to report."
    ),
)
_SEGMENT = re.compile(r"[^,;:.–—]+")
_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]|\[\^[^\]]*\]")
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = frozenset(["the", "a", "an", "le", "la", "les", "l", "el", "los", "las"])


class _Title(NamedTuple):
    words: Words
    citation: Citation
    shown: str
    at: int


def check(text: Resolution) -> Iterator[Problem]:
    """A finding for each title that does not begin as the instrument's first one does."""
    own = own_body(text)
    found: dict[tuple[str, str, str, str], list[_Title]] = {}
    for words in texts(text):
        for citation, title, at in titled(words.text):
            segment = _SEGMENT.match(_IN_BRACKETS.sub("", title))
            if segment:
                body = own if citation.body == OWN else citation.body
                same = (citation.kind, citation.number, body, citation.same_revision)
                found.setdefault(same, []).append(_Title(words, citation, segment[0].strip(), at))
    several = [titles for titles in found.values() if len({title.shown for title in titles}) > 1]
    short = [(folded(full), folded(name)) for name, full in definitions(text)] if several else []
    for titles in several:
        first, known = titles[0], _key(titles[0].shown, short)
        for other in titles[1:]:
            key = _key(other.shown, short)
            length = min(len(known), len(key))
            if known[:length] != key[:length]:
                message = f"{other.citation.shown} is cited as “{other.shown}” and as “{first.shown}”"
                hint = f"{first.words.address} has the other title; give it as it was adopted"
                yield finding(RULE, other.words, message, hint, (), other.shown.split()[0], other.at)


def _key(title: str, short: list[tuple[str, str]]) -> tuple[str, ...]:
    """The words of a title, with abbreviations for the terms that have one, without articles."""
    plain = folded(title)
    for full, name in short:
        plain = plain.replace(full, name)
    return tuple(word for word in _WORD.findall(plain) if word not in _ARTICLES)
