"""What git knows, whatever names people give and whatever state the repository is in."""

import os
import subprocess
from pathlib import Path

import pytest

from resedit.model.problem import UsageError
from resedit.project.git import Difference, Range, Repository
from resedit.store.nodes import MAX_BYTES
from tests.repository import FOLDER, Repo

ZEROS = "0" * 40


def is_yaml(path: Path) -> bool:
    return path.suffix == ".yaml"


def test_a_range_is_read_as_git_reads_it(repo: Repo) -> None:
    """`A...B` from where the branches parted, `A..B` as they are, `A` to the files as they are now."""
    first = repo.git("rev-parse", "HEAD")
    repo.branch()
    topic = repo.commit()
    repo.git("checkout", "--quiet", "main")
    main = repo.commit("another")
    found = Repository(repo.path)
    assert found.range("main...topic") == Range(first, topic)
    assert found.range("main..topic") == Range(main, topic)
    assert found.range("...topic") == Range(first, topic)
    assert found.range("topic..") == Range(topic, main)
    assert found.range("topic") == Range(topic, "")


def test_forty_zeros_are_the_state_before_the_first_commit(repo: Repo) -> None:
    found = Repository(repo.path)
    states = found.range(f"{ZEROS}...HEAD")
    assert [difference.old for difference in found.differences(states)] == [""] * 4


@pytest.mark.parametrize("name", ["-x", "--output=x", "", "nosuch", "main:amendments", "a\0b", "HEAD^", "main; echo x"])
def test_what_is_no_revision_is_said_and_never_taken_for_an_option(repo: Repo, name: str) -> None:
    with pytest.raises(UsageError, match="there is no revision"):
        Repository(repo.path).commit(name)
    assert sorted(path.name for path in repo.path.iterdir()) == [".git", "amendments"]


def test_files_that_differ_are_found_whatever_their_names(repo: Repo) -> None:
    """Renamed ones as one, names of any bytes, and with the files as they are now what is not committed too."""
    odd = "naïve “x”\n\ty.yaml"
    repo.branch()
    repo.git("mv", f"{FOLDER}/xyz-1-1.yaml", f"{FOLDER}/{odd}")
    repo.commit()
    found = Repository(repo.path)
    moved = Difference(f"{FOLDER}/xyz-1-1.yaml", f"{FOLDER}/{odd}")
    assert found.differences(found.range("main...HEAD")) == (moved,)
    repo.file("xyz-1-2.yaml").unlink()
    repo.write("new.yaml", "x")
    repo.write(".gitignore", "ignored.yaml")
    repo.write("ignored.yaml", "x")
    repo.write("base.yaml", "x")
    repo.git("add", f"{FOLDER}/base.yaml")
    assert found.differences(found.range("main...HEAD")) == (moved,)
    assert found.differences(found.range("main")) == (
        Difference("", f"{FOLDER}/.gitignore"),
        Difference(f"{FOLDER}/base.yaml", f"{FOLDER}/base.yaml"),
        moved,
        Difference("", f"{FOLDER}/new.yaml"),
        Difference(f"{FOLDER}/xyz-1-2.yaml", ""),
    )


def test_nobodys_settings_change_what_is_found(repo: Repo) -> None:
    repo.branch()
    repo.git("mv", f"{FOLDER}/xyz-1-1.yaml", f"{FOLDER}/é.yaml")
    repo.commit()
    for key, value in (
        ("diff.renames", "false"),
        ("diff.noprefix", "true"),
        ("diff.relative", "true"),
        ("diff.external", "false"),
        ("color.ui", "always"),
        ("core.quotePath", "true"),
        ("status.showUntrackedFiles", "no"),
    ):
        repo.git("config", key, value)
    found = Repository(repo.path / "amendments" / "xyz-05")
    assert found.top == repo.path.resolve()
    assert found.differences(found.range("main...HEAD")) == (Difference(f"{FOLDER}/xyz-1-1.yaml", f"{FOLDER}/é.yaml"),)


def test_a_hook_in_a_second_work_tree_finds_its_top(
    repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """git tells a hook there the repository and nothing else, and would take any folder for the top."""
    second = tmp_path / "second"
    repo.git("worktree", "add", "--quiet", "-b", "topic", str(second))
    monkeypatch.setenv("GIT_DIR", repo.git("-C", str(second), "rev-parse", "--absolute-git-dir"))
    found = Repository(second / "amendments")
    assert found.top == second.resolve()
    found.write_files("main", "amendments", is_yaml, tmp_path / "out")
    assert (tmp_path / "out" / FOLDER / "base.yaml").is_file()


def test_a_shallow_clone_is_said_with_what_to_fetch(repo: Repo, tmp_path: Path) -> None:
    first = repo.git("rev-parse", "HEAD")
    repo.branch()
    repo.commit()
    url = repo.path.resolve().as_uri()
    repo.git("clone", "--quiet", "--depth", "1", "--no-single-branch", url, str(tmp_path / "shallow"))
    found = Repository(tmp_path / "shallow")
    with pytest.raises(UsageError, match="where origin/main and HEAD parted") as said:
        found.range("origin/main...HEAD")
    assert "fetch-depth: 0" in said.value.hint
    with pytest.raises(UsageError, match="shallow and does not hold “HEAD~3”"):
        found.commit("HEAD~3")
    assert found.differences(found.range("origin/main..HEAD")) == ()
    assert found.commit("origin/main") == first


def test_branches_without_a_common_commit_are_said(repo: Repo) -> None:
    repo.git("checkout", "--quiet", "--orphan", "other")
    repo.commit()
    with pytest.raises(UsageError, match=r"main and HEAD share no commit") as said:
        Repository(repo.path).range("main...HEAD")
    assert "main..HEAD" in said.value.hint


def test_outside_git_and_without_git_it_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="is not in a git repository"):
        Repository(tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UsageError, match="there is no git here"):
        Repository(tmp_path)


def test_a_repository_without_commits_is_said(tmp_path: Path) -> None:
    Repo(tmp_path).git("init", "--quiet")
    with pytest.raises(UsageError, match="there is no commit yet"):
        Repository(tmp_path).range("...HEAD")


def test_files_of_a_commit_are_written_as_they_were_and_nothing_else(repo: Repo, tmp_path: Path) -> None:
    """Links, other files and what stands elsewhere stay out; of a file too large to read only a part."""
    repo.file("link.yaml").symlink_to("/etc/passwd")
    repo.write("notes.txt", "x")
    (repo.path / "elsewhere.yaml").write_text("x")
    repo.write("large.yaml", "x" * (MAX_BYTES + 5))
    repo.write("crlf.yaml", "a: b\r\n")
    commit = repo.commit()
    repo.write("base.yaml", "changed since")
    Repository(repo.path).write_files(commit, "amendments", is_yaml, tmp_path / "out")
    written = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.yaml")}
    names = ("base", "xyz-1-1", "xyz-1-2", "large", "crlf")
    assert written == {"amendments/xyz-05/conference.yaml", *(f"{FOLDER}/{name}.yaml" for name in names)}
    assert (tmp_path / "out" / FOLDER / "base.yaml").read_text().startswith("resolution: 7\n")
    assert (tmp_path / "out" / FOLDER / "crlf.yaml").read_bytes() == b"a: b\r\n"
    assert (tmp_path / "out" / FOLDER / "large.yaml").stat().st_size == MAX_BYTES + 1


def test_a_hostile_tree_writes_nothing_outside(repo: Repo, tmp_path: Path) -> None:
    """git itself makes no such tree; one can be made by hand."""
    blob = repo.git("hash-object", "-w", f"{FOLDER}/base.yaml")
    tree = _tree(repo, f"100644 blob {blob}\tx.yaml")
    for _ in range(2):
        tree = _tree(repo, f"040000 tree {tree}\t..")
    (tmp_path / "in" / "deep").mkdir(parents=True)
    Repository(repo.path).write_files(tree, ".", is_yaml, tmp_path / "in" / "deep")
    assert not list(tmp_path.glob("**/x.yaml"))


def _tree(repo: Repo, entry: str) -> str:
    kind, _, rest = entry.partition(" ")
    name = rest.rpartition("\t")[2]
    raw = f"{kind.lstrip('0')} {name}\0".encode() + bytes.fromhex(rest.split()[1])
    command = ["git", "-C", str(repo.path), "hash-object", "-t", "tree", "-w", "--stdin", "--literally"]
    return subprocess.run(command, input=raw, capture_output=True, check=True, env=os.environ).stdout.decode().strip()
