"""Allowances: findings that people have looked at and want to keep, each with the reason they state.

On a line, or alone above it: `# resedit: allow term-variants (as the General Assembly adopted it)`. For a whole
project: `rules:` in its `resedit.yaml`. What is an error stops apply and cannot be allowed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from resedit.model.place import Place
from resedit.model.problem import Problem, Severity
from resedit.model.settings import Level, Settings
from resedit.store.comments import Comment

_FORM = re.compile(r"allow[ \t]+(?P<rules>[\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)[ \t]*\((?P<reason>.*)\)")


class Allowance(NamedTuple):
    """What one comment, or one line of the settings, says of one rule. `line` is the line of its file that it is about,
    0 for the whole project; `rule` is empty where the comment has no form that can be read, which is then `reason`."""

    rule: str
    reason: str
    place: Place
    line: int = 0
    level: Level = Level.OFF


class Given(NamedTuple):
    """The allowances of a validation, and what became of them: which rules there are with their severities, and which
    allowances of a line have met a finding. `ran` are the rules that have looked at all there is to look at, apart from
    the files that are `broken`."""

    allowances: tuple[Allowance, ...]
    severities: Mapping[str, Severity]
    ran: frozenset[str]
    broken: frozenset[str] = frozenset()
    met: frozenset[Allowance] = frozenset()

    def takes(self, allowance: Allowance) -> bool:
        """Whether an allowance has any effect: it is of a rule there is, and that is no error."""
        return self.severities.get(allowance.rule, Severity.ERROR) is not Severity.ERROR


def of_comments(found: Iterable[Comment]) -> Iterator[Allowance]:
    """The allowances that comments give, one for each rule they name."""
    for comment in found:
        match = _FORM.fullmatch(comment.text)
        reason = match["reason"].strip() if match else ""
        if match and reason:
            for rule in match["rules"].split(","):
                yield Allowance(rule.strip(), reason, comment.place, comment.line)
        else:
            yield Allowance("", comment.text, comment.place, comment.line)


def of_settings(settings: Settings) -> Iterator[Allowance]:
    """The allowances that a project gives."""
    return (Allowance(s.rule, s.reason, s.place, level=s.level) for s in settings.rules)


def settled(problems: Sequence[Problem], given: Given) -> tuple[list[Problem], Given]:
    """The findings that are left, with the severities that the project wants, and which allowances have met one."""
    by_line: dict[tuple[str, int, str], list[Allowance]] = {}
    by_rule: dict[str, Level] = {}
    for allowance in filter(given.takes, given.allowances):
        if allowance.line:
            by_line.setdefault((allowance.place.file, allowance.line, allowance.rule), []).append(allowance)
        else:
            by_rule[allowance.rule] = allowance.level
    met: set[Allowance] = set()
    left: list[Problem] = []
    for problem in problems:
        if problem.rule in given.severities and problem.severity is not Severity.ERROR:
            allowed = by_line.get((problem.place.file, problem.place.line, problem.rule), [])
            met.update(allowed)
            level = Level.OFF if allowed else by_rule.get(problem.rule, Level(problem.severity.value))
            if level is Level.OFF:
                continue
            problem = replace(problem, severity=Severity(level.value))
        left.append(problem)
    off = {rule for rule, level in by_rule.items() if level is Level.OFF}
    return left, given._replace(met=frozenset(met), ran=given.ran - off)
