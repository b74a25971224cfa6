"""Findings for machines, as the command line prints them."""

import json
import os
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT
from tests.formats.test_findings import sarif_validator


def test_sarif_is_valid_and_names_files_below_the_current_folder(run: Run) -> None:
    log = json.loads(run("validate", "--format", "sarif").out)
    assert not [error.message for error in sarif_validator().iter_errors(log)]
    results = log["runs"][0]["results"]
    assert len(results) > 3
    for result in results:
        artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert artifact["uriBaseId"] == "%SRCROOT%"
        assert (ROOT / unquote(artifact["uri"])).is_file()


@pytest.mark.parametrize("format", ["text", "github", "json", "sarif", "junit"])
def test_a_file_whose_name_is_no_utf_8(run: Run, project: Path, format: str) -> None:
    """It is named in every form, with its bytes written out, as a terminal shows it."""
    folder = os.fsencode(project / "amendments" / "xyz-05" / "res-7")
    try:
        Path(os.fsdecode(folder + b"/\xff.yaml")).write_text("title: neither\n", "utf-8")
    except OSError:
        pytest.skip("no such names on this system")
    ended = run("validate", "--format", format, cwd=project)
    assert ended.code == 1
    assert any(name in ended.out for name in ("\\udcff.yaml", "%FF.yaml", "\ufffd.yaml"))
    if format in ("json", "sarif"):
        json.loads(ended.out)
