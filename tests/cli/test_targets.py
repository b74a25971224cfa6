"""What a target may be, and where it is looked for."""

from pathlib import Path

from tests.cli.conftest import PROPOSAL, Run

FINAL = [
    "RESOLUTION 7 (Rev. Elsewhere, 2005)",
    "A made-up resolution",
    "The Made-up Conference (Nowhere, 2001),",
    "recalling",
    "a)\tResolution 11 of this conference;",
    "b)\tResolution 2 of this conference[^1],",
    "resolves",
    "1\tto continue;",
    "2\tto go on;",
    "3\tto report.",
    "[^1]: A made-up note.",
]


def final(run: Run, cwd: Path, *args: str, stdin: str = "") -> list[str]:
    ended = run("export", *args, "--view", "final", cwd=cwd, stdin=stdin)
    assert (ended.code, ended.err) == (0, "")
    return ended.out.splitlines()


def test_a_folder_a_file_a_name_and_a_number_mean_the_same(run: Run, project: Path) -> None:
    folder = "amendments/xyz-05/res-7"
    for target in (folder, f"{folder}/xyz-1-1.yaml", "res-7", "xyz-05/res-7", "XYZ/1/1"):
        assert final(run, project, target) == FINAL


def test_a_base_alone_is_the_base(run: Run, project: Path) -> None:
    assert final(run, project, "amendments/xyz-05/res-7/base.yaml")[0] == "RESOLUTION 7 (Rev. Nowhere, 2001)"


def test_the_project_is_found_upwards_and_by_option(run: Run, project: Path) -> None:
    below = project / "deep" / "down"
    below.mkdir(parents=True)
    assert final(run, below, "res-7") == FINAL
    assert final(run, Path("/"), "XYZ/1/1", "--project", str(project)) == FINAL
    assert final(run, Path("/"), "res-7", "--project", str(project / "amendments")) == FINAL


def test_a_proposal_anywhere_finds_its_base_by_number_and_revision(run: Run, project: Path, tmp_path: Path) -> None:
    stray = tmp_path / "stray.yaml"
    stray.write_text(PROPOSAL.replace("XYZ/1/1", "XYZ/2/1"), "utf-8")
    assert final(run, project, "stray.yaml") == FINAL
    assert final(run, Path("/"), str(stray), "--project", str(project)) == FINAL
    base = str(project / "amendments/xyz-05/res-7/base.yaml")
    assert final(run, Path("/"), str(stray), "--base", base) == FINAL


def test_a_proposal_for_another_base_is_refused(run: Run, project: Path) -> None:
    stray = project / "stray.yaml"
    stray.write_text(PROPOSAL.replace("Nowhere, 2001", "Somewhere, 1999"), "utf-8")
    ended = run("apply", "stray.yaml", cwd=project)
    assert ended.code == 1
    assert ended.err.startswith("stray.yaml:3:13: error: there is no base 7 (Rev. Somewhere, 1999) here (wrong-base)")
    assert "there is 7 (Rev. Nowhere, 2001)" in ended.err
    ended = run("apply", "stray.yaml", "--base", "amendments/xyz-05/res-7/base.yaml", cwd=project)
    assert ended.code == 1
    assert "is written for 7 (Rev. Somewhere, 1999), not for 7 (Rev. Nowhere, 2001)" in ended.err


def test_standard_input_is_a_target(run: Run, project: Path) -> None:
    assert final(run, project, "-", stdin=PROPOSAL) == FINAL


def test_what_is_not_there_is_said_with_what_is(run: Run, project: Path) -> None:
    ended = run("show", "res-8", cwd=project)
    assert ended.code == 2
    assert ended.err == (
        "resedit: error: there is no file, resolution or proposal “res-8”\n  hint: `resedit list` shows: res-7\n"
    )
    ended = run("show", "res-7", cwd=Path("/"))
    assert ended.code == 2
    assert "--project" in ended.err


def test_two_resolutions_of_one_name_have_to_be_told_apart(run: Run, project: Path) -> None:
    other = project / "amendments" / "xyz-09" / "res-7"
    other.mkdir(parents=True)
    base = (project / "amendments/xyz-05/res-7/base.yaml").read_text("utf-8")
    (other / "base.yaml").write_text(base, "utf-8")
    ended = run("show", "res-7", cwd=project)
    assert ended.code == 2
    assert "xyz-05/res-7, xyz-09/res-7" in ended.err
    assert run("show", "xyz-09/res-7", cwd=project).code == 0


def test_list_shows_what_a_project_holds(run: Run, project: Path) -> None:
    rows = [line.split("\t") for line in run("list", cwd=project).out.splitlines()]
    assert [row[:3] for row in rows] == [
        ["resolution", "base", "proposal"],
        ["xyz-05/res-7", "7 (Rev. Nowhere, 2001)", ""],
        ["xyz-05/res-7", "7 (Rev. Nowhere, 2001)", "XYZ/1/1"],
    ]
    assert rows[2][-1] == "amendments/xyz-05/res-7/xyz-1-1.yaml"
