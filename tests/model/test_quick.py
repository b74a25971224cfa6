"""Frozen values that are made quickly."""

from copy import deepcopy
from dataclasses import FrozenInstanceError, dataclass, field, replace

import pytest

from resedit.model.quick import quick


@dataclass(frozen=True, slots=True)
class Usual:
    one: str
    two: tuple[str, ...] = ()
    three: int = field(default=3, compare=False)


@quick
@dataclass(frozen=True, slots=True)
class Quick:
    one: str
    two: tuple[str, ...] = ()
    three: int = field(default=3, compare=False)


def test_nothing_but_the_speed_differs() -> None:
    """Fields, defaults, equality, hash and copies are those that `dataclass` makes."""
    for kind in (Usual, Quick):
        value = kind("a", three=4)
        assert (value.one, value.two, value.three) == ("a", (), 4)
        assert kind("a") == value and hash(kind("a")) == hash(value) and kind("b") != value
        assert replace(value, two=("x",)) == kind("a", ("x",))
        assert deepcopy(value) == value


@pytest.mark.parametrize("arguments", [(), ("a", (), 3, 4)])
def test_what_is_no_value_is_refused(arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError):
        Quick(*arguments)  # type: ignore[arg-type]


def test_a_value_stays_as_it_is() -> None:
    with pytest.raises(FrozenInstanceError):
        Quick("a").one = "b"  # type: ignore[misc]
