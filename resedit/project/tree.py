"""The files of a project: conferences, in them resolutions, in them a base and proposals."""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import NamedTuple

from resedit.model.naming import natural
from resedit.model.problem import UsageError

AMENDMENTS = "amendments"
BASE = "base.yaml"
CONFERENCE = "conference.yaml"
_SUFFIXES = (".yaml", ".yml")
SETTINGS = "resedit.yaml"
"""The project's settings, in the folder with the amendments."""
_HEAD = 4096
"""How many bytes from its top tell which text a file holds, without loading it."""


def is_yaml(path: PurePath) -> bool:
    """Whether a file is YAML, as its name says; in capital letters, too, as some systems write them."""
    return path.suffix.lower() in _SUFFIXES


class ResolutionFolder(NamedTuple):
    """One folder with a base; `name` is its path below the project's amendments (`wtdc-17/res-30`)."""

    path: Path
    name: str

    @property
    def base(self) -> Path:
        """The base's file."""
        return self.path / BASE

    @property
    def proposals(self) -> tuple[Path, ...]:
        """The proposals' files, by name, hidden ones left out."""
        return tuple(path for path in _yaml_files(self.path) if path.name != BASE)

    @property
    def conference(self) -> Path | None:
        """The file of the conference it belongs to, if there is one."""
        path = self.path.parent / CONFERENCE
        return path if path.is_file() else None


def find_project(start: Path) -> Path | None:
    """The folder with the amendments, from a folder upwards: `amendments/` in it, or it is that folder itself."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / AMENDMENTS).is_dir():
            return folder / AMENDMENTS
        if (folder / CONFERENCE).is_file():
            return folder.parent
        if any(True for _ in folder.glob(f"*/{CONFERENCE}")):
            return folder
    return None


def project_at(folder: Path) -> Path:
    """The folder with the amendments of a project named outright. Raises UsageError where there is none."""
    if not folder.is_dir():
        raise UsageError(f"there is no folder {shown(folder)}", "--project names the folder that holds amendments/")
    if (folder / AMENDMENTS).is_dir():
        return folder / AMENDMENTS
    return folder


def project_root(project: Path | None) -> Path:
    """The folder with the amendments of the project named, or else found from the current folder upwards.

    Raises UsageError where there is none.
    """
    root = project_at(project) if project else find_project(Path.cwd())
    if root is None:
        raise UsageError("there is no project here", "run it in a folder with amendments/, or name one with --project")
    return root


def conferences(amendments: Path) -> tuple[Path, ...]:
    """The files of all conferences, by name."""
    direct = [amendments / CONFERENCE] if (amendments / CONFERENCE).is_file() else []
    return (*direct, *sorted(amendments.glob(f"*/{CONFERENCE}")))


def resolutions(amendments: Path) -> tuple[ResolutionFolder, ...]:
    """All folders with a base, one or two levels down, by name. Raises UsageError for a folder that cannot be read."""
    folders = [folder for above in _folders(amendments) for folder in (above, *_folders(above))]
    found = (ResolutionFolder(f, f.relative_to(amendments).as_posix()) for f in folders if (f / BASE).is_file())
    return tuple(sorted(found, key=lambda folder: natural(folder.name)))


def additions(amendments: Path) -> tuple[Path, ...]:
    """The files of proposals that add a resolution: they have no base beside them; by name."""
    folders = [folder for above in _folders(amendments) for folder in (above, *_folders(above))]
    files = (file for folder in folders if not (folder / BASE).is_file() for file in _yaml_files(folder))
    found = (file for file in files if head_value(file, "symbol") == "ADD")
    return tuple(sorted(found, key=lambda file: natural(file.relative_to(amendments).as_posix())))


def added_resolutions(amendments: Path) -> tuple[ResolutionFolder, ...]:
    """The folders of proposals that add a resolution, by name; they have no base."""
    folders = dict.fromkeys(file.parent for file in additions(amendments))
    return tuple(ResolutionFolder(folder, folder.relative_to(amendments).as_posix()) for folder in folders)


def _folders(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")]
    except OSError as error:
        raise UsageError(f"the folder {shown(folder)} cannot be read: {error.strerror}") from None


def yaml_files(folder: Path) -> Iterator[Path]:
    """All YAML files in a folder and below, by name, hidden folders left out."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if is_yaml(path) and path.is_file() and not hidden:
            yield path


def head_value(path: Path, key: str) -> str:
    """The plain value of a key at the top of a file, empty if it is not among its first lines."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return ""
    match = re.search(rf"^{key}:[ ]*(.+?)\s*$", head, re.MULTILINE)
    return match[1].strip("'\"") if match else ""


def file_name(number: str) -> str:
    """The usual file name of a proposal: `ecp-24a5-1.yaml` for `ECP/24A5/1`."""
    return re.sub(r"[^\w]+", "-", number.lower()).strip("-") + ".yaml"


def shown(path: Path) -> str:
    """How a path is shown to people: relative to the current folder."""
    try:
        return Path(os.path.relpath(path)).as_posix()
    except ValueError:
        return path.as_posix()


def _yaml_files(folder: Path) -> tuple[Path, ...]:
    files = (path for path in folder.iterdir() if is_yaml(path) and path.is_file())
    texts = (path for path in files if path.name != CONFERENCE and not path.name.startswith("."))
    return tuple(sorted(texts, key=lambda path: natural(path.name)))
