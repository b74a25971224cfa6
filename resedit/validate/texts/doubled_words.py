"""doubled-words: a word, or a blank, that stands twice in a row.

Nobody sees it when reading over it, and it survives every copy. Numbers and single letters may be repeated, and so may
the few words that grammar puts side by side (*that that*, *nous nous*).
"""

import re
from collections.abc import Iterator
from itertools import accumulate

from resedit.model.languages import primary
from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Resolution
from resedit.validate.rule import Example, Rule
from resedit.validate.texts.look import Look
from resedit.validate.texts.wordings import finding
from resedit.wording.tokens import is_word, tokens

RULE = Rule(
    "doubled-words",
    Severity.WARNING,
    "a word or a blank that stands twice in a row",
    "Take one out.",
    failing=Example("- resolves:\n  - 1: to take the the necessary action."),
    passing=Example("- resolves:\n  - 1: to take the necessary action, action by action."),
    mends="keeps one of several equal blanks",
)
GRAMMAR = {"en": frozenset(["that", "had"]), "fr": frozenset(["nous", "vous"])}
"""Words that grammar may put side by side: *recognizing that that process …*, *nous nous félicitons*."""
_MAYBE = re.compile(r"\s(?:\s|(?<=(\w\w)\s)\w*+(?<=\1))")
"""What a text has that is worth another look: two words in a row that end alike, say."""
_TWICE = re.compile(r"\s\s|\b(\w\w++)\s\1\b")
"""What a text has that is worth reading word by word."""


def check(text: Resolution) -> Iterator[Problem]:
    """Findings for each text; numbers and single characters (of scripts without spaces, say) may be repeated."""
    grammar = GRAMMAR.get(primary(text.language), frozenset())
    for words, _ in _may_repeat(text):
        found = tokens(words.text)
        starts = accumulate(map(len, found), initial=0)
        for index, (token, start) in enumerate(zip(found, starts, strict=False)):
            if token.isspace() and len(token) > 1:
                mends = [words.mend(start, token, token[0])] if len(set(token)) == 1 else []
                yield finding(RULE, words, f"{len(token)} blanks in a row", "keep one", mends, token, start)
            before = found[index - 2] if index > 1 and found[index - 1].isspace() else ""
            is_twice = len(token) > 1 and before.casefold() == token.casefold() and token.casefold() not in grammar
            if is_twice and is_word(token) and token.isalpha():
                yield finding(RULE, words, f"“{before} {token}”", f"keep one “{token}”", (), token, start)


@Look
def _may_repeat(text: str) -> bool:
    small = text.casefold()
    return _MAYBE.search(small) is not None and _TWICE.search(small) is not None
