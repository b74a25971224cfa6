"""symbol-contradicted: the symbol for the whole resolution and the amendments say different things.

SUP leaves nothing to amend, NOC nothing to change, and ADD has no base.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

_PROPOSAL = (
    "proposal: XYZ/1/1\nsymbol: {}\nresolution: 7 (Rev. Nowhere, 2001)\n"
    "amendments:\n- SUP: resolves 1\nreasons: made up\n"
)

RULE = Rule(
    "symbol-contradicted",
    Severity.ERROR,
    "a proposal whose symbol for the whole resolution (SUP, NOC, ADD) and amendments contradict each other",
    "Write `symbol: MOD`, or take the amendments out.",
    failing=Example(proposal=_PROPOSAL.format("NOC")),
    passing=Example(proposal=_PROPOSAL.format("MOD")),
)
