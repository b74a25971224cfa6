"""control-character: a control character in a text.

It has no shape on paper, and Word files cannot hold it.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

RULE = Rule(
    "control-character",
    Severity.ERROR,
    "a control character in a text",
    "Take it out.",
    failing=Example('- resolves:\n  - 1: "to\\astudy."'),
    passing=Example('- resolves:\n  - 1: "to study."'),
)
