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


def test_what_a_single_file_replaces_is_looked_for_beside_it(tmp_path: Path) -> None:
    """In a project or not, in its own folder or in that of its base; standard input is in no folder."""
    base = "resolution: 7\nrevision: Rev. Nowhere, 2001\ntitle: Made up\nprovisions:\n- to report.\n"
    head = "symbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\nreasons: made up\namendments:\n- MOD: 1\n  text: to act.\n"
    for name, text in (
        ("one/base.yaml", base),
        ("one/a.yaml", f"proposal: XYZ/1/1\n{head}"),
        ("two/b.yaml", f"proposal: XYZ/2/1\n{head}"),
        ("two/c.yaml", f"proposal: XYZ/3/1\nreplaces: [XYZ/1/1, XYZ/2/1, XYZ/3/1, XYZ/4/1]\n{head}"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    compromise = tmp_path / "two" / "c.yaml"
    found = validate([str(compromise)], base=tmp_path / "one" / "base.yaml").problems
    assert [(problem.rule, problem.message.split(", ")[1]) for problem in found] == [
        ("missing-replacement", "which is itself"),
        ("missing-replacement", "which is not in this folder"),
    ]
    piped = validate(["-"], base=tmp_path / "one" / "base.yaml", read_stdin=compromise.read_bytes)
    assert not piped.problems


def test_standard_input_is_one_of_the_files() -> None:
    """Whether it can be read or not."""
    assert validate(["-"], read_stdin=lambda: b"").files == ("<stdin>",)
    base = b"resolution: 7\ntitle: Made up\nprovisions:\n- to report.\n"
    assert validate(["-"], read_stdin=lambda: base).files == ("<stdin>",)


def test_a_file_whose_name_ends_in_capitals_is_looked_at(tmp_path: Path) -> None:
    """Some systems write names so; one that is left out would be left out of every output without a word."""
    home = tmp_path / "x-05" / "res-7"
    home.mkdir(parents=True)
    (home / "base.yaml").write_text("resolution: 7\ntitle: Made up\nprovisions:\n- to report.\n", "utf-8")
    (home / "P.YAML").write_text("proposal: XYZ/1/1\nsymbol: SUP\nresolution: 8\n", "utf-8")
    assert [problem.rule for problem in validate([str(tmp_path)]).problems] == ["missing-reasons", "wrong-base"]
