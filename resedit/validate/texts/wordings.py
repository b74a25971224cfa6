"""The single texts of a resolution with their addresses and places, which the rules about words walk over."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from resedit.model.address import FOOTNOTE, OPENING, TITLE
from resedit.model.mend import Mend
from resedit.model.place import Place
from resedit.model.problem import Problem, Slip
from resedit.model.resolution import Resolution
from resedit.validate.remember import remembering
from resedit.validate.rule import Rule
from resedit.validate.subject import book_of


class Words(NamedTuple):
    """One text: its address, its words, and where they are written."""

    address: str
    text: str
    place: Place

    def mend(self, start: int, old: str, new: str) -> Mend:
        """A change in these words that has one right answer."""
        return Mend(self.place, start, old, new)


@remembering
def texts(resolution: Resolution) -> tuple[Words, ...]:
    """Title, opening line, provisions and notes, in reading order."""
    return tuple(_texts(resolution))


def _texts(resolution: Resolution) -> Iterator[Words]:
    yield Words(TITLE, resolution.title, resolution.place_of(TITLE))
    if resolution.opening:
        yield Words(OPENING, resolution.opening, resolution.place_of(OPENING))
    for address, item in book_of(resolution):
        yield Words(address, item.text, item.place)
    for note in resolution.footnotes:
        yield Words(f"{FOOTNOTE}/{note.label}", note.text, note.place)


def finding(
    rule: Rule, words: Words, message: str, hint: str, mends: Iterable[Mend] = (), slip: str = "", at: int = 0
) -> Problem:
    """A warning about some words, or about the `slip` in them, the first that begins `at` a character or behind it; the
    message begins with their address."""
    message = f"{words.address}: {message}"
    start = words.text.find(slip, at) if slip else -1
    about = Slip(slip, start) if start >= 0 else None
    return Problem(rule.name, message, words.place, hint, rule.severity, words.address, tuple(mends), about)
