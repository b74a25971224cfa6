"""The rules about words together: what the base had already is not held against a proposal; Resolution 30 is quiet."""

from resedit.model.problem import Problem
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load, load_file
from resedit.validate.check import check_base, check_proposal
from resedit.validate.rule import BASE, PROPOSAL, Example
from tests.conftest import ROOT


def findings(example: Example) -> list[Problem]:
    """What validate finds in an example's proposal."""
    files = example.files()
    base = expect(load(files[BASE], "base.yaml"), Resolution, "base.yaml")
    return check_proposal(base, expect(load(files[PROPOSAL], "p.yaml"), Proposal, "p.yaml"))


def test_what_the_base_had_already_is_not_held_against_a_proposal() -> None:
    """Made up: the doubled word stands in the base, the proposal changes another paragraph."""
    base = "- resolves:\n  - 1: to take the the action;\n  - 2: to report."
    example = Example(base, "- MOD: resolves 2\n  text: to report{++ back++}.")
    assert findings(example) == []


def test_what_the_proposal_writes_is_its_own_though_the_base_has_the_like() -> None:
    """Made up: a doubled word and an open bracket stay in the base, with other words beside them; the proposal writes
    another of each."""
    base = "- resolves:\n  - 1: to take the the action (see Annex of it;\n  - 2: to report."
    around = "- MOD: resolves 1\n  replace: {take: bring, see: cf., of it: of all}"
    assert findings(Example(base, around)) == []
    more = "- MOD: resolves 1\n  replace: {take: take the the (other}"
    assert [(problem.rule, problem.slip and problem.slip.start) for problem in findings(Example(base, more))] == [
        ("doubled-words", 9),
        ("unpaired-marks", 13),
    ]


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
