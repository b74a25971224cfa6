"""line-break: a line break or tab inside a text.

A provision is one paragraph. Two in one text would share a label and could not be amended apart.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

RULE = Rule(
    "line-break",
    Severity.ERROR,
    "a line break or tab inside a text",
    "Write each paragraph as an item of its own.",
    failing=Example("- resolves:\n  - 1: |\n      to study;\n      to report."),
    passing=Example(),
)
