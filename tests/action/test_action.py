"""The action, step by step, as a runner runs it: on a real repository, with the events that GitHub sends."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.action.runner import PIP, Runner, action
from tests.conftest import ROOT
from tests.repository import FOLDER, SECOND, Repo

ZEROS = "0" * 40


@pytest.fixture
def server(repo: Repo) -> Repo:
    """The repository on the server, with `main` and a branch that a pull request is made from."""
    repo.branch()
    return repo


class PullRequest:
    """A pull request from `topic` to `main`, with the merge commit that GitHub makes for it, and its checkout."""

    def __init__(self, server: Repo, tmp_path: Path, depth: int = 0) -> None:
        server.commit()
        self.base = server.git("rev-parse", "main")
        server.git("checkout", "--quiet", "--detach", "main")
        server.git("merge", "--quiet", "--no-ff", "--message", "Merge topic into main", "topic")
        server.git("update-ref", "refs/pull/1/merge", "HEAD")
        server.git("checkout", "--quiet", "topic")
        event = {"pull_request": {"number": 1, "base": {"ref": "main", "sha": self.base}}}
        refs = "+refs/pull/1/merge:refs/remotes/pull/1/merge"
        self.workspace = checkout(server, tmp_path, depth, refs, "refs/remotes/pull/1/merge")
        self.runner = runner(self.workspace, tmp_path, event, GITHUB_BASE_REF="main", GITHUB_EVENT_NAME="pull_request")


def checkout(server: Repo, tmp_path: Path, depth: int, refs: str, at: str) -> Path:
    """What actions/checkout does: all branches with a depth of 0, else one commit of what the event is about."""
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    clone = Repo(workspace)
    clone.git("init", "--quiet", "--initial-branch", "unused")
    clone.git("remote", "add", "origin", server.path.resolve().as_uri())
    if depth:
        clone.git("fetch", "--quiet", "--no-tags", f"--depth={depth}", "origin", refs)
    else:
        clone.git("fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*", refs)
    clone.git("checkout", "--quiet", "--force", at)
    return workspace


def runner(workspace: Path, tmp_path: Path, event: Any, **variables: str) -> Runner:
    path = tmp_path / "event.json"
    path.write_text(json.dumps(event), "utf-8")
    return Runner(workspace, tmp_path / "runner", {"GITHUB_EVENT_PATH": str(path), **variables})


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_a_sound_pull_request(server: Repo, tmp_path: Path, depth: int) -> None:
    """No error: the redline of what it adds is in the summary, its Word file attached, however deep the clone is."""
    server.write("xyz-1-3.yaml", SECOND.replace("XYZ/1/2", "XYZ/1/3"))
    job = PullRequest(server, tmp_path, depth).runner.run()
    assert job.failed == []
    assert f"::warning file={FOLDER}/xyz-1-3.yaml,line=4,col=11,title=revision-line::" in job.log("Validate")
    assert "xyz-1-1.yaml,line" not in job.log("Validate")
    assert "### MOD XYZ/1/3 on RESOLUTION 7 (Rev. Nowhere, 2001)\n" in job.summary
    assert "b) Resolution <del>2</del><ins>22</ins> of this conference" in job.summary
    (word,) = job.outputs["word-files"].splitlines()
    assert Path(word).relative_to(job.outputs["word-folder"]) == Path("xyz-05/res-7/xyz-1-3.docx")
    assert Path(word).read_bytes().startswith(b"PK")
    assert Path(job.outputs["redline"]).read_text("utf-8") == job.summary
    attached = job.steps["Attach the Word files"]
    assert (attached.outcome, attached.outputs) == ("success", {"name": "redlines", "path": job.outputs["word-folder"]})


def test_errors_fail_the_check_and_the_rest_is_there(server: Repo, tmp_path: Path) -> None:
    server.replace("xyz-1-1.yaml", "recalling a", "recalling z")
    server.replace("xyz-1-2.yaml", "{++22++}", "{++23++}")
    job = PullRequest(server, tmp_path).runner.run()
    assert job.failed == ["Validate"]
    assert f"::error file={FOLDER}/xyz-1-1.yaml,line=7,col=8,title=missing-address::" in job.log("Validate")
    assert "**cannot be applied**" in job.summary
    assert "b) Resolution <del>22</del><ins>23</ins> of this conference" in job.summary
    assert [Path(path).name for path in job.outputs["word-files"].splitlines()] == ["xyz-1-2.docx"]


def test_a_changed_base_fails_for_the_proposals_that_it_breaks(server: Repo, tmp_path: Path) -> None:
    server.replace("base.yaml", "Resolution 1 of", "Resolution 9 of")
    job = PullRequest(server, tmp_path, 1).runner.run()
    assert job.failed == ["Validate"]
    assert f"::error file={FOLDER}/xyz-1-1.yaml,line=8,col=9,title=stale-wording::" in job.log("Validate")
    assert "| broken | MOD XYZ/1/1 on RESOLUTION 7 (Rev. Nowhere, 2001) | **cannot be applied** |" in job.summary


def test_a_renamed_and_a_deleted_proposal(server: Repo, tmp_path: Path) -> None:
    server.git("mv", f"{FOLDER}/xyz-1-1.yaml", f"{FOLDER}/new name.yaml")
    server.file("xyz-1-2.yaml").unlink()
    job = PullRequest(server, tmp_path).runner.run()
    assert job.failed == []
    assert "| renamed | MOD XYZ/1/1 on RESOLUTION 7 (Rev. Nowhere, 2001) | No change in the text. |" in job.summary
    assert f"**renamed** · `{FOLDER}/new name.yaml`, was `{FOLDER}/xyz-1-1.yaml`\n" in job.summary
    assert f"**deleted** · `{FOLDER}/xyz-1-2.yaml`\n\nThis falls away:\n" in job.summary
    assert [Path(path).name for path in job.outputs["word-files"].splitlines()] == ["new name.docx"]


def test_nothing_touched_attaches_nothing(server: Repo, tmp_path: Path) -> None:
    (server.path / "README.md").write_text("x")
    job = PullRequest(server, tmp_path).runner.run()
    assert job.failed == []
    assert job.summary.endswith("No text is touched.\n")
    assert (job.outputs["word-files"], job.steps["Attach the Word files"].outcome) == ("", "skipped")


def test_a_first_commit_is_all_new(repo: Repo, tmp_path: Path) -> None:
    """A first push: the event names nothing before it, and the commit has no parent."""
    event = {"ref": "refs/heads/main", "before": ZEROS, "repository": {"default_branch": "main"}}
    workspace = checkout(repo, tmp_path, 1, "+refs/heads/main:refs/remotes/origin/main", "refs/remotes/origin/main")
    job = runner(workspace, tmp_path, event, GITHUB_EVENT_NAME="push").run()
    assert job.failed == []
    assert "| added | RESOLUTION 7 (Rev. Nowhere, 2001) | A new base with 6 provisions. |" in job.summary
    assert len(job.outputs["word-files"].splitlines()) == 2


def test_a_push_is_compared_with_what_was_there_before(repo: Repo, tmp_path: Path) -> None:
    before = repo.git("rev-parse", "HEAD")
    repo.replace("xyz-1-1.yaml", "{++11++}", "{++12++}")
    repo.commit("second")
    event = {"ref": "refs/heads/main", "before": before, "repository": {"default_branch": "main"}}
    workspace = checkout(repo, tmp_path, 1, "+refs/heads/main:refs/remotes/origin/main", "refs/remotes/origin/main")
    job = runner(workspace, tmp_path, event, GITHUB_EVENT_NAME="push").run()
    assert job.failed == []
    assert "a) Resolution <del>11</del><ins>12</ins> of this conference;" in job.summary


def test_a_shallow_clone_whose_history_cannot_be_fetched_says_what_to_do(server: Repo, tmp_path: Path) -> None:
    request = PullRequest(server, tmp_path, 1)
    Repo(request.workspace).git("remote", "set-url", "origin", (tmp_path / "gone").as_uri())
    job = request.runner.run()
    assert job.failed == ["Validate", "Show the redlines", "Write the Word files"]
    assert "::warning::The history could not be fetched" in job.log("Fetch the history that a shallow clone lacks")
    for name in job.failed:
        assert "this clone is shallow and does not hold" in job.log(name)
        assert "fetch-depth: 0 for actions/checkout" in job.log(name)
    assert job.summary == ""


def test_inputs_say_what_is_looked_at_and_what_fails(server: Repo, tmp_path: Path) -> None:
    server.write("xyz-1-3.yaml", SECOND.replace("XYZ/1/2", "XYZ/1/3"))
    request = PullRequest(server, tmp_path)
    job = request.runner.run(only_changed="false", fail_on="warning", artifact="", base_ref=request.base)
    assert job.failed == ["Validate"]
    assert "xyz-1-1.yaml,line" in job.log("Validate")
    assert f"`{request.base[:10]}...HEAD`" in job.summary
    assert job.steps["Attach the Word files"].outcome == "skipped"


@pytest.mark.parametrize("hostile", ["$(touch pwned)", "`touch pwned`", "'; touch pwned; '", "-x", "a\nb", '"'])
def test_hostile_inputs_run_nothing(server: Repo, tmp_path: Path, hostile: str) -> None:
    request = PullRequest(server, tmp_path)
    job = request.runner.run(base_ref=hostile)
    assert job.failed == ["Validate", "Show the redlines", "Write the Word files"]
    assert not list(tmp_path.rglob("pwned"))
    assert "there is no revision" in job.log("Validate")


def heeded(log: str) -> list[str]:
    """The lines in which the runner looks for commands: it leaves out the blanks before them, and what stands between
    `stop-commands` and the token that it gives."""
    token, lines = "", []
    for line in map(str.strip, log.splitlines()):
        if token:
            token = "" if line == f"::{token}::" else token
        elif line.startswith("::stop-commands::"):
            token = line.removeprefix("::stop-commands::")
        else:
            lines.append(line)
    assert not token
    return lines


def test_hostile_files_run_nothing(server: Repo, tmp_path: Path) -> None:
    """Modules that Python would find before its own, names and texts that the shell or the runner might heed."""
    for module in ("venv", "pip", "resedit", "json"):
        (server.path / f"{module}.py").write_text(f"open({str(tmp_path / 'pwned')!r}, 'w')\n")
    server.write("$(touch pwned).yaml", SECOND.replace("XYZ/1/2", "XYZ/1/3").replace("Made up", "::error::x @all"))
    server.write("x\n::error::y\nword-folder=z.yaml", "proposal: [")
    server.write("lines.yaml", "proposal: XYZ/1/9\n::add-mask::e: y\n")
    job = PullRequest(server, tmp_path).runner.run()
    assert job.failed == ["Validate"]
    assert not list(tmp_path.rglob("pwned"))
    logs = "".join(step.log for step in job.steps.values())
    assert all(line.startswith("::error file=") for line in logs.splitlines() if line.startswith("::error"))
    assert "::add-mask::" in job.log("Write the Word files")
    assert not [line for step in job.steps.values() for line in heeded(step.log) if line.startswith("::add-mask")]
    assert job.outputs["word-folder"].startswith(str(tmp_path / "runner" / "word."))
    assert "@all" not in job.summary


def test_the_test_runs_the_action_as_it_stands() -> None:
    """All but one line of it, and that one is there."""
    steps = action()["runs"]["steps"]
    assert [step.get("run", "").count(PIP) for step in steps if step.get("id") == "install"] == [1]


def test_other_actions_are_pinned_to_commits() -> None:
    files = [ROOT / "action.yml", *(ROOT / ".github" / "workflows").glob("*.yml")]
    used = [line for path in files for line in re.findall(r"uses: (.*)", path.read_text("utf-8"))]
    assert len(used) > 3
    assert all(re.fullmatch(r"\./|[\w/-]+@[0-9a-f]{40} # v[\d.]+", line) for line in used)


def test_every_input_and_output_is_described_and_documented() -> None:
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    for group in ("inputs", "outputs"):
        for name, described in action()[group].items():
            assert described["description"]
            assert f"`{name}`" in page, name
