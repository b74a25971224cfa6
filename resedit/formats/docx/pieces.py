"""The words of a paragraph that stands in either text or in both: what is kept, inserted or deleted, and by whom."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from resedit.formats.docx.joining import Joined, Pair
from resedit.formats.docx.story import FINAL, ORIGINAL, Block, Cited, History, Paragraph
from resedit.redline.document import NOBODY, Change, Revision
from resedit.wording.segments import Op, Segment, Wording, wording


class Fragment(NamedTuple):
    """Words or a note reference: what happens to them, and by which revision."""

    op: Op
    content: str | Cited
    revision: Revision


Reasons = Mapping[int, Revision]
"""Why a paragraph of the file joins another in one of the texts: the change of the mark before it, by its number."""


def reasons(blocks: Iterable[Block]) -> dict[int, Revision]:
    """The reasons of a story's paragraphs, as far as they have any."""
    found: dict[int, Revision] = {}
    before: History | None = None
    for paragraph in _paragraphs(blocks):
        for mark in (before, paragraph.mark):
            if mark and not (mark.original and mark.final) and paragraph.place not in found:
                found[paragraph.place] = mark.deleted if mark.original else mark.inserted
        before = paragraph.mark
    return found


def _paragraphs(blocks: Iterable[Block]) -> Iterable[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell)


def line_revision(pair: Pair, why: Reasons) -> Revision:
    """Who added or suppressed a paragraph that stands in one text only; nobody for one that stands in both."""
    old, new = pair
    if new is None and old is not None:
        return _revision(old, FINAL, Op.DELETE, why)
    if old is None and new is not None:
        return _revision(new, ORIGINAL, Op.INSERT, why)
    return NOBODY


def _revision(line: Joined, other: int, op: Op, why: Reasons) -> Revision:
    for history in (line.lead.history, line.members[-1].mark):
        if not history[other]:
            return _of(history, op)
    return why.get(line.lead.place, NOBODY)


def _of(history: History, op: Op) -> Revision:
    return history.inserted if op is Op.INSERT else history.deleted


def fragments(pair: Pair, why: Reasons) -> list[Fragment]:
    """What a paragraph is made of. Words that stand in both texts, but here only in one of them, because their
    paragraph joins another, come or go by the mark's revision."""
    old, new = ({m.place: m for m in line.members} if line else {} for line in pair)
    own = line_revision(pair, why) if None in pair else None
    found: list[Fragment] = []
    for place, paragraph in sorted({**old, **new}.items()):
        for content, history in paragraph.pieces:
            shown = history.only(place in old, place in new)
            if not shown.stands:
                continue
            op = Op.KEEP if shown.original and shown.final else Op.INSERT if shown.final else Op.DELETE
            revision = NOBODY
            if op is not Op.KEEP:
                is_own = not history[ORIGINAL if op is Op.INSERT else FINAL]
                revision = _of(history, op) if is_own else own or why.get(place, NOBODY)
            found.append(Fragment(op, content, revision))
    return found


def words_of(runs: Iterable[Change]) -> Wording:
    """Runs as a wording, by their authors."""
    return wording(Segment(run.op, run.text, run.revision.by) for run in runs)


def changes_of(runs: Iterable[Change]) -> tuple[Change, ...]:
    """The insertions and deletions among runs, those that follow one another by the same revision as one."""
    grouped = groupby((run for run in runs if run.text), key=lambda run: (run.op, run.revision))
    return tuple(
        Change(op, "".join(run.text for run in group), revision)
        for (op, revision), group in grouped
        if op is not Op.KEEP
    )


def without_start(runs: Sequence[Change], original: int, final: int) -> list[Change]:
    """Runs without so many letters at the start of the original, and so many at the start of the final text."""
    left: list[Change] = []
    for op, text, revision in runs:
        before = 0 if op is Op.INSERT else min(original, len(text))
        after = 0 if op is Op.DELETE else min(final, len(text))
        original, final = original - before, final - after
        if op is Op.KEEP and before != after:
            one = Op.DELETE if before < after else Op.INSERT
            left.append(Change(one, text[min(before, after) : max(before, after)], revision))
        left.append(Change(op, text[max(before, after) :], revision))
    return left
