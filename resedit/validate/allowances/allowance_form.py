"""allowance-form: a comment to resedit that cannot be read as an allowance. Mostly its reason is missing.

An allowance is `# resedit: allow RULE (reason)`, with several rules between commas. Who comes after has to know why a
finding was kept: without a reason nothing is allowed, and the finding is reported as ever.
"""

from collections.abc import Iterator

from resedit.model.problem import Problem, Severity
from resedit.validate.allowance import Given
from resedit.validate.rule import Example, Rule

_QUOTED = "- resolves:\n  - 1: to study;\n  - 2: to read it word by word word. # resedit: allow doubled-words (quoted)"

RULE = Rule(
    "allowance-form",
    Severity.WARNING,
    "a comment to resedit that is no allowance with a reason",
    "Write `# resedit: allow RULE (reason)`.",
    failing=Example("- resolves:\n  - 1: to study;\n  - 2: to report. # resedit: ignore"),
    passing=Example(_QUOTED),
)


def check(given: Given) -> Iterator[Problem]:
    """Findings at the comments."""
    for allowance in given.allowances:
        if not allowance.rule:
            is_bare = allowance.reason.startswith("allow ")
            message = "the allowance gives no reason" if is_bare else f"“{allowance.reason}” is no allowance"
            hint = "write “# resedit: allow RULE (reason)”"
            yield Problem(RULE.name, message, allowance.place, hint, RULE.severity)
