"""One validation: which folders, files and targets it looks at, and what is left of what was found in all of them."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from resedit.model.conference import Conference
from resedit.model.place import Place
from resedit.model.problem import Problem, ProblemsError, Severity, UsageError, by_place
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.model.settings import Settings
from resedit.project.target import STDIN, STDIN_NAME, Finder
from resedit.project.tree import (
    BASE,
    SETTINGS,
    ResolutionFolder,
    conferences,
    find_project,
    project_at,
    shown,
    yaml_files,
)
from resedit.store.load import Value
from resedit.validate.allowance import Allowance, Given, of_comments, of_settings, settled
from resedit.validate.check import check_base
from resedit.validate.facts import facts_of_base
from resedit.validate.folder import Found, check_target, check_word, joined, opened
from resedit.validate.parallel import Tell, Work, check_folders
from resedit.validate.rules import open_query
from resedit.validate.table import ALLOWANCES, PROJECTS, RULES


class Report(NamedTuple):
    """What a validation found, in order of place, which files it read, and how many findings people have allowed."""

    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    allowed: int = 0
    since: str = ""
    """The revision it is limited to the changes since, if it is."""
    untouched: frozenset[str] = frozenset()
    """Of the files those that a branch does not touch, where it is limited to what one does."""

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(problem.severity is severity for problem in self.problems)


def validate(
    paths: Sequence[str] = (),
    project: Path | None = None,
    base: Path | None = None,
    read_stdin: Callable[[], bytes] | None = None,
    jobs: int = 1,
    tell: Tell | None = None,
) -> Report:
    """Check folders, files and targets; without any, the whole project found from the current folder upwards.

    `read_stdin` gives standard input for the target `-`, `jobs` says how many processes may work at once, and `tell` is
    told how far it has come. Raises UsageError for a path that does not exist.
    """
    root = root_of(paths, project)
    if root is None and not paths:
        raise UsageError("there is no project here", "name the files to validate, or a project with --project")
    run = _Run(project, base, read_stdin, root, jobs, tell)
    parts = list(run.settings())
    if paths:
        parts += run.paths(paths)
    elif root:
        parts += run.tree(root)
    return heeding(parts, tuple(run.switched), is_whole=not paths)


def root_of(paths: Sequence[str], project: Path | None) -> Path | None:
    """The project whose settings count: the one named outright, or the one around the first path."""
    near = Path(paths[0] if paths else ".")
    return project_at(project) if project else find_project(near if near.is_dir() else near.parent)


def settings_of(root: Path) -> tuple[tuple[Allowance, ...], Found]:
    """What the settings of a project allow, and what was found in reading them."""
    path = root / SETTINGS
    if not path.is_file():
        return (), Found()
    value, found = opened(path)
    return tuple(of_settings(value)) if isinstance(value, Settings) else (), found


def heeding(parts: Sequence[Found], switched: tuple[Allowance, ...], is_whole: bool = False) -> Report:
    """What is found in the texts by themselves and side by side, and is left when the project's settings and the
    allowances of single lines are heeded. `is_whole`: the whole project was looked at."""
    found = joined(parts)
    problems = [*found.problems, *(problem for rule in PROJECTS for problem in rule.check(found.facts))]
    severities = {rule.name: rule.severity for rule in RULES}
    broken = frozenset(file for part in parts for file in part.broken)
    allowances = (*switched, *of_comments(found.comments))
    ran = frozenset(severities) if is_whole else frozenset(severities) - {rule.RULE.name for rule in PROJECTS}
    left, given = settled(problems, Given(allowances, severities, ran, broken))
    about, _ = settled([problem for rule in ALLOWANCES for problem in rule.check(given)], given)
    return Report(tuple(sorted((*left, *about), key=by_place)), found.files, len(problems) - len(left))


class _Run:
    """What the paths of one validation have in common: its options, and the settings and conferences, which are read
    once."""

    def __init__(
        self,
        project: Path | None,
        base: Path | None,
        read_stdin: Callable[[], bytes] | None,
        root: Path | None,
        jobs: int,
        tell: Tell | None,
    ) -> None:
        self.finder = Finder(project, base, read_stdin)
        self.base = base
        self.root = root
        self.jobs = jobs
        self.tell = tell
        self.switched: list[Allowance] = []
        self.conferences: dict[Path, Conference | None] = {}

    def settings(self) -> Iterator[Found]:
        """The project's settings."""
        if self.root:
            switched, found = settings_of(self.root)
            self.switched += switched
            yield found

    def paths(self, names: Sequence[str]) -> Iterator[Found]:
        """Folders, files and targets; resolutions' folders in a row are checked side by side."""
        for is_folder, group in groupby(names, lambda name: (Path(name) / BASE).is_file()):
            if is_folder:
                yield from self._folders([ResolutionFolder(Path(name), Path(name).name) for name in group])
            else:
                yield from (part for name in group for part in self._path(name))

    def _path(self, name: str) -> Iterator[Found]:
        """A folder of resolutions, a file, or else a target."""
        path = Path(name)
        if path.is_dir():
            yield from self.tree(path)
        elif path.exists():
            yield from self._file(path)
        else:
            yield from self._target(name)

    def tree(self, root: Path) -> Iterator[Found]:
        """Every file below a folder: conferences, folders with a base however deep, and what else there is."""
        done: set[Path] = set() if self.root is None else {self.root / SETTINGS}
        for path in conferences(root):
            done.add(path)
            yield from self._conference(path)
        files = list(yaml_files(root))
        folders = [ResolutionFolder(path.parent, path.parent.name) for path in files if path.name == BASE]
        done.update(path for folder in folders for path in (folder.base, *folder.proposals))
        yield from self._folders(folders)
        for path in files:
            if path not in done:
                yield from self._file(path)

    def _folders(self, folders: Sequence[ResolutionFolder]) -> Iterator[Found]:
        """Folders with a base, and the conferences they belong to."""
        for folder in folders:
            yield from self._beside(folder)
        work = [Work(folder, self._meeting(folder), self.base) for folder in folders]
        yield from check_folders(work, self.jobs, self.tell)

    def _file(self, path: Path) -> Iterator[Found]:
        """A file by itself; a proposal on the base that it is written for."""
        if path.suffix == ".docx":
            yield check_word(path)
            return
        value, found = opened(path)
        yield found
        yield from _asked(value)
        if isinstance(value, Resolution):
            folder = ResolutionFolder(path.absolute().parent, "")
            yield from self._beside(folder)
            yield Found(tuple(check_base(value, self._meeting(folder))), facts=facts_of_base(value))
        elif isinstance(value, Proposal):
            yield from self._target(str(path))
        elif isinstance(value, Settings) and self.root and path.absolute() != (self.root / SETTINGS).absolute():
            message, hint = "settings stand where nothing heeds them", f"move them to {shown(self.root / SETTINGS)}"
            yield Found((Problem("shape", message, Place(shown(path)), hint),))

    def _target(self, name: str) -> Iterator[Found]:
        try:
            yield check_target(self.finder.find(name))
        except ProblemsError as error:
            yield Found(error.problems, (STDIN_NAME,) if name == STDIN else ())

    def _beside(self, folder: ResolutionFolder) -> Iterator[Found]:
        """The findings in the file of a folder's conference."""
        if folder.conference:
            yield from self._conference(folder.conference)

    def _meeting(self, folder: ResolutionFolder) -> Conference | None:
        """A folder's conference, where it has been read and is sound."""
        return self.conferences.get(folder.conference) if folder.conference else None

    def _conference(self, path: Path) -> Iterator[Found]:
        """The findings in a conference's file, where it has not been read yet."""
        if path not in self.conferences:
            value, found = opened(path)
            self.conferences[path] = value if isinstance(value, Conference) else None
            yield found
            yield from _asked(value)


def _asked(value: Value | None) -> Iterator[Found]:
    """The open question in a conference's file."""
    if isinstance(value, Conference):
        yield Found(tuple(open_query.of_conference(value)))
