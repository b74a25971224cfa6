"""Finding words in a text that may have changed: diff-match-patch's fuzzy match, on whole words."""

from typing import NamedTuple

from resedit.wording.difference import Alphabet, engine
from resedit.wording.tokens import is_word, tokens

PATTERN = 32
"""How many words (with spaces and marks) are matched at once; the most that diff-match-patch takes."""


class Found(NamedTuple):
    """Where words were found, from and to in characters, and how close what stands there is (1: the same)."""

    start: int
    end: int
    closeness: float


def find_closest(words: str, text: str, near: int = 0) -> Found | None:
    """Where a text holds words that are nearly `words`, as close to the character `near` as may be; None if nowhere.

    Long words are looked for by their beginning and their end.
    """
    pattern, hay = tokens(words), tokens(text)
    if not any(is_word(token) for token in pattern) or not hay:
        return None
    alphabet = Alphabet()
    needle, codes = alphabet.encode(pattern), alphabet.encode(hay)
    first = engine().match_main(codes, needle[:PATTERN], len(tokens(text[:near])))
    if first < 0:
        return None
    last = min(first + len(needle), len(codes))
    if len(needle) > PATTERN:
        tail = engine().match_main(codes, needle[-PATTERN:], first + len(needle) - PATTERN)
        last = max(first, tail + PATTERN) if tail >= 0 else last
    return _trimmed(needle, codes, hay, first, last)


def _closeness(old: str, new: str) -> float:
    """How close two runs of words are, in their order: 1 for equal ones, 0 where nothing is shared."""
    distance: int = engine().diff_levenshtein(engine().diff_main(old, new, False))
    return 1 - distance / max(len(old), len(new))


def _trimmed(needle: str, codes: str, hay: list[str], first: int, last: int) -> Found:
    """The match without what it has too much at its edges."""
    diffs = engine().diff_main(needle, codes[first:last], False)
    if diffs and diffs[0][0] > 0:
        first += len(diffs[0][1])
    if len(diffs) > 1 and diffs[-1][0] > 0:
        last -= len(diffs[-1][1])
    start = sum(map(len, hay[:first]))
    return Found(start, start + sum(map(len, hay[first:last])), _closeness(needle, codes[first:last]))
