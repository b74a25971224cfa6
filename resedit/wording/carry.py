"""Carrying a change over to a text that changed meanwhile: a three-way merge in whole words.

The old words, a change to them, and the new words. Each edit of the change lands where the new text has kept the words
it is about, or where they are found again by the words around them; it is there already where the new text makes the
same edit; else it is lost, and with it the change as a whole.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from resedit.wording.difference import difference, similarity
from resedit.wording.fuzzy import find_closest
from resedit.wording.segments import EMPTY, Op, Segment, Wording, wording
from resedit.wording.tokens import is_word, tokens

CLOSE = 0.6
"""How close the words around an edit have to be, at least, for it to land where they are found."""
AROUND = 8
"""How many words (with spaces and marks) before and after an edit say where it belongs."""


class Edit(NamedTuple):
    """The characters from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


class Carried(NamedTuple):
    """A change on the new words: `words` changes nothing where all of it is in them already. `closeness` is how much
    the new words share with the old ones or, where an edit was found again, how close the words around it are; `lost`
    is the first edit that could not land, if any."""

    words: Wording
    closeness: float = 1.0
    lost: Wording | None = None


def carry(change: Wording, new: str) -> Carried:
    """A change to old words (its original) as a change to the new words.

    `words.original()` is `new`. Where `lost` is not None, nothing landed, and `words` are the new words unchanged.
    """
    old = change.original()
    if old == new:
        return Carried(change)
    if change.final() == new:
        return Carried(wording([Segment(Op.KEEP, new)]), similarity(old, new))
    image = _Image(old, new)
    landed: list[Edit] = []
    close = similarity(old, new)
    again: list[float] = []
    for edit in edits(change):
        place = image.place(edit)
        if place is None:
            found = _found_again(edit, old, new, image.start(edit.start))
            if found is None:
                return Carried(wording([Segment(Op.KEEP, new)]), close, _shown(edit, old))
            place, how_close = found
            again.append(how_close)
        if new[place.start : place.end] != place.text:
            landed.append(place)
    landed.sort()
    meeting = next((b for a, b in pairwise(landed) if b.start < a.end), None)
    if meeting is not None:
        return Carried(wording([Segment(Op.KEEP, new)]), close, _shown(meeting, new))
    return Carried(_applied(landed, new), min(again, default=close))


def edits(change: Wording) -> Iterator[Edit]:
    """The edits of a wording, in order, each as small as its words allow."""
    position = 0
    gone = come = ""
    for segment in (*change.segments, Segment(Op.KEEP, "")):
        if segment.op is Op.DELETE:
            gone += segment.text
        elif segment.op is Op.INSERT:
            come += segment.text
        else:
            if gone and come:
                yield from _edits_of(difference(gone, come), position)
            elif gone or come:
                yield Edit(position, position + len(gone), come)
            position += len(gone) + len(segment.text)
            gone = come = ""


def _edits_of(change: Wording, offset: int) -> Iterator[Edit]:
    """The edits of a difference, whose deletions stand before what takes their place."""
    start = end = offset
    come = ""
    for segment in (*change.segments, Segment(Op.KEEP, "")):
        if segment.op is Op.DELETE:
            end += len(segment.text)
        elif segment.op is Op.INSERT:
            come += segment.text
        else:
            if end > start or come:
                yield Edit(start, end, come)
            start = end = end + len(segment.text)
            come = ""


class _Image:
    """Where the characters of an old text stand in a new one."""

    def __init__(self, old: str, new: str) -> None:
        self.new = new
        self.theirs = list(_edits_of(difference(old, new), 0))
        self.starts = [edit.start for edit in self.theirs]
        self.shifts = [0]
        for edit in self.theirs:
            self.shifts.append(self.shifts[-1] + len(edit.text) - (edit.end - edit.start))

    def start(self, position: int) -> int:
        """Where what stands before a character of the old text ends in the new one."""
        index = bisect_right(self.starts, position) - 1
        if index >= 0 and position <= self.theirs[index].end:
            return self.theirs[index].start + self.shifts[index]
        return position + self.shifts[index + 1]

    def end(self, position: int) -> int:
        """Where what stands after a character of the old text begins in the new one."""
        index = bisect_right(self.starts, position) - 1
        if index >= 0 and position <= self.theirs[index].end:
            return self.theirs[index].end + self.shifts[index + 1]
        return position + self.shifts[index + 1]

    def place(self, edit: Edit) -> Edit | None:
        """The edit on the new text, as one that changes nothing where it is made already; None where the words that it
        is about have changed otherwise."""
        meeting = self._meeting(edit)
        outer = self.start(edit.start), self.end(edit.end)
        if meeting and self.new[slice(*outer)] == edit.text and self._covers(edit, meeting):
            return Edit(*outer, edit.text)
        inner = [other for other in meeting if _overlap(edit, other)]
        if not inner:
            left = self.end(edit.start) if not self._is_before(edit, meeting) else self.start(edit.start)
            return Edit(left, max(left, self.start(edit.end)) if edit.end > edit.start else left, edit.text)
        if edit.text or any(other.text for other in inner):
            return None
        return Edit(self.end(edit.start), max(self.end(edit.start), self.start(edit.end)), "")

    def _covers(self, edit: Edit, meeting: Sequence[Edit]) -> bool:
        """Whether all that the new text did there is within the edit."""
        return all(edit.start <= other.start and other.end <= edit.end for other in meeting)

    def _is_before(self, edit: Edit, meeting: Sequence[Edit]) -> bool:
        """Whether an insertion stands right before words that the new text replaced."""
        return edit.start == edit.end and any(other.start == edit.start < other.end for other in meeting)

    def _meeting(self, edit: Edit) -> list[Edit]:
        """The edits of the new text that touch or overlap an edit."""
        first = bisect_right([other.end for other in self.theirs], edit.start - 1)
        found = []
        for other in self.theirs[first:]:
            if other.start > edit.end:
                break
            found.append(other)
        return found


def _overlap(edit: Edit, other: Edit) -> bool:
    """Whether two edits are about the same words, or one inserts inside what the other deletes."""
    if edit.start == edit.end:
        return other.start < edit.start < other.end
    if other.start == other.end:
        return edit.start < other.start < edit.end
    return edit.start < other.end and other.start < edit.end


def _found_again(edit: Edit, old: str, new: str, near: int) -> tuple[Edit, float] | None:
    """The edit where the words around it are found in the new text, and how close they are; its own words have to
    stand there to the letter."""
    before, after = tokens(old[: edit.start])[-AROUND:], tokens(old[edit.end :])[:AROUND]
    gone = old[edit.start : edit.end]
    words = "".join((*before, gone, *after))
    found = find_closest(words, new, max(0, near - len("".join(before))))
    if found is None or found.closeness < CLOSE:
        return None
    image = _Image(words, new[found.start : found.end])
    start = len("".join(before))
    held = Edit(*_with_neighbours(before, gone, after, start), "")
    if any(_overlap(held, other) or held.start <= other.start == other.end <= held.end for other in image.theirs):
        return None
    left = found.start + image.start(start)
    return Edit(left, left + len(gone), edit.text), found.closeness


def _with_neighbours(before: list[str], gone: str, after: list[str], start: int) -> tuple[int, int]:
    """The characters that an edit must find unchanged: what it deletes or, where it only inserts, the nearest words."""
    if gone:
        return start, start + len(gone)
    return start - _to_word(reversed(before)), start + _to_word(after)


def _to_word(words: Iterable[str]) -> int:
    length = 0
    for word in words:
        length += len(word)
        if is_word(word):
            break
    return length


def _shown(edit: Edit, text: str) -> Wording:
    """An edit with a few words around it."""
    before, after = tokens(text[: edit.start])[-AROUND:], tokens(text[edit.end :])[:AROUND]
    parts = (
        Segment(Op.KEEP, "".join(before)),
        Segment(Op.DELETE, text[edit.start : edit.end]),
        Segment(Op.INSERT, edit.text),
        Segment(Op.KEEP, "".join(after)),
    )
    return wording(parts)


def _applied(landed: Sequence[Edit], text: str) -> Wording:
    if not landed:
        return wording([Segment(Op.KEEP, text)]) if text else EMPTY
    segments: list[Segment] = []
    done = 0
    for edit in landed:
        segments += [
            Segment(Op.KEEP, text[done : edit.start]),
            Segment(Op.DELETE, text[edit.start : edit.end]),
            Segment(Op.INSERT, edit.text),
        ]
        done = edit.end
    return wording([*segments, Segment(Op.KEEP, text[done:])])
