"""unknown-scheme: an added provision whose label cannot be worked out.

A provision that is added to a list takes the list's own numbering. Where the list's labels are of no scheme that can
be continued, the amendment has to say what is printed.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

_ODD = "- resolves:\n  - first: to study;\n  - then: to report."

RULE = Rule(
    "unknown-scheme",
    Severity.ERROR,
    "an added provision whose label cannot be worked out",
    "Give it its `label:`.",
    failing=Example(_ODD, "- ADD: resolves\n  text: to act."),
    passing=Example(_ODD, "- ADD: resolves\n  label: last\n  text: to act."),
)
