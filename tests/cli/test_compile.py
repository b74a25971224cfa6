"""`resedit compile`: what it writes and how it ends. The proposals are made up."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.made_up import BASE, FOLDER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Resolution 30 with the made-up proposals on it."""
    shutil.copytree(FOLDER, tmp_path / "res-30")
    shutil.copy(BASE, tmp_path / "res-30" / "base.yaml")
    return tmp_path


@pytest.mark.parametrize("form", ["markdown", "html", "json", "docx"])
@pytest.mark.parametrize("layout", ["list", "columns"])
def test_every_form_is_written_and_the_same_twice(form: str, layout: str, run: Run, folder: Path) -> None:
    for name in ("a", "b"):
        ended = run("compile", "res-30", "-f", form, "--layout", layout, "-o", name, cwd=folder)
        assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert (folder / "a").read_bytes() == (folder / "b").read_bytes()


def test_conflicts_stop_nothing(run: Run, folder: Path) -> None:
    """Each proposal is shown by itself."""
    found = json.loads(run("compile", "res-30", "--format", "json", "--only-amended", cwd=folder).out)
    by_address = {section["address"]: section for section in found["sections"]}
    assert [request["proposal"] for request in by_address["recalling/a"]["requests"]] == ["XYZ/7/1", "XYZ/7/2"]
    assert "recalling/b" not in by_address
    agreed = json.loads(run("compile", "res-30", "-f", "json", "--only", "agreed", cwd=folder).out)
    assert [proposal["number"] for proposal in agreed["proposals"]] == ["XYZ/7/2"]


def test_a_proposal_that_cannot_be_applied_is_in_the_list_and_reported(run: Run, folder: Path) -> None:
    file = folder / "res-30" / "xyz-7-1.yaml"
    file.write_text(file.read_text("utf-8").replace("recalling a", "recalling z"), "utf-8")
    ended = run("compile", "res-30", cwd=folder)
    assert ended.code == 1
    assert "missing-address" in ended.err
    assert "**cannot be applied:** there is no “recalling z” in the base" in ended.out
    assert "`XYZ/7/2`" in ended.out and "`XYZ/7/1`" not in ended.out


def test_what_cannot_be_read_stops_it(run: Run, folder: Path) -> None:
    (folder / "res-30" / "xyz-9.yaml").write_text("proposal: [", "utf-8")
    ended = run("compile", "res-30", "-o", "c.md", cwd=folder)
    assert (ended.code, (folder / "c.md").exists()) == (2, False)
