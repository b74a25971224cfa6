"""Calls as a conference words and orders them: the `calls:` of its file."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from resedit.model.conference import Calls, Conference
from resedit.model.enums import Kind
from resedit.model.place import Place
from resedit.model.problem import Problem
from resedit.model.resolution import Resolution
from resedit.structure.calls import is_annex
from resedit.validate.newly import newly_found
from resedit.validate.remember import TEXTS
from resedit.validate.subject import Subject, book_of, final_of


class Call(NamedTuple):
    """A call of a text: its address, its heading, where that is written, and which group of the conference's calls it
    is of (None: of none)."""

    address: str
    heading: str
    place: Place
    group: int | None


Find = Callable[[Sequence[Call], Conference], Iterator[Problem]]


def check_calls(subject: Subject, find: Find) -> Iterator[Problem]:
    """What is found in the calls of a base, or in those of a text that a proposal would make and not in its base;
    nothing where the conference does not say how calls are worded in the text's language."""
    conference = subject.conference
    groups = conference.calls_in(subject.base.language) if conference else ()
    if conference is None or not groups:
        return
    in_base = list(find(_calls(subject.base, groups), conference))
    if subject.proposal is None:
        yield from in_base
    elif subject.redline is not None:
        final = final_of(subject.redline)
        yield from newly_found(subject, final, find(_calls(final, groups), conference), in_base)


def _calls(text: Resolution, groups: Calls) -> list[Call]:
    book = book_of(text)
    return [
        Call(book.canonical((index,)), item.text, item.place, _group(item.text, groups))
        for index, item in enumerate(text.provisions)
        if item.kind is Kind.CALL and not is_annex(item.text)
    ]


@lru_cache(maxsize=TEXTS)
def _group(heading: str, groups: Calls) -> int | None:
    """The group of the longest wording that a heading begins with, perhaps behind one more word, as *further* is."""
    words = heading.casefold().split()
    best: tuple[int, int | None] = (0, None)
    for index, group in enumerate(groups):
        for call in group:
            parts = call.casefold().split()
            if parts in (words[: len(parts)], words[1 : len(parts) + 1]) and len(parts) > best[0]:
                best = (len(parts), index)
    return best[1]
