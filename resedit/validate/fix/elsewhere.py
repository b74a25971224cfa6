"""Proposals on a base that stand outside of its folder: they follow what is mended in it, as those beside it do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from resedit.model.conference import Conference
from resedit.model.problem import ReseditError, UnreadableError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.project.target import Finder
from resedit.project.tree import BASE, ResolutionFolder, head_value, yaml_files
from resedit.store.load import load_file
from resedit.validate.check import check_proposal
from resedit.validate.fix.bundle import Files
from resedit.validate.folder import Found, opened

_BEHIND = re.compile(r"\s*\(|\s+#")
Strays = Mapping[str, Sequence[Path]]
"""The files of proposals without a base beside them, by the number of the resolution they are written for."""


def strays(root: Path) -> Strays:
    """Those of a project."""
    found: dict[str, list[Path]] = {}
    homes: dict[Path, bool] = {}
    for path in yaml_files(root):
        if path.parent not in homes:
            homes[path.parent] = (path.parent / BASE).is_file()
        number = "" if homes[path.parent] else _number(path)
        if number:
            found.setdefault(number, []).append(path)
    return found


def _number(path: Path) -> str:
    """The number of the resolution that a file is about, empty where it has none."""
    written = head_value(path, "resolution")
    if written:
        return _BEHIND.split(written)[0]
    with suppress(ReseditError):  # its top does not show it plainly, or it cannot be opened
        value = load_file(path).value
        return value.resolution if isinstance(value, Proposal) else ""
    return ""


def guests(base: Path, candidates: Strays, project: Path | None) -> Iterator[Path]:
    """Of some files those that are written for the base in a file, and those that cannot be read: they may be."""
    text = load_file(base).value if candidates else None
    for path in candidates.get(text.number, ()) if isinstance(text, Resolution) else ():
        try:
            if any(file.samefile(base) for file in Finder(project).find(str(path)).files):
                yield path
        except UnreadableError:
            yield path
        except ReseditError:
            continue  # it is written for none that is here, which validate says


def check_guest(path: Path, base: Resolution | None, files: Files) -> Found:
    """What is found in a proposal outside of its base's folder, where `files` has other contents for its file."""
    value, read = opened(path, files)
    if base is None or not isinstance(value, Proposal):
        return read
    beside = ResolutionFolder(path.parent, "").conference
    meeting = opened(beside)[0] if beside else None
    problems = check_proposal(base, value, meeting if isinstance(meeting, Conference) else None)
    return read._replace(problems=(*read.problems, *problems))
