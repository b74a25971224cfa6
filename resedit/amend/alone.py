"""One proposal by itself on a base: whatever others ask for."""

from resedit.amend.addition import addition, is_addition
from resedit.amend.build import build
from resedit.amend.planning import make_plan
from resedit.model.address import AddressBook
from resedit.model.enums import Numbering
from resedit.model.problem import Problem
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.redline.redline import Redline


def alone(
    base: Resolution, proposal: Proposal, numbering: Numbering = Numbering.CONSOLIDATED
) -> tuple[Redline, tuple[Problem, ...]]:
    """The redline that one proposal makes of a base, with its problems; where there are any, the redline leaves out
    what is at fault."""
    if is_addition(base, (proposal,)):
        return addition(proposal), ()
    return build(make_plan(AddressBook(base), proposal), numbering)
