"""plain-beside-non-breaking: a word with a plain hyphen or space that the text elsewhere keeps from breaking.

`ITU‑D` and `Resolution 140` must not be torn apart at the end of a line, so texts write them with U+2011 and U+00A0.
The plain form beside them is a slip of the keyboard, which search and comparison stumble over. Only the very same
word, or word and number, counts: other compounds may break.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from resedit.model.mend import Mend
from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Resolution
from resedit.validate.remember import TEXTS
from resedit.validate.rule import Example, Rule
from resedit.validate.texts.look import Look
from resedit.validate.texts.wordings import Words, finding, texts

RULE = Rule(
    "plain-beside-non-breaking",
    Severity.WARNING,
    "a plain hyphen or space where the same words elsewhere in the text have the non-breaking one",
    "Write the non-breaking character (U+2011, U+00A0) in all places.",
    source="ITU English Language Style Guide, Foreword: usage is consistent throughout a document or set of documents",
    failing=Example("- noting:\n  - the plan of ITU\u2011D and the report of ITU-D,"),
    passing=Example("- noting:\n  - Resolution\u00a0140 on the plan of ITU\u2011D for 2012-2015 and Resolution 71,"),
    mends="writes the non-breaking character that the other places have",
)
_THOUSANDS = r"(?:[\u00a0\u202f]\d{3}(?!\d))"
_PART = rf"(?:\d{{1,3}}{_THOUSANDS}++(?:[.,]\d++)?|[^\W_]++)"
_COMPOUND = re.compile(rf"(?<![^\W_])(?<!\d[\u00a0\u202f]){_PART}(?:[-\u2011]{_PART})++")
_NUMBERED = re.compile(
    r"(?:(?<![^\W_])[^\W\d_]++[.°º]?|(?<![§№])[§№]++)[ \u00a0\u202f]"
    rf"\d++{_THOUSANDS}*+(?:[.,/\u2011-]\d++{_THOUSANDS}*+)*+(?![^\W_])"
)
_PLAIN = str.maketrans("\u2011\u00a0\u202f", "-  ")


class _Forms:
    """Where one kind of words stands plain, and which of them stand non-breaking somewhere."""

    def __init__(self, breaking: str, name: str, character: str, kept: str) -> None:
        self.breaking = breaking
        self.hint = f"write the non-breaking {name} ({character})"
        self.message = f"has a plain {name} and elsewhere a non-breaking one"
        self.characters = kept
        """Those that do not break."""
        self.plain: dict[str, list[tuple[Words, int, str]]] = {}
        self.kept: dict[str, set[str]] = {}
        """Which of them a form has."""

    def note(self, form: str, words: Words, start: int) -> None:
        """Take note of one more place of a form."""
        plain = form.translate(_PLAIN)
        if self.breaking in form:
            self.plain.setdefault(plain, []).append((words, start, form))
        else:
            self.kept.setdefault(plain, set()).update(c for c in self.characters if c in form)

    def findings(self) -> Iterator[Problem]:
        """One for each plain form that also stands non-breaking, at its first place."""
        for form, places in self.plain.items():
            if form in self.kept:
                count = f"in each of the {len(places)} places" if len(places) > 1 else "here"
                hint = f"{self.hint} {count}"
                yield finding(
                    RULE, places[0][0], f"“{form}” {self.message}", hint, self._mends(form), places[0][2], places[0][1]
                )

    def _mends(self, plain: str) -> Iterator[Mend]:
        """The non-breaking character in every place of a plain form, where the others agree on which one."""
        if len(self.kept[plain]) == 1:
            (character,) = self.kept[plain]
            for words, start, form in self.plain[plain]:
                for match in re.finditer(self.breaking, form):
                    yield words.mend(start + match.start(), self.breaking, character)


@Look
def _non_breaking(text: str) -> tuple[str, ...]:
    """Which characters that do not break a text has."""
    return () if text.isascii() else tuple(character for character in "\u2011\u00a0\u202f" if character in text)


@lru_cache(maxsize=TEXTS)
def _forms_in(text: str, pattern: re.Pattern[str]) -> tuple[tuple[str, int], ...]:
    return tuple((match[0], match.start()) for match in pattern.finditer(text))


def check(text: Resolution) -> Iterator[Problem]:
    """Findings for the whole text: compounds first, then words with a number."""
    hyphens = _Forms("-", "hyphen", "U+2011", "\u2011")
    spaces = _Forms(" ", "space", "U+00A0", "\u00a0\u202f")
    for forms, pattern in ((hyphens, _COMPOUND), (spaces, _NUMBERED)):
        if any(kept in forms.characters for _, has in _non_breaking(text) for kept in has):
            for words in texts(text):
                for form, start in _forms_in(words.text, pattern):
                    forms.note(form, words, start)
            yield from forms.findings()
