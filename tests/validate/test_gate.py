"""What validate calls an error, every command refuses: the gate runs each rule that can give one."""

from resedit.model.problem import Severity
from resedit.validate import query_addresses
from resedit.validate.gate import ERRORS
from resedit.validate.table import SUBJECTS, TEXTS


def test_the_gate_runs_the_rules_about_whole_texts_whose_findings_are_errors() -> None:
    errors = {rule.check for rule in SUBJECTS if rule.RULE.severity is Severity.ERROR}
    assert errors and set(ERRORS) == {*errors, query_addresses.check}


def test_rules_about_words_only_warn() -> None:
    assert Severity.ERROR not in {rule.RULE.severity for rule in TEXTS}
