"""Imports go downwards: from the command line to the model, never back."""

import ast
from pathlib import Path

import resedit
from tests.conftest import ROOT

ORDER = (
    "cli",
    "review",
    "validate",
    "record",
    "formats",
    "verify",
    "project",
    "store",
    "merge",
    "amend",
    "structure",
    "redline",
    "numbering",
    "wording",
    "model",
)
FOREIGN = {
    "diff_match_patch": {"wording/difference.py"},
    "ruamel": {"store/nodes.py", "store/write.py", "store/source.py"},
    "_ruamel_yaml": {"store/nodes.py", "store/write.py"},
    "lxml": {"formats/docx"},
    "markdown_it": {"record/page.py"},
    "rich": {"formats/terminal", "cli/output.py"},
    "typer": {"cli"},
}


def imports(path: Path) -> list[str]:
    tree = ast.parse(path.read_text("utf-8"))
    named = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    return named + [a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names]


def modules() -> list[tuple[str, Path]]:
    package = ROOT / "resedit"
    return [(path.relative_to(package).as_posix(), path) for path in sorted(package.rglob("*.py"))]


def test_imports_go_downwards_only() -> None:
    upwards = []
    for name, path in modules():
        layer = name.split("/")[0]
        if layer not in ORDER:
            continue
        for target in imports(path):
            parts = target.split(".")
            if parts[0] == "resedit" and len(parts) > 1 and ORDER.index(parts[1]) < ORDER.index(layer):
                upwards.append((name, target))
    assert not upwards


def test_each_foreign_library_is_known_in_its_place_only() -> None:
    astray = []
    for name, path in modules():
        for target in imports(path):
            homes = FOREIGN.get(target.split(".")[0])
            if homes is not None and not any(name == home or name.startswith(f"{home}/") for home in homes):
                astray.append((name, target))
    assert not astray


def test_formats_do_not_import_each_other() -> None:
    """Apart from the tables of what can be written and read."""
    for name, path in modules():
        if name.startswith("formats/") and name not in ("formats/write.py", "formats/read.py"):
            own = ".".join(["resedit", *Path(name).with_suffix("").parts[:2]])
            others = [t for t in imports(path) if t.startswith("resedit.formats.") and not t.startswith(own)]
            assert not others, name


def test_only_the_command_line_prints_or_exits() -> None:
    for name, path in modules():
        if name.startswith(("cli/", "__main__")):
            continue
        calls = [node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call)]
        names = {call.id for call in calls if isinstance(call, ast.Name)}
        assert not names & {"print", "exit", "input"}, name


def test_every_public_name_is_where_the_package_says() -> None:
    tree = ast.parse((ROOT / "resedit" / "__init__.py").read_text("utf-8"))
    typed = {
        alias.name: node.module
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("resedit.")
        for alias in node.names
    }
    assert typed == resedit._HOME
    for name in resedit.__all__:
        assert getattr(resedit, name) is not None


def test_importing_the_package_loads_nothing_heavy() -> None:
    import subprocess
    import sys

    program = "import sys, resedit, resedit.cli.app; print(*sorted(m.split('.')[0] for m in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert not {"ruamel", "lxml", "diff_match_patch", "rich"} & set(loaded)
