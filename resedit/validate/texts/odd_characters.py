"""odd-characters: what a reader does not see, or takes for something else.

Marks that turn the direction of writing, blanks without width, and accents written as characters of their own (“e” and
U+0301 for “é”; Unicode Standard Annex #15) make a text read otherwise than it is compared.
Markers of CriticMarkup mean something only in the `text:` of a MOD; anywhere else they would be adopted as they stand.
"""

import re
from collections.abc import Iterator
from unicodedata import name, normalize

from resedit.model.languages import primary
from resedit.model.mend import Mend
from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Resolution
from resedit.validate.rule import Example, Rule
from resedit.validate.texts.look import Look
from resedit.validate.texts.wordings import Words, finding
from resedit.wording.criticmarkup import markers

RULE = Rule(
    "odd-characters",
    Severity.WARNING,
    "characters that are not seen or turn the direction of writing, accents apart from their letters, and markers of "
    "CriticMarkup in plain words",
    "Take them out; write a letter with its accent as one character.",
    source="The Unicode Standard 16.0, chapter 23, Special Areas and Format Characters: layout controls are not "
    "rendered visibly, but influence line breaking, word breaking and bidirectional ordering",
    failing=Example('- resolves:\n  - 1: "to take the\\u200b action."'),
    passing=Example('- resolves:\n  - 1: "to take the\\u00a0action."'),
    mends="takes U+200B and U+FEFF out of texts in Arabic, English, French, Russian and Spanish; writes letters with "
    "their accents as one character",
)
_UNSEEN = re.compile("[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")
_WITH_ACCENTS = re.compile(r"[^\W\d_][\u0300-\u036f]+")
_WITHOUT_USE = frozenset("\ufeff\u200b")
"""What copying leaves behind: it does nothing in languages that set blanks between words."""
_SET_BLANKS = frozenset(["ar", "en", "es", "fr", "ru"])


def check(text: Resolution) -> Iterator[Problem]:
    """One finding a text for each kind."""
    for words, _ in _may_be_odd(text):
        found = _UNSEEN.search(words.text)
        if found:
            what = f"U+{ord(found[0]):04X} {name(found[0], '')} is not seen"
            yield finding(RULE, words, what, "take it out", _mends(words, text.language), found[0])
        apart = list(_apart(words))
        if apart:
            what = f"“{apart[0].new}” is written as a letter and an accent of its own"
            yield finding(RULE, words, what, "write it as one character", apart, apart[0].old)
        marker = next(iter(markers(words.text)), "")
        if marker:
            hint = "a change is written in the text: of a MOD"
            yield finding(RULE, words, f"“{marker}” would stand in the text as it is", hint, (), marker)


@Look
def _may_be_odd(text: str) -> bool:
    seen = "{" in text or "}" in text
    return seen or (not text.isascii() and bool(_UNSEEN.search(text) or _WITH_ACCENTS.search(text)))


def _apart(words: Words) -> Iterator[Mend]:
    """The letters with accents apart that there are as one character, which they become."""
    for match in _WITH_ACCENTS.finditer(words.text):
        composed = normalize("NFC", match[0])
        if composed != match[0]:
            yield words.mend(match.start(), match[0], composed)


def _mends(words: Words, language: str) -> Iterator[Mend]:
    if primary(language) in _SET_BLANKS and _WITHOUT_USE.issuperset(_UNSEEN.findall(words.text)):
        for match in _UNSEEN.finditer(words.text):
            yield words.mend(match.start(), match[0], "")
