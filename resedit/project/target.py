"""Targets: what people name on the command line, and the texts it stands for.

A target is a folder, a file, the name of a resolution's folder (`res-30`, `wtdc-17/res-30`), a proposal's number
(`ECP/24A5/1`), or `-` for YAML on standard input. A Word file stands for none; WordFileError carries it to the commands
that read it as it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from resedit.amend.addition import nothing
from resedit.model.conference import Conference
from resedit.model.enums import Symbol
from resedit.model.problem import Problem, RefusedError, Severity, UsageError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.model.settings import Settings
from resedit.project.tree import (
    BASE,
    ResolutionFolder,
    added_resolutions,
    additions,
    file_name,
    find_project,
    head_value,
    project_at,
    resolutions,
    shown,
)
from resedit.store.comments import Comment
from resedit.store.load import MAX_WORD_BYTES, Loaded, expect, is_word, load, load_file, read_bytes, whole

STDIN = "-"
STDIN_NAME = "<stdin>"
"""How problems name standard input."""
T = TypeVar("T", Resolution, Proposal)


@dataclass(frozen=True, slots=True)
class Target:
    """A base and the proposals on it, with the files they were read from, the warnings they gave, and their comments to
    resedit."""

    base: Resolution
    proposals: tuple[Proposal, ...] = ()
    conference: Conference | None = None
    files: tuple[Path, ...] = ()
    warnings: tuple[Problem, ...] = ()
    comments: tuple[Comment, ...] = ()

    @property
    def sources(self) -> tuple[str, ...]:
        """Who submits proposals, in the conference's order."""
        return tuple(code for code, _ in self.conference.sources) if self.conference else ()


class WordFileError(UsageError):
    """The target is a Word file: no base and no proposal, but a document that some commands read as it is."""

    def __init__(self, data: bytes, file: str) -> None:
        super().__init__(
            f"{file} is a Word file, not a base or a proposal",
            "show, diff and export read it as it is; import makes a base and proposals of it",
        )
        self.data = data
        self.file = file


class Finder:
    """Finds targets in a project; `read_stdin` gives standard input when a target is `-`."""

    def __init__(
        self, project: Path | None = None, base: Path | None = None, read_stdin: Callable[[], bytes] | None = None
    ) -> None:
        self.project = project
        self.base = base
        self.read_stdin = read_stdin
        self.files: list[Path] = []
        self.warnings: list[Problem] = []
        self.comments: list[Comment] = []

    def find(self, target: str) -> Target:
        """The texts that a target stands for.

        Raises UsageError if there is no such target or several, UnreadableError or RefusedError for what is in it.
        """
        self.files, self.warnings, self.comments = [], [], []
        if target == STDIN:
            return self._of_stdin()
        path = Path(target)
        if path.is_dir():
            return self._of_folder(path)
        if path.exists():
            return self._of_file(path)
        folder = self._folder_named(target)
        if folder:
            return self._of_folder(folder.path)
        return self._of_file(self._proposal_numbered(target))

    def find_all(self, targets: Sequence[str]) -> Target:
        """The texts that several targets stand for together: one base, and all proposals on it.

        Raises what `find` raises, and UsageError where their bases are different ones.
        """
        found = [self.find(target) for target in targets]
        base = found[0].base
        for target, other in zip(targets, found, strict=True):
            if other.base != base:
                hint = "proposals are merged on the one base they are written for"
                first = f"{targets[0]} is on {base.reference}"
                raise UsageError(f"{first}, {target} on another base, {other.base.reference}", hint)
        return Target(
            base,
            tuple(proposal for one in found for proposal in one.proposals),
            next((one.conference for one in found if one.conference), None),
            tuple(dict.fromkeys(file for one in found for file in one.files)),
            tuple(dict.fromkeys(warning for one in found for warning in one.warnings)),
            tuple(dict.fromkeys(comment for one in found for comment in one.comments)),
        )

    def _of_stdin(self) -> Target:
        return self._of_data(self.read_stdin() if self.read_stdin else b"", STDIN_NAME, None)

    def _of_file(self, path: Path) -> Target:
        self.files.append(path)
        return self._of_data(read_bytes(path, shown(path), MAX_WORD_BYTES), shown(path), path)

    def _of_data(self, data: bytes, name: str, path: Path | None) -> Target:
        if is_word(data, name):
            raise WordFileError(whole(data, name, MAX_WORD_BYTES), name)
        return self._of_value(load(data, name), name, path)

    def _of_value(self, loaded: Loaded, name: str, path: Path | None) -> Target:
        if isinstance(loaded.value, (Conference, Settings)):
            kind = "a conference" if isinstance(loaded.value, Conference) else "a project's settings"
            raise UsageError(f"{name} is {kind}, not a base or a proposal", "name a folder with a base.yaml in it")
        if isinstance(loaded.value, Proposal):
            proposal = expect(loaded, Proposal, name)
            self._note(loaded)
            if proposal.text is not None:
                return self._target(nothing(proposal), (proposal,), _conference_beside(path))
            base, conference = self._base_for(proposal, path)
            return self._target(base, (proposal,), conference)
        base = expect(loaded, Resolution, name)
        self._note(loaded)
        return self._target(base, (), _conference_beside(path))

    def _of_folder(self, path: Path) -> Target:
        folder = ResolutionFolder(path, path.name)
        if not folder.base.is_file() and not self.base:
            return self._of_file(_only_addition(folder))
        base = self._load(self.base or folder.base, Resolution)
        proposals = tuple(self._load(file, Proposal) for file in folder.proposals)
        return self._target(base, proposals, folder.conference)

    def _target(self, base: Resolution, proposals: Sequence[Proposal], conference: Path | None) -> Target:
        if conference:
            self.files.append(conference)
        meeting = (
            expect(load_file(conference, shown(conference)), Conference, shown(conference)) if conference else None
        )
        return Target(base, tuple(proposals), meeting, tuple(self.files), tuple(self.warnings), tuple(self.comments))

    def _load(self, path: Path, kind: type[T]) -> T:
        self.files.append(path)
        loaded = load_file(path, shown(path))
        self._note(loaded)
        return expect(loaded, kind, shown(path))

    def _note(self, loaded: Loaded) -> None:
        self.comments += loaded.comments
        self.warnings += [problem for problem in loaded.problems if problem.severity is not Severity.ERROR]

    def _base_for(self, proposal: Proposal, path: Path | None) -> tuple[Resolution, Path | None]:
        """The base a proposal is written for: `--base`, else by number and revision, beside it or in the project."""
        if self.base:
            return self._load(self.base, Resolution), _conference_beside(path)
        beside = path.parent / BASE if path else None
        places = [ResolutionFolder(path.parent, "")] if path and beside and beside.is_file() else []
        places += self._resolutions(path)
        wanted = (proposal.resolution, proposal.base_revision)
        for folder in places:
            if (head_value(folder.base, "resolution"), head_value(folder.base, "revision")) == wanted:
                return self._load(folder.base, Resolution), folder.conference
        for folder in places:  # what its top does not show plainly, the whole file may
            loaded = load_file(folder.base, shown(folder.base)).value
            if isinstance(loaded, Resolution) and loaded.reference == proposal.target:
                return self._load(folder.base, Resolution), folder.conference
        others = [f"{head_value(f.base, 'resolution')} ({head_value(f.base, 'revision')})" for f in places]
        near = [name for name in dict.fromkeys(others) if name.startswith(f"{proposal.resolution} ")]
        raise RefusedError(
            [
                Problem(
                    "wrong-base",
                    f"there is no base {proposal.target} here",
                    proposal.place_of("resolution"),
                    f"there is {', '.join(near)}"
                    if near
                    else "name the base with --base FILE, or the project with --project",
                )
            ]
        )

    def _roots(self, path: Path | None = None) -> tuple[Path, ...]:
        """The projects that are looked in: the one named, else the one here and the one around a file."""
        if self.project:
            return (project_at(self.project),)
        roots = [find_project(Path.cwd()), find_project(path.absolute().parent) if path else None]
        return tuple(root for root in dict.fromkeys(roots) if root)

    def _resolutions(self, path: Path | None = None) -> tuple[ResolutionFolder, ...]:
        return tuple(folder for root in self._roots(path) for folder in resolutions(root))

    def _folder_named(self, name: str) -> ResolutionFolder | None:
        folders = dict.fromkeys(
            (*self._resolutions(), *(folder for root in self._roots() for folder in added_resolutions(root)))
        )
        found = [f for f in folders if f.name == name or f.path.name == name]
        if len(found) > 1:
            raise UsageError(f"several resolutions are called {name}", f"say which: {', '.join(f.name for f in found)}")
        return found[0] if found else None

    def _proposal_numbered(self, number: str) -> Path:
        folders = self._resolutions()
        files = [file for folder in folders for file in folder.proposals]
        files += [file for root in self._roots() for file in additions(root)]
        likely = [file for file in files if file.name == file_name(number)]
        found = [file for file in (likely or files) if head_value(file, "proposal") == number]
        found = found or [file for file in files if head_value(file, "proposal") == number]
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(f"several files hold proposal {number}", ", ".join(shown(file) for file in found))
        if not folders:
            raise UsageError(
                f"there is no file, resolution or proposal “{number}”, and no project here",
                "run resedit in a folder with amendments/ in it or above it, or name one with --project",
            )
        known = ", ".join([f.path.name for f in folders][:8])
        raise UsageError(f"there is no file, resolution or proposal “{number}”", f"`resedit list` shows: {known}")


def find(target: str, project: Path | None = None, base: Path | None = None) -> Target:
    """The texts that a target stands for, in the project found from the current folder upwards or at `project`, on the
    project's base or the one in the file `base`.

    Raises UsageError if there is no such target or several, UnreadableError or RefusedError for what is in it.
    """
    return Finder(project, base).find(target)


def _only_addition(folder: ResolutionFolder) -> Path:
    """The proposal in a folder without a base that adds the resolution. Raises UsageError where it is not the only
    text there."""
    files = folder.proposals
    if len(files) == 1 and head_value(files[0], "symbol") == Symbol.ADD:
        return files[0]
    inside = [f.name for f in (*resolutions(folder.path), *added_resolutions(folder.path))]
    inside = inside or [file.name for file in files]
    hint = f"name one of those in it: {', '.join(inside[:5])}" if inside else ""
    raise UsageError(f"there is no {BASE} in the folder {shown(folder.path)}", hint)


def _conference_beside(path: Path | None) -> Path | None:
    return ResolutionFolder(path.absolute().parent, "").conference if path else None
