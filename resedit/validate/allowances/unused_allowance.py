"""unused-allowance: an allowance whose line gives no finding of its rule.

The words have changed since, or the comment stands beside the wrong line. Left there, it would hide what somebody
writes into that line later.
"""

from collections.abc import Iterator

from resedit.model.problem import Problem, Severity
from resedit.validate.allowance import Given
from resedit.validate.rule import Example, Rule

_ALLOWED = "- resolves:\n  # resedit: allow doubled-words (so it was adopted)\n  - 1: {};\n  - 2: to report."

RULE = Rule(
    "unused-allowance",
    Severity.WARNING,
    "an allowance that matches no finding",
    "Take it out, or write it on the line of the finding or above it.",
    failing=Example(_ALLOWED.format("to study")),
    passing=Example(_ALLOWED.format("to study study")),
)


def check(given: Given) -> Iterator[Problem]:
    """Findings at the comments; those in the settings may match nothing for a while."""
    for allowance in given.allowances:
        is_judged = allowance.rule in given.ran and allowance.place.file not in given.broken
        if allowance.line and is_judged and given.takes(allowance) and allowance not in given.met:
            message = f"line {allowance.line} has no finding of “{allowance.rule}”"
            yield Problem(RULE.name, message, allowance.place, "take the allowance out", RULE.severity)
