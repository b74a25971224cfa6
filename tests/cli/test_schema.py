"""`resedit schema`: the schemas, as they are committed."""

from pathlib import Path

import pytest

from resedit.store.schema import KINDS
from tests.cli.conftest import Run
from tests.conftest import ROOT


@pytest.mark.parametrize("kind", KINDS)
def test_it_prints_the_committed_schema(run: Run, kind: str) -> None:
    ended = run("schema", kind)
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (ROOT / "schema" / f"{kind}.schema.json").read_text("utf-8")


def test_it_writes_a_file(run: Run, tmp_path: Path) -> None:
    assert run("schema", "base", "-o", str(tmp_path / "base.schema.json")).code == 0
    assert (tmp_path / "base.schema.json").read_bytes() == (ROOT / "schema" / "base.schema.json").read_bytes()


def test_another_kind_is_wrong_usage(run: Run) -> None:
    ended = run("schema", "bases")
    assert ended.code == 2
    assert "conference" in ended.err


def test_what_resedit_writes_names_its_schema_where_it_has_its_place(run: Run, project: Path) -> None:
    """From amendments/CONFERENCE/RESOLUTION, the first line leads to a folder beside amendments."""
    for args, kind in ((("apply", "res-7"), "base"), (("export", "res-7", "-f", "yaml"), "proposal")):
        first = run(*args, cwd=project).out.splitlines()[0]
        address = first.removeprefix("# yaml-language-server: $schema=")
        found = project / "amendments" / "xyz-05" / "res-7" / address
        assert found.resolve() == (project / "schema" / f"{kind}.schema.json").resolve()
    for path in sorted((ROOT / "amendments").rglob("*.yaml")):
        address = path.read_text("utf-8").splitlines()[0].removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / address).resolve().is_relative_to(ROOT / "schema")
        assert (path.parent / address).exists()
