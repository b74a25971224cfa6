"""What a branch changes in the texts: the files that differ, each with what that does to the text it makes.

A change to a proposal is shown as what it changes in the final text; how its file is written does not matter.
"""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from resedit.amend.compare import compare
from resedit.model.conference import Conference
from resedit.model.problem import Problem
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.project.git import Difference, Range, Repository
from resedit.project.snapshot import Snapshot, snapshot
from resedit.project.tree import BASE, SUFFIXES, ResolutionFolder, natural, shown
from resedit.redline.changes import Change, changes
from resedit.redline.redline import Redline
from resedit.review.versions import Version, version
from resedit.wording.difference import difference
from resedit.wording.segments import Wording, kept

Read = Callable[[Snapshot, str], Version]


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
    redline: Redline | None = None
    """A proposal that stands at the new end, on its base."""
    conference: Conference | None = None


def review(repository: Repository, states: Range, root: Path, read: Read = version) -> tuple[Entry, ...]:
    """What differs between two states of the project at `root`, in the order of its folders, bases first.

    `read` gives the version of a file among the files of one end.
    """
    with snapshot(repository, states.old, root) as old, snapshot(repository, states.new, root) as new:
        below = new.root.relative_to(new.top)
        found = [_within(difference, below) for difference in repository.differences(states)]
        differing = sorted((d for d in found if d.old or d.new), key=_order)
        return tuple(_entries(differing, old, new, read))


def _within(difference: Difference, below: Path) -> Difference:
    """The difference as the project sees it: what comes from outside is added, what goes there deleted."""

    def inside(name: str) -> str:
        path = Path(name)
        is_ours = path.is_relative_to(below) and path.suffix in SUFFIXES
        hidden = is_ours and any(part.startswith(".") for part in path.relative_to(below).parts)
        return name if is_ours and not hidden else ""

    return Difference(inside(difference.old), inside(difference.new))


def _order(difference: Difference) -> tuple[object, ...]:
    path = Path(difference.new or difference.old)
    return (natural(path.parent.as_posix()), path.name != BASE, natural(path.name))


def _entries(differing: Sequence[Difference], old: Snapshot, new: Snapshot, read: Read) -> Iterator[Entry]:
    known = {found.new for found in differing}
    for found in differing:
        before = read(old, found.old) if found.old else None
        after = read(new, found.new) if found.new else None
        names = _shown(found, new)
        if before and after and _comparable(before, after):
            yield _changed(names, before, after)
        else:
            if before:
                yield _deleted(names.old, before)
            if after:
                yield _added(names.new, after)
        for name in (found.old, found.new):
            if Path(name).name == BASE:
                yield from _broken(Path(name).parent, known, old, new, read)


def _shown(difference: Difference, files: Snapshot) -> Difference:
    """The difference with its paths as people are shown them."""
    old, new = (shown(files.home / name) if name else "" for name in difference)
    return Difference(old, new)


def _comparable(before: Version, after: Version) -> bool:
    return before.value is None or after.value is None or before.amends_the_same(after)


def _added(file: str, after: Version) -> Entry:
    entry = Entry(Event.ADDED, file, after.heading, problems=after.problems, conference=after.conference)
    if after.redline is None:
        return entry._replace(remark=_NO_TEXT if not after.problems else "")
    if isinstance(after.value, Resolution):
        count = sum(1 for _ in after.value.walk())
        return entry._replace(remark=f"A new base with {count} provisions.")
    found = tuple(changes(after.redline))
    return entry._replace(
        changes=found, beside=_beside(None, after), redline=after.redline, remark="" if found else _NO_CHANGE
    )


def _deleted(file: str, before: Version) -> Entry:
    entry = Entry(Event.DELETED, file, before.heading)
    if isinstance(before.value, Resolution):
        return entry._replace(remark="The base is no longer there.")
    if isinstance(before.value, Conference):
        return entry._replace(remark=_NO_TEXT)
    found = tuple(changes(before.redline)) if before.redline else ()
    return entry._replace(changes=found, remark="This falls away:" if found else "Nothing that could be applied.")


def _changed(names: Difference, before: Version, after: Version) -> Entry:
    """A file with both ends, as the way from one text to the other."""
    event = Event.RENAMED if names.old != names.new else Event.CHANGED
    old_file = names.old if event is Event.RENAMED else ""
    entry = Entry(event, names.new, after.heading or before.heading, old_file, conference=after.conference)
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
    return entry._replace(changes=found, whole=tuple(changes(after.redline)) if is_proposal else ())


_NO_CHANGE = "No change in the text."
_NO_TEXT = "The conference's own data; no text changes."


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
            file = shown(new.home / name)
            yield Entry(Event.BROKEN, file, after.heading or file, problems=after.problems)
