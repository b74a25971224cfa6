"""Checking texts and files: everything found in one run, errors being what apply, diff and export refuse."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from resedit.amend.choose import choose
from resedit.merge.merge import try_apply
from resedit.model.address import AddressBook
from resedit.model.conference import Conference
from resedit.model.place import Place
from resedit.model.problem import Problem, ReseditError, Severity, UsageError, by_place
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.project.target import Finder
from resedit.project.tree import (
    ResolutionFolder,
    conferences,
    find_project,
    project_at,
    resolutions,
    shown,
    yaml_files,
)
from resedit.redline.redline import Redline
from resedit.store.load import load_file
from resedit.validate.subject import Subject
from resedit.validate.table import CHECKS


class Report(NamedTuple):
    """What a validation found, in order of place, and which files it read."""

    problems: tuple[Problem, ...]
    files: tuple[str, ...]

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(problem.severity is severity for problem in self.problems)


def check_base(base: Resolution) -> list[Problem]:
    """Everything that is wrong with a base as a text."""
    return [*_check(Subject(base)), *_check_text(base)]


def _check(subject: Subject) -> list[Problem]:
    """What the rules about bases and proposals find."""
    return [problem for check in CHECKS for problem in check(subject)]


def _check_text(text: Resolution) -> list[Problem]:
    """What an editing committee would find: never errors, so that apply need not look."""
    from resedit.validate.texts import TEXT_RULES

    return [problem for _, check in TEXT_RULES for problem in check(text)]


def _check_new_text(base: Resolution, proposal: Proposal, redline: Redline) -> list[Problem]:
    """What the rules about words find in the text a proposal would make and not in its base, each where the proposal
    brings it about: in the words it writes, or in the amendment that makes a list end elsewhere."""
    final = redline.final()
    origins = {address: item.origin.address for address, item in AddressBook(final) if item.origin}
    known = {(problem.rule, problem.address, _about(problem)) for problem in _check_text(base)}
    found = []
    for problem in _check_text(final):
        origin = origins.get(problem.address, problem.address)
        if (problem.rule, origin, _about(problem)) in known:
            continue
        if problem.place.file != proposal.place.file:
            problem = replace(problem, place=Subject(base, proposal, redline).place_of_cause(origin))
        found.append(problem)
    return found


def _about(problem: Problem) -> str:
    """The message without the address it begins with."""
    return problem.message.removeprefix(f"{problem.address}: ")


def check_proposal(base: Resolution, proposal: Proposal, conference: Conference | None = None) -> list[Problem]:
    """Everything that is wrong with a proposal on its base, and for its conference."""
    redline, problems = try_apply(base, [proposal])
    subject = Subject(base, proposal, None if problems else redline, conference)
    found = [*problems, *_check(subject)]
    return found if problems else [*found, *_check_new_text(base, proposal, redline)]


def _check_together(base: Resolution, proposals: Sequence[Proposal], known: Sequence[Problem]) -> list[Problem]:
    """What is wrong with the proposals of a folder side by side: two of one number, and, as warnings, where they cannot
    be applied together."""
    if len(proposals) < 2:
        return []
    _, problems = try_apply(base, choose(proposals))
    found = (problem for problem in problems if problem not in known)
    return [p if p.rule == "duplicate-proposal" else replace(p, severity=Severity.WARNING) for p in found]


def validate(
    paths: Sequence[str] = (),
    project: Path | None = None,
    base: Path | None = None,
    read_stdin: Callable[[], bytes] | None = None,
) -> Report:
    """Check folders, files and targets; without any, the whole project found from the current folder upwards.

    `read_stdin` gives standard input for the target `-`. Raises UsageError for a path that does not exist.
    """
    run = _Run(project, base, read_stdin)
    if not paths:
        root = project_at(project) if project else find_project(Path.cwd())
        if root is None:
            raise UsageError("there is no project here", "name the files to validate, or a project with --project")
        run.tree(root)
    for path in paths:
        run.path(path)
    return Report(tuple(sorted(run.problems, key=by_place)), tuple(dict.fromkeys(run.files)))


class _Run:
    """One validation: every file is read once."""

    def __init__(self, project: Path | None, base: Path | None, read_stdin: Callable[[], bytes] | None = None) -> None:
        self.read_stdin = read_stdin
        self.project = project
        self.base = base
        self.problems: list[Problem] = []
        self.files: list[str] = []
        self.conferences: dict[Path, Conference | None] = {}

    def tree(self, root: Path) -> None:
        done: set[Path] = set()
        for conference in conferences(root):
            self._conference(conference)
            done.add(conference)
        for folder in resolutions(root):
            done |= {folder.base, *folder.proposals}
            self.folder(folder)
        for path in yaml_files(root):
            if path not in done:
                self.file(path)

    def path(self, name: str) -> None:
        path = Path(name)
        if path.is_dir():
            folder = ResolutionFolder(path, path.name)
            self.folder(folder) if folder.base.is_file() else self.tree(path)
        elif path.exists():
            self.file(path)
        else:
            self._target(name)

    def folder(self, folder: ResolutionFolder) -> None:
        base = self._load(self.base or folder.base)
        if isinstance(base, Resolution):
            self.problems += check_base(base)
        proposals: list[Proposal] = []
        for file in folder.proposals:
            proposal = self._load(file)
            if isinstance(proposal, Resolution):
                place = Place(shown(file))
                hint = "move it to a folder of its own, as base.yaml"
                self.problems.append(Problem("shape", "a base stands where a proposal belongs", place, hint))
            elif isinstance(proposal, Proposal):
                proposals.append(proposal)
                if isinstance(base, Resolution):
                    self.problems += check_proposal(base, proposal, self._conference(folder.conference))
        if isinstance(base, Resolution):
            self.problems += _check_together(base, proposals, self.problems)

    def file(self, path: Path) -> None:
        value = self._load(path)
        if isinstance(value, Resolution):
            self.problems += check_base(value)
        elif isinstance(value, Proposal):
            self._target(str(path))

    def _target(self, name: str) -> None:
        try:
            target = Finder(self.project, self.base, self.read_stdin).find(name)
        except UsageError:
            raise
        except ReseditError as error:
            self.problems += getattr(error, "problems", ())
            return
        self.files += [shown(path) for path in target.files]
        for proposal in target.proposals:
            self.problems += check_proposal(target.base, proposal, target.conference)

    def _conference(self, path: Path | None) -> Conference | None:
        """The conference in a file, None where there is none."""
        if path is None:
            return None
        if path not in self.conferences:
            value = self._load(path)
            self.conferences[path] = value if isinstance(value, Conference) else None
        return self.conferences[path]

    def _load(self, path: Path) -> object:
        """The value of a file, None where it has errors; its problems are noted."""
        self.files.append(shown(path))
        loaded = load_file(path, shown(path))
        self.problems += loaded.problems
        return None if any(p.severity is Severity.ERROR for p in loaded.problems) else loaded.value
