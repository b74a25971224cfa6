"""Paragraphs whose marks come or go: what the paragraphs of each text are, and which of the two texts' are the same.

A mark that goes joins its paragraph to the next one (ECMA-376 Part 1, 17.13.5.15), in chains; at a table, or at the end
of a cell or of the story, there is nothing to join: the paragraph goes if it is empty and not its cell's last.
"""

from collections.abc import Iterator, Sequence
from heapq import merge
from typing import NamedTuple

from resedit.formats.docx.story import FINAL, ORIGINAL, Block, Paragraph


class Joined(NamedTuple):
    """A paragraph of one text: those of the file it is made of, and the one whose properties it has."""

    lead: Paragraph
    members: list[Paragraph]


Pair = tuple[Joined | None, Joined | None]


def joined(blocks: Sequence[Block], view: int, in_cell: bool = False) -> list[Joined]:
    """The paragraphs of one text; a joined one has the properties of the first that has words."""
    kept: list[Joined] = []
    pending: Joined | None = None
    for block in blocks:
        if isinstance(block, Paragraph):
            if not block.history[view]:
                continue
            if pending is None or not pending.lead.words[view]:
                pending = Joined(block, [block])
            else:
                pending.members.append(block)
            if block.mark[view]:
                kept.append(pending)
                pending = None
        elif rows := [row for row in block.rows if row.history[view]]:
            if pending and pending.lead.words[view]:
                kept.append(pending)
            pending = None
            kept += [line for row in rows for cell in row.cells for line in joined(cell, view, in_cell=True)]
    if pending and (in_cell or pending.lead.words[view]):
        kept.append(pending)
    return kept


def paired(original: Sequence[Joined], final: Sequence[Joined]) -> Iterator[Pair]:
    """The paragraphs of both texts in one order, those that share most of their words paired."""
    done = (0, 0)
    for old, new in _matches(original, final):
        yield from _apart(original[done[0] : old], final[done[1] : new])
        yield original[old], final[new]
        done = (old + 1, new + 1)
    yield from _apart(original[done[0] :], final[done[1] :])


def _apart(old: Sequence[Joined], new: Sequence[Joined]) -> Iterator[Pair]:
    """Paragraphs of one text only, in the order of the file."""
    before: list[tuple[int, Pair]] = [(line.lead.place, (line, None)) for line in old]
    after: list[tuple[int, Pair]] = [(line.lead.place, (None, line)) for line in new]
    yield from (pair for _, pair in merge(before, after, key=lambda item: item[0]))


def _matches(original: Sequence[Joined], final: Sequence[Joined]) -> list[tuple[int, int]]:
    """Which of the one are which of the other, by index, in order.

    Both are made of the same paragraphs in the same order, so that what they share makes a staircase of links; of links
    at the same step one is taken, and of all choices the one that shares most.
    """
    links = _links(original, final)
    best, before = [0], list[int]()  # up to each link: the most that can be shared, and where what it excludes begins
    first: dict[tuple[int, int], int] = {}
    for index, (old, new, shared) in enumerate(links):
        same_step = min(first.setdefault((ORIGINAL, old), index), first.setdefault((FINAL, new), index))
        before.append(same_step)
        best.append(max(best[index], best[same_step] + shared))
    taken = []
    index = len(links)
    while index:
        if best[index] > best[index - 1]:
            taken.append(links[index - 1][:2])
            index = before[index - 1]
        else:
            index -= 1
    return taken[::-1]


def _links(original: Sequence[Joined], final: Sequence[Joined]) -> list[tuple[int, int, int]]:
    """Which paragraphs of both texts share any of the file's, and how much: letters, and one for being there."""
    old = {member.place: index for index, line in enumerate(original) for member in line.members}
    links: dict[tuple[int, int], int] = {}
    for index, line in enumerate(final):
        for member in line.members:
            if member.place in old:
                link = (old[member.place], index)
                links[link] = links.get(link, 0) + 1 + 2 * _kept(member)
    return [(*link, shared) for link, shared in links.items()]


def _kept(paragraph: Paragraph) -> int:
    kept = (piece for piece in paragraph.pieces if piece.history[ORIGINAL] and piece.history[FINAL])
    return sum(len(piece.content) if isinstance(piece.content, str) else 1 for piece in kept)
