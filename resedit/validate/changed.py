"""What a branch touches, and what that breaks elsewhere.

In the files that a branch touches every finding counts. Through a base or a conference it reaches the proposals written
for them: there only what was not found before counts, which the files as they were are validated for too.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from resedit.model.problem import UsageError
from resedit.project.baseline import baseline
from resedit.project.git import NOTHING, Range, Repository
from resedit.project.snapshot import Snapshot, snapshot
from resedit.project.tree import BASE, CONFERENCE, SETTINGS, is_yaml, project_root, yaml_files
from resedit.validate.parallel import Tell
from resedit.validate.run import Report, root_of, validate


def validate_changed(
    revision: str,
    paths: Sequence[str] = (),
    project: Path | None = None,
    base: Path | None = None,
    environment: Mapping[str, str] | None = None,
    jobs: int = 1,
    tell: Tell | None = None,
) -> Report:
    """Check what the branch touches since it parted from `revision` (empty: what `baseline` says), uncommitted files
    included; of that only what is in `paths`, where there are any. `jobs` and `tell` are those of `validate`.

    Raises UsageError for a path that does not exist, outside git, and for a revision that is not there.
    """
    root = root_of(paths, project) or project_root(project)
    scope = [_scope(name) for name in paths] or [root.resolve()]
    repository = Repository(root)
    if revision and Path(revision).exists() and not repository.holds(revision):
        raise UsageError(f"{revision} is a path, not a revision", "name paths before --changed, or write --changed=REF")
    since = revision or baseline(repository, environment or {})
    old = repository.merge_base(since, "HEAD")
    now = Snapshot(repository.top, root.resolve(), repository.top)
    touched = {now.path(name) for found in repository.differences(Range(old, "")) for name in found if name}
    reached = _reached(touched, now.root)
    report = _validate(reached, now.root, base, jobs, tell)
    untouched = frozenset(file for file in report.files if Path(file).resolve() not in touched)
    elsewhere = {problem for problem in report.problems if Path(problem.place.file).resolve() not in touched}
    if elsewhere:
        below = [path.relative_to(now.top) for path in reached]
        folders = {path if (now.top / path).is_dir() else path.parent for path in below}
        with snapshot(repository, old, root, folders) as before:
            places = [before.path(path.as_posix()) for path in below]
            elsewhere &= {
                before.problem(problem) for problem in _validate(places, before.root, base, jobs, tell).problems
            }

    def counts(file: str) -> bool:
        return any(Path(file).resolve().is_relative_to(place) for place in scope)

    return Report(
        tuple(
            replace(problem, mends=()) if problem.place.file in untouched else problem  # --fix leaves what is untouched
            for problem in report.problems
            if problem not in elsewhere and counts(problem.place.file)
        ),
        tuple(file for file in report.files if counts(file)),
        report.allowed,
        "" if NOTHING.fullmatch(since) else since,
        untouched,
    )


def _scope(name: str) -> Path:
    path = Path(name)
    if not path.exists():
        raise UsageError(f"there is no file or folder {name}", "with --changed, name files or folders; --changed=REF")
    return path.resolve()


def _reached(touched: Collection[Path], root: Path) -> list[Path]:
    """The files and resolutions' folders to validate: what is touched, and what is written for it."""
    inside = {path for path in touched if path.is_relative_to(root) and is_yaml(path)}
    files = set(inside)
    for path in inside:
        if path.name == CONFERENCE:
            files |= set(yaml_files(path.parent))
        if path.name == BASE:
            files |= _loose(root)
        if path == root / SETTINGS:
            files |= set(yaml_files(root))
    folders = {path.parent for path in files if (path.parent / BASE).is_file()}
    return sorted(folders | {path for path in files & set(yaml_files(root)) if path.parent not in folders})


def _loose(root: Path) -> set[Path]:
    """The proposals that stand beside no base, which may be written for any."""
    return {path for path in yaml_files(root) if path.name != CONFERENCE and not (path.parent / BASE).is_file()}


def _validate(places: Sequence[Path], root: Path, base: Path | None, jobs: int, tell: Tell | None) -> Report:
    """Validate those of the places that are there."""
    there = [str(path) for path in places if path.exists()]
    return validate(there, root, base, jobs=jobs, tell=tell) if there else Report((), ())
