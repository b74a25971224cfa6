"""What the keys of a file are described with.

Each reader (`base`, `proposal`, `provisions`, `conference`) has tables of the keys it knows. From the same tables come
the JSON Schemas that editors use (`schema`) and the tables in docs/format.md: a new key is one `Key` in its table.
"""

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

TIMES = r"^[1-9][0-9]{0,5}$"
"""How often something is found."""


class Plain(Enum):
    """Forms of values without parts."""

    TEXT = "text"
    """A text of the resolution: one line, no blanks at its edges, not empty."""
    EMPTY_TEXT = "emptyText"
    """The same, but it may be empty."""
    PROSE = "prose"
    """A text of any number of lines, not empty."""
    ANYTHING = "anything"
    """Any scalar, as it is typed."""
    TIMES = "times"
    """How often: 1, 2, 3 …"""
    PROVISION = "provision"
    """A provision, in any of its forms."""
    PARAGRAPH = "paragraph"
    """A provision that is a paragraph, as is all below it: no call and no table."""
    AMENDMENT = "amendment"
    """An amendment, with the keys of its symbol."""


@dataclass(frozen=True, slots=True)
class Matching:
    """A text that fits a pattern, one that Python and JavaScript read alike: `what` it is, and what one may write."""

    what: str
    pattern: str
    example: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list of values, at least one of them, unless an empty list says something."""

    form: "Form"
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class ByName:
    """A mapping whose keys are names that people choose (labels, addresses, codes), at least one of them, unless an
    empty mapping says something."""

    form: "Form"
    names: str = ""
    """The pattern of the names; any without one."""
    may_be_empty: bool = False


@dataclass(frozen=True, slots=True)
class AnyOf:
    """A value in one of several forms."""

    forms: "tuple[Form, ...]"


Form: TypeAlias = "Plain | Matching | Choice | ListOf | ByName | AnyOf | Table"


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what it says to people (Markdown, for docs/format.md and editors) and the form of its value."""

    name: str
    says: str
    form: "Form" = Plain.TEXT
    required: bool = False


@dataclass(frozen=True, slots=True)
class AtLeastOne:
    """One of these keys has to be there."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotBoth:
    """These two keys exclude each other."""

    one: str
    other: str


@dataclass(frozen=True, slots=True)
class Needs:
    """A key that has no meaning without another; `cure` is what to do then, where it is not to add the other."""

    key: str
    other: str
    cure: str = ""


@dataclass(frozen=True, slots=True)
class EmptyOnlyWith:
    """A text that may be empty only where a list has items."""

    key: str
    items: str


Together: TypeAlias = AtLeastOne | NotBoth | Needs | EmptyOnlyWith


@dataclass(frozen=True, slots=True)
class Table:
    """The keys of a mapping, and which of them go together."""

    keys: tuple[Key, ...]
    together: tuple[Together, ...] = ()
    names: tuple[str, ...] = field(init=False)
    """The names of its keys, in order."""
    required: tuple[str, ...] = field(init=False)
    """The names of the keys that have to be there."""
    holders: tuple[Key, ...] = field(init=False)
    """The keys whose values may be lists or mappings."""
    _sound: dict[tuple[str, ...], bool] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", tuple(key.name for key in self.keys))
        object.__setattr__(self, "required", tuple(key.name for key in self.keys if key.required))
        object.__setattr__(self, "_sound", {})
        object.__setattr__(
            self, "holders", tuple(key for key in self.keys if isinstance(key.form, ListOf | ByName | AnyOf))
        )

    def is_sound(self, names: tuple[str, ...]) -> bool:
        """Whether keys of these names go together, whatever their values are."""
        if names not in self._sound:
            self._sound[names] = all(_goes_together(rule, names) for rule in self.together)
        return self._sound[names]


def _goes_together(rule: Together, names: tuple[str, ...]) -> bool:
    match rule:
        case AtLeastOne(keys):
            return not set(keys).isdisjoint(names)
        case NotBoth(one, other):
            return one not in names or other not in names
        case Needs(key, other):
            return key not in names or other in names
        case EmptyOnlyWith(key):
            return key not in names
