"""What the proposals on one base have in common, made once: where they are applied one by one, and then together."""

from resedit.amend.plan import Plan
from resedit.amend.planning import make_plan
from resedit.model.address import AddressBook
from resedit.model.proposal import Proposal
from resedit.redline.redline import Untouched


class Shared:
    """The addresses of a base, the provisions that nothing happens to, and the plan of each proposal."""

    def __init__(self, book: AddressBook) -> None:
        self.book = book
        self.untouched = Untouched()
        self._plans: dict[int, tuple[Proposal, Plan]] = {}
        """By the identity of the proposal: equal ones may still differ in their places."""

    def plan(self, proposal: Proposal) -> Plan:
        """The plan of a proposal on the base; it is not to be changed."""
        known = self._plans.get(id(proposal))
        if known is None:
            known = self._plans[id(proposal)] = proposal, make_plan(self.book.afresh(), proposal)
        return known[1]
