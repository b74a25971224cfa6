"""What validate calls an error, every command refuses: the gate runs each rule that can give one."""

import subprocess
import sys

from resedit.model.problem import Severity
from resedit.validate import query_addresses
from resedit.validate.gate import ERRORS
from resedit.validate.table import SUBJECTS, TEXTS


def test_the_gate_runs_the_rules_about_whole_texts_whose_findings_are_errors() -> None:
    errors = {rule.check for rule in SUBJECTS if rule.RULE.severity is Severity.ERROR}
    assert errors and set(ERRORS) == {*errors, query_addresses.check}


def test_rules_about_words_only_warn() -> None:
    assert Severity.ERROR not in {rule.RULE.severity for rule in TEXTS}


def test_the_gate_loads_no_rule_that_only_warns() -> None:
    """Every output goes through it: what it does not need would make each of them start slower."""
    program = "import sys, resedit.validate.gate; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    rules = {name for name in loaded if name.startswith(("resedit.validate.rules.", "resedit.validate.texts"))}
    assert rules == {
        "resedit.validate.rules.footnote_without_reference",
        "resedit.validate.rules.reference_without_footnote",
    }
    assert "resedit.validate.table" not in loaded
