"""unknown-key: a key that files of its kind do not have.

Mostly a slip of the keyboard: what stands under it would be lost without a word, so it is refused.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

RULE = Rule(
    "unknown-key",
    Severity.ERROR,
    "a key that the file's kind does not have",
    "Take the closest key, which the hint names.",
    failing=Example(amendments="- MOD: resolves 1\n  txet: to plan;\n  label: 1"),
    passing=Example(amendments="- MOD: resolves 1\n  text: to plan;"),
)
