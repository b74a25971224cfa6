"""missing-reasons: a proposal that does not say why.

The form of ITU's conferences ends each proposal with “Reasons:”.
"""

from collections.abc import Iterator

from resedit.model.problem import Problem, Severity
from resedit.validate.subject import Subject

RULE = "missing-reasons"


def check(subject: Subject) -> Iterator[Problem]:
    """A finding for a proposal without reasons, neither its own nor its amendments'."""
    proposal = subject.proposal
    if proposal is None or proposal.reasons or any(a.reasons for a in proposal.amendments):
        return
    yield Problem(
        RULE,
        f"{proposal.number} gives no reasons",
        proposal.place,
        "add a line “reasons: …”",
        Severity.WARNING,
    )
