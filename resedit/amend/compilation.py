"""A compilation: what a meeting has on the table, as a value.

Each provision of the base stands with its text and then, proposal by proposal, what is asked for it; the module
`compile` makes it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from resedit.amend.choose import GONE
from resedit.model.address import OPENING, TITLE
from resedit.model.enums import Kind, Symbol
from resedit.model.problem import Problem
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.redline.lines import NUMBER
from resedit.wording.segments import Wording

MOST_COLUMNS = 4
"""How many proposals have a column each on a page across; more share one."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a redline and how deep it stands; a call stands at the level of what it holds."""

    depth: int
    kind: Kind
    line: Wording


@dataclass(frozen=True, slots=True)
class Request:
    """What one proposal asks for in one place: the rows of its redline (none for NOC), why, and what goes with it
    (`to resolves`, `with recalling`)."""

    proposal: str
    symbol: Symbol
    rows: tuple[Row, ...] = ()
    reasons: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A line of the base (address, label, text) with what is asked for it, and what would be added behind it."""

    address: str
    label: str
    text: str
    kind: Kind = Kind.PARAGRAPH
    depth: int = 0
    requests: tuple[Request, ...] = ()
    additions: tuple[Request, ...] = ()

    @property
    def is_amended(self) -> bool:
        """Whether anything is asked for it or behind it."""
        return bool(self.requests or self.additions)

    @property
    def rank(self) -> int:
        """How far it stands from the top: less than what is below it."""
        return 2 * self.depth + (self.kind is not Kind.CALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """A proposal in the list that stands first: what it touches, saying of amendments that do not stand why, and the
    problems for which it could not be applied."""

    proposal: Proposal
    touches: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    is_out: bool = False
    """Whether a compromise replaces all of it, or all of it falls by what is tried out."""

    @property
    def is_shown(self) -> bool:
        """Whether it stands in the body: neither withdrawn, fallen nor out otherwise, it could be applied."""
        return self.proposal.status not in GONE and not self.is_out and not self.problems


@dataclass(frozen=True, slots=True)
class Compilation:
    """All proposals on one base, in the order given."""

    base: Resolution
    entries: tuple[Entry, ...]
    sections: tuple[Section, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Why proposals could not be applied."""
        return tuple(problem for entry in self.entries for problem in entry.problems)

    @property
    def columns(self) -> tuple[str, ...]:
        """The proposals that have a column each beside the base: those that amend it; none where they are too many, and
        share one."""
        numbers = tuple(proposal.number for proposal in self.shown if proposal.amendments)
        return numbers if len(numbers) <= MOST_COLUMNS else ()

    @property
    def shown(self) -> tuple[Proposal, ...]:
        """The proposals that stand in the body."""
        return tuple(entry.proposal for entry in self.entries if entry.is_shown)


def in_columns(asked: Iterable[Request], columns: Sequence[str]) -> tuple[tuple[Request, ...], ...]:
    """Requests by the column of their proposal; in the first one where it has none."""
    found: dict[str, list[Request]] = {number: [] for number in columns or ("",)}
    first = next(iter(found))
    for request in asked:
        found[request.proposal if request.proposal in found else first].append(request)
    return tuple(tuple(requests) for requests in found.values())


def amended_only(whole: Compilation) -> Compilation:
    """The compilation without what nobody amends; calls and paragraphs above what is amended stay."""
    kept: list[Section] = []
    rank = -1
    for section in reversed(whole.sections):
        is_above = section.rank < rank and section.address not in (TITLE, OPENING)
        if section.is_amended or is_above or section.address == NUMBER:
            kept.append(section)
            rank = section.rank
    return replace(whole, sections=tuple(reversed(kept)))
