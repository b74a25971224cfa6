"""SARIF 2.1.0, for code scanning and editors. Source: OASIS, Static Analysis Results Interchange Format 2.1.0."""

import json
import os
from collections.abc import Iterable, Sequence
from typing import Any, Protocol
from urllib.parse import quote

from resedit.model.problem import Problem, Severity

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUERY: "note"}


class Described(Protocol):
    """What is told of a rule."""

    @property
    def name(self) -> str:
        """What the rule is called."""

    @property
    def severity(self) -> Severity:
        """How much its findings weigh."""

    @property
    def finds(self) -> str:
        """What it finds."""

    @property
    def cure(self) -> str:
        """How to mend it."""


def sarif(problems: Iterable[Problem], rules: Sequence[Described], version: str) -> str:
    """A log with one run; `rules` describes those that may be named, `version` is resedit's."""
    indexes = {rule.name: index for index, rule in enumerate(rules)}
    driver = {"name": "resedit", "version": version, "rules": [_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, indexes) for problem in problems],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Described) -> dict[str, Any]:
    return {
        "id": rule.name,
        "shortDescription": {"text": rule.finds},
        "help": {"text": rule.cure},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(problem: Problem, indexes: dict[str, int]) -> dict[str, Any]:
    text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    place = problem.place
    location = {
        "artifactLocation": {"uri": quote(os.fsencode(place.file))},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    result: dict[str, Any] = {"ruleId": problem.rule}
    if problem.rule in indexes:
        result["ruleIndex"] = indexes[problem.rule]
    result["level"] = LEVELS[problem.severity]
    result["message"] = {"text": text}
    result["locations"] = [{"physicalLocation": location}]
    return result
