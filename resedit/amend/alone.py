"""One proposal by itself on a base: whatever others ask for."""

from resedit.amend.addition import addition, is_addition
from resedit.amend.build import build
from resedit.amend.choose import GONE
from resedit.amend.shared import Shared
from resedit.model.enums import Numbering
from resedit.model.problem import Problem
from resedit.model.proposal import Proposal
from resedit.redline.redline import Redline


def alone(
    shared: Shared, proposal: Proposal, numbering: Numbering = Numbering.CONSOLIDATED
) -> tuple[Redline, tuple[Problem, ...]]:
    """The redline that one proposal makes of a base, with its problems; where there are any, the redline leaves out
    what is at fault. What proposals have in common is `shared` from one to the next."""
    if proposal.status not in GONE and is_addition(shared.book.resolution, (proposal,)):
        return addition(proposal), ()
    return build(shared.plan(proposal), numbering, shared.untouched)
