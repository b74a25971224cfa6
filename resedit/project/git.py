"""What git knows of a project: its revisions, the files that differ between two of them, and the files they hold.

Runs the git program, reads only, and lets no name from outside stand where git would take it for an option.
"""

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from resedit.model.problem import UsageError
from resedit.project.tree import shown
from resedit.store.nodes import MAX_BYTES

SHALLOW = "fetch all of it: git fetch --unshallow (in CI: fetch-depth: 0 for actions/checkout, GIT_DEPTH: 0 in GitLab)"
NOTHING = re.compile(r"0{40}|0{64}")
"""How git and the events of its servers name the state before a first commit."""
_FILE_MODES = ("100644", "100755")


class Difference(NamedTuple):
    """A file that differs: its path from the repository's top before and after, empty where it is not there."""

    old: str
    new: str


class Range(NamedTuple):
    """Two states of a repository by their ids; `new` is empty for the files as they are now."""

    old: str
    new: str


class GitError(Exception):
    """git ended with an error; the text is what it said."""


class Repository:
    """A git repository with a work tree, found from a folder upwards.

    Raises UsageError where there is none, or no git.
    """

    def __init__(self, folder: Path) -> None:
        try:
            top = _git(folder, "rev-parse", "--show-toplevel")
        except GitError as error:
            if "not a git repository" in str(error):
                raise UsageError(f"{shown(folder)} is not in a git repository", "git init makes one") from None
            raise UsageError(f"git cannot work in {shown(folder)}: {error}") from None
        self.top = Path(os.fsdecode(top.removesuffix(b"\n"))).resolve()

    def commit(self, revision: str) -> str:
        """The id of the commit that a revision names; of the empty tree for forty zeros.

        Raises UsageError for one that is not there, saying so where the clone is shallow.
        """
        if NOTHING.fullmatch(revision):
            return self._git("hash-object", "-t", "tree", "--stdin").decode().strip()
        found = self._commit(revision)
        if found:
            return found
        if revision == "HEAD":
            raise UsageError("there is no commit yet in this repository", "git commit makes the first")
        if self.is_shallow():
            raise UsageError(f"this clone is shallow and does not hold “{revision}”", SHALLOW)
        hint = "git branch --all and git tag list the names there are; forty zeros stand for nothing at all"
        raise UsageError(f"there is no revision “{revision}” in this repository", hint)

    def holds(self, revision: str) -> bool:
        """Whether a revision names a commit that is there."""
        return bool(self._commit(revision))

    def merge_base(self, one: str, other: str) -> str:
        """The id of the commit where two branches parted; the empty tree's if either stands for nothing.

        Raises UsageError if they share none, saying so where the clone is shallow.
        """
        if NOTHING.fullmatch(one) or NOTHING.fullmatch(other):
            return self.commit(one if NOTHING.fullmatch(one) else other)
        try:
            return self._git("merge-base", self.commit(one), self.commit(other)).decode().split()[0]
        except GitError:
            if self.is_shallow():
                raise UsageError(
                    f"this clone is shallow and does not hold the commit where {one} and {other} parted", SHALLOW
                ) from None
            raise UsageError(
                f"{one} and {other} share no commit", f"{one}..{other} compares them as they are"
            ) from None

    def range(self, text: str) -> Range:
        """The states that a range names: `A...B` from where they parted to B, `A..B` from A to B (HEAD where one is
        left out), `A` from A to the files as they are now. Raises UsageError for a revision that is not there."""
        for dots in ("...", ".."):
            if dots in text:
                one, _, other = text.partition(dots)
                one, other = one or "HEAD", other or "HEAD"
                old = self.merge_base(one, other) if dots == "..." else self.commit(one)
                return Range(old, self.commit(other))
        return Range(self.commit(text), "")

    def is_shallow(self) -> bool:
        """Whether the clone holds only a part of its history."""
        return self._git("rev-parse", "--is-shallow-repository").strip() == b"true"

    def differences(self, states: Range) -> tuple[Difference, ...]:
        """The files that differ, renames found by git, by path. For the files as they are now: those that are not
        committed too, be they staged or not, or not yet known to git and not ignored."""
        options = ("--name-status", "-z", "--find-renames", "--no-ext-diff", "--no-color", "--ignore-submodules=all")
        ends = (states.old, states.new) if states.new else (states.old,)
        found = list(_differences(_fields(self._git("diff", *options, *ends, "--"))))
        if not states.new:
            others = self._git("ls-files", "-z", "--others", "--exclude-standard")
            found += [Difference("", path) for path in _fields(others)]
        return tuple(sorted(found, key=lambda difference: difference.new or difference.old))

    def write_files(self, commit: str, below: str, wanted: Callable[[Path], bool], to: Path) -> None:
        """Write the files of a commit below a path (from the top, `.` for all) that are `wanted` to the same paths in
        the folder `to`. Links and submodules are left out; of a file larger than can be read no byte is written beyond
        that."""
        listed = self._git("ls-tree", "-r", "-z", "-l", commit, *([] if below == "." else ["--", f"{below}/"]))
        with self._objects() as read:
            for entry in _fields(listed):
                head, _, path = entry.partition("\t")
                mode, _, name, size = head.split()
                if mode not in _FILE_MODES or not wanted(Path(path)) or ".." in Path(path).parts:
                    continue
                target = to / path
                target.parent.mkdir(parents=True, exist_ok=True)
                if int(size) <= MAX_BYTES:
                    target.write_bytes(read(name))
                else:
                    with target.open("wb") as file:
                        file.truncate(MAX_BYTES + 1)

    @contextmanager
    def _objects(self) -> "Iterator[_Read]":
        """Gives the bytes of objects by id, from one git process."""
        with subprocess.Popen(
            ["git", "-C", str(self.top), "cat-file", "--batch"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_environment(),
        ) as process:
            yield _Read(process)
            process.communicate()

    def _commit(self, revision: str) -> str:
        if not revision or revision.startswith("-") or "\0" in revision:
            return ""
        try:
            return self._git("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").decode().strip()
        except GitError:
            return ""

    def _git(self, *arguments: str) -> bytes:
        return _git(self.top, *arguments)


class _Read:
    """Reads objects from a running `git cat-file --batch`."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        assert process.stdin and process.stdout
        self.ask, self.answer = process.stdin, process.stdout

    def __call__(self, name: str) -> bytes:
        self.ask.write(f"{name}\n".encode())
        self.ask.flush()
        head = self.answer.readline().split()
        if len(head) != 3:
            raise UsageError(f"git cannot read the object {name}", "git fsck tells what is missing")
        data = self.answer.read(int(head[2]))
        self.answer.read(1)
        return data


def _git(folder: Path, *arguments: str) -> bytes:
    """What git prints, in a language and a form that do not depend on anybody's settings. Raises GitError."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=_environment(),
            check=False,
        )
    except FileNotFoundError:
        raise UsageError("there is no git here", "install git, or put it on the PATH") from None
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: "))
    return done.stdout


def _environment() -> dict[str, str]:
    """The environment for git. A hook in a second work tree is told the repository alone; git would then take any
    folder for the top of the work tree, so it is left to find both."""
    told = {name: value for name, value in os.environ.items() if name != "GIT_DIR" or "GIT_WORK_TREE" in os.environ}
    return {**told, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}


def _fields(output: bytes) -> list[str]:
    return [os.fsdecode(field) for field in output.split(b"\0") if field]


def _differences(fields: Sequence[str]) -> Iterator[Difference]:
    rest = iter(fields)
    for status in rest:
        path = next(rest)
        if status.startswith("R"):
            yield Difference(path, next(rest))
        else:
            yield Difference("" if status == "A" else path, "" if status == "D" else path)
