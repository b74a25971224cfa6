"""Blame: for each run of words of the final text, the base or the proposals that it comes from."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from resedit.model.address import FOOTNOTE, OPENING, TITLE, AddressBook
from resedit.model.resolution import Consolidation, Origin, Resolution
from resedit.redline.changes import with_final_addresses
from resedit.redline.lines import (
    NUMBER,
    Line,
    joined,
    note_wording,
    number_wording,
    provision_wording,
    tab_wording,
    text_lines,
)
from resedit.redline.printed import printed
from resedit.redline.redline import Redline, State, Tracked
from resedit.wording.segments import Op, Wording

By = tuple[str, ...]


class Run(NamedTuple):
    """Words of one origin: the proposals they come from, none for the base. `is_mixed`: words of the base among which
    are words of these proposals, where it is not remembered which."""

    text: str
    by: By = ()
    is_mixed: bool = False

    @property
    def origin(self) -> str:
        """The origin as people read it: `base`, `ECP/24A5/1`, `base + ECP/24A5/1`."""
        names = ", ".join(self.by)
        return f"base + {names}" if self.is_mixed and names else names or "base"


class BlamedLine(NamedTuple):
    """A line of the final text by its address there, with the address it has in the base (empty for what was added)
    and the proposals that moved it. Its runs, joined, are the line: label, tab and text."""

    address: str
    old: str
    runs: tuple[Run, ...]
    moved_by: By = ()


def blame(redline: Redline) -> tuple[BlamedLine, ...]:
    """The lines of the final text, in order, each as runs of one origin; every word stands in exactly one run.

    Words that moved come from the base. Of a consolidated text that nothing changes, what it remembers: of provisions
    that were changed, who changed them, but not which words.
    """
    if not redline.proposals and redline.base.consolidation is not None:
        remembered = _remembered(redline.base, redline.base.consolidation)
        return tuple(line for line in remembered if any(run.text for run in line.runs))
    return tuple(line for line in _tracked(printed(redline)) if line.runs)


def rows(lines: Iterable[BlamedLine]) -> Iterator[tuple[Run, str, str]]:
    """Blame as rows of a table: a run, where it stands, its words for people to read (a label's tab as blanks). The
    address stands with a line's first run only, where the line moved with the base's and who moved it."""
    for line in lines:
        moved = f" ← {line.old}, moved by {', '.join(line.moved_by)}" if line.moved_by else ""
        where = f"{line.address}{moved}"
        for run in line.runs:
            words = run.text.removeprefix("\t").replace("\t", "  ")
            if words:
                yield run, where, words
                where = ""


def _tracked(redline: Redline) -> Iterator[BlamedLine]:
    yield _line(NUMBER, NUMBER, number_wording(redline))
    yield _line(TITLE, TITLE, redline.title)
    yield _line(OPENING, OPENING if redline.opening.original() else "", redline.opening)
    for item, address in with_final_addresses(redline):
        if item.state.in_final:
            moved_by = item.by if item.state is State.MOVED_TO else ()
            yield _line(address, item.address, _words(item), moved_by)
    for note in redline.footnotes:
        if note.state.in_final:
            old = note.label.original()
            address = f"{FOOTNOTE}/{note.label.final()}"
            yield _line(address, f"{FOOTNOTE}/{old}" if old else "", note_wording(note))


def _words(item: Tracked) -> Wording:
    """A provision's line, in which words that only moved are kept ones."""
    if item.state is State.MOVED_TO:
        return joined(item.label, tab_wording(item), item.text)
    return provision_wording(item)


def _line(address: str, old: str, words: Wording, moved_by: By = ()) -> BlamedLine:
    standing = (segment for segment in words.segments if segment.op is not Op.DELETE)
    runs = groupby(standing, key=lambda segment: segment.by)
    return BlamedLine(address, old, tuple(Run("".join(s.text for s in run), by) for by, run in runs), moved_by)


def _remembered(resolution: Resolution, made: Consolidation) -> Iterator[BlamedLine]:
    """The lines of a consolidated text: provisions by their origins; of the other lines none is remembered."""
    origins = {address: item.origin for address, item in AddressBook(resolution)}
    for line in text_lines(resolution):
        origin = origins.get(line.address)
        if origin is None:
            is_the_bases = line.address == NUMBER and resolution.reference == made.base
            by = () if is_the_bases else made.proposals
            yield BlamedLine(line.address, line.address, (Run(str(line), by, is_mixed=bool(by)),))
        else:
            yield BlamedLine(line.address, origin.address, tuple(_remembered_runs(line, origin, made)))


def _remembered_runs(line: Line, origin: Origin, made: Consolidation) -> Iterator[Run]:
    if not origin.address:
        yield Run(str(line), origin.by or made.proposals)
        return
    is_renumbered = bool(line.label) and _own_part(line.address) != _own_part(origin.address)
    text = Run(line.text, origin.by, is_mixed=bool(origin.by))
    if is_renumbered:
        yield Run(f"{line.label}\t", made.proposals, is_mixed=len(made.proposals) > 1)
        yield text
    else:
        yield text._replace(text=str(line))


def _own_part(address: str) -> str:
    return address.rpartition("/")[2]
