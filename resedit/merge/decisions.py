"""Decisions tried out: what falls when some amendments are accepted and others rejected."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from resedit.amend.choose import Fallen, refs, settled, without
from resedit.merge.merge import merge_all
from resedit.merge.requests import What
from resedit.model.problem import UsageError
from resedit.model.proposal import Proposal, Ref
from resedit.model.resolution import Resolution


def decided(
    base: Resolution,
    proposals: Sequence[Proposal],
    accept: Iterable[str] = (),
    reject: Iterable[str] = (),
) -> tuple[tuple[Proposal, ...], tuple[Fallen, ...]]:
    """The proposals as they would stand if some were accepted and some rejected (`XYZ/7/2`, or one amendment of it,
    `XYZ/7/2#3`): without what is rejected and without what is in conflict with something accepted. And what fell.

    What a rejected compromise would replace comes back. Raises UsageError for a name that is none of these, or that is
    both accepted and rejected.
    """
    known = refs(proposals)
    wanted = [_named(name, known) for name in accept]
    unwanted = [_named(name, known) for name in reject]
    for ref in wanted:
        if any(ref.covers(other) or other.covers(ref) for other in unwanted):
            raise UsageError(f"{ref} is both accepted and rejected", "keep one of the two")
    left, replaced = settled(without(proposals, unwanted))
    rejected = [Fallen(ref, "it is rejected") for ref in known if any(other.covers(ref) for other in unwanted)]
    fallen = {one.ref: one for one in (*rejected, *replaced)}
    for ref in wanted:
        if all(other in fallen for other in known if ref.covers(other)):
            raise UsageError(f"{ref} cannot be accepted: {next(fallen[r] for r in known if ref.covers(r)).why}")
    others: set[str] = set()
    for meeting in merge_all(base, left).conflicts if wanted else ():
        for winner, loser in ((meeting.first, meeting.second), (meeting.second, meeting.first)):
            if not _is_among(winner.ref, wanted) or _is_among(loser.ref, wanted):
                continue
            fallen.setdefault(loser.ref, Fallen(loser.ref, f"{winner.ref} is accepted: {meeting.why}"))
            if loser.what is What.REVISION:
                others.add(loser.by)
    stay = without(left, [ref for ref in fallen if ref.number or ref.proposal not in others])
    bare = (replace(proposal, revision="") if proposal.number in others else proposal for proposal in stay)
    return tuple(bare), tuple(sorted(fallen.values()))


_LEFT_OUT = "what is withdrawn or fallen is not, nor what --only leaves out"


def _named(name: str, known: Iterable[Ref]) -> Ref:
    ref = Ref.parse(name)
    if not any(ref.covers(other) for other in known):
        numbers = dict.fromkeys(other.proposal for other in known)
        there = f"there are: {', '.join(numbers)}" if numbers else "nothing is applied"
        raise UsageError(f"there is no {name} among what is applied", f"{there}; {_LEFT_OUT}")
    return ref


def _is_among(ref: Ref, wanted: Iterable[Ref]) -> bool:
    return any(other.covers(ref) for other in wanted)
