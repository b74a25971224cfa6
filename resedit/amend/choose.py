"""Which amendments count: by their own status or their proposal's, and by what a compromise replaces."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from resedit.model.enums import Status
from resedit.model.proposal import Amendment, Proposal, Ref

GONE = (Status.WITHDRAWN, Status.FALLEN)


class Fallen(NamedTuple):
    """An amendment (or a whole proposal) that does not count, and why."""

    ref: Ref
    why: str

    def __str__(self) -> str:
        return f"{self.ref} falls: {self.why}"


def status_of(amendment: Amendment, proposal: Proposal) -> Status:
    """Where an amendment stands: as its proposal does unless it says so itself; nothing of a proposal that is
    withdrawn or fallen stands any more."""
    if proposal.status in GONE or amendment.status is None:
        return proposal.status
    return amendment.status


def choose(proposals: Sequence[Proposal], only: Collection[Status] | None = None) -> tuple[Proposal, ...]:
    """The proposals with those of their amendments whose status is among `only`; without it, all that still stand.

    A proposal of which nothing is left is left out.
    """
    if only is None:
        return tuple(proposal for proposal in proposals if proposal.status not in GONE)
    return _kept(
        proposals,
        lambda proposal, _, amendment: (
            (proposal.status if amendment is None else status_of(amendment, proposal)) in only
        ),
    )


def without(proposals: Sequence[Proposal], gone: Collection[Ref]) -> tuple[Proposal, ...]:
    """The proposals without some of their amendments, or without some of them; what is left keeps its numbers."""
    return _kept(
        proposals,
        lambda proposal, number, _: not (Ref(proposal.number) in gone or Ref(proposal.number, number) in gone),
    )


def _kept(
    proposals: Sequence[Proposal], keeps: Callable[[Proposal, int, Amendment | None], bool]
) -> tuple[Proposal, ...]:
    """The proposals with the amendments (and their numbers) that are kept; one that has none as it is kept itself."""
    found = []
    for proposal in proposals:
        stay = [(number, a) for number, a in proposal.numbered() if keeps(proposal, number, a)]
        if len(stay) < len(proposal.amendments):
            amendments = tuple(replace(amendment, number=number) for number, amendment in stay)
            found += [replace(proposal, amendments=amendments)] if stay else []
        elif stay or keeps(proposal, 0, None):
            found.append(proposal)
    return tuple(found)


def settled(proposals: Sequence[Proposal]) -> tuple[tuple[Proposal, ...], tuple[Fallen, ...]]:
    """The proposals without what a compromise among them replaces, and what that is. A compromise that is withdrawn or
    fallen replaces nothing, nor does one anything of what replaces it in turn; one that another replaces has replaced
    what it names all the same."""
    circles = _circles(proposals)
    by = {
        ref: proposal.number
        for proposal in proposals
        if proposal.status not in GONE
        for ref in map(Ref.parse, proposal.replaces)
        if (proposal.number, ref.proposal) not in circles
    }
    if not by:
        return tuple(proposals), ()
    fallen = [
        Fallen(ref, f"{by.get(ref) or by[Ref(ref.proposal)]} replaces it")
        for ref in refs(proposals)
        if ref in by or Ref(ref.proposal) in by
    ]
    return without(proposals, [one.ref for one in fallen]), tuple(fallen)


def refs(proposals: Sequence[Proposal]) -> list[Ref]:
    """How everything in the proposals is cited: each amendment, and each proposal that has none."""
    found = []
    for proposal in proposals:
        numbers = [number for number, _ in proposal.numbered()] or [0]
        found += [Ref(proposal.number, number) for number in numbers]
    return found


def in_turn(proposals: Sequence[Proposal], by: str, replaced: str) -> bool:
    """Whether what a proposal replaces (both by number) replaces it, too, itself or through others: then nobody has
    said which of them is to stand."""
    return (by, replaced) in _circles(proposals)


def _circles(proposals: Sequence[Proposal]) -> set[tuple[str, str]]:
    """Which proposal replaces which (or part of it) in a circle."""
    ahead = {
        proposal.number: [Ref.parse(name).proposal for name in proposal.replaces]
        for proposal in proposals
        if proposal.replaces and proposal.status not in GONE
    }

    def leads(start: str, end: str) -> bool:
        seen, left = set(), [start]
        while left:
            number = left.pop()
            if number == end:
                return True
            if number not in seen:
                seen.add(number)
                left += ahead.get(number, [])
        return False

    return {(number, other) for number, others in ahead.items() for other in others if leads(other, number)}
