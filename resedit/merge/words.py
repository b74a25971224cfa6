"""One text under the new wordings of several proposals: word by word, what is agreed and what is not.

Edits in different words all land. Edits meet where they change the same words, or where one puts words beside words
that another changes or beside words that another puts there. Those that meet and leave the same words are one edit;
those that do not are compared again with only the words that really change, and are a conflict if these meet as well.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from resedit.wording.difference import difference, least_edits
from resedit.wording.segments import Op, Segment, Wording, attributed, replaced, wording

By = tuple[str, ...]


class Side(NamedTuple):
    """What some proposals ask to stand in a stretch."""

    by: By
    text: str


class Stretch(NamedTuple):
    """Words of the base (from, to, in characters) that somebody changes; more than one side is a conflict."""

    start: int
    end: int
    sides: tuple[Side, ...]
    segments: tuple[Segment, ...] = ()
    """How it is changed, where there is one side."""

    @property
    def in_conflict(self) -> bool:
        """Whether the proposals want different words here."""
        return len(self.sides) > 1


class _Edit(NamedTuple):
    """A change of one proposal, from the base's words `start` to `end`."""

    start: int
    end: int
    rank: int
    by: str
    text: str
    segments: tuple[Segment, ...]


def merged_words(old: str, asked: Sequence[tuple[str, Wording]]) -> tuple[Stretch, ...]:
    """The stretches of `old` that change under wordings of it (with whose they are, in the order of sources)."""
    edits = [edit for rank, (by, words) in enumerate(asked) for edit in _edits(words, rank, by)]
    stretches: list[Stretch] = []
    for group in _grouped(edits):
        stretch = _stretch(old, group)
        stretches += _finer(old, group) if stretch.in_conflict else [stretch]
    return tuple(stretches)


def landed(old: str, stretches: Iterable[Stretch]) -> Wording:
    """The text with what is agreed; where there is a conflict, the base's words stay."""
    return woven(old, ((s.start, s.end, s.segments) for s in stretches if not s.in_conflict))


def woven(old: str, changes: Iterable[tuple[int, int, tuple[Segment, ...]]]) -> Wording:
    """The text with some stretches changed, in order; all else is kept."""
    segments: list[Segment] = []
    done = 0
    for start, end, changed in changes:
        segments += [Segment(Op.KEEP, old[done:start]), *changed]
        done = end
    return wording([*segments, Segment(Op.KEEP, old[done:])])


def whole(old: str, asked: Sequence[tuple[str, Wording]]) -> Stretch:
    """The whole text as one stretch, for wordings that cannot be merged word by word."""
    edits = [_Edit(0, len(old), rank, by, words.final(), words.segments) for rank, (by, words) in enumerate(asked)]
    return _stretch(old, edits)


def _edits(words: Wording, rank: int, by: str) -> list[_Edit]:
    """The changes of a wording: each run of deletions and insertions between kept words."""
    found: list[_Edit] = []
    done = 0
    run: list[Segment] = []
    for segment in (*words.segments, Segment(Op.KEEP, "")):
        if segment.op is not Op.KEEP:
            run.append(segment)
            continue
        if run:
            gone = sum(len(s.text) for s in run if s.op is Op.DELETE)
            text = "".join(s.text for s in run if s.op is Op.INSERT)
            found.append(_Edit(done, done + gone, rank, by, text, tuple(run)))
            done += gone
            run = []
        done += len(segment.text)
    return found


def _finer(old: str, group: Sequence[_Edit]) -> list[Stretch]:
    """The stretches of edits that meet, compared with only the words that really change. Where these are in conflict
    as well, the edits stay whole, so that no phrase is taken to pieces."""
    edits = [least for edit in group for least in _least(old, edit)]
    stretches = [_stretch(old, found) for found in _grouped(edits)]
    return [_stretch(old, group)] if any(stretch.in_conflict for stretch in stretches) else stretches


def _least(old: str, edit: _Edit) -> list[_Edit]:
    """An edit as those of only the words that really change."""
    edits = []
    for start, end, text in least_edits(old[edit.start : edit.end], edit.text):
        segments = replaced(old[edit.start + start : edit.start + end], text, (edit.by,)).segments
        edits.append(_Edit(edit.start + start, edit.start + end, edit.rank, edit.by, text, segments))
    return edits


def _grouped(edits: Iterable[_Edit]) -> list[list[_Edit]]:
    """The edits in order, those that meet together."""
    groups: list[list[_Edit]] = []
    reach = -1
    is_open = False  # whether words that are put in at `reach` stand there already
    for edit in sorted(edits):
        is_put_in = edit.start == edit.end
        if edit.start < reach or (edit.start == reach and (is_open or is_put_in)):
            groups[-1].append(edit)
        else:
            groups.append([edit])
        is_open = is_put_in if edit.end > reach else is_open or (is_put_in and edit.end == reach)
        reach = max(reach, edit.end)
    return groups


def _stretch(old: str, group: Sequence[_Edit]) -> Stretch:
    """The stretch of edits that meet: those who leave the same words are on one side."""
    start, end = min(edit.start for edit in group), max(edit.end for edit in group)
    whose = dict(sorted((edit.rank, edit.by) for edit in group)).values()
    sides: dict[str, list[str]] = {}
    for by in whose:
        sides.setdefault(_applied(old, start, end, group, by), []).append(by)
    found = tuple(Side(tuple(by), text) for text, by in sides.items())
    if len(found) > 1:
        return Stretch(start, end, found)
    return Stretch(start, end, found, _agreed(old[start:end], found[0], group))


def _agreed(old: str, side: Side, group: Sequence[_Edit]) -> tuple[Segment, ...]:
    """How words change that all change alike: as they wrote it, if they wrote it alike."""
    if len(group) == 1:
        return group[0].segments
    ways = {attributed(Wording(edit.segments), side.by) for edit in group}
    if len(ways) == 1 and len(group) == len(side.by):
        return ways.pop().segments
    return difference(old, side.text, side.by).segments


def _applied(old: str, start: int, end: int, group: Sequence[_Edit], by: str) -> str:
    """The words from `start` to `end` as one proposal leaves them."""
    pieces = []
    done = start
    for edit in group:
        if edit.by == by:
            pieces += [old[done : edit.start], edit.text]
            done = edit.end
    return "".join([*pieces, old[done:end]])
