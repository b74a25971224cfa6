"""A proposal that adds a whole new resolution: its redline, all of it inserted."""

from collections.abc import Sequence

from resedit.amend.build import added_node
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.redline.redline import Redline, State, TrackedNote
from resedit.wording.segments import inserted


def nothing(proposal: Proposal) -> Resolution:
    """The base of a new resolution: a text without a number, without anything, in its language."""
    assert proposal.text is not None
    return Resolution("", "", "", language=proposal.text.language)


def is_addition(base: Resolution, proposals: Sequence[Proposal]) -> bool:
    """Whether proposals are one that adds a resolution, on the nothing that it is added to."""
    return not base.number and len(proposals) == 1 and proposals[0].text is not None and not proposals[0].amendments


def addition(proposal: Proposal) -> Redline:
    """The redline of a new resolution: `original()` is `nothing`, `final()` its text."""
    text = proposal.text
    assert text is not None
    by = (proposal.number,)
    notes = (
        TrackedNote(note.label, inserted(note.label, by), inserted(note.text, by), State.ADDED, by, note.remarks)
        for note in text.footnotes
    )
    return Redline(
        base=nothing(proposal),
        number=inserted(text.number, by),
        revision=inserted(text.revision, by),
        title=inserted(text.title, by),
        opening=inserted(text.opening, by),
        provisions=tuple(added_node(item, by) for item in text.provisions),
        footnotes=tuple(notes),
        proposals=(proposal,),
        places=text.places,
    )
