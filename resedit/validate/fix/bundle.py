"""A base and the proposals on it as files in memory: what they hold, what is wrong with them, what they come to."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import NamedTuple

from resedit.merge.merge import try_apply
from resedit.model.address import AddressBook, AddressError
from resedit.model.place import Place
from resedit.model.problem import Problem, Severity, by_place
from resedit.model.proposal import Amendment, Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import load
from resedit.store.source import At, values_at
from resedit.validate.texts.wordings import texts
from resedit.wording.mend import MendError
from resedit.wording.visible import as_seen

Files = Mapping[str, bytes]
"""Contents by the name that problems give a file."""
Key = tuple[str, str, str, str]
"""What a finding is about, wherever it stands: file, rule, address, message as a reader sees it."""


class Bundle(NamedTuple):
    """Files that belong together. `check` finds all that is wrong with them, `asked` names those whose findings are to
    be mended; `base` is the name of the base's file, empty where it is not to be touched and only known as `text`."""

    check: Callable[[Files], Sequence[Problem]]
    asked: frozenset[str]
    base: str = ""
    text: Resolution | None = None


class State:
    """A bundle with some contents of its files."""

    def __init__(self, bundle: Bundle, files: Files) -> None:
        self.bundle = bundle
        self.files = files
        loaded = {name: load(data, name) for name, data in files.items()}
        self.reading = [problem for found in loaded.values() for problem in found.problems]
        self.unread = {p.place.file for p in self.reading if p.severity is Severity.ERROR}
        read = {name: found.value for name, found in loaded.items() if name not in self.unread}
        base = read.get(bundle.base, bundle.text)
        self.base = base if isinstance(base, Resolution) else None
        self.proposals = {name: value for name, value in read.items() if isinstance(value, Proposal)}
        self.problems = tuple(sorted(bundle.check(files), key=by_place))

    @cached_property
    def finals(self) -> Mapping[str, Resolution]:
        """The text that each proposal makes, of those that can be applied."""
        base = self.base
        if base is None:
            return {}
        applied = {name: try_apply(base, [value]) for name, value in self.proposals.items()}
        return {name: redline.final() for name, (redline, problems) in applied.items() if not problems}

    @cached_property
    def book(self) -> AddressBook:
        """The addresses of the base. Raises MendError where it cannot be read."""
        if self.base is None:
            raise MendError("the base cannot be read")
        return AddressBook(self.base)

    @cached_property
    def addresses(self) -> Mapping[Place, str]:
        """What the texts of the base are called, by where they are written."""
        return {words.place: words.address for words in texts(self.book.resolution)}

    @cached_property
    def amended(self) -> Mapping[str, Sequence[Amendment]]:
        """The amendments with a new wording, by the address in the base that they are about."""
        found: dict[str, list[Amendment]] = {}
        for amendment in self.written.values():
            with suppress(AddressError):
                found.setdefault(self.book.find(amendment.address), []).append(amendment)
        return found

    @cached_property
    def written(self) -> Mapping[Place, Amendment]:
        """The amendments with a new wording, by where that is written."""
        return {
            amendment.place_of_wording: amendment
            for proposal in self.proposals.values()
            for amendment in proposal.amendments
            if amendment.wording is not None
        }

    @cached_property
    def values(self) -> Mapping[str, Mapping[At, str]]:
        """The value of every scalar of each file that is YAML at all, by its place."""
        broken = {p.place.file for p in self.reading if p.rule in ("encoding", "file-size", "yaml-syntax")}
        return {name: values_at(data, name) for name, data in self.files.items() if name not in broken}


def key(problem: Problem) -> Key:
    """What a finding is about."""
    return (problem.place.file, problem.rule, as_seen(problem.address), as_seen(problem.message))


def what_is_worse(before: State, after: State, is_relabelled: bool) -> Iterator[Problem | str]:
    """What speaks against a change: findings that were not there before, or texts that read otherwise.

    Where a file could not be read or applied before, what had not been looked at is not held against the change.
    """
    counts = Counter(_name(problem, is_relabelled) for problem in before.problems)
    for problem in after.problems:
        name = _name(problem, is_relabelled)
        if counts[name]:
            counts[name] -= 1
        elif not _was_hidden(problem, before, after):
            yield problem
    texts = [("the base", before.base, after.base)] if before.base else []
    texts += [(before.proposals[file].number, text, after.finals.get(file)) for file, text in before.finals.items()]
    for what, old, new in texts:
        if new is None or _read(old, is_relabelled) != _read(new, is_relabelled):
            yield f"other words of {what} would change"


def _name(problem: Problem, is_relabelled: bool) -> tuple[str, ...]:
    """Labels stand in addresses and messages: where they change, file and rule have to do."""
    return key(problem)[:2] if is_relabelled else key(problem)


def _was_hidden(problem: Problem, before: State, after: State) -> bool:
    """Whether a finding could not be made before: in files read only now, or of a text that is made only now."""
    if problem in after.reading:
        return False
    if before.unread - after.unread:
        return True
    file = problem.place.file
    return problem.severity is not Severity.ERROR and file in after.finals and file not in before.finals


def _read(text: Resolution, is_relabelled: bool) -> object:
    """A text as a reader sees it, without its labels where they may differ."""
    items = [("" if is_relabelled else item.label, as_seen(item.text), len(item.items)) for item in text.walk()]
    notes = [(note.label, as_seen(note.text)) for note in text.footnotes]
    return as_seen(text.title), as_seen(text.opening), items, notes
