"""Mending the files of one validation: which files belong together, and what comes of all of them."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from resedit.model.conference import Conference
from resedit.model.mend import Fixed
from resedit.model.problem import Problem, ReseditError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.project.target import STDIN, STDIN_NAME, Finder, Target
from resedit.project.tree import BASE, ResolutionFolder, is_yaml, shown
from resedit.store.load import load, read_bytes
from resedit.validate.allowance import Allowance
from resedit.validate.check import check_base, check_proposal
from resedit.validate.fix.bundle import Bundle, Files
from resedit.validate.fix.elsewhere import check_guest, guests, strays
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

    A base is mended only where it was asked for, with the proposals on it in the project; one named outright (`base`)
    never, and what a branch has not touched only where it quotes a base that is mended.
    """
    switched = _switched(paths, project)
    root = root_of(paths, project)
    mendable = {Path(problem.place.file).parent for problem in report.problems if problem.mends}
    by_folder: dict[Path, list[Path]] = {}
    for path in map(Path, report.files):
        if is_yaml(path) and (canonical or path.parent in mendable):
            by_folder.setdefault(path.parent, []).append(path)
    candidates = strays(root) if root and by_folder else {}
    bundles: list[tuple[Bundle, Files]] = []
    alone: list[Path] = []
    for folder, members in by_folder.items():
        own = _base_of(folder, members, base)
        if own is None:
            alone += members
            continue
        is_asked = own != base and _is_asked(own, paths)
        others = tuple(guests(own, candidates, project)) if is_asked else ()
        bundles.append(_beside(ResolutionFolder(folder, folder.name), own, is_asked, report.files, others, switched))
    taken = {name for _, contents in bundles for name in contents}
    for path in alone:
        if shown(path) not in taken:
            data = read_bytes(path, shown(path))
            find = partial(Finder(project).find, str(path))
            bundles.append((_alone(path, data, find, switched), {shown(path): data}))
    touched = ((bundle._replace(asked=bundle.asked - report.untouched), contents) for bundle, contents in bundles)
    parts = [mend(bundle, contents, canonical) for bundle, contents in touched]
    changed = {name: pair for part in parts for name, pair in part.files.items()}
    mended = tuple(item for part in parts for item in part.mended)
    left = tuple(item for part in parts for item in part.left)
    return Fixed(changed, mended, left, sum(part.gone for part in parts))


def fix_stdin(data: bytes, project: Path | None = None, base: Path | None = None, canonical: bool = False) -> Fixed:
    """What would be mended in a base or a proposal on standard input."""
    find = partial(Finder(project, base, lambda: data).find, STDIN)
    bundle = _alone(Path(STDIN_NAME), data, find, _switched((), project))
    return mend(bundle, {STDIN_NAME: data}, canonical)


def _switched(paths: Sequence[str], project: Path | None) -> Switched:
    root = root_of(paths, project)
    return settings_of(root)[0] if root else ()


def _base_of(folder: Path, members: Sequence[Path], base: Path | None) -> Path | None:
    """The base that the files of a folder belong to; None where there is none among them, and each stands alone."""
    own = base or next((path for path in members if path == folder / BASE), None)
    return own or next((path for path in members if isinstance(opened(path)[0], Resolution)), None)


def _is_asked(base: Path, paths: Sequence[str]) -> bool:
    """Whether a base is looked at for itself, and not for a proposal on it."""
    return not paths or any(base.resolve().is_relative_to(Path(path).resolve()) for path in paths)


def _beside(
    folder: ResolutionFolder,
    base: Path,
    is_base_asked: bool,
    asked: Sequence[str],
    others: Sequence[Path],
    switched: Switched,
) -> tuple[Bundle, Files]:
    """A base with the proposals in a folder, and `others` on it that stand elsewhere."""
    conference = opened(folder.conference)[0] if folder.conference else None
    meeting = conference if isinstance(conference, Conference) else None
    text, _ = opened(base)

    def check(files: Files) -> Sequence[Problem]:
        found = [check_folder(folder, meeting, base, files)]
        if others:
            now, _ = opened(base, files)
            found += [check_guest(path, now if isinstance(now, Resolution) else None, files) for path in others]
        return heeding(found, switched).problems

    paths = [path for path in folder.proposals if path != base] + ([base] if is_base_asked else []) + list(others)
    names = {shown(path) for path in paths}
    bundle = Bundle(
        check,
        asked=frozenset(names & set(asked)),
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
