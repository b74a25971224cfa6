"""duplicate-key: a key that stands twice in one mapping.

YAML takes the last one silently. Here neither is dropped before somebody has chosen.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

RULE = Rule(
    "duplicate-key",
    Severity.ERROR,
    "a key that stands twice in one mapping",
    "Keep one.",
    source="YAML 1.2.2, Nodes: the content of a mapping is pairs of key and value, with the restriction that each of "
    "the keys is unique",
    failing=Example(amendments="- MOD: resolves 1\n  text: to plan;\n  text: to act;"),
    passing=Example(amendments="- MOD: resolves 1\n  text: to plan;"),
)
