"""What contradicts itself in one proposal: its base, its symbol and amendments, amendments in what is suppressed."""

from dataclasses import replace

from resedit.amend.choose import GONE, status_of
from resedit.amend.plan import Plan
from resedit.model.enums import Symbol
from resedit.model.problem import Problem
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution


def check_base(plan: Plan, base: Resolution, proposal: Proposal) -> None:
    """A proposal has to be written for this base."""
    if proposal.target != base.reference:
        plan.problems.append(
            Problem(
                "wrong-base",
                f"{proposal.number} is written for {proposal.target}, not for {base.reference}",
                proposal.place_of("resolution"),
                "give the base it was written for with --base FILE, or carry it over with `resedit rebase`",
            )
        )


def check_symbol(plan: Plan, proposal: Proposal) -> None:
    """A symbol for the resolution as a whole and the amendments have to say the same: SUP leaves nothing to amend, NOC
    nothing to change, and ADD has no base."""
    standing = [a for a in proposal.amendments if status_of(a, proposal) not in GONE and a.symbol is not Symbol.NOC]
    place, hint = proposal.place_of("symbol"), "write symbol: MOD, or take the amendments out"
    what = ""
    if proposal.symbol in (Symbol.SUP, Symbol.NOC) and standing:
        what = f"{proposal.number} is {proposal.symbol} of the whole resolution, but it has amendments"
    elif proposal.symbol is Symbol.ADD:
        what, hint = f"{proposal.number} adds a resolution, which has no base to be applied to", "apply it by itself"
        if proposal.text is None:
            hint = "write its text into it: title:, opening:, provisions:"
        elif standing:
            hint = "write its text as it is to stand, and take the amendments out"
    if what:
        plan.problems.append(Problem("symbol-contradicted", what, place, hint))


def check_inside_suppressed(plan: Plan) -> None:
    """What is amended or added inside a suppressed provision would be lost without a word."""
    for address in plan.moved:
        if address in plan.suppressed:
            plan.problems.append(_lost(plan, address, address, "moved"))
    for address in dict.fromkeys((*plan.texts, *plan.labels, *plan.suppressed, *sorted(plan.unchanged))):
        outer = _suppressed_around(plan, address, itself=False)
        if outer:
            plan.problems.append(_lost(plan, address, outer, "amended"))
    for address, insertions in plan.insertions.items():
        outer = _suppressed_around(plan, address, itself=True)
        for insertion in insertions if outer else ():
            plan.problems.append(replace(_lost(plan, address, outer, "added to"), place=insertion.place))
            plan.moved.pop(insertion.moved, None)


def ends_below(plan: Plan, address: str, outer: str) -> bool:
    """Whether a provision stands at or below another after the moves planned so far."""
    while plan.book.is_provision(address):
        path = plan.book.path(address)
        around = [plan.book.canonical(path[:length]) for length in range(len(path), 0, -1)]
        nearest = next((name for name in around if name == outer or name in plan.targets), "")
        if nearest == outer:
            return True
        address = plan.targets.get(nearest, "")
    return False


def _suppressed_around(plan: Plan, address: str, itself: bool) -> str:
    """The nearest suppressed provision that takes `address` with it; empty if none does or it is moved out before."""
    if not plan.book.is_provision(address):
        return ""
    path = plan.book.path(address)
    for length in range(len(path), 0, -1):
        outer = plan.book.canonical(path[:length])
        if outer in plan.suppressed and (itself or outer != address):
            return outer
        if outer in plan.moved:
            return ""
    return ""


def _lost(plan: Plan, address: str, outer: str, what: str) -> Problem:
    return Problem(
        "amended-and-suppressed",
        f"{address} is {what}, but {outer} is suppressed by {', '.join(plan.suppressed[outer])}",
        plan.places.get(address) or plan.places.get(outer) or plan.book.resolution.place,
        "drop one of the two, or MOVE what is to stay",
        address=address,
    )
