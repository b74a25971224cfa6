"""wrong-base: a proposal for another base, or for one that is not there.

A proposal names the text it was written for with its revision. On another revision its addresses mean other
provisions.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

_PROPOSAL = "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 7 ({})\namendments:\n- SUP: resolves 1\nreasons: made up\n"

RULE = Rule(
    "wrong-base",
    Severity.ERROR,
    "a proposal for another base, or for one that is not there",
    "Name the base it was written for with `--base`, or bring the proposal up to date.",
    failing=Example(proposal=_PROPOSAL.format("Nowhere, 1997")),
    passing=Example(proposal=_PROPOSAL.format("Rev. Nowhere, 2001")),
)
