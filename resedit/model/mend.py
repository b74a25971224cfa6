"""Mending: changes that have one right answer, and what came of making them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from resedit.model.place import Place


@dataclass(frozen=True, slots=True, order=True)
class Mend:
    """A change with one right answer: in the words at `place`, `new` for `old`, which begins at `start`.

    The words are those of the text that was looked at: for a text that a proposal would make, its final words.
    """

    place: Place
    start: int
    old: str
    new: str

    @property
    def end(self) -> int:
        """Where the old words end."""
        return self.start + len(self.old)


def edges_bare(place: Place, words: str) -> tuple[Mend, ...]:
    """What takes the blanks off the edges of some words; nothing where there is more to it than blanks."""
    bare = words.strip()
    head, tail = words.split(bare, 1) if bare else (words, "")
    if not bare or (head + tail).strip(" \u00a0"):
        return ()
    edges = ((0, head), (len(words) - len(tail), tail))
    return tuple(Mend(place, start, blanks, "") for start, blanks in edges if blanks)


CANONICAL = "canonical"
"""What stands for the name of a rule where a short form of a new wording is written out."""


class Mended(NamedTuple):
    """Something that was mended: where it was found, what it was, and every place that changed for it."""

    place: Place
    message: str
    rule: str
    changes: tuple[Place, ...] = ()


class Left(NamedTuple):
    """Something that has one right answer and was left as it is, and why."""

    place: Place
    message: str
    rule: str
    reason: str


class Fixed(NamedTuple):
    """What mending comes to: of each file that changes what it holds now and then, what was mended, what was left, and
    how many of the findings that there were before are gone: others come to light with them."""

    files: Mapping[str, tuple[bytes, bytes]]
    mended: tuple[Mended, ...] = ()
    left: tuple[Left, ...] = ()
    gone: int = 0
