"""Annotations on a pull request, as GitHub Actions reads them from a job's output.

Source of the form and its escapes: GitHub, “Workflow commands for GitHub Actions”, and actions/toolkit, command.ts.
"""

from collections.abc import Iterable

from resedit.model.problem import Problem, Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUERY: "notice"}


def github(problems: Iterable[Problem]) -> str:
    """One `::error file=…,line=…,col=…,title=…::message` a finding."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def _annotation(problem: Problem) -> str:
    where = {
        "file": problem.place.file,
        "line": str(problem.place.line),
        "col": str(problem.place.column),
        "title": problem.rule,
    }
    properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return f"::{LEVELS[problem.severity]} {properties}::{_data(message)}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
