"""A project as it was at a commit, as files in a folder that goes away again."""

import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from resedit.model.place import Place
from resedit.model.problem import Problem
from resedit.project.git import Repository
from resedit.project.tree import BASE, CONFERENCE, SETTINGS, is_yaml, shown

SHARED = (BASE, CONFERENCE, SETTINGS)


class Snapshot(NamedTuple):
    """The files of a repository in the folder `top`, in which `root` is the project's; `home` is where the repository
    really is, so that people are shown the files they know."""

    top: Path
    root: Path
    home: Path

    def path(self, name: str) -> Path:
        """The file that a path from the repository's top names."""
        return self.top / name

    def file(self, path: Path) -> str:
        """How people are shown a file: one of the folder as the one of the repository that it stands for."""
        real = path.resolve()
        is_copy = self.top != self.home and real.is_relative_to(self.top)
        return shown(self.home / real.relative_to(self.top) if is_copy else path)

    def problem(self, problem: Problem) -> Problem:
        """A problem in a file of the folder, as one of the repository."""
        return replace(
            problem,
            place=self._place(problem.place),
            message=self._seen(problem.message),
            hint=self._seen(problem.hint),
            mends=tuple(replace(mend, place=self._place(mend.place)) for mend in problem.mends),
        )

    def _place(self, place: Place) -> Place:
        return place._replace(file=self.file(Path(place.file)))

    def _seen(self, text: str) -> str:
        return text if self.top == self.home else text.replace(shown(self.top), shown(self.home))


@contextmanager
def snapshot(repository: Repository, commit: str, root: Path, folders: Collection[Path]) -> Iterator[Snapshot]:
    """The project at `root` as it was at a commit; the files as they are now where `commit` is empty.

    Of the texts only those in `folders` (paths from the repository's top) are in it, besides bases, conferences and
    settings, which others may need wherever they stand.
    """
    below = root.resolve().relative_to(repository.top)

    def wanted(path: Path) -> bool:
        return is_yaml(path) and (path.name in SHARED or path.parent in folders)

    if not commit:
        yield Snapshot(repository.top, repository.top / below, repository.top)
        return
    with tempfile.TemporaryDirectory(prefix="resedit-") as name:
        top = Path(name).resolve()
        (top / below).mkdir(parents=True, exist_ok=True)
        repository.write_files(commit, below.as_posix(), wanted, top)
        yield Snapshot(top, top / below, repository.top)
