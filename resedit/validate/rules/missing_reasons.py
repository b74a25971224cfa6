"""missing-reasons: a proposal that does not say why.

The form of ITU's conferences ends each proposal with “Reasons:”.
"""

from collections.abc import Iterator

from resedit.model.problem import Problem, Severity
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import Subject

_PROPOSAL = (
    "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\nrevision: Rev. Elsewhere, 2005\n"
    "amendments:\n- SUP: resolves 1\n"
)

RULE = Rule(
    "missing-reasons",
    Severity.WARNING,
    "a proposal without reasons",
    "Add `reasons:`.",
    failing=Example(proposal=_PROPOSAL),
    passing=Example(proposal=f"{_PROPOSAL}reasons: the study is done\n"),
)


def check(subject: Subject) -> Iterator[Problem]:
    """A finding for a proposal without reasons, neither its own nor its amendments'."""
    proposal = subject.proposal
    if proposal is None or proposal.reasons or any(a.reasons for a in proposal.amendments):
        return
    message = f"{proposal.number} gives no reasons"
    yield Problem(RULE.name, message, proposal.place, "add a line “reasons: …”", RULE.severity)
