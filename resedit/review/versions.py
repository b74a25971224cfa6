"""One file at one end of a range: the text it makes, or why there is none."""

from collections.abc import Collection
from typing import NamedTuple

from resedit.model.conference import Conference
from resedit.model.enums import Numbering, Status
from resedit.model.languages import number_line
from resedit.model.place import Place
from resedit.model.problem import Problem, ProblemsError, Severity, UsageError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.model.settings import Settings
from resedit.project.snapshot import Snapshot
from resedit.project.target import Finder
from resedit.redline.redline import Redline
from resedit.store.load import Value, load_file
from resedit.validate.gate import checked_redline


class Version(NamedTuple):
    """What a file holds (None where it cannot be made out), the redline it makes (a base: one that nothing changes;
    None where there is none), the conference it is submitted to, and the errors for which there is no redline."""

    value: Value | None
    redline: Redline | None = None
    conference: Conference | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def heading(self) -> str:
        """How the text is cited: `MOD ECP/24A5/1 on RESOLUTION 30 (Rev. Dubai, 2014)`; empty where it is not known."""
        if isinstance(self.value, Resolution):
            return number_line(self.value.number, self.value.revision, self.value.language)
        if isinstance(self.value, Proposal):
            language = self.redline.base.language if self.redline else self.value.language
            on = number_line(self.value.resolution, self.value.base_revision, language)
            return f"{self.value.symbol.value} {self.value.number} on {on}"
        return self.value.short or self.value.name if isinstance(self.value, Conference) else ""

    @property
    def number(self) -> str:
        """A proposal's number, empty for anything else."""
        return self.value.number if isinstance(self.value, Proposal) else ""

    def is_about_the_text_of(self, other: "Version") -> bool:
        """Whether both make something of one text, so that the two can be compared; what cannot be read may."""
        if self.value is None or other.value is None:
            return True
        languages = {end.redline.base.language for end in (self, other) if end.redline}
        return type(self.value) is type(other.value) and _number(self) == _number(other) and len(languages) < 2


def version(
    files: Snapshot, name: str, numbering: Numbering = Numbering.CONSOLIDATED, only: Collection[Status] | None = None
) -> Version:
    """The version of a file (its path from the repository's top) among the files of a project."""
    path = files.path(name)
    file = files.file(path)
    loaded = load_file(path, file)
    value = loaded.value
    errors = tuple(problem for problem in loaded.problems if problem.severity is Severity.ERROR)
    if errors or value is None or isinstance(value, Conference | Settings):
        return Version(value, problems=errors)
    try:
        found = Finder(files.root).find(str(path))
        return Version(value, checked_redline(found, numbering, only), found.conference)
    except ProblemsError as error:
        return Version(value, problems=tuple(files.problem(problem) for problem in error.problems))
    except UsageError as error:
        return Version(value, problems=(files.problem(Problem("shape", error.message, Place(file), error.hint)),))


def _number(version: Version) -> str:
    value = version.value
    return value.resolution if isinstance(value, Proposal) else value.number if isinstance(value, Resolution) else ""
