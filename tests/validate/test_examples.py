"""Every rule's failing example gives one finding, of that rule, through the very run that people make; its passing
example gives none."""

from pathlib import Path

import pytest

from resedit.model.problem import Problem, Severity
from resedit.validate.rule import Example, Rule
from resedit.validate.run import validate
from resedit.validate.table import RULES


def findings(example: Example, folder: Path) -> tuple[Problem, ...]:
    """What validate finds in an example's project."""
    words = tuple(str(folder / name) for name in example.write(folder))
    return validate(words, project=folder).problems


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_failing_example_fails_once_and_the_passing_one_passes(rule: Rule, tmp_path: Path) -> None:
    found = findings(rule.failing, tmp_path / "failing")
    assert [problem.rule for problem in found] == [rule.name], [str(problem) for problem in found]
    assert found[0].hint or rule.severity is Severity.QUERY
    is_side_by_side = rule.name in ("conflict", "revisions-differ")  # proposals of a folder only warn of each other
    assert found[0].severity is (Severity.WARNING if is_side_by_side else rule.severity)
    assert [str(problem) for problem in findings(rule.passing, tmp_path / "passing")] == []
