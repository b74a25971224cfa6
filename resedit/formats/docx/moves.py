"""Paragraphs that move: which of those that go is which of those that come, and what becomes of its words.

A paragraph that an author moves stands in two places under the name of one range (ECMA-376 Part 1, 17.13.5.21 to 28),
in a range of its own or with others. Its words may change before it goes (deleted where it was) and after (inserted and
deleted where it is). Some programs leave the ranges out (LibreOffice does): then only what says the same, and nothing
else that moves does, is known to be the same.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from resedit.formats.docx.joining import Joined
from resedit.formats.docx.notes import Names
from resedit.formats.docx.story import FINAL, ORIGINAL
from resedit.redline.document import Move, TrackedLine
from resedit.redline.redline import State
from resedit.wording.segments import Op, Segment, wording

_UNNAMED = ""
"""The name of all moves whose ranges are left out."""


def move_of(line: Joined, view: int, names: Names) -> Move | None:
    """The move that takes a paragraph of one text away, or brings one of the other; None where its mark stays."""
    name = line.lead.moves.get(view)
    is_move = name is not None and line.members[-1].mark.is_moved
    return Move(name or _UNNAMED, wording(_words(line, view, names))) if is_move else None


def _words(line: Joined, view: int, names: Names) -> Iterator[Segment]:
    for member in line.members:
        for content, history in member.pieces:
            if history.is_moved and (history[view] or (view == FINAL and not history.stands)):
                op = Op.KEEP if history[view] else Op.DELETE
            elif history[view]:
                op = Op.DELETE if view == ORIGINAL else Op.INSERT
            else:
                continue
            by = {Op.INSERT: history.inserted.by, Op.DELETE: history.deleted.by}.get(op, ())
            yield Segment(op, names.text(content), by)


def with_moves(lines: Sequence[TrackedLine]) -> list[TrackedLine]:
    """The lines: those that are an end of a move that has both are moved, each pair by a name of its own; any other is
    as it is without moves."""
    ends: dict[str, tuple[list[int], list[int]]] = {}
    for index, line in enumerate(lines):
        if line.move is not None:
            ends.setdefault(line.move.name, ([], []))[line.state.in_final].append(index)
    found = [replace(line, move=None) if line.move else line for line in lines]
    for name, (gone, come) in ends.items():
        pairs = (_alike if name == _UNNAMED else _pairs)(lines, gone, come)
        for number, pair in enumerate(pairs, start=1):
            for index, state in zip(pair, (State.MOVED_FROM, State.MOVED_TO), strict=True):
                move = lines[index].move
                assert move is not None
                found[index] = replace(lines[index], state=state, move=move._replace(name=f"{name}.{number}"))
    return found


def _pairs(lines: Sequence[TrackedLine], gone: list[int], come: list[int]) -> Iterator[tuple[int, int]]:
    """Those that go with those that come, in order; where they are not as many, those that say the same."""
    if len(gone) == len(come):
        yield from zip(gone, come, strict=True)
        return
    left = list(gone)
    for arrival in come:
        said = _said(lines[arrival])
        index = next((i for i in left if _said(lines[i]) == said), None)
        if index is not None:
            left.remove(index)
            yield index, arrival


def _alike(lines: Sequence[TrackedLine], gone: list[int], come: list[int]) -> Iterator[tuple[int, int]]:
    """Those that go with those that come and say the same, where no other one does."""
    leaving, arriving = ({_said(lines[i]): i for i in end} for end in (gone, come))
    counts = Counter(_said(lines[i]) for i in (*gone, *come))
    for said, arrival in arriving.items():
        if said and said in leaving and counts[said] == 2:
            yield leaving[said], arrival


def _said(line: TrackedLine) -> str:
    """What a line says while it is on its way."""
    if line.move is None:
        return ""
    return line.move.words.original() if line.state.in_final else line.move.words.final()
