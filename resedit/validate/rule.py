"""What a rule is: its name and weight, what it finds and how to mend it, and an example of each."""

from typing import NamedTuple

from resedit.model.problem import Severity


class Example(NamedTuple):
    """A made-up text in YAML: the provisions of a base, and the amendments of a proposal on it where the rule is about
    those. A failing example gives exactly one finding of its rule, a passing one none."""

    provisions: str
    amendments: str = ""
    footnotes: str = ""
    conference: str = ""
    """The conference's file, for a rule that looks at it."""


class Rule(NamedTuple):
    """A rule as the documentation shows it; `source` is the guide or standard it comes from, where there is one."""

    name: str
    severity: Severity
    finds: str
    cure: str
    source: str = ""
    failing: Example | None = None
    passing: Example | None = None


def error(name: str, finds: str, cure: str) -> Rule:
    """A rule whose findings stop apply."""
    return Rule(name, Severity.ERROR, finds, cure)
