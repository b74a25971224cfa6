"""A proposal: one numbered submission that changes a resolution."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from resedit.model.enums import Status as Status
from resedit.model.enums import Symbol as Symbol
from resedit.model.place import Place
from resedit.model.quick import quick
from resedit.model.resolution import NO_REMARKS, NOWHERE, Provision, Remarks, Resolution

_PART = r"[^\s/,#\[\]]"
NUMBER_FORM = rf"{_PART}+(?:/{_PART}+)*/[^\s/,#\[\]0-9]*[0-9]{_PART}*"
"""What the number of a proposal is made of, as a regular expression: who submits it, the document, and which of its
proposals it is, with slashes between them (`ECP/24A5/1`). What is cited (`XYZ/7/2#3`), and listed in the brackets of a
conflict, has no blank and none of `, # [ ]`."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A new wording written as CriticMarkup over the base's own words."""

    markup: str


@dataclass(frozen=True, slots=True)
class Whole:
    """A new wording written out in full; resedit works out which words changed."""

    text: str


@dataclass(frozen=True, slots=True)
class Replacement:
    """`old` becomes `new`; `old` must stand in the base's words exactly `times` times."""

    old: str
    new: str
    times: int = 1
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    new_place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Replacements:
    """A new wording written as exact replacements in the base's words."""

    pairs: tuple[Replacement, ...]


NewWording = Marked | Whole | Replacements


@dataclass(frozen=True, slots=True)
class Added:
    """A provision that an amendment adds. `numbered`: its label follows the list's own scheme and is renumbered
    with it (a label typed for it only says which scheme); otherwise the label stands as typed."""

    provision: Provision
    numbered: bool = True


@quick
@dataclass(frozen=True, slots=True)
class Amendment:
    """One change to one address, which always means the base's labels.

    - MOD: `wording` and/or `label`.
    - ADD: `items` under `address`, `before` or `after` a sibling, else at the end; for a footnote, `wording`.
    - SUP, NOC: the address alone.
    - MOVE: to the place `before` or `after` a sibling under `to` (empty: where it stands now).
    """

    symbol: Symbol
    address: str
    wording: NewWording | None = None
    label: str | None = None
    items: tuple[Added, ...] = ()
    before: str = ""
    after: str = ""
    to: str = ""
    status: Status | None = None
    """None: the proposal's."""
    reasons: str = ""
    number: int = field(default=0, compare=False)
    """By which it is cited; 0: its place in the proposal, from 1."""
    remarks: Remarks = field(default=NO_REMARKS, compare=False)
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    places: tuple[tuple[str, Place], ...] = field(default=(), compare=False, repr=False)

    def place_of(self, key: str) -> Place:
        """Where the value of `key` stands; the amendment's own place if it has none."""
        return dict(self.places).get(key, self.place)

    @property
    def place_of_wording(self) -> Place:
        """Where the new wording stands."""
        return self.place_of("replace" if isinstance(self.wording, Replacements) else "text")


class Ref(NamedTuple):
    """How a proposal (`XYZ/7/2`) or one of its amendments (`XYZ/7/2#3`) is cited; `number` counts from 1, 0 is the
    proposal as a whole (its symbol, its revision)."""

    proposal: str
    number: int = 0

    def __str__(self) -> str:
        return f"{self.proposal}#{self.number}" if self.number else self.proposal

    @classmethod
    def parse(cls, text: str) -> "Ref":
        """What a citation names."""
        proposal, _, number = text.rpartition("#")
        return cls(proposal, int(number)) if proposal and number.isdecimal() else cls(text)

    def covers(self, other: "Ref") -> bool:
        """Whether it is the other, or the proposal that the other belongs to."""
        return self.proposal == other.proposal and self.number in (0, other.number)


class Cover(NamedTuple):
    """The cover matter of a proposal, as the conference's form asks for it."""

    heading: str = ""
    priority_area: str = ""
    summary: str = ""
    expected_results: str = ""
    references: str = ""


NO_COVER = Cover()


@dataclass(frozen=True, slots=True)
class Query:
    """An open question about one address of the base, asked beside a proposal that does not amend it."""

    address: str
    question: str
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One submission: `number` as it is cited (`ECP/24A5/1`), the `symbol` for the whole instrument, the base it is
    written for (`resolution`, `base_revision`) and the `revision` it would become.
    Places do not take part in equality."""

    number: str
    symbol: Symbol
    resolution: str
    base_revision: str
    revision: str = ""
    source: str = ""
    language: str = ""
    cover: Cover = NO_COVER
    amendments: tuple[Amendment, ...] = ()
    text: Resolution | None = None
    """The whole new resolution, where it adds one."""
    reasons: str = ""
    status: Status = Status.SUBMITTED
    queries: tuple[Query, ...] = ()
    replaces: tuple[str, ...] = ()
    """What it is a compromise for: proposals and amendments as they are cited."""
    remarks: Remarks = field(default=NO_REMARKS, compare=False)
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    places: tuple[tuple[str, Place], ...] = field(default=(), compare=False, repr=False)

    def place_of(self, key: str) -> Place:
        """Where the value of `key` stands; the file's own place if it has none."""
        return dict(self.places).get(key, self.place)

    def numbered(self) -> Iterator[tuple[int, Amendment]]:
        """The amendments with the numbers by which they are cited: their places in the file, from 1."""
        for place, amendment in enumerate(self.amendments, start=1):
            yield amendment.number or place, amendment

    @property
    def target(self) -> str:
        """The base this proposal is written for: `30 (Rev. Dubai, 2014)`."""
        return f"{self.resolution} ({self.base_revision})" if self.base_revision else self.resolution
