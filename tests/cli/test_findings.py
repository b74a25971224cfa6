"""Findings for machines, as the command line prints them."""

import json
from urllib.parse import unquote

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
