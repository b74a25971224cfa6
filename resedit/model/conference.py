"""A conference: who meets where and when, and which symbols it allows."""

from dataclasses import dataclass, field
from typing import NamedTuple

from resedit.model.enums import Symbol
from resedit.model.place import Place
from resedit.model.resolution import NOWHERE


class Profile(NamedTuple):
    """Which symbols a conference allows on a whole resolution and on a provision of one."""

    resolution: tuple[Symbol, ...] = tuple(Symbol)
    provision: tuple[Symbol, ...] = tuple(Symbol)


EVERY_SYMBOL = Profile()


@dataclass(frozen=True, slots=True)
class Conference:
    """`name` in full, `short` as it is cited (`WTDC-17`), `place` of meeting, `year`, first and last day (ISO 8601),
    the profile of symbols and the sources of proposals (code, name), in the conference's order."""

    name: str
    short: str = ""
    venue: str = ""
    year: str = ""
    starts: str = ""
    ends: str = ""
    profile: Profile = EVERY_SYMBOL
    sources: tuple[tuple[str, str], ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)
