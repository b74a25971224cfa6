"""JUnit XML, as CI servers read test reports: one case a file, a failure for each error in it.

Warnings and open queries fail nothing; they stand in the case's output. Source of the form: the XSD that Jenkins' xUnit
plug-in publishes (junit-10.xsd).
"""

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from resedit.model.problem import Problem, Severity

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""The characters that XML 1.0 cannot hold, as the name of a file may; they are replaced."""


def junit(problems: Iterable[Problem], files: Sequence[str]) -> str:
    """A report on `files`, by name, those without findings included."""
    by_file: dict[str, list[Problem]] = {file: [] for file in files}
    for problem in problems:
        by_file.setdefault(problem.place.file, []).append(problem)
    errors = sum(problem.severity is Severity.ERROR for found in by_file.values() for problem in found)
    counts = f'tests="{len(by_file)}" failures="{errors}" errors="0"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="resedit" {counts}>',
        f'<testsuite name="resedit validate" {counts}>',
    ]
    for file, found in sorted(by_file.items()):
        lines += _case(file, found)
    return _NOT_XML.sub("\ufffd", "\n".join([*lines, "</testsuite>", "</testsuites>"])) + "\n"


def _case(file: str, found: Sequence[Problem]) -> list[str]:
    head = f"<testcase classname={quoteattr(file)} name={quoteattr(file)}"
    if not found:
        return [f"{head}/>"]
    lines = [f"{head}>"]
    for problem in found:
        if problem.severity is Severity.ERROR:
            message = f"message={quoteattr(problem.message)} type={quoteattr(problem.rule)}"
            lines.append(f"<failure {message}>{escape(_words(problem))}</failure>")
    others = [_words(problem) for problem in found if problem.severity is not Severity.ERROR]
    if others:
        lines.append(f"<system-out>{escape(chr(10).join(others))}</system-out>")
    return [*lines, "</testcase>"]


def _words(problem: Problem) -> str:
    return f"{problem}\nhint: {problem.hint}" if problem.hint else str(problem)
