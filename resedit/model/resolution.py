"""A resolution: the adopted text as provisions that nest."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from resedit.model.enums import Kind as Kind
from resedit.model.enums import Numbering as Numbering
from resedit.model.place import Place

NOWHERE = Place("")


@dataclass(frozen=True, slots=True)
class Remarks:
    """What editors say beside a text: `note` is kept, `query` is an open question,
    `correction` records the mending of a faulty instruction. Never part of the text."""

    note: str = ""
    query: str = ""
    correction: str = ""
    place: Place = field(default=NOWHERE, compare=False)


NO_REMARKS = Remarks()
OPEN_CONFLICTS = "open conflicts stand in square brackets: decide them before this is a base"
"""The query of a text that holds conflicts in brackets; nothing is applied to it."""


class Origin(NamedTuple):
    """Where a provision of a consolidated text came from: its `address` in the base
    (empty when it was added) and the proposals that changed it (empty when none did)."""

    address: str = ""
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Provision:
    """One addressable piece of a resolution.

    `text` holds no line break; a footnote reference in it is `[^1]`. `label` is what is printed (`a)`, `7`, `–`),
    empty for an unlabelled paragraph and for a call, whose heading is its text. Tables and rows have no text, a cell
    may be empty; what is below a cell are its further paragraphs. `id` stands in for the label or
    heading in addresses. Id, remarks, place and origin are not part of the text
    and do not take part in equality.
    """

    text: str
    label: str = ""
    items: tuple["Provision", ...] = ()
    kind: Kind = Kind.PARAGRAPH
    id: str = field(default="", compare=False)
    remarks: Remarks = field(default=NO_REMARKS, compare=False)
    origin: Origin | None = field(default=None, compare=False)
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    label_place: Place = field(default=NOWHERE, compare=False, repr=False)

    def walk(self) -> Iterator["Provision"]:
        """This provision and all below it, in reading order."""
        yield self
        for item in self.items:
            if item.items:
                yield from item.walk()
            else:
                yield item


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note to the text, referred to as `[^label]`."""

    label: str
    text: str
    remarks: Remarks = field(default=NO_REMARKS, compare=False)
    place: Place = field(default=NOWHERE, compare=False, repr=False)


def cannot_hold(holder: Kind | None, item: Kind) -> bool:
    """Whether a provision of a kind cannot stand directly in one of another kind (None: in the list of calls): rows are
    what tables hold, cells what rows hold, and nothing else holds them."""
    only = {Kind.TABLE: Kind.ROW, Kind.ROW: Kind.CELL}
    if holder in only:
        return item is not only[holder]
    return item in (Kind.ROW, Kind.CELL) or (holder is Kind.CELL and item is not Kind.PARAGRAPH)


def footnote_order(label: str) -> tuple[bool, int, str]:
    """The order in which footnotes stand: numbers by value, then other labels by code point."""
    is_number = label.isdecimal()
    return (not is_number, int(label) if is_number else 0, label)


class Consolidation(NamedTuple):
    """How a consolidated text was made: the base, the proposals applied, and what they took out of the base
    (address in the base, proposals)."""

    base: str
    proposals: tuple[str, ...] = ()
    suppressed: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """An instrument as adopted: number, revision (`Rev. Dubai, 2014`), title, opening line, provisions, footnotes.

    Footnotes stand in `footnote_order`. `language` is a BCP 47 tag. `permanent` says that numbers
    never change (a constitution, a convention).    `consolidation` and places do not take part in equality.
    """

    number: str
    revision: str
    title: str
    opening: str = ""
    provisions: tuple[Provision, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    language: str = "en"
    permanent: bool = field(default=False, compare=False)
    remarks: Remarks = field(default=NO_REMARKS, compare=False)
    consolidation: Consolidation | None = field(default=None, compare=False)
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    places: tuple[tuple[str, Place], ...] = field(default=(), compare=False, repr=False)
    """Places of the single texts: `title`, `opening`, `revision`, …"""

    def walk(self) -> Iterator[Provision]:
        """All provisions in reading order."""
        for provision in self.provisions:
            yield from provision.walk()

    def place_of(self, key: str) -> Place:
        """Where the text named `key` (`title`, `opening`, `revision`) stands; the file's own place if it is unknown."""
        return dict(self.places).get(key, self.place)

    @property
    def reference(self) -> str:
        """How others name this text: `30 (Rev. Dubai, 2014)`."""
        return f"{self.number} ({self.revision})" if self.revision else self.number
