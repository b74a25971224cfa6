"""`resedit blame`: what it prints and how it ends."""

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.conftest import Golden


def test_blame_of_resolution_30_is_the_accepted_one(run: Run, golden: Golden) -> None:
    ended = run("blame", "res-30")
    assert (ended.code, ended.err) == (0, "")
    golden.check("res-30.blame.text", ended.out)


def test_the_runs_in_json_are_the_final_text(run: Run) -> None:
    found = json.loads(run("blame", "res-30", "--format", "json").out)
    text = "".join("".join(part["text"] for part in line["runs"]) + "\n" for line in found)
    assert text == run("export", "res-30", "--view", "final").out
    assert {name for line in found for part in line["runs"] for name in part["by"]} == {"ECP/24A5/1"}


def test_a_consolidated_text_says_what_it_remembers(run: Run, tmp_path: Path) -> None:
    """Provisions know who changed them, not which words; an added one is known word by word."""
    file = str(tmp_path / "revised.yaml")
    assert run("apply", "res-30", "-o", file).code == 0
    found = {line["address"]: line for line in json.loads(run("blame", file, "-f", "json").out)}
    assert found["recalling/a"]["runs"][0] | {"text": ""} == {"text": "", "by": ["ECP/24A5/1"], "mixed": False}
    assert [part["mixed"] for part in found["recalling/c"]["runs"]] == [False, True]
    assert found["recognizing/b"]["runs"][0]["by"] == []
    lines = run("blame", file).out.splitlines()
    assert any(line.startswith("base + ECP/24A5/1") and "Resolution 71 (Rev. Busan, 2014)" in line for line in lines)


def test_a_text_without_proposals_is_all_the_bases(run: Run, project: Path) -> None:
    lines = run("blame", "amendments/xyz-05/res-7/base.yaml", cwd=project).out.splitlines()
    assert len(lines) == 10
    assert all(line.startswith("base") for line in lines)


def test_a_proposal_that_does_not_fit_stops_it(run: Run, project: Path) -> None:
    file = project / "amendments/xyz-05/res-7/xyz-1-1.yaml"
    file.write_text(file.read_text("utf-8").replace("{--1--}", "{--2--}"), "utf-8")
    ended = run("blame", "res-7", cwd=project)
    assert (ended.code, ended.out) == (1, "")
    assert "stale-wording" in ended.err


def test_words_that_two_proposals_ask_for_name_both(run: Run) -> None:
    """The made-up proposals of examples/merging."""
    files = [f"examples/merging/xyz-7-{number}.yaml" for number in (1, 4)]
    base = "amendments/wtdc-17/res-30/base.yaml"
    ended = run("blame", *files, "--base", base, "--conflicts", "brackets", "--format", "json")
    found = {part["text"]: part["by"] for line in json.loads(ended.out) for part in line["runs"]}
    assert found["Dubai, 2018"] == ["XYZ/7/1", "XYZ/7/4"]
