"""What the documentation says is what the program does."""

import importlib.util
import re
import shlex
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from resedit.validate.table import RULES
from tests.conftest import ROOT


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", ROOT / "docs" / "generate.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("page", sorted(generator().PAGES))
def test_generated_pages_are_current(page: str) -> None:
    made = generator().PAGES[page]()
    assert made == (ROOT / "docs" / page).read_text("utf-8"), "run make docs"


def test_every_command_and_option_is_documented() -> None:
    import typer

    from resedit.cli.app import app

    page = (ROOT / "docs" / "commands.md").read_text("utf-8")
    for name, command in typer.main.get_command(app).commands.items():  # type: ignore[attr-defined]
        section = page.split(f"## resedit {name}\n")[1].split("\n## ")[0]
        for parameter in command.params:
            assert parameter.opts[-1] in section or parameter.param_type_name == "argument", (name, parameter.opts)


def test_every_key_of_the_format_is_documented() -> None:
    from resedit.store import amendments, base, conference, proposal, provisions, settings

    page = (ROOT / "docs" / "format.md").read_text("utf-8")
    tables = (base.BASE, proposal.PROPOSAL, conference.CONFERENCE, provisions.FULL, *amendments.FORMS.values())
    tables = (*tables, settings.SETTINGS, settings.RULE)
    keys = {name for table in tables for name in table.names}
    missing = sorted(key for key in keys if f"`{key}" not in page)
    assert not missing


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    pages = {path.stem for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert pages == {rule.name for rule in RULES}


def test_the_readmes_commands_run(tmp_path: Path) -> None:
    """Every `resedit` line of the README's consoles, in its order, in a copy of the amendments."""
    import shutil

    shutil.copytree(ROOT / "amendments", tmp_path / "amendments")
    blocks = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    lines = [line[2:] for block in blocks for line in block.splitlines() if line.startswith("$ resedit")]
    assert len(lines) >= 8
    for line in lines:
        words = shlex.split(line, comments=True)[1:]
        done = subprocess.run(
            [sys.executable, "-m", "resedit", *words], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == (1 if words[0] == "diff" else 0), (line, done.stderr)


def test_the_readmes_proposal_has_the_right_shape() -> None:
    from resedit.model.proposal import Proposal
    from resedit.store.load import load

    block = re.search(r"```yaml\n(proposal:.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert block
    loaded = load(block[1].encode(), "README.md")
    assert not loaded.problems
    assert isinstance(loaded.value, Proposal)
    assert [a.symbol.value for a in loaded.value.amendments] == ["MOD", "MOD", "SUP", "ADD"]


def test_links_between_pages_lead_somewhere() -> None:
    for page in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), ROOT / "benchmarks" / "README.md"):
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text("utf-8")):
            if not link.startswith("http"):
                assert (page.parent / link).exists(), (page.name, link)
