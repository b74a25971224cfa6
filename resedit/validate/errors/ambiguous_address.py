"""ambiguous-address: an address that names several provisions.

A call is named by as many leading words as tell it from the others.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

_TWO_CALLS = (
    "- invites Member States:\n  - 1: to study;\n  - 2: to plan,\n"
    "- invites Sector Members:\n  - 1: to act;\n  - 2: to report."
)

RULE = Rule(
    "ambiguous-address",
    Severity.ERROR,
    "an address that names several provisions",
    "Write more of the heading, or use `id:`.",
    failing=Example(_TWO_CALLS, "- SUP: invites 1"),
    passing=Example(_TWO_CALLS, "- SUP: invites Member States 1"),
)
