"""What is asked of a base, address by address: by one proposal, or by several at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from resedit.model.address import AddressBook
from resedit.model.place import Place
from resedit.model.problem import Problem
from resedit.model.proposal import Added, Amendment, Proposal
from resedit.model.resolution import NOWHERE
from resedit.redline.redline import Tracked
from resedit.wording.segments import EMPTY, Wording

By = tuple[str, ...]


class Insertion(NamedTuple):
    """Something that comes to stand in a gap of a list: added provisions, or a moved one (its canonical address)."""

    gap: int
    is_before: bool
    by: By
    items: tuple[Added, ...] = ()
    moved: str = ""
    place: Place = NOWHERE
    number: int = 0
    """The amendment's, in its file."""
    nodes: tuple[Tracked, ...] = ()
    """The items as they are printed, where they are not simply added: with the brackets of a conflict."""


@dataclass(slots=True)
class Plan:
    """What to do, by canonical address in the base; insertions by the address of the list's parent."""

    book: AddressBook
    proposals: Sequence[Proposal] = ()
    revision: Wording = EMPTY
    """What becomes of the base's; empty where nobody asks for another."""
    texts: dict[str, Wording] = field(default_factory=dict)
    labels: dict[str, tuple[str, By]] = field(default_factory=dict)
    suppressed: dict[str, By] = field(default_factory=dict)
    moved: dict[str, By] = field(default_factory=dict)
    unchanged: set[str] = field(default_factory=set)
    """What is to stay as it is (NOC)."""
    targets: dict[str, str] = field(default_factory=dict)
    """Where what is moved goes: its new parent."""
    insertions: dict[str, list[Insertion]] = field(default_factory=dict)
    alternatives: dict[str, tuple[Tracked, ...]] = field(default_factory=dict)
    """What stands in place of a provision of the base that is contested as a whole, one for each side."""
    label_words: dict[str, Wording] = field(default_factory=dict)
    """Labels that are contested."""
    notes: dict[str, tuple[str, By]] = field(default_factory=dict)
    """Added footnotes: text, by label."""
    touched: dict[str, tuple[Amendment, int]] = field(default_factory=dict)
    """The amendment (and its number in the file) that is about an address, to find two about the same."""
    words: dict[str, Place] = field(default_factory=dict)
    """Where the words of an address are written that it did not have before."""
    places: dict[str, Place] = field(default_factory=dict)
    """Where an address was last spoken of."""
    problems: list[Problem] = field(default_factory=list)
