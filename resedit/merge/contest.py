"""What is contested where: the provisions that are so as a whole, the addresses, the sides."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from resedit.amend.build import revised
from resedit.merge.joining import joined
from resedit.merge.meetings import Meeting, Texts
from resedit.merge.requests import WHOLE, Request, What
from resedit.model.address import AddressBook
from resedit.model.enums import Numbering
from resedit.model.resolution import Provision


class Contest(NamedTuple):
    """All requests, and the pairs of them that are in conflict, but for those about the whole resolution."""

    texts: Texts
    asked: Sequence[Request]
    pairs: Sequence[Meeting]
    numbering: Numbering = Numbering.CONSOLIDATED

    @property
    def book(self) -> AddressBook:
        """The base's addresses."""
        return self.texts.book


def is_whole(request: Request) -> bool:
    """Whether a request is about the resolution as a whole: SUP or NOC of it."""
    return request.address == WHOLE and request.what in (What.SUPPRESS, What.KEEP)


def around_or_at(address: str) -> list[str]:
    """An address and those it stands under."""
    parts = address.split("/")
    return ["/".join(parts[:length]) for length in range(len(parts), 0, -1)] if address else []


def contested_roots(contest: Contest) -> list[str]:
    """The outermost provisions that are contested as a whole, in the base's order."""
    found = {
        request.address: None
        for pair in contest.pairs
        for request in (pair.first, pair.second)
        if request.what in (What.SUPPRESS, What.MOVE) and contest.book.is_provision(request.address)
    }
    return sorted((a for a in found if not any(o in found for o in around_or_at(a)[1:])), key=contest.book.path)


def _reach(request: Request) -> list[str]:
    """The addresses a request is about, and where it puts something, with all that these stand under."""
    return around_or_at(request.address) + (around_or_at(request.text) if request.what is What.MOVE else [])


def by_root(contest: Contest, roots: Iterable[str]) -> dict[str, list[Meeting]]:
    """The conflicts about each of the provisions that are contested as a whole, or about something in it."""
    found: dict[str, list[Meeting]] = {root: [] for root in roots}
    for pair in contest.pairs:
        for address in dict.fromkeys((*_reach(pair.first), *_reach(pair.second))):
            if address in found:
                found[address].append(pair)
    return found


def by_address(contest: Contest, roots: Iterable[str]) -> dict[str, list[Request]]:
    """The contested requests about what is not below a root, by address, with those they are in conflict with."""
    below = set(roots)
    found: dict[str, list[Meeting]] = defaultdict(list)
    for pair in contest.pairs:
        for request in (pair.first, pair.second):
            if request.what is not What.KEEP and below.isdisjoint(around_or_at(request.address)):
                found[request.address].append(pair)
    return {address: parties_of(pairs) for address, pairs in found.items()}


def parties_of(pairs: Iterable[Meeting]) -> list[Request]:
    """The requests of some conflicts, each once, in the order of sources."""
    found = {r.key: r for pair in pairs for r in (pair.first, pair.second)}
    return sorted(found.values(), key=lambda r: (r.rank, r.ref.number))


def moves_out(contest: Contest, roots: Sequence[str]) -> list[list[Request]]:
    """The contested moves out of what is contested as a whole to where nothing is, those that are alike together."""
    known = set(roots)
    return alike(
        r
        for r in parties_of(contest.pairs)
        if r.what is What.MOVE and r.address not in known
        if not known.isdisjoint(around_or_at(r.address)) and known.isdisjoint(around_or_at(r.text))
    )


def inside_of(contest: Contest, root: str) -> list[Request]:
    """What is asked for in a provision, and in all that somebody moves into it."""
    addresses, before = {root}, 0
    while len(addresses) > before:
        before = len(addresses)
        addresses |= {
            r.address for r in contest.asked if r.what is What.MOVE and addresses.intersection(around_or_at(r.text))
        }
    return [request for request in contest.asked if addresses.intersection(_reach(request))]


def alike(moves: Iterable[Request]) -> list[list[Request]]:
    """Moves, those that lead from one place to one place together."""
    found: dict[tuple[str, str, int], list[Request]] = defaultdict(list)
    for request in moves:
        found[request.address, request.text, request.insertion.gap if request.insertion else 0].append(request)
    return list(found.values())


def side(
    contest: Contest, address: str, by: str, inside: Iterable[Request], contested: Collection[object]
) -> Provision:
    """A provision as a proposal (nobody: the base) has it where it stands, with what is agreed of all that is asked for
    `inside` it."""
    standing = (r for r in inside if r.by == by or r.key not in contested)
    asked = [r for r in standing if not (r.address == address and r.what in (What.SUPPRESS, What.MOVE))]
    plan = joined(contest.texts, (), asked)
    found = revised(plan, address, contest.numbering)
    return replace(found, label=plan.labels[address][0]) if address in plan.labels else found
