"""Remembering what is made of a text while its rules run: each of them asks for the same things."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

A = TypeVar("A")
B = TypeVar("B")
P = ParamSpec("P")

TEXTS = 8192
"""How many single texts are remembered by their words, where a rule looks at each by itself: a base and what proposals
make of it share most of them."""
FEW = 4
"""How many texts are at hand at a time: a base and what its proposal makes of it, and some to spare."""


def remembering(make: Callable[Concatenate[A, P], B]) -> Callable[Concatenate[A, P], B]:
    """A function of a frozen value that remembers what it made of the last few, by identity: two values that are equal
    may still differ in their places. What else it takes must not change the result, only spare work."""
    kept: dict[int, tuple[A, B]] = {}  # with the value itself, so that no other can have its identity

    @wraps(make)
    def made(value: A, /, *args: P.args, **kwargs: P.kwargs) -> B:
        known = kept.pop(id(value), None)
        if known is None:
            known = value, make(value, *args, **kwargs)
            if len(kept) >= FEW:
                del kept[next(iter(kept))]
        kept[id(value)] = known  # the last one asked for stays longest: a base outlives what proposals make of it
        return known[1]

    return made
