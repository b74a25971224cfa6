"""Where what was imported goes: the folder of its resolution in a conference's folder, and what is there already."""

import re
from dataclasses import dataclass
from pathlib import Path

from resedit.model.problem import UsageError
from resedit.model.resolution import Resolution
from resedit.project.tree import BASE, file_name, head_value, shown
from resedit.record.imports import Import, Imported
from resedit.store.load import expect, load_file
from resedit.store.write import base_yaml, proposal_yaml


@dataclass(frozen=True, slots=True)
class File:
    """A file that an import makes, or (`is_new` false) a base that it finds."""

    path: Path
    text: str
    is_new: bool = True

    @property
    def shown(self) -> str:
        """Its path as it is shown to people."""
        return shown(self.path)


def folder_of(into: Path, number: str) -> Path:
    """The folder of a resolution in a conference's folder: `res-30`."""
    name = re.sub(r"[^\w]+", "-", number.casefold()).strip("-") or "new"
    return into / f"res-{name}"


class Bases:
    """The bases in a conference's folder; or the one of a file, whatever its folder."""

    def __init__(self, into: Path, base: Path | None = None, force: bool = False) -> None:
        self.into = into
        self.base = base
        self.force = force
        """Whether a base of another revision, or one that cannot be read, is written over."""
        self.over = False
        """Whether every base is: also one of the same revision in other words."""

    def find(self, number: str, revision: str) -> Resolution | None:
        """The base of this number and revision, None where there is none (or where it is to be written over)."""
        if self.base is not None:
            found = expect(load_file(self.base, shown(self.base)), Resolution, shown(self.base))
            if (found.number, found.revision) != (number, revision):
                raise UsageError(
                    f"{shown(self.base)} is {found.reference}, the document is about {number} ({revision})"
                )
            return found
        path = folder_of(self.into, number) / BASE
        if self.over or not path.is_file():
            return None
        if self.force and (head_value(path, "revision") != revision or load_file(path, shown(path)).problems):
            return None
        if head_value(path, "revision") != revision:
            known = f"{head_value(path, 'resolution')} ({head_value(path, 'revision')})"
            hint = "import into another folder, or write over it with --force"
            raise UsageError(f"{shown(path)} is {known}, the document is about {number} ({revision})", hint)
        return expect(load_file(path, shown(path)), Resolution, shown(path))


def files_of(made: Import, into: Path, force: bool) -> tuple[File, ...]:
    """The files of an import. Raises UsageError where one is there already, unless by `force`, two would be one, or
    `into` is no folder."""
    if into.exists() and not into.is_dir():
        raise UsageError(f"{shown(into)} is a file, not a folder", "name the conference's folder with --into")
    files: dict[Path, File] = {}
    for one in made.proposals:
        for file in _files(one, folder_of(into, one.number)):
            known = files.setdefault(file.path, file)
            if known.text != file.text:
                raise UsageError(f"the document holds two texts for {file.shown}", "import them one by one")
    there = [file.shown for file in files.values() if file.is_new and file.path.exists()]
    if there and not force:
        raise UsageError(
            f"{', '.join(there)} would be written over", "--force does it; --dry-run shows what is written"
        )
    return tuple(files.values())


def _files(one: Imported, folder: Path) -> tuple[File, ...]:
    proposal = File(folder / file_name(one.proposal.number), proposal_yaml(one.proposal))
    if one.base is None:
        return (proposal,)
    return File(folder / BASE, base_yaml(one.base), is_new=not one.is_known), proposal
