"""amended-and-suppressed: an amendment inside a provision that is suppressed.

What it says would be lost with the provision around it.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

_CALLS = "- noting:\n  - 1: the report;\n  - 2: the list,\n- resolves:\n  - to report."

RULE = Rule(
    "amended-and-suppressed",
    Severity.ERROR,
    "an amendment inside a provision that is suppressed",
    "Drop one of the two, or MOVE what is to stay.",
    failing=Example(_CALLS, "- SUP: noting\n- MOD: noting 1\n  text: the plan;"),
    passing=Example(_CALLS, "- SUP: noting"),
)
