"""The rows of a table as Word tracks them: whole rows, as not every program knows tracked cells."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from resedit.formats.docx.content import By, Paragraph
from resedit.redline.redline import BRACKETS, State, Tracked
from resedit.wording.segments import Op, deleted

MARKS = {
    State.KEPT: Op.KEEP,
    State.ADDED: Op.INSERT,
    State.MOVED_TO: Op.INSERT,
    State.SUPPRESSED: Op.DELETE,
    State.MOVED_FROM: Op.DELETE,
}
"""What happens to the mark of a paragraph, and to a row, that comes or goes as a whole."""


def versions(row: Tracked) -> Iterator[tuple[Tracked, Sequence[Sequence[Tracked]]]]:
    """A row with its cells. Where cells of a row that stays come or go, that is the row as it was, before the row as it
    is; where that is contested, the sides stand in one cell, so that each of them can be taken by itself."""
    if row.state is not State.KEPT:
        yield row, [(cell,) for cell in row.items]
        return
    by = _changers(row)
    for version in (_gone(row, by), _anew(row, by)) if by else (row,):
        yield version, _with_sides(version.items)


def _changers(row: Tracked) -> By:
    """Who puts cells into a row that stays, or takes some out, and nobody contests it."""
    agreed = (cell for cell in row.items if cell.state is not State.KEPT and BRACKETS not in cell.by)
    return tuple(dict.fromkeys(name for cell in agreed for name in cell.by))


def _gone(item: Tracked, by: By) -> Tracked:
    """A provision and all below it as they were, going as a whole."""
    items = tuple(_gone(below, by) for below in item.items if below.state.in_original)
    label, text = (deleted(part.original(), by) for part in (item.label, item.text))
    return replace(item, label=label, text=text, state=State.SUPPRESSED, by=by, items=items)


def _anew(item: Tracked, by: By) -> Tracked:
    """A provision and all below it coming as a whole, as what moves does; what is contested comes and goes in it."""
    if _is_a_side(item):
        return item
    items = tuple(_anew(below, by) for below in item.items if below.state.in_final or BRACKETS in below.by)
    return replace(item, state=State.MOVED_TO, by=by, items=items)


def _is_a_side(item: Tracked) -> bool:
    """Whether it stands for one side of a conflict beside what is in the base."""
    return item.state is State.ADDED and BRACKETS in item.by


def _with_sides(cells: Iterable[Tracked]) -> list[list[Tracked]]:
    """The cells of a row, each with the sides that follow it; sides before any cell stand in the first."""
    found: list[list[Tracked]] = []
    for cell in cells:
        if found and (_is_a_side(cell) or all(map(_is_a_side, found[-1]))):
            found[-1].append(cell)
        else:
            found.append([cell])
    return found


def with_marks_before(paragraphs: Iterable[Paragraph], mark: Op, by: By) -> tuple[Paragraph, ...]:
    """The paragraphs of a cell, where the last one's mark cannot come or go but with its row: what parts a paragraph
    from the one before comes and goes with it."""
    found = tuple(paragraphs)
    whole = [index for index, p in enumerate(found) if p.mark is mark and (mark is Op.KEEP or p.by == by)]
    if not whole:
        return found
    last = whole[-1]
    marks = [(p.mark, p.by) for p in (*found[:last], *found[last + 1 :])]
    return tuple(p._replace(mark=m, by=b) for p, (m, b) in zip(found, [*marks, (mark, by)], strict=True))
