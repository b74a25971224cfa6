"""Mending the files of one validation: which files belong together, and what comes of all of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from resedit.model.conference import Conference
from resedit.model.mend import Fixed
from resedit.model.problem import Problem, ReseditError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.project.target import STDIN, STDIN_NAME, Finder, Target
from resedit.project.tree import ResolutionFolder, shown
from resedit.store.load import load, read_bytes
from resedit.validate.allowance import Allowance
from resedit.validate.check import check_base, check_proposal
from resedit.validate.fix.bundle import Bundle, Files
from resedit.validate.fix.mend import mend
from resedit.validate.folder import Found, check_folder, opened
from resedit.validate.run import Report, heeding, root_of, settings_of

Switched = tuple[Allowance, ...]
"""What the project's settings say of rules."""


def fix(
    report: Report,
    paths: Sequence[str] = (),
    project: Path | None = None,
    base: Path | None = None,
    canonical: bool = False,
) -> Fixed:
    """What would be mended in the files of a validation of `paths`, nothing being written.

    A base is mended only where it was asked for, with the proposals beside it; one named outright (`base`) never, and
    what a branch has not touched only where it quotes a base that is mended.
    """
    switched = _switched(paths, project)
    mendable = {Path(problem.place.file).parent for problem in report.problems if problem.mends}
    by_folder: dict[Path, list[Path]] = {}
    for path in map(Path, report.files):
        if path.suffix in (".yaml", ".yml") and (canonical or path.parent in mendable):
            by_folder.setdefault(path.parent, []).append(path)
    bundles = (
        bundle
        for folder, members in by_folder.items()
        for bundle in _bundles(ResolutionFolder(folder, folder.name), members, paths, project, base, switched)
    )
    touched = ((bundle._replace(asked=bundle.asked - report.untouched), contents) for bundle, contents in bundles)
    parts = [mend(bundle, contents, canonical) for bundle, contents in touched]
    changed = {name: pair for part in parts for name, pair in part.files.items()}
    mended = tuple(item for part in parts for item in part.mended)
    return Fixed(changed, mended, tuple(item for part in parts for item in part.left))


def fix_stdin(data: bytes, project: Path | None = None, base: Path | None = None, canonical: bool = False) -> Fixed:
    """What would be mended in a base or a proposal on standard input."""
    find = partial(Finder(project, base, lambda: data).find, STDIN)
    bundle = _alone(Path(STDIN_NAME), data, find, _switched((), project))
    return mend(bundle, {STDIN_NAME: data}, canonical)


def _switched(paths: Sequence[str], project: Path | None) -> Switched:
    root = root_of(paths, project)
    return settings_of(root)[0] if root else ()


def _bundles(
    folder: ResolutionFolder,
    members: Sequence[Path],
    paths: Sequence[str],
    project: Path | None,
    base: Path | None,
    switched: Switched,
) -> Iterator[tuple[Bundle, Files]]:
    """The files of a folder that belong together: a base with the proposals beside it, or else each by itself."""
    own = base or next((path for path in members if path == folder.base), None)
    own = own or next((path for path in members if isinstance(opened(path)[0], Resolution)), None)
    if own:
        yield _beside(folder, own, own != base and _is_asked(own, paths), members, switched)
        return
    for path in members:
        data = read_bytes(path, shown(path))
        yield _alone(path, data, partial(Finder(project).find, str(path)), switched), {shown(path): data}


def _is_asked(base: Path, paths: Sequence[str]) -> bool:
    """Whether a base is looked at for itself, and not for a proposal on it."""
    return not paths or any(base.resolve().is_relative_to(Path(path).resolve()) for path in paths)


def _beside(
    folder: ResolutionFolder, base: Path, is_base_asked: bool, members: Sequence[Path], switched: Switched
) -> tuple[Bundle, Files]:
    """A base with the proposals in a folder."""
    conference = opened(folder.conference)[0] if folder.conference else None
    text, _ = opened(base)

    def check(files: Files) -> Sequence[Problem]:
        meeting = conference if isinstance(conference, Conference) else None
        return heeding([check_folder(folder, meeting, base, files)], switched).problems

    paths = [path for path in folder.proposals if path != base] + ([base] if is_base_asked else [])
    bundle = Bundle(
        check,
        asked=frozenset(shown(path) for path in members if path != base or is_base_asked),
        base=shown(base) if is_base_asked else "",
        text=text if isinstance(text, Resolution) else None,
    )
    return bundle, {shown(path): read_bytes(path, shown(path)) for path in paths}


def _alone(path: Path, data: bytes, find: Callable[[], Target], switched: Switched) -> Bundle:
    """A base by itself, or a proposal whose base is elsewhere."""
    name = shown(path)
    target: Target | None = None
    is_proposal = isinstance(load(data, name).value, Proposal)
    if is_proposal:
        with suppress(ReseditError):  # validate says that there is no base for it
            target = find()

    def check(files: Files) -> Sequence[Problem]:
        value, found = opened(path, files)
        more: list[Problem] = []
        if isinstance(value, Resolution):
            more = check_base(value)
        elif isinstance(value, Proposal) and target:
            more = check_proposal(target.base, value, target.conference)
        return heeding([found, Found(tuple(more))], switched).problems

    return Bundle(check, frozenset([name]), "" if is_proposal else name, target.base if target else None)
