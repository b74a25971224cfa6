"""One proposal by itself."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from resedit.amend.addition import nothing
from resedit.amend.alone import alone
from resedit.amend.shared import Shared
from resedit.merge.merge import try_apply
from resedit.model.address import AddressBook
from resedit.model.enums import Status
from resedit.model.resolution import Resolution
from tests import strategies


@given(st.data())
def test_one_proposal_by_itself_is_the_plainest_merge(data: st.DataObject) -> None:
    """Whatever its status, `alone` makes of a proposal what merging it with no other does, with the same problems; also
    after another one on the same base, with what that left untouched."""
    base = data.draw(strategies.resolutions())
    shared = Shared(AddressBook(base))
    for _ in range(2):
        proposal = strategies.proposal(base, data.draw(strategies.amendments(base)))
        proposal = replace(proposal, status=data.draw(st.sampled_from(Status)))
        assert repr(alone(shared, proposal)) == repr(try_apply(base, [proposal]))


@given(strategies.resolutions(), st.sampled_from(Status))
def test_an_addition_that_was_withdrawn_adds_nothing(text: Resolution, status: Status) -> None:
    """A whole new resolution is made only while its proposal stands, as in a merge."""
    proposal = replace(strategies.proposal(text), text=text, status=status)
    base = nothing(proposal)
    assert repr(alone(Shared(AddressBook(base)), proposal)) == repr(try_apply(base, [proposal]))
