"""A project's settings: which rules it has switched, how far, and why."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from resedit.model.place import Place
from resedit.model.resolution import NOWHERE


class Level(StrEnum):
    """How much the findings of a rule weigh in a project: not at all, or as these severities do. None of them is an
    error, as only what apply refuses is one."""

    OFF = "off"
    QUERY = "query"
    WARNING = "warning"


class Switch(NamedTuple):
    """One rule as a project wants it, and the reason that it states."""

    rule: str
    level: Level
    reason: str
    place: Place = NOWHERE


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project has set, in the order of its file."""

    rules: tuple[Switch, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)
