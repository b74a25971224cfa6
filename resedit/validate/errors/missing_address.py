"""missing-address: an address that names nothing in the base.

Addresses always mean the base's labels, whatever else is added or suppressed: `resolves 3` is the base's third
paragraph, also where the proposal adds one before it. `resedit show TARGET --addresses` lists them.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

RULE = Rule(
    "missing-address",
    Severity.ERROR,
    "an address that names nothing in the base",
    "Take the closest, which the hint names.",
    failing=Example(amendments="- SUP: resolves 3"),
    passing=Example(amendments="- SUP: resolves 1"),
)
