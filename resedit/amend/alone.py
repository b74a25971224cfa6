"""One proposal by itself on a base: whatever others ask for."""

from resedit.amend.addition import addition, is_addition
from resedit.amend.build import build
from resedit.amend.choose import GONE
from resedit.amend.planning import make_plan
from resedit.model.address import AddressBook
from resedit.model.enums import Numbering
from resedit.model.problem import Problem
from resedit.model.proposal import Proposal
from resedit.redline.redline import Redline, Untouched


def alone(
    book: AddressBook,
    proposal: Proposal,
    numbering: Numbering = Numbering.CONSOLIDATED,
    untouched: Untouched | None = None,
) -> tuple[Redline, tuple[Problem, ...]]:
    """The redline that one proposal makes of a base, with its problems; where there are any, the redline leaves out
    what is at fault. `untouched` keeps provisions that nothing happens to from one proposal to the next."""
    if proposal.status not in GONE and is_addition(book.resolution, (proposal,)):
        return addition(proposal), ()
    return build(make_plan(book, proposal), numbering, untouched)
