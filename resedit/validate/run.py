"""One validation: which folders, files and targets it looks at, and what was found in all of them."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from resedit.model.conference import Conference
from resedit.model.problem import Problem, ProblemsError, Severity, UsageError, by_place
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.project.target import Finder
from resedit.project.tree import ResolutionFolder, conferences, find_project, project_at, resolutions, yaml_files
from resedit.validate.check import check_base
from resedit.validate.folder import Found, check_folder, check_target, check_word, joined, opened


class Report(NamedTuple):
    """What a validation found, in order of place, and which files it read."""

    problems: tuple[Problem, ...]
    files: tuple[str, ...]

    def count(self, severity: Severity) -> int:
        """How many findings have a severity."""
        return sum(problem.severity is severity for problem in self.problems)


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
    if paths:
        parts = [part for path in paths for part in run.path(path)]
    else:
        root = project_at(project) if project else find_project(Path.cwd())
        if root is None:
            raise UsageError("there is no project here", "name the files to validate, or a project with --project")
        parts = list(run.tree(root))
    found = joined(parts)
    return Report(tuple(sorted(found.problems, key=by_place)), found.files)


class _Run:
    """What the paths of one validation have in common: its options, and conferences, which are read once."""

    def __init__(self, project: Path | None, base: Path | None, read_stdin: Callable[[], bytes] | None) -> None:
        self.finder = Finder(project, base, read_stdin)
        self.base = base
        self.conferences: dict[Path, Conference | None] = {}

    def tree(self, root: Path) -> Iterator[Found]:
        """Every file below a folder: conferences, folders with a base, and what else there is."""
        done: set[Path] = set()
        for path in conferences(root):
            done.add(path)
            yield from self._conference(path)
        for folder in resolutions(root):
            done |= {folder.base, *folder.proposals}
            yield from self.folder(folder)
        for path in yaml_files(root):
            if path not in done:
                yield from self.file(path)

    def path(self, name: str) -> Iterator[Found]:
        """A folder, a file, or else a target."""
        path = Path(name)
        if path.is_dir():
            folder = ResolutionFolder(path, path.name)
            yield from self.folder(folder) if folder.base.is_file() else self.tree(path)
        elif path.exists():
            yield from self.file(path)
        else:
            yield from self._target(name)

    def folder(self, folder: ResolutionFolder) -> Iterator[Found]:
        """A folder with a base, and the conference it belongs to."""
        if folder.conference:
            yield from self._conference(folder.conference)
        yield check_folder(folder, self.conferences.get(folder.conference) if folder.conference else None, self.base)

    def file(self, path: Path) -> Iterator[Found]:
        """A file by itself; a proposal on the base that it is written for."""
        if path.suffix == ".docx":
            yield check_word(path)
            return
        value, found = opened(path)
        yield found
        if isinstance(value, Resolution):
            yield Found(tuple(check_base(value)))
        elif isinstance(value, Proposal):
            yield from self._target(str(path))

    def _target(self, name: str) -> Iterator[Found]:
        try:
            yield check_target(self.finder.find(name))
        except ProblemsError as error:
            yield Found(error.problems)

    def _conference(self, path: Path) -> Iterator[Found]:
        """The findings in a conference's file, where it has not been read yet."""
        if path not in self.conferences:
            value, found = opened(path)
            self.conferences[path] = value if isinstance(value, Conference) else None
            yield found
