"""A conference: who meets where and when, and which symbols it allows."""

from dataclasses import dataclass, field
from typing import NamedTuple

from resedit.model.enums import Reasons, Symbol
from resedit.model.languages import primary
from resedit.model.place import Place
from resedit.model.resolution import NO_REMARKS, NOWHERE, Remarks


class Profile(NamedTuple):
    """Which symbols a conference allows on a whole resolution and on a provision of one."""

    resolution: tuple[Symbol, ...] = tuple(Symbol)
    provision: tuple[Symbol, ...] = tuple(Symbol)


EVERY_SYMBOL = Profile()

Calls = tuple[tuple[str, ...], ...]
"""The wordings of the calls in groups: the groups in the order in which they stand, each in any order in itself."""


@dataclass(frozen=True, slots=True)
class Conference:
    """`name` in full, `short` as it is cited (`WTDC-17`), `place` of meeting, `year`, first and last day (ISO 8601),
    the profile of symbols, the sources of proposals (code, name), in the conference's order, where reasons are wanted,
    and the calls of its texts by language."""

    name: str
    short: str = ""
    venue: str = ""
    year: str = ""
    starts: str = ""
    ends: str = ""
    profile: Profile = EVERY_SYMBOL
    sources: tuple[tuple[str, str], ...] = ()
    reasons: Reasons = Reasons.PROPOSAL
    calls: tuple[tuple[str, Calls], ...] = ()
    remarks: Remarks = field(default=NO_REMARKS, compare=False)
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    def calls_in(self, language: str) -> Calls:
        """The calls of texts in a language (a BCP 47 tag), none where they are not known."""
        return next((calls for name, calls in self.calls if primary(name) == primary(language)), ())
