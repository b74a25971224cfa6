"""Which amendments count: by their own status, or their proposal's where they have none."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from resedit.model.enums import Status
from resedit.model.proposal import Amendment, Proposal

GONE = (Status.WITHDRAWN, Status.FALLEN)


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
    chosen = []
    for proposal in proposals:
        amendments = tuple(a for a in proposal.amendments if status_of(a, proposal) in only)
        if amendments or (not proposal.amendments and proposal.status in only):
            chosen.append(replace(proposal, amendments=amendments))
    return tuple(chosen)
