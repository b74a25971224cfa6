"""A compilation: what a meeting has on the table, as a value.

Each provision of the base stands with its text and then, proposal by proposal, what is asked for it; the module
`compile` makes it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from resedit.amend.choose import GONE
from resedit.model.address import OPENING, TITLE
from resedit.model.enums import Kind, Symbol
from resedit.model.problem import Problem
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.redline.lines import NUMBER, Rows
from resedit.wording.segments import Wording, kept

MOST_COLUMNS = 4
"""How many proposals have a column each on a page across; more share one."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a redline and how deep it stands; a call stands at the level of what it holds. A row of a table has
    `cells` instead of a line, each with its paragraphs."""

    depth: int
    kind: Kind
    line: Wording
    cells: tuple[tuple[Wording, ...], ...] = ()


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
    rows: Rows = ()
    """A table's, where it stands as one; what is asked for anything in it is asked for it then."""

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


def blocks(rows: Iterable[Row]) -> Iterator[Row | Rows]:
    """The lines of a request; rows of a table that follow one another are one table."""
    for is_table, run in groupby(rows, key=lambda row: bool(row.cells)):
        if is_table:
            yield [row.cells for row in run]
        else:
            yield from run


def with_tables(sections: Iterable[Section]) -> Iterator[Section]:
    """The sections with each table as one of them, and by it all that is asked for its rows and cells."""
    for run in _runs(sections):
        yield _table(run) if run[0].kind is Kind.TABLE else run[0]


def _runs(sections: Iterable[Section]) -> Iterator[list[Section]]:
    """The sections, those of a table with the table they are in."""
    run: list[Section] = []
    for section in sections:
        if run and not (run[0].kind is Kind.TABLE and section.address.startswith(f"{run[0].address}/")):
            yield run
            run = []
        run.append(section)
    if run:
        yield run


def _table(run: Sequence[Section]) -> Section:
    rows: list[list[list[Wording]]] = []
    for section in run[1:]:
        match section.kind:
            case Kind.ROW:
                rows.append([])
            case Kind.CELL:
                rows[-1].append([kept(section.text)])
            case _:
                rows[-1][-1].append(kept(f"{section.label}\t{section.text}" if section.label else section.text))
    requests = tuple(_of(section, request, run[0]) for section in run for request in section.requests)
    additions = tuple(request for section in run for request in section.additions)
    return replace(run[0], rows=rows, requests=requests, additions=additions)


def _of(section: Section, request: Request, table: Section) -> Request:
    """What is asked for something in a table, with its address."""
    if section is table:
        return request
    return replace(request, said=", ".join(filter(None, (section.address, request.said))))


def amended_only(whole: Compilation) -> Compilation:
    """The compilation without what nobody amends; calls and paragraphs above what is amended stay, and tables whole."""
    amended: list[Section] = []
    rank = -1
    for run in reversed(list(_runs(whole.sections))):
        first = run[0]
        is_above = first.rank < rank and first.address not in (TITLE, OPENING)
        if any(section.is_amended for section in run) or is_above or first.address == NUMBER:
            amended += reversed(run)
            rank = first.rank
    return replace(whole, sections=tuple(reversed(amended)))
