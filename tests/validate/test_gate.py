"""What validate calls an error, every command refuses: the gate runs each rule that can give one."""

import pkgutil
from importlib import import_module

from resedit.model.problem import Severity
from resedit.validate import rules
from resedit.validate.catalogue import RULES
from resedit.validate.gate import ERRORS
from resedit.validate.table import CHECKS

SEVERITY = {rule.name: rule.severity for rule in RULES}


def test_rules_that_the_gate_does_not_run_only_warn() -> None:
    modules = [
        import_module(f"resedit.validate.rules.{module.name}") for module in pkgutil.iter_modules(rules.__path__)
    ]
    assert len(modules) >= 8
    for module in modules:
        if module.check in ERRORS:
            continue
        rule = getattr(module, "RULE", None)
        name = rule if isinstance(rule, str) else getattr(rule, "name", "")
        assert SEVERITY[name] is not Severity.ERROR, module.__name__


def test_every_rule_module_runs() -> None:
    modules = [
        import_module(f"resedit.validate.rules.{module.name}") for module in pkgutil.iter_modules(rules.__path__)
    ]
    assert {module.check for module in modules} <= set(CHECKS)
    assert set(ERRORS) <= set(CHECKS)
