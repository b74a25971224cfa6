"""Checking the files of one folder. What is found depends on these files alone, so folders can be checked apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from resedit.amend.shared import Shared
from resedit.model.conference import Conference
from resedit.model.place import Place
from resedit.model.problem import Problem, Severity, UnreadableError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.model.settings import Settings
from resedit.project.target import Target
from resedit.project.tree import CONFERENCE, SETTINGS, ResolutionFolder, shown
from resedit.store.comments import Comment
from resedit.store.load import Value, load, load_file
from resedit.validate.check import check_base, check_together, examine
from resedit.validate.facts import Cites, facts_of_base, facts_of_proposal
from resedit.validate.rules import missing_replacement
from resedit.validate.subject import book_of

NO_FILES: Mapping[str, bytes] = MappingProxyType({})


class Found(NamedTuple):
    """What was found in some files, which those are, what their comments say to resedit, and the facts to compare their
    texts with others: plain data, fit to be handed from one process to another."""

    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
    comments: tuple[Comment, ...] = ()
    facts: tuple[Cites, ...] = ()

    @property
    def broken(self) -> frozenset[str]:
        """The files that could not be looked at as a whole, as there are errors in them or beside them."""
        errors = [problem for problem in self.problems if problem.severity is Severity.ERROR]
        return frozenset((*self.files, *(problem.place.file for problem in errors))) if errors else frozenset()


def joined(parts: Iterable[Found]) -> Found:
    """What was found in all the parts, everything once."""
    parts = list(parts)
    return Found(
        tuple(dict.fromkeys(problem for part in parts for problem in part.problems)),
        tuple(dict.fromkeys(file for part in parts for file in part.files)),
        tuple(dict.fromkeys(comment for part in parts for comment in part.comments)),
        tuple(dict.fromkeys(fact for part in parts for fact in part.facts)),
    )


def opened(path: Path, files: Mapping[str, bytes] = NO_FILES) -> tuple[Value | None, Found]:
    """The value of a file, None where it has errors, and what was found in reading it. What `files` has by the name of
    the file is read in its place."""
    name = shown(path)
    loaded = load(files[name], name) if name in files else load_file(path, name)
    has_errors = any(problem.severity is Severity.ERROR for problem in loaded.problems)
    return None if has_errors else loaded.value, Found(loaded.problems, (name,), loaded.comments)


def check_folder(
    folder: ResolutionFolder,
    conference: Conference | None = None,
    base: Path | None = None,
    files: Mapping[str, bytes] = NO_FILES,
) -> Found:
    """Everything that is wrong with the base of a folder (or the one in the file `base`) and the proposals on it."""
    value, read = opened(base or folder.base, files)
    text = value if isinstance(value, Resolution) else None
    known = check_base(text, conference) if text else []
    parts = [read, Found(tuple(known), facts=facts_of_base(text) if text else ())]
    proposals: list[Proposal] = []
    shared = Shared(book_of(text)) if text else None
    for path in folder.proposals:
        value, read = opened(path, files)
        parts.append(read)
        if isinstance(value, Proposal):
            proposals.append(value)
            if text:
                parts.append(_check_on(text, value, conference, known, shared))
        elif value is not None:
            parts.append(Found((_astray(value, path),)))
    if text:
        so_far = [problem for part in parts for problem in part.problems]
        parts.append(Found(tuple(check_together(text, proposals, so_far, shared))))
    return joined(parts)


def _astray(value: Value, path: Path) -> Problem:
    """A file of another kind among the proposals."""
    what, hint = {
        Resolution: ("a base stands", "move it to a folder of its own, as base.yaml"),
        Conference: ("a conference stands", f"move it to the folder above, as {CONFERENCE}"),
        Settings: ("settings stand", f"move them to the folder with the amendments, as {SETTINGS}"),
    }[type(value)]
    return Problem("shape", f"{what} where a proposal belongs", Place(shown(path)), hint)


def check_target(target: Target) -> Found:
    """Everything that is wrong with the proposals of a target on its base, or with a base that is the target."""
    base, conference = target.base, target.conference
    known = check_base(base, conference)
    files = dict.fromkeys(proposal.place.file for proposal in target.proposals or [base])
    comments = tuple(comment for comment in target.comments if comment.place.file in files)
    own = () if target.proposals else tuple(known)
    read = Found(
        own,
        files=tuple(dict.fromkeys([*map(shown, target.files), *files])),
        comments=comments,
        facts=facts_of_base(base),
    )
    shared = Shared(book_of(base))
    parts = [read, *(_check_on(base, proposal, conference, known, shared) for proposal in target.proposals)]
    if len(target.proposals) > 1:
        parts.append(Found(tuple(check_together(base, target.proposals, joined(parts).problems, shared))))
    else:
        parts.append(Found(tuple(_replaced(target))))
    return joined(parts)


def _replaced(target: Target) -> Iterator[Problem]:
    """What is wrong with what a single proposal replaces: others in its folder, or in that of its base."""
    files = {shown(path) for path in target.files}
    for proposal in target.proposals:
        if proposal.replaces and proposal.place.file in files:  # standard input is in no folder
            folders = dict.fromkeys(Path(value.place.file).parent for value in (target.base, proposal))
            values = [opened(path)[0] for folder in folders for path in ResolutionFolder(folder, "").proposals]
            yield from missing_replacement.check([proposal], [value for value in values if isinstance(value, Proposal)])


def _check_on(
    base: Resolution,
    proposal: Proposal,
    conference: Conference | None,
    known: Sequence[Problem],
    shared: Shared | None,
) -> Found:
    """What is found in a proposal, and what it makes of its base to be compared with other texts."""
    problems, final = examine(base, proposal, conference, known, shared)
    return Found(tuple(problems), facts=facts_of_proposal(base, proposal, final, conference) if final else ())


def check_word(path: Path) -> Found:
    """Whether a Word file can be read. Its words have no place in it that could be shown, so they are not looked at."""
    from resedit.formats.read import read_text

    try:
        read_text(str(path), Resolution("", "", ""), accept=True, read_stdin=bytes)
    except UnreadableError as error:
        return Found(error.problems, (shown(path),))
    return Found((), (shown(path),))
