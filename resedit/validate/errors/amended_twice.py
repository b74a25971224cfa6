"""amended-twice: two amendments of the same provision.

Whether one of them or both, and in which order: that is for their authors to say. Two proposals of a folder that amend
the same provision are reported as a warning there, as each can still be applied by itself.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

RULE = Rule(
    "amended-twice",
    Severity.ERROR,
    "two amendments (MOD, SUP, MOVE) of the same provision",
    "Join them into one.",
    failing=Example(amendments="- MOD: resolves 1\n  text: to plan;\n- SUP: resolves 1"),
    passing=Example(amendments="- MOD: resolves 1\n  text: to plan;\n- SUP: resolves 2"),
)
