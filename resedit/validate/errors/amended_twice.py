"""amended-twice: two amendments of the same provision in one proposal.

Whether one of them or both, and in which order: that is for its authors to say. Two proposals that amend the same
provision are merged; where they cannot both be adopted, it is a `conflict`.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

RULE = Rule(
    "amended-twice",
    Severity.ERROR,
    "two amendments (MOD, SUP, MOVE) of the same provision in one proposal",
    "Join them into one.",
    failing=Example(amendments="- MOD: resolves 1\n  text: to plan;\n- SUP: resolves 1"),
    passing=Example(amendments="- MOD: resolves 1\n  text: to plan;\n- SUP: resolves 2"),
)
