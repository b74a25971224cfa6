"""yaml-syntax: a file that is no YAML, or uses what has no place in these files.

Anchors, aliases, tags and second documents would let a file say more than a reader sees in it, so they are refused.
The usual slip is a second `: ` on a line: a text that holds one goes between quotes.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

RULE = Rule(
    "yaml-syntax",
    Severity.ERROR,
    "YAML that does not parse; an anchor, alias, tag or second document; an empty file",
    "Mend what the message names; put a text with `: ` in it between quotes.",
    failing=Example("- resolves:\n  - 1: to study: the plan;"),
    passing=Example("- resolves:\n  - 1: 'to study: the plan.'"),
)
