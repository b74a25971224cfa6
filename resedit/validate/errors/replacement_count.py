"""replacement-count: a replacement whose old words are not found as often as it says.

A `replace:` finds its old words exactly once, unless `times:` says more: so it cannot change what nobody looked at.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

_TWICE = "- resolves:\n  - 1: to study the plan and the plan of others;\n  - 2: to report."

RULE = Rule(
    "replacement-count",
    Severity.ERROR,
    "a replacement whose old words are found never, or too often",
    "Write more of the words around it, or `times:`.",
    failing=Example(_TWICE, "- MOD: resolves 1\n  replace: {plan: plans}"),
    passing=Example(_TWICE, "- MOD: resolves 1\n  replace: {plan: plans}\n  times: 2"),
)
