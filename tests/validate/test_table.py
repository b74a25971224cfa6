"""The table of rules holds every rule: each module once, under its own name, and each name that any code gives."""

import ast
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module

from resedit.validate import across, allowances, errors, rules, texts
from resedit.validate.table import MODULES, RULES
from tests.conftest import ROOT

GIVE = frozenset({"Problem", "wrong", "_unreadable", "StaleError"})
"""What is called with the name of a rule first."""
NAME = re.compile(r"[a-z]+(-[a-z]+)*")


def test_every_module_of_a_rule_is_in_the_table_once_under_its_own_name() -> None:
    found = [
        import_module(f"{package.__name__}.{module.name}")
        for package in (across, allowances, errors, rules, texts)
        for module in pkgutil.iter_modules(package.__path__)
    ]
    of_rules = [module for module in found if hasattr(module, "RULE")]
    assert {module.__name__ for module in of_rules} == {getattr(module, "__name__", "") for module in MODULES}
    assert len(MODULES) == len(of_rules) == len({rule.name for rule in RULES})
    for module in of_rules:
        name = module.__name__.rpartition(".")[2].replace("_", "-")
        assert module.RULE.name == name
        assert (module.__doc__ or "").startswith(f"{name}: "), name


def names(tree: ast.AST) -> Iterator[str]:
    """The constants that stand where the name of a rule does: first in a call, or in a tuple that is returned."""
    for node in ast.walk(tree):
        first: ast.expr | None = None
        if isinstance(node, ast.Call) and node.args:
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            first = node.args[0] if called in GIVE else None
        elif isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == 3:
            first = node.value.elts[0]
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "rule":
            first = node.value
        for part in ast.walk(first) if first else ():
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and NAME.fullmatch(part.value):
                yield part.value


def test_every_rule_that_any_code_gives_is_in_the_table() -> None:
    given = {
        name
        for path in sorted((ROOT / "resedit").rglob("*.py"))
        if path.parent.name != "cli"
        for name in names(ast.parse(path.read_text("utf-8")))
    }
    by_modules = {module.RULE.name for module in MODULES if hasattr(module, "check")}
    assert {"line-break", "ambiguous-address", "wrong-base", "encoding", "docx"} <= given
    assert given <= {rule.name for rule in RULES}
    assert given | by_modules == {rule.name for rule in RULES}, "a rule that nothing gives"
