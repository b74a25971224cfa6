"""Looking at single wordings: what each says by itself, whatever text it stands in.

A base and what proposals make of it share most wordings, and most wordings have nothing that a rule looks for. So each
is looked at once, for everything that is looked for, and a rule about a whole text gets the wordings that have some.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

from resedit.model.resolution import Resolution
from resedit.validate.remember import TEXTS, remembering
from resedit.validate.texts.wordings import Words, parts, texts

T = TypeVar("T")

_LOOKS: list["Look[Any]"] = []
"""Everything that is looked for in each wording."""


class Look(Generic[T]):
    """Something that is looked for in each wording: `find` says what one has, nothing (empty, False) for most."""

    def __init__(self, find: Callable[[str], T]) -> None:
        self.find = find
        _LOOKS.append(self)
        _seen.cache_clear()

    def __call__(self, text: Resolution) -> Sequence[tuple[Words, T]]:
        """The wordings of a text that have any, in reading order, each with what was found in it."""
        found = _gathered(text)
        if self not in found:  # it was made when this text had been looked at
            found[self] = [(words, what) for words in texts(text) if (what := self.find(words.text))]
        return found[self]


@remembering
def _gathered(text: Resolution) -> dict[Look[Any], list[tuple[Words, Any]]]:
    """What each look finds in a text."""
    found: dict[Look[Any], list[tuple[Words, Any]]] = {look: [] for look in _LOOKS}
    for address, words, place in parts(text):
        seen = _seen(words)
        if seen:
            whole = Words(address, words, place)
            for look, what in seen:
                found[look].append((whole, what))
    return found


@lru_cache(maxsize=TEXTS)
def _seen(text: str) -> tuple[tuple[Look[Any], Any], ...]:
    """What there is to be found in a wording, and which look finds it."""
    return tuple((look, what) for look in _LOOKS if (what := look.find(text)))
