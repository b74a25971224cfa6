"""unbalanced-markup: CriticMarkup whose markers do not pair.

A marker that is meant as words is written `\\{++`.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

RULE = Rule(
    "unbalanced-markup",
    Severity.ERROR,
    "CriticMarkup whose markers do not pair",
    "Close every `{++` with `++}`, every `{--` with `--}`.",
    failing=Example(amendments="- MOD: resolves 1\n  text: to study{++ again;"),
    passing=Example(amendments="- MOD: resolves 1\n  text: to study{++ again++};"),
)
