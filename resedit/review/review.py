"""What a branch changes in the texts: the files that differ, each with what that does to the text it makes.

A change to a proposal is shown as what it changes in the final text; how its file is written does not matter.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from resedit.amend.compare import compare
from resedit.model.conference import Conference
from resedit.model.problem import Problem
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.project.git import Range, Repository
from resedit.project.snapshot import Snapshot, snapshot
from resedit.project.tree import BASE, ResolutionFolder
from resedit.redline.changes import Change, changes
from resedit.redline.redline import Redline
from resedit.review.pairs import Pair, Read, pairs
from resedit.review.versions import Version, version
from resedit.wording.difference import difference
from resedit.wording.segments import Wording, kept


class Event(StrEnum):
    """What happens to a file; BROKEN is one that does not differ but no longer fits the base it is written for."""

    ADDED = "added"
    CHANGED = "changed"
    RENAMED = "renamed"
    DELETED = "deleted"
    BROKEN = "broken"


class Entry(NamedTuple):
    """One file and what happens to its text.

    `file` and `old_file` (of a renamed one) are paths as people are shown them, `heading` is how the text is cited.
    `changes` is what differs in the text: what an added proposal asks for, what falls away with a deleted one, and for
    a changed one the way from the text it made to the text it makes. `whole` is all a changed proposal asks for now.
    `beside` is what differs beside the text (reasons, summary, …), by key. `remark` says what there is no text to show
    for, `problems` why one end could not be worked out.
    """

    event: Event
    file: str
    heading: str
    old_file: str = ""
    changes: tuple[Change, ...] = ()
    whole: tuple[Change, ...] = ()
    beside: tuple[tuple[str, Wording], ...] = ()
    remark: str = ""
    problems: tuple[Problem, ...] = ()
    differs: bool = False
    """Whether a text differs, comes or goes."""
    redline: Redline | None = None
    """A proposal that stands at the new end, on its base."""
    conference: Conference | None = None


def review(repository: Repository, states: Range, root: Path, read: Read = version) -> tuple[Entry, ...]:
    """What differs between two states of the project at `root`, in the order of its folders, bases first.

    `read` gives the version of a file among the files of one end.
    """
    differences = repository.differences(states)
    folders = {Path(name).parent for difference in differences for name in difference if name}
    with (
        snapshot(repository, states.old, root, folders) as old,
        snapshot(repository, states.new, root, folders) as new,
    ):
        found = pairs(differences, old, new, read)
        return tuple(_entries(found, old, new, read))


def _entries(found: Sequence[Pair], old: Snapshot, new: Snapshot, read: Read) -> Iterator[Entry]:
    known = {pair.new for pair in found}
    for pair in found:
        was, now = (new.file(new.path(name)) if name else "" for name in (pair.old, pair.new))
        if pair.before and pair.after:
            yield _changed(was, now, pair.before, pair.after)
        elif pair.before:
            yield _deleted(was, pair.before)
        elif pair.after:
            yield _added(now, pair.after)
        for name in dict.fromkeys((pair.old, pair.new)):
            if Path(name).name == BASE:
                yield from _broken(Path(name).parent, known, old, new, read)


def _added(file: str, after: Version) -> Entry:
    entry = Entry(Event.ADDED, file, after.heading, problems=after.problems, conference=after.conference)
    if after.redline is None:
        return entry._replace(remark=_NO_TEXT if not after.problems else "")
    if isinstance(after.value, Resolution):
        count = sum(1 for _ in after.value.walk())
        return entry._replace(remark=f"A new base with {count} provisions.", differs=True)
    found = tuple(changes(after.redline))
    entry = entry._replace(changes=found, differs=bool(found), beside=_beside(None, after), redline=after.redline)
    return entry if found else entry._replace(remark=_NO_CHANGE)


def _deleted(file: str, before: Version) -> Entry:
    entry = Entry(Event.DELETED, file, before.heading)
    if isinstance(before.value, Resolution):
        return entry._replace(remark="The base is no longer there.", differs=True)
    if before.redline is None and not before.problems:
        return entry._replace(remark=_NO_TEXT)
    found = tuple(changes(before.redline)) if before.redline else ()
    remark = "This falls away:" if found else "It could not be applied." if before.problems else _NO_CHANGE
    return entry._replace(changes=found, differs=bool(found), remark=remark)


def _changed(was: str, now: str, before: Version, after: Version) -> Entry:
    """A file with both ends, as the way from one text to the other."""
    event, old_file = (Event.RENAMED, was) if was != now else (Event.CHANGED, "")
    entry = Entry(event, now, after.heading or before.heading, old_file, conference=after.conference)
    if after.problems:
        return entry._replace(problems=after.problems)
    if after.redline is None:
        return entry._replace(remark=_NO_TEXT)
    is_proposal = isinstance(after.value, Proposal)
    entry = entry._replace(beside=_beside(before, after), redline=after.redline if is_proposal else None)
    if before.redline is None:
        return entry._replace(changes=tuple(changes(after.redline)), remark="Before, it could not be applied.")
    found = tuple(changes(compare(before.redline.final(), after.redline.final(), _by(after))))
    if not found:
        return entry._replace(remark=_NO_CHANGE)
    return entry._replace(changes=found, differs=True, whole=tuple(changes(after.redline)) if is_proposal else ())


_NO_CHANGE = "No change in the text."
_NO_TEXT = "It holds no text of a resolution."


def _by(after: Version) -> tuple[str, ...]:
    return (after.value.number,) if isinstance(after.value, Proposal) else ()


def _beside(before: Version | None, after: Version) -> tuple[tuple[str, Wording], ...]:
    """What differs beside the text; of an added proposal its reasons as they are."""
    if not isinstance(after.value, Proposal):
        return ()
    now = _keys(after.value)
    if before is None:
        return (("reasons", kept(now["reasons"])),) if now["reasons"] else ()
    was = _keys(before.value) if isinstance(before.value, Proposal) else now
    return tuple((key, difference(was[key], text)) for key, text in now.items() if was[key] != text)


def _keys(proposal: Proposal) -> dict[str, str]:
    """What a proposal says beside its amendments, by the file's keys, each as one line."""
    cover = proposal.cover
    texts = {
        "proposal": proposal.number,
        "symbol": proposal.symbol.value,
        "source": proposal.source,
        "status": proposal.status.value,
        "heading": cover.heading,
        "priority area": cover.priority_area,
        "summary": cover.summary,
        "expected results": cover.expected_results,
        "references": cover.references,
        "reasons": proposal.reasons,
    }
    return {key: " ".join(text.split()) for key, text in texts.items()}


def _broken(folder: Path, known: set[str], old: Snapshot, new: Snapshot, read: Read) -> Iterator[Entry]:
    """The proposals beside a base that do not differ themselves and no longer fit it."""
    beside = new.path(folder.as_posix())
    if not beside.is_dir():
        return
    for path in ResolutionFolder(beside, folder.name).proposals:
        name = path.relative_to(new.top).as_posix()
        if name in known or not old.path(name).is_file():
            continue
        after = read(new, name)
        if after.problems and not read(old, name).problems:
            file = new.file(path)
            yield Entry(Event.BROKEN, file, after.heading or file, problems=after.problems)
