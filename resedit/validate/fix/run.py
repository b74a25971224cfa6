"""Mending the files of one validation: which files belong together, and what comes of all of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from resedit.model.conference import Conference
from resedit.model.mend import Fixed
from resedit.model.problem import Problem, ReseditError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.project.target import STDIN, Finder
from resedit.project.tree import ResolutionFolder, shown
from resedit.store.load import load, load_file, read_bytes
from resedit.validate.check import check_base, check_proposal
from resedit.validate.fix.bundle import Bundle, Files
from resedit.validate.fix.mend import mend
from resedit.validate.folder import check_folder


def fix(
    files: Iterable[str],
    paths: Sequence[str] = (),
    project: Path | None = None,
    base: Path | None = None,
    canonical: bool = False,
) -> Fixed:
    """What would be mended in the files of a validation (of `paths`), nothing being written.

    A base is mended only where it was asked for, with the proposals beside it; one named outright (`base`) never.
    """
    parts = [mend(bundle, contents, canonical) for bundle, contents in _bundles(files, paths, project, base)]
    changed = {name: pair for part in parts for name, pair in part.files.items()}
    mended = tuple(item for part in parts for item in part.mended)
    return Fixed(changed, mended, tuple(item for part in parts for item in part.left))


def fix_stdin(data: bytes, project: Path | None = None, base: Path | None = None, canonical: bool = False) -> Fixed:
    """What would be mended in a base or a proposal on standard input."""
    name = "<stdin>"
    finder = Finder(project, base, lambda: data)
    bundle = _alone(name, data, lambda: finder.find(STDIN).base)
    return mend(bundle, {name: data}, canonical) if bundle else Fixed({})


def _bundles(
    files: Iterable[str], paths: Sequence[str], project: Path | None, base: Path | None
) -> Iterator[tuple[Bundle, Files]]:
    """The files that belong together, folder by folder."""
    by_folder: dict[Path, list[Path]] = {}
    for path in map(Path, files):
        if path.suffix in (".yaml", ".yml"):
            by_folder.setdefault(path.parent, []).append(path)
    for parent, members in by_folder.items():
        folder = ResolutionFolder(parent, parent.name)
        own = base or next((path for path in members if path == folder.base), None)
        own = own or next((p for p in members if isinstance(load_file(p, shown(p)).value, Resolution)), None)
        if own:
            yield _beside(folder, own, own != base and _is_asked(own, paths), members)
            continue
        for path in members:
            data = read_bytes(path, shown(path))
            bundle = _alone(shown(path), data, partial(_base_of, path, project))
            if bundle:
                yield bundle, {shown(path): data}


def _base_of(path: Path, project: Path | None) -> Resolution:
    return Finder(project).find(str(path)).base


def _is_asked(base: Path, paths: Sequence[str]) -> bool:
    """Whether a base is looked at for itself, and not for a proposal on it."""
    return not paths or any(base.resolve().is_relative_to(Path(path).resolve()) for path in paths)


def _beside(folder: ResolutionFolder, base: Path, is_base_asked: bool, members: Sequence[Path]) -> tuple[Bundle, Files]:
    """A base with the proposals in a folder."""
    proposals = [path for path in folder.proposals if path != base]
    contents = {shown(path): read_bytes(path, shown(path)) for path in proposals}
    if is_base_asked:
        contents[shown(base)] = read_bytes(base, shown(base))
    conference = _conference(folder)

    def check(files: Files) -> Sequence[Problem]:
        return check_folder(folder, conference, base, files).problems

    text = load_file(base, shown(base)).value
    asked = frozenset(map(shown, members)) - ({shown(base)} if not is_base_asked else set())
    bundle = Bundle(check, asked, shown(base) if is_base_asked else "", text if isinstance(text, Resolution) else None)
    return bundle, contents


def _conference(folder: ResolutionFolder) -> Conference | None:
    value = load_file(folder.conference, shown(folder.conference)).value if folder.conference else None
    return value if isinstance(value, Conference) else None


def _alone(name: str, data: bytes, base_of: Callable[[], Resolution]) -> Bundle | None:
    """A base by itself, or a proposal whose base is elsewhere; None where that cannot be found."""
    value = load(data, name).value
    if isinstance(value, Proposal):
        try:
            base = base_of()
        except ReseditError:
            return None
        return Bundle(partial(_check_alone, name, base), frozenset([name]), text=base)
    return Bundle(partial(_check_alone, name, None), frozenset([name]), name)


def _check_alone(name: str, base: Resolution | None, files: Files) -> Sequence[Problem]:
    loaded = load(files[name], name)
    if isinstance(loaded.value, Resolution):
        return [*loaded.problems, *check_base(loaded.value)]
    if isinstance(loaded.value, Proposal) and base is not None and not loaded.problems:
        return check_proposal(base, loaded.value)
    return loaded.problems
