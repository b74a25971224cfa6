"""unknown-rule: an allowance, or the project's settings, names a rule that there is not.

Mostly a slip of the keyboard, or a rule that has another name since.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from resedit.model.problem import Problem, Severity
from resedit.validate.allowance import Given
from resedit.validate.rule import Example, Rule

_SETTINGS = "rules:\n  {}:\n    severity: off\n    reason: the terms are settled elsewhere\n"

RULE = Rule(
    "unknown-rule",
    Severity.WARNING,
    "an allowance or a setting of a rule that there is not",
    "Take the closest name, which the hint gives.",
    failing=Example(settings=_SETTINGS.format("term-variant")),
    passing=Example(settings=_SETTINGS.format("term-variants")),
)


def check(given: Given) -> Iterator[Problem]:
    """Findings at the comments, and in the settings."""
    for allowance in given.allowances:
        if allowance.rule and allowance.rule not in given.severities:
            close = get_close_matches(allowance.rule, given.severities, n=1, cutoff=0.6)
            hint = f"closest: “{close[0]}”" if close else "docs/rules.md lists them"
            yield Problem(RULE.name, f"there is no rule “{allowance.rule}”", allowance.place, hint, RULE.severity)
