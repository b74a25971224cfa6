"""error-allowed: an allowance, or the project's settings, for what is an error.

An error stops apply and every output: with it there is no text that could be trusted. It can only be mended.
"""

from collections.abc import Iterator

from resedit.model.problem import Problem, Severity
from resedit.validate.allowance import Given
from resedit.validate.rule import Example, Rule

_SETTINGS = "rules:\n  {}:\n    severity: off\n    reason: we know\n"

RULE = Rule(
    "error-allowed",
    Severity.WARNING,
    "an allowance or a setting for a rule whose findings are errors",
    "Mend what the rule finds, and take the allowance out.",
    failing=Example(settings=_SETTINGS.format("stale-wording")),
    passing=Example(settings=_SETTINGS.format("open-query")),
)


def check(given: Given) -> Iterator[Problem]:
    """Findings at the comments, and in the settings."""
    for allowance in given.allowances:
        if given.severities.get(allowance.rule) is Severity.ERROR:
            message = f"“{allowance.rule}” is an error, which stops apply, and cannot be switched off"
            yield Problem(RULE.name, message, allowance.place, "mend what it finds", RULE.severity)
