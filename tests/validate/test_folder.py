"""What is found in a folder depends on its files alone, and can be handed from one process to another."""

import pickle

from resedit.project.tree import ResolutionFolder
from resedit.validate.folder import check_folder, joined
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
