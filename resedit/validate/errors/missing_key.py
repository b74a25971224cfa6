"""missing-key: a key that a file cannot do without.

A proposal has to say which base it is written for, an amendment what it changes.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

RULE = Rule(
    "missing-key",
    Severity.ERROR,
    "a key that must be there and is not",
    "Add it.",
    failing=Example(amendments="- MOD: resolves 1"),
    passing=Example(amendments="- MOD: resolves 1\n  text: to plan;"),
)
