"""Footnote references inside texts (`[^1]`) and what they are called on either side of a redline."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from resedit.model.place import Place
from resedit.model.resolution import Resolution

REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")


def references(text: str) -> list[str]:
    """The labels of the footnotes a text refers to, in order, repeats included."""
    return REFERENCE.findall(text) if "[^" in text else []


class Reference(NamedTuple):
    """A reference to a note: the note's label, where the words begin that it stands in, and where among them it is."""

    label: str
    place: Place
    start: int


def cited_in(resolution: Resolution) -> Iterator[Reference]:
    """Every reference to a note in a text."""
    texts = [(resolution.title, resolution.place_of("title")), (resolution.opening, resolution.place_of("opening"))]
    texts += [(item.text, item.place) for item in resolution.walk()]
    texts += [(note.text, note.place) for note in resolution.footnotes]
    return (
        Reference(match[1], place, match.start())
        for text, place in texts
        if "[^" in text
        for match in REFERENCE.finditer(text)
    )


def renamed(text: str, names: Mapping[str, str]) -> str:
    """A text whose references `[^old]` read `[^new]`."""
    if not names or "[^" not in text:
        return text
    return REFERENCE.sub(lambda match: f"[^{names.get(match[1], match[1])}]", text)


def before_renaming(place: int, after: str, before: str) -> int:
    """Where in a text (`before` its references were renamed) that is which stands at a place `after` it."""
    moved = 0
    for new, old in zip(REFERENCE.finditer(after), REFERENCE.finditer(before), strict=False):
        if place < new.end():
            break
        moved = old.end() - new.end()
    return place + moved


def renaming(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The pairs of old and new label that differ."""
    return {old: new for old, new in pairs if old != new}
