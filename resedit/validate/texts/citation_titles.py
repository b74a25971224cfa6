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
    key: tuple[str, ...]


def check(text: Resolution) -> Iterator[Problem]:
    """A finding for each title that does not begin as the instrument's first one does."""
    own = own_body(text)
    short: list[tuple[str, str]] | None = None
    first: dict[tuple[str, str, str, str], _Title] = {}
    for words in texts(text):
        for citation, title in titled(words.text):
            if short is None:
                short = [(folded(full), folded(name)) for name, full in definitions(text)]
            shown = _IN_BRACKETS.sub("", title)
            segment = _SEGMENT.match(shown)
            if not segment:
                continue
            body = own if citation.body == OWN else citation.body
            now = _Title(words, citation, segment[0].strip(), _key(segment[0], short))
            known = first.setdefault((citation.kind, citation.number, body, citation.same_revision), now)
            length = min(len(known.key), len(now.key))
            if known.key[:length] != now.key[:length]:
                message = f"{citation.shown} is cited as “{now.shown}” and as “{known.shown}”"
                hint = f"{known.words.address} has the other title; give it as it was adopted"
                yield finding(RULE, words, message, hint)


def _key(title: str, short: list[tuple[str, str]]) -> tuple[str, ...]:
    """The words of a title, with abbreviations for the terms that have one, without articles."""
    plain = folded(title)
    for full, name in short:
        plain = plain.replace(full, name)
    return tuple(word for word in _WORD.findall(plain) if word not in _ARTICLES)
