"""blank-at-edge: a text that begins or ends with a blank.

Nobody sees it on the page, but comparison and merging do. A MOD leaves one when it deletes the last words and not the
blank before them.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

_BASE = "- resolves:\n  - 1: to study again\n  - 2: to report"

RULE = Rule(
    "blank-at-edge",
    Severity.ERROR,
    "a text that begins or ends with a blank",
    "Take the blank out.",
    failing=Example(_BASE, '- MOD: resolves 1\n  text: "to study {--again--}"'),
    passing=Example(_BASE, '- MOD: resolves 1\n  text: "to study{-- again--}"'),
    mends="takes the blanks out",
)
