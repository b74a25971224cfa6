"""missing-reasons: a proposal, or an amendment, that does not say why.

The form of ITU's conferences ends each proposal with “Reasons:”. `reasons:` in the conference's file says where they
are wanted: for each `proposal` (so without it), for each `amendment`, or nowhere (`none`).
"""

from collections.abc import Iterator

from resedit.amend.choose import GONE, status_of
from resedit.model.enums import Reasons, Symbol
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
    "a proposal without reasons, or an amendment where the conference wants them for each",
    "Add `reasons:`.",
    source="the conference's `reasons:`; ITU, PP-10, guidelines on proposals (doc-guidelines.html), 2.1: each proposal "
    "is followed by a brief statement of the reason for the proposed change",
    failing=Example(proposal=_PROPOSAL),
    passing=Example(proposal=f"{_PROPOSAL}reasons: the study is done\n"),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Findings for a proposal or its amendments that stand, as the conference wants it; NOC needs no reason."""
    proposal = subject.proposal
    wanted = subject.conference.reasons if subject.conference else Reasons.PROPOSAL
    if proposal is None or wanted is Reasons.NONE:
        return
    hint = "add a line “reasons: …”"
    if not proposal.reasons and not any(amendment.reasons for amendment in proposal.amendments):
        yield Problem(RULE.name, f"{proposal.number} gives no reasons", proposal.place, hint, RULE.severity)
    elif wanted is Reasons.AMENDMENT:
        for amendment in proposal.amendments:
            is_open = not amendment.reasons and amendment.symbol is not Symbol.NOC
            if is_open and status_of(amendment, proposal) not in GONE:
                message = f"{amendment.symbol} {amendment.address} gives no reasons"
                yield Problem(RULE.name, message, amendment.place, hint, RULE.severity, amendment.address)
