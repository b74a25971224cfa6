"""SARIF 2.1.0, for code scanning and editors.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0; what GitHub reads of it: its documentation, “SARIF
support for code scanning”.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import PurePath
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

    @property
    def source(self) -> str:
        """The guide or standard it comes from, empty where there is none."""


def sarif(problems: Iterable[Problem], rules: Sequence[Described], version: str) -> str:
    """A log with one run; `rules` describes those that may be named, `version` is resedit's."""
    indexes = {rule.name: index for index, rule in enumerate(rules)}
    driver = {"name": "resedit", "version": version, "rules": [_rule(rule) for rule in rules]}
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, indexes, seen) for problem in problems],
    }
    log = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Described) -> dict[str, Any]:
    finds = f"{rule.finds[:1].upper()}{rule.finds[1:]}."
    source = f"\n\nSource: {rule.source}" if rule.source else ""
    return {
        "id": rule.name,
        "shortDescription": {"text": finds},
        "fullDescription": {"text": f"{finds} {rule.cure}"},
        "help": {"text": f"{rule.cure}{source}", "markdown": f"{finds}\n\n**{rule.cure}**{source}"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(problem: Problem, indexes: dict[str, int], seen: Counter[str]) -> dict[str, Any]:
    text = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    place = problem.place
    location = {
        "artifactLocation": _artifact(place.file),
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    result: dict[str, Any] = {"ruleId": problem.rule}
    if problem.rule in indexes:
        result["ruleIndex"] = indexes[problem.rule]
    result["level"] = LEVELS[problem.severity]
    result["message"] = {"text": text}
    result["locations"] = [{"physicalLocation": location}]
    result["partialFingerprints"] = {"resedit/v1": _fingerprint(problem, seen)}
    return result


def _artifact(file: str) -> dict[str, str]:
    """A file's address: relative to the root of the sources, as a checker that runs there names it."""
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(os.fsencode(path.as_posix())), "uriBaseId": "%SRCROOT%"}


def _fingerprint(problem: Problem, seen: Counter[str]) -> str:
    """What tells a finding from others as long as its words stay, wherever its line moves; equal ones are counted.

    GitHub's own, by the line's words, is left for its upload action to add: it warns where it finds another.
    """
    what = "\0".join((problem.rule, problem.place.file, problem.message))
    digest = sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"
