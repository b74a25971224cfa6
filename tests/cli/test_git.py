"""`validate --changed` and `diff --git` as people and jobs call them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.repository import FOLDER, Repo


@pytest.fixture
def topic(repo: Repo) -> Repo:
    """A branch in which one proposal changes and another breaks."""
    repo.branch()
    repo.replace("xyz-1-1.yaml", "{++11++}", "{++12++}")
    repo.replace("xyz-1-2.yaml", "recalling b", "recalling z")
    repo.commit()
    return repo


@pytest.mark.parametrize(
    "arguments",
    [
        ["--changed"],
        ["--changed", "main"],
        ["--changed=main"],
        ["--changed", "--format", "text"],
        ["amendments", "--changed"],
        [FOLDER, "--changed", "main"],
        ["--changed=", "amendments"],
        ["--changed", "--", "amendments"],
    ],
)
def test_validate_changed_takes_a_revision_or_none(topic: Repo, run: Run, arguments: list[str]) -> None:
    ended = run("validate", *arguments, cwd=topic.path)
    assert ended.code == 1
    assert "(missing-address)" in ended.out
    assert ended.err.endswith(" (changes since main)\n")


def test_validate_changed_ends_with_0_where_nothing_breaks(topic: Repo, run: Run) -> None:
    assert run("validate", "--changed", "HEAD", cwd=topic.path).code == 0
    assert run("validate", cwd=topic.path).code == 1


def test_what_git_cannot_do_is_said_and_ends_with_2(topic: Repo, run: Run, tmp_path: Path) -> None:
    for arguments in (["validate", "--changed", "nosuch"], ["diff", "--git", "nosuch...HEAD"], ["diff", "--git=-x"]):
        ended = run(*arguments, cwd=topic.path)
        assert (ended.code, ended.out) == (2, "")
        assert "there is no revision" in ended.err
    (tmp_path / "amendments").mkdir()
    for arguments in (["validate", "--changed"], ["diff", "--git", "main...HEAD"]):
        ended = run(*arguments, cwd=tmp_path)
        assert (ended.code, ended.out) == (2, "")
        assert "is not in a git repository" in ended.err


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_diff_git_shows_errors_in_their_place_and_the_other_proposals(topic: Repo, run: Run, form: str) -> None:
    ended = run("diff", "--git", "main...HEAD", "--format", form, cwd=topic.path)
    assert (ended.code, ended.err) == (2, "")
    assert ended.out.index("XYZ/1/1") < ended.out.index("missing-address")
    if form == "json":
        assert [entry["event"] for entry in json.loads(ended.out)] == ["changed", "changed"]
    elif form == "markdown":
        assert "a) Resolution <del>11</del><ins>12</ins> of this conference;" in ended.out
    else:
        assert "a)\tResolution {--11--}{++12++} of this conference;" in ended.out


def test_diff_git_ends_as_diff_does(topic: Repo, run: Run) -> None:
    one = f"{FOLDER}/xyz-1-1.yaml"
    assert run("diff", "--git", "main...HEAD", one, cwd=topic.path).code == 1
    assert run("diff", "--git", "HEAD...HEAD", cwd=topic.path).code == 0
    assert run("diff", "--git=main..HEAD", f"{FOLDER}/base.yaml", cwd=topic.path).code == 0
    ended = run("diff", "--git", "main...HEAD", "nosuch", cwd=topic.path)
    assert (ended.code, "there is no file or folder nosuch" in ended.err) == (2, True)


def test_diff_git_alone_compares_with_what_the_branch_is_for(topic: Repo, run: Run) -> None:
    named = run("diff", "--git", "main...HEAD", "--format", "markdown", cwd=topic.path)
    assert run("diff", "--git", "--format", "markdown", cwd=topic.path) == named


def test_files_are_named_from_where_one_stands_and_read_from_git(topic: Repo, run: Run) -> None:
    topic.git("checkout", "--quiet", "main")
    topic.file("xyz-1-1.yaml").write_text("[", "utf-8")
    inside = topic.path / "amendments" / "xyz-05"
    entries = json.loads(run("diff", "--git", "main...topic", "--format", "json", cwd=inside).out)
    assert [entry["file"] for entry in entries] == ["res-7/xyz-1-1.yaml", "res-7/xyz-1-2.yaml"]
    assert [p["file"] for entry in entries for p in entry["problems"]] == ["res-7/xyz-1-2.yaml"]
    changed = json.loads(run("validate", "--changed", "--format", "json", cwd=inside).out)
    assert {finding["file"] for finding in changed} == {"res-7/xyz-1-1.yaml"}


def test_the_size_is_for_markdown_and_large_enough_to_say_something(topic: Repo, run: Run) -> None:
    ended = run("diff", "--git", "--format", "markdown", "--max-size", "65536", cwd=topic.path)
    assert ended.out.startswith("## What changes in the texts: `main...HEAD`\n")
    for arguments in (["--max-size", "65536"], ["--format", "markdown", "--max-size", "12"]):
        assert run("diff", "--git", *arguments, cwd=topic.path).code == 2


def test_a_target_or_a_range_is_wanted_and_nothing_given_is_ignored(topic: Repo, run: Run) -> None:
    ended = run("diff", cwd=topic.path)
    assert (ended.code, ended.out) == (2, "")
    assert "neither TARGET nor --git" in ended.err
    given = {"a second text": ["a", "b"], "--base": ["--base", "x"], "--with": ["--with", "x"]}
    given |= {"--accept": ["--accept", "x"], "--conflicts": ["--conflicts", "brackets"]}
    for name, arguments in given.items():
        ended = run("diff", "--git", "main", *arguments, cwd=topic.path)
        assert (ended.code, ended.out) == (2, "")
        assert f"{name} has no meaning with --git" in ended.err


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit"])
def test_findings_come_out_the_same_whatever_the_order_of_arguments_and_hashes(
    topic: Repo, run: Run, form: str
) -> None:
    one, two = f"{FOLDER}/xyz-1-1.yaml", f"{FOLDER}/xyz-1-2.yaml"
    outputs = {
        run("validate", *paths, "--format", form, cwd=topic.path, env={"PYTHONHASHSEED": seed}).out
        for paths in ([one, two], [two, one])
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
