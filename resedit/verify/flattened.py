"""The flattened check: is a text without marks a merge of the whole original and the whole final text?

A tracked document whose marks were lost has deleted and inserted words side by side. Then the original and the final
text are each a subsequence of it, in order, and every character of it belongs to one of them or to both. A walk over
(place in the original, place in the final text), breadth first along the flattened text, decides it.
"""

from dataclasses import dataclass

MAX_STATES = 200_000
"""How many readings are followed at a time before the check gives up, rather than take all memory."""


@dataclass(frozen=True, slots=True)
class Stuck:
    """Where no reading goes on: how many characters of the flattened text, the original and the final text the one
    that came farthest had read."""

    flattened: int
    original: int
    final: int
    is_ambiguous: bool = False


def squeeze(text: str) -> str:
    """A text with each run of white space as one blank, none at its edges. Non-breaking spaces are no white space."""
    return " ".join(part for part in _plain_split(text) if part)


def _plain_split(text: str) -> list[str]:
    return text.replace("\t", " ").replace("\r", " ").replace("\n", " ").split(" ")


def merge_of(flattened: str, original: str, final: str) -> Stuck | None:
    """None if `flattened` is a merge of the two others, else where it stops being one."""
    frontier = {(0, 0)}
    need = len(original) + len(final) - len(flattened)
    if need < 0:
        return Stuck(0, 0, 0)
    for position, character in enumerate(flattened):
        following = set()
        for i, j in frontier:
            in_original = i < len(original) and original[i] == character
            in_final = j < len(final) and final[j] == character
            if in_original and in_final:
                following.add((i + 1, j + 1))
            if in_original:
                following.add((i + 1, j))
            if in_final:
                following.add((i, j + 1))
        if not following:
            return Stuck(position, *max(frontier, key=sum))
        if len(following) > MAX_STATES:
            return Stuck(position, *max(following, key=sum), is_ambiguous=True)
        frontier = following
    if (len(original), len(final)) in frontier:
        return None
    return Stuck(len(flattened), *max(frontier, key=sum))
