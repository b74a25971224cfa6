"""What the documentation says is what the program does."""

import importlib.util
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from resedit.store.base import root_kind
from resedit.store.load import load
from resedit.store.nodes import parse
from resedit.validate.table import RULES
from tests.conftest import ROOT
from tests.store.test_schema import as_editors_see, refusals


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
    from resedit.store import amendments, provisions
    from resedit.store.schema import KINDS

    page = (ROOT / "docs" / "format.md").read_text("utf-8")
    tables = (*(table for table, _ in KINDS.values()), provisions.FULL, *amendments.FORMS.values())
    keys = {name for table in tables for name in table.names}
    missing = sorted(key for key in keys if f"`{key}" not in page)
    assert not missing


def test_every_rule_has_a_page_and_every_page_a_rule() -> None:
    pages = {path.stem for path in (ROOT / "docs" / "rules").glob("*.md")}
    assert pages == {rule.name for rule in RULES}


def test_the_readmes_commands_run_and_print_what_it_shows(tmp_path: Path) -> None:
    """Every `resedit` line of the README's consoles, in its order, in a copy of the texts. What stands below a command
    is in its output, in order, but for the parts that “…” leaves out and the ends of lines."""
    for folder in ("amendments", "examples"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    blocks = re.findall(r"```console\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    runs = [run for block in blocks for run in re.findall(r"^\$ (resedit .*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)]
    assert len(runs) >= 8
    assert sum(bool(shown) for _, shown in runs) >= 2
    for line, shown in runs:
        words = [each for word in shlex.split(line, comments=True)[1:] for each in _expanded(word, tmp_path)]
        done = subprocess.run(
            [sys.executable, "-m", "resedit", *words], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == (1 if words[0] in ("diff", "conflicts") else 0), (line, done.stderr)
        rest = " ".join((done.stdout + done.stderr).split())
        for found in (" ".join(part.split()) for part in shown.split("…") if part.strip()):
            assert found in rest, (line, found)
            rest = rest.partition(found)[2]


def _expanded(word: str, folder: Path) -> list[str]:
    """A word of a command line as a shell gives it on: names of files for a pattern."""
    return sorted(str(path.relative_to(folder)) for path in folder.glob(word)) if "*" in word else [word]


PAGES = [ROOT / "README.md", ROOT / "docs" / "format.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_pages_show_are_sound(page: Path) -> None:
    """Every block of YAML parses, and what is a whole file has the shape of its kind, for resedit and for its
    schema."""
    for block in re.findall(r"```yaml\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
        if not [line for line in block.splitlines() if not line.startswith("#")]:
            continue
        if root_kind(parse(block.encode(), page.name)):
            assert not load(block.encode(), page.name).problems, block
            assert not refusals(block, as_editors_see(block)), block


def test_the_readmes_proposal_has_the_right_shape() -> None:
    from resedit.model.proposal import Proposal

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
