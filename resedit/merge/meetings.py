"""Where amendments of different proposals meet, and whether they say the same, can both be adopted, or cannot.

Only those that meet are compared: at one address, at one place where something is put in, and what is suppressed (or
to stay as it is) with what is asked for inside it. docs/merging.md lists every case.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from resedit.amend.planning import why_unfit
from resedit.merge.requests import Request, What, around
from resedit.merge.words import Stretch, landed, merged_words, whole
from resedit.model.address import AddressBook
from resedit.model.proposal import Ref
from resedit.wording.segments import Wording


class Verdict(StrEnum):
    """What two amendments that meet are to each other, from the least to the worst."""

    IDENTICAL = "identical"
    COMPATIBLE = "compatible"
    CONFLICTING = "conflicting"


class Meeting(NamedTuple):
    """Two requests of different proposals that meet; `address` is where, `why` says in words what they are."""

    first: Request
    second: Request
    verdict: Verdict
    address: str
    why: str

    @property
    def in_conflict(self) -> bool:
        """Whether the two cannot both be adopted."""
        return self.verdict is Verdict.CONFLICTING


WITH_ALL_BELOW = (What.KEEP, What.SUPPRESS)
"""What is asked of a provision with all that is below it."""


class Texts:
    """The texts of a base under new wordings, each merged once."""

    def __init__(self, book: AddressBook) -> None:
        self.book = book
        self._known: dict[tuple[str, ...], tuple[Stretch, ...]] = {}

    def stretches(self, words: Sequence[Request]) -> tuple[Stretch, ...]:
        """The stretches of one text that change under new wordings of it; one conflict where they leave together what
        no base can hold (nothing, or a blank at its edge), though each alone does not."""
        address = words[0].address
        key = (address, *(request.by for request in words))
        if key not in self._known:
            asked = [(request.by, request.words) for request in words if request.words is not None]
            self._known[key] = self._merged(address, asked)
        return self._known[key]

    def _merged(self, address: str, asked: Sequence[tuple[str, Wording]]) -> tuple[Stretch, ...]:
        old = self.book.text(address)
        stretches = merged_words(old, asked)
        together = landed(old, stretches).final()
        if why_unfit(self.book, address, together) and all(together != words.final() for _, words in asked):
            return (whole(old, asked),)
        return stretches


def meetings(texts: Texts, asked: Sequence[Request]) -> Iterator[Meeting]:
    """All meetings of requests, which stand in the order of sources."""
    book = texts.book
    at: dict[str, list[Request]] = defaultdict(list)
    into: dict[tuple[str, int], list[Request]] = defaultdict(list)
    for request in asked:
        if request.what is not What.ADD:
            at[request.address].append(request)
        if request.insertion is not None:
            into[request.text, request.insertion.gap].append(request)
    for address, here in at.items():
        yield from _at(texts, address, here)
    for here in into.values():
        yield from _neighbours(here)
    yield from _inside(book, asked, at)
    yield from _circles(book, asked)


def _at(texts: Texts, address: str, here: Sequence[Request]) -> Iterator[Meeting]:
    """The meetings at one address."""
    words = [request for request in here if request.what is What.WORDS]
    stretches = texts.stretches(words) if len(words) > 1 else ()
    movers = {request.by for request in here if request.what is What.MOVE}
    for first, second in combinations(here, 2):
        if first.by != second.by:
            verdict, why = _judged(first, second, stretches)
            if {first.what, second.what} == {What.KEEP, What.MOVE} and {first.by, second.by} <= movers:
                verdict, why = Verdict.COMPATIBLE, "who keeps its words moves it, too"
            if first.what is not What.REVISION or verdict is Verdict.CONFLICTING:  # nearly all lead to the same one
                yield Meeting(first, second, verdict, address, why)


def _judged(first: Request, second: Request, stretches: Iterable[Stretch]) -> tuple[Verdict, str]:
    """The verdict on two requests for one address."""
    whats = {first.what, second.what}
    if whats in ({What.KEEP}, {What.SUPPRESS}):
        return Verdict.IDENTICAL, "the same"
    if What.KEEP in whats:
        return Verdict.CONFLICTING, "one keeps as it is what the other changes"
    if What.SUPPRESS in whats:
        return Verdict.CONFLICTING, "one suppresses what the other changes"
    if len(whats) > 1:
        return Verdict.COMPATIBLE, f"one changes the {' and one the '.join(sorted(whats))}"
    if _wanted(first) == _wanted(second):
        return Verdict.IDENTICAL, "the same"
    match first.what:
        case What.WORDS if not any(_apart(stretch, first, second) for stretch in stretches):
            return Verdict.COMPATIBLE, "different words of one provision"
        case What.WORDS:
            return Verdict.CONFLICTING, "both change the same words, or put words in at the same place"
        case What.LABEL:
            return Verdict.CONFLICTING, "two labels"
        case What.MOVE:
            return Verdict.CONFLICTING, "moved to two places"
        case _:
            return Verdict.CONFLICTING, "two revisions"


def _wanted(request: Request) -> object:
    if request.words is not None:
        return request.words.final()
    return (request.text, request.insertion.gap if request.insertion else 0)


def _apart(stretch: Stretch, first: Request, second: Request) -> bool:
    """Whether two proposals are on different sides of a stretch."""
    whose = {by: index for index, side in enumerate(stretch.sides) for by in side.by}
    return first.by in whose and second.by in whose and whose[first.by] != whose[second.by]


def _neighbours(here: Sequence[Request]) -> Iterator[Meeting]:
    """The meetings of what is put in at one place."""
    for first, second in combinations(here, 2):
        if first.by == second.by or first.insertion is None or second.insertion is None:
            continue
        if first.what is What.MOVE and second.what is What.MOVE and first.address == second.address:
            continue
        ours, theirs = first.insertion.items, second.insertion.items
        if ours and ours == theirs:
            yield Meeting(first, second, Verdict.IDENTICAL, first.text, "the same")
            continue
        why = "neighbours: both put something in at one place"
        if any(item in theirs for item in ours):
            why += ", what is the same once"
        yield Meeting(first, second, Verdict.COMPATIBLE, first.text, why)


def _inside(book: AddressBook, asked: Sequence[Request], at: Mapping[str, Sequence[Request]]) -> Iterator[Meeting]:
    """The meetings of what is suppressed, or to stay as it is, with what is asked for inside it."""
    outer = {address: [r for r in here if r.what in WITH_ALL_BELOW] for address, here in at.items()}
    moves = {(r.by, r.address) for r in asked if r.what is What.MOVE}
    keeps = any(request.what is What.KEEP for request in asked)
    amended = {
        (r.by, above) for r in asked if keeps and r.what is not What.KEEP for way in _ways(book, r) for above in way
    }
    for inner in asked:
        met: set[Ref] = set()
        for way in _ways(book, inner):
            passed = [inner.address]
            for address in way:
                for request in outer.get(address, ()):
                    if request.by == inner.by or request.ref in met:
                        continue
                    if any((request.by, below) in moves for below in passed):
                        continue  # it has moved out what would be lost
                    if request.what is What.KEEP and (request.by, address) in amended:
                        continue  # it keeps its own words only
                    met.add(request.ref)
                    yield _met_inside(request, inner, address)
                passed.append(address)


def _ways(book: AddressBook, request: Request) -> Iterator[list[str]]:
    """What a request is inside of, outwards; for a move both where it comes from and where it goes."""
    if request.what is not What.ADD and request.address:
        yield list(around(book, request.address))
    if request.insertion is not None:
        yield [request.text, *around(book, request.text)] if request.text else [request.text]


def _met_inside(outer: Request, inner: Request, address: str) -> Meeting:
    first, second = sorted((outer, inner), key=lambda r: (r.rank, r.ref.number))
    if outer.what is inner.what:
        why = "the outer one takes the inner one with it" if outer.what is What.SUPPRESS else "both keep it as it is"
        return Meeting(first, second, Verdict.COMPATIBLE, inner.address, why)
    verb = "suppresses" if outer.what is What.SUPPRESS else "keeps as it is"
    return Meeting(
        first, second, Verdict.CONFLICTING, address or inner.address, f"one {verb} what the other changes inside it"
    )


def _circles(book: AddressBook, asked: Sequence[Request]) -> Iterator[Meeting]:
    """Moves of different proposals that would put provisions into each other."""
    moves: dict[str, Request] = {}
    for request in asked:
        if request.what is What.MOVE:
            moves.setdefault(request.address, request)
    for first in moves.values():
        for second in _on_the_way(book, first, moves):
            if first.by != second.by and (first.rank, first.ref) < (second.rank, second.ref):
                why = "each would be moved into the other"
                yield Meeting(first, second, Verdict.CONFLICTING, first.address, why)


def _on_the_way(book: AddressBook, start: Request, moves: Mapping[str, Request]) -> list[Request]:
    """The moves that lead from where `start` goes back into what it moves; none where they do not."""
    found: list[Request] = []
    above = start.text
    while above:
        for address in (above, *around(book, above)):
            if address == start.address:
                return found
            if address in moves:
                break
        else:
            return []
        if moves[address] in found:
            return []
        found.append(moves[address])
        above = moves[address].text
    return []
