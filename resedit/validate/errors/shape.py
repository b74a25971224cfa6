"""shape: a value of another kind than its key wants.

A list where a mapping belongs, an empty text, a word that is none of those allowed, a base among the proposals.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

RULE = Rule(
    "shape",
    Severity.ERROR,
    "a list where a mapping belongs, a key without a value, a word that is none of those allowed",
    "Write it as docs/format.md shows.",
    failing=Example("  resolves:\n  - 1: to study;"),
    passing=Example(),
)
