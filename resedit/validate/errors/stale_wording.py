"""stale-wording: a MOD whose old wording is not the base's.

The kept and the deleted words of a MOD have to be the base's, to the letter: that is how a reviewer can trust the
redline. Where they are not, the proposal was written for another text, or copied with a slip, and applying it could
put a wrong word into a text that was agreed on.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

RULE = Rule(
    "stale-wording",
    Severity.ERROR,
    "a MOD whose old wording is not the base's",
    "Bring the kept and deleted words up to date; the hint shows the ones that differ.",
    failing=Example(amendments="- MOD: resolves 1\n  text: to examine{++ again++};"),
    passing=Example(amendments="- MOD: resolves 1\n  text: to study{++ again++};"),
)
