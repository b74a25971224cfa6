"""doubled-words: a word, or a blank, that stands twice in a row."""

from collections.abc import Iterator
from itertools import accumulate

from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Resolution
from resedit.validate.rule import Example, Rule
from resedit.validate.texts.wordings import finding, texts
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


def check(text: Resolution) -> Iterator[Problem]:
    """Findings for each text; numbers and single characters (of scripts without spaces, say) may be repeated."""
    for words in texts(text):
        found = tokens(words.text)
        starts = accumulate(map(len, found), initial=0)
        for index, (token, start) in enumerate(zip(found, starts, strict=False)):
            if token.isspace() and len(token) > 1:
                mends = [words.mend(start, token, token[0])] if len(set(token)) == 1 else []
                yield finding(RULE, words, f"{len(token)} blanks in a row", "keep one", mends)
            before = found[index - 2] if index > 1 and found[index - 1].isspace() else ""
            if is_word(token) and token.isalpha() and len(token) > 1 and before.casefold() == token.casefold():
                yield finding(RULE, words, f"“{before} {token}”", f"keep one “{token}”")
