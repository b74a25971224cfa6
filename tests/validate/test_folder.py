"""What is found in a folder depends on its files alone, and can be handed from one process to another."""

import pickle
from pathlib import Path

from resedit.project.tree import ResolutionFolder
from resedit.validate.folder import check_folder, joined
from resedit.validate.run import validate
from tests.conftest import ROOT

RES_30 = ResolutionFolder(ROOT / "amendments" / "wtdc-17" / "res-30", "res-30")


def test_what_is_found_in_a_folder_is_the_same_again_and_can_be_handed_on() -> None:
    found = check_folder(RES_30)
    assert found.problems and found.facts and len(found.files) == 2
    assert check_folder(RES_30) == found
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - its own


def test_parts_are_joined_with_everything_once() -> None:
    found = check_folder(RES_30)
    assert joined([found, found]) == joined([found])


def test_a_file_whose_name_ends_in_capitals_is_looked_at(tmp_path: Path) -> None:
    """Some systems write names so; one that is left out would be left out of every output without a word."""
    home = tmp_path / "x-05" / "res-7"
    home.mkdir(parents=True)
    (home / "base.yaml").write_text("resolution: 7\ntitle: Made up\nprovisions:\n- to report.\n", "utf-8")
    (home / "P.YAML").write_text("proposal: XYZ/1/1\nsymbol: SUP\nresolution: 8\n", "utf-8")
    assert [problem.rule for problem in validate([str(tmp_path)]).problems] == ["missing-reasons", "wrong-base"]
