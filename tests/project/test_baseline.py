"""What a branch is compared with where nobody says it."""

import json
from pathlib import Path
from typing import Any

import pytest

from resedit.model.problem import UsageError
from resedit.project.baseline import baseline
from resedit.project.git import Repository
from tests.repository import Repo

ZEROS = "0" * 40


def event(tmp_path: Path, data: Any) -> dict[str, str]:
    path = tmp_path / "event.json"
    path.write_text(json.dumps(data), "utf-8")
    return {"GITHUB_EVENT_PATH": str(path)}


def test_a_pull_request_is_compared_with_the_branch_it_is_for(repo: Repo, tmp_path: Path) -> None:
    """With the branch as it is on the server where the clone has it, else with the commit that the event names."""
    sha = repo.git("rev-parse", "main")
    environment = {"GITHUB_BASE_REF": "main", **event(tmp_path, {"pull_request": {"base": {"sha": sha}}})}
    assert baseline(Repository(repo.path), environment) == sha
    repo.git("update-ref", "refs/remotes/origin/main", "main")
    assert baseline(Repository(repo.path), environment) == "origin/main"


def test_a_push_is_compared_with_what_was_there_before(repo: Repo, tmp_path: Path) -> None:
    before = repo.git("rev-parse", "main")
    repo.commit()
    about = {"ref": "refs/heads/main", "repository": {"default_branch": "main"}}
    found = Repository(repo.path)
    assert baseline(found, event(tmp_path, {**about, "before": before})) == before
    assert baseline(found, event(tmp_path, {**about, "before": ZEROS})) == ZEROS


def test_a_new_or_forced_branch_is_compared_with_the_default_branch(repo: Repo, tmp_path: Path) -> None:
    repo.git("update-ref", "refs/remotes/origin/main", "main")
    about = {"ref": "refs/heads/topic", "repository": {"default_branch": "main"}}
    for before in (ZEROS, "1" * 40):
        assert baseline(Repository(repo.path), event(tmp_path, {**about, "before": before})) == "origin/main"


def test_a_base_that_is_not_there_is_named_so_that_what_is_missing_is_said(repo: Repo, tmp_path: Path) -> None:
    found = Repository(repo.path)
    environment = {"GITHUB_BASE_REF": "main", **event(tmp_path, {"pull_request": {"base": {"sha": "1" * 40}}})}
    with pytest.raises(UsageError, match="there is no revision “1111"):
        found.commit(baseline(found, environment))


def test_gitlab_names_the_commit_a_merge_request_starts_from(repo: Repo) -> None:
    sha = repo.git("rev-parse", "main")
    assert baseline(Repository(repo.path), {"CI_MERGE_REQUEST_DIFF_BASE_SHA": sha}) == sha


def test_elsewhere_it_is_the_default_branch(repo: Repo) -> None:
    repo.branch()
    assert baseline(Repository(repo.path), {}) == "main"
    repo.git("update-ref", "refs/remotes/origin/master", "main")
    assert baseline(Repository(repo.path), {}) == "origin/master"
    repo.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/master")
    assert baseline(Repository(repo.path), {}) == "origin/HEAD"
    repo.git("symbolic-ref", "--delete", "refs/remotes/origin/HEAD")
    repo.git("update-ref", "-d", "refs/remotes/origin/master")
    repo.git("branch", "--quiet", "-D", "main")
    with pytest.raises(UsageError, match="no branch to compare with"):
        baseline(Repository(repo.path), {})


def test_before_the_first_commit_everything_is_new(tmp_path: Path) -> None:
    repo = Repo(tmp_path)
    repo.git("init", "--quiet")
    assert baseline(Repository(tmp_path), {}) == ZEROS


@pytest.mark.parametrize("content", ["", "[]", "{", '"x"', "\x00"])
def test_an_event_that_cannot_be_read_is_said_or_says_nothing(repo: Repo, tmp_path: Path, content: str) -> None:
    path = tmp_path / "event.json"
    path.write_text(content)
    try:
        assert baseline(Repository(repo.path), {"GITHUB_EVENT_PATH": str(path)}) == "main"
    except UsageError as error:
        assert "no event that can be read" in error.message
        assert content not in ("[]", '"x"')
