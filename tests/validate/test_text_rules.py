"""Each rule about words: its failing example gives one finding of it, its passing one none; Resolution 30 is quiet."""

import pytest

from resedit.model.problem import Problem, Severity
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load, load_file
from resedit.validate.check import check_base, check_proposal
from resedit.validate.rule import Example, Rule
from resedit.validate.texts import TEXT_RULES
from tests.conftest import ROOT

RULES = [rule for rule, _ in TEXT_RULES]


def findings(example: Example) -> list[Problem]:
    """What validate finds in an example: in its base, or in its proposal where it has amendments. Made up."""
    notes = f"footnotes:\n{example.footnotes}\n" if example.footnotes else ""
    head = "resolution: 7\nrevision: Rev. Nowhere, 2001\ntitle: A made-up resolution\n"
    data = f"{head}provisions:\n{example.provisions}\n{notes}"
    base = expect(load(data.encode(), "base.yaml"), Resolution, "base.yaml")
    if not example.amendments:
        return check_base(base)
    data = (
        "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\nrevision: Rev. Elsewhere, 2005\n"
        f"reasons: made up\namendments:\n{example.amendments}\n"
    )
    return check_proposal(base, expect(load(data.encode(), "p.yaml"), Proposal, "p.yaml"))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_failing_example_fails_once_and_the_passing_one_passes(rule: Rule) -> None:
    assert rule.failing is not None and rule.passing is not None
    found = findings(rule.failing)
    assert [problem.rule for problem in found] == [rule.name], [str(problem) for problem in found]
    assert found[0].hint and found[0].severity is rule.severity is not Severity.ERROR
    assert [str(problem) for problem in findings(rule.passing)] == []


def test_what_the_base_had_already_is_not_held_against_a_proposal() -> None:
    """Made up: the doubled word stands in the base, the proposal changes another paragraph."""
    base = "- resolves:\n  - 1: to take the the action;\n  - 2: to report."
    example = Example(base, "- MOD: resolves 2\n  text: to report{++ back++}.")
    assert findings(example) == []


def test_the_base_of_resolution_30_gives_no_false_alarm() -> None:
    """What it gives is so in the text as adopted, and an editor would mend it: a name and a citation stand with the
    non-breaking character in one place (*taking into account* d), *recognizing* a)) and with the plain one in others.
    """
    file = ROOT / "amendments/wtdc-17/res-30/base.yaml"
    base = expect(load_file(file, "base.yaml"), Resolution, "base.yaml")
    assert sorted((problem.rule, problem.message) for problem in check_base(base)) == [
        (
            "plain-beside-non-breaking",
            "instructs/1: “CWG-WSIS” has a plain hyphen and elsewhere a non-breaking one",
        ),
        (
            "plain-beside-non-breaking",
            "recalling/d: “Resolution 140” has a plain space and elsewhere a non-breaking one",
        ),
    ]
