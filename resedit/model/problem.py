"""Problems are values, collected in one run; exceptions are for stopping."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from resedit.model.mend import Mend
from resedit.model.place import Place
from resedit.model.quick import quick


class Severity(StrEnum):
    """How much a problem weighs: an error stops apply, a warning and an open query do not."""

    ERROR = "error"
    WARNING = "warning"
    QUERY = "query"


class Slip(NamedTuple):
    """The very words that a finding is about, and where in the text they begin, from 0."""

    words: str
    start: int


@quick
@dataclass(frozen=True, slots=True)
class Problem:
    """One finding about the files people wrote.

    `rule` is the name documented in docs/rules.md, `message` says what is wrong in the field's words,
    `hint` how to mend it (empty where nothing useful can be said), `address` which provision it is about, `mends` what
    `validate --fix` changes, all of it together (empty where people have to decide), `slip` which of the words that
    are written at the place.
    """

    rule: str
    message: str
    place: Place
    hint: str = ""
    severity: Severity = Severity.ERROR
    address: str = ""
    mends: tuple[Mend, ...] = ()
    slip: Slip | None = None

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.message} ({self.rule})"


class ReseditError(Exception):
    """Whatever makes resedit stop; `exit_code` is what the command line ends with."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(ReseditError):
    """The call cannot be carried out: no such target, an output that cannot be written, …"""


class ProblemsError(ReseditError):
    """Files that cannot be worked with; `problems` says where and why, never empty."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class UnreadableError(ProblemsError):
    """A file that is not what it should be: broken YAML, a list where a mapping belongs, an unknown key."""


class RefusedError(ProblemsError):
    """Files that can be read but must not be applied: a precondition does not hold."""

    exit_code = 1


def by_place(problem: Problem) -> tuple[str, int, int, str, str]:
    """The order in which problems are reported: file, line, column, rule, message."""
    return (problem.place.file, problem.place.line, problem.place.column, problem.rule, problem.message)
