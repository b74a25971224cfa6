"""What a project holds, for people and machines to pick from."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.project.tree import additions, project_root, resolutions, shown
from resedit.store.load import Loaded, load_file


@dataclass(frozen=True, slots=True)
class Entry:
    """One text: a base (no proposal) or a proposal on it. `is_readable` is False where the file has errors."""

    resolution: str
    base: str
    proposal: str
    symbol: str
    revision: str
    status: str
    amendments: int
    file: str
    is_readable: bool = True

    def as_row(self) -> tuple[str, ...]:
        """The entry as a row of a table."""
        count = str(self.amendments) if self.proposal else ""
        status = self.status if self.is_readable else "has errors"
        return (self.resolution, self.base, self.proposal, self.symbol, self.revision, status, count, self.file)

    def as_data(self) -> dict[str, Any]:
        """The entry as JSON data."""
        return asdict(self)


def contents(project: Path | None = None) -> tuple[Entry, ...]:
    """Every base and proposal of a project, in the order of its folders. Raises UsageError where there is none."""
    root = project_root(project)
    entries: list[Entry] = []
    for folder in resolutions(root):
        base = load_file(folder.base, shown(folder.base))
        entries.append(_base_entry(folder.name, base, shown(folder.base)))
        for path in folder.proposals:
            entries.append(_proposal_entry(folder.name, load_file(path, shown(path)), shown(path)))
    for path in additions(root):
        name = path.parent.relative_to(root).as_posix()
        entries.append(_proposal_entry(name, load_file(path, shown(path)), shown(path)))
    return tuple(entries)


def _base_entry(name: str, loaded: Loaded, file: str) -> Entry:
    value = loaded.value
    if not isinstance(value, Resolution):
        return Entry(name, "", "", "", "", "", 0, file, is_readable=False)
    return Entry(name, value.reference, "", "", value.revision, "", 0, file, not loaded.problems)


def _proposal_entry(name: str, loaded: Loaded, file: str) -> Entry:
    value = loaded.value
    if not isinstance(value, Proposal):
        return Entry(name, "", "", "", "", "", 0, file, is_readable=False)
    count = len(value.amendments)
    status = value.status.value
    return Entry(
        name, value.target, value.number, value.symbol.value, value.revision, status, count, file, not loaded.problems
    )
