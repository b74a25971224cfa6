"""A git repository with a made-up project of source XYZ, as tests need it: nobody's settings, no clock."""

import os
import subprocess
from pathlib import Path

ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z",
    "GIT_COMMITTER_DATE": "2001-01-01T00:00:00Z",
}
BASE = """\
resolution: 7
revision: Rev. Nowhere, 2001
title: A made-up resolution
opening: The Made-up Conference (Nowhere, 2001),
provisions:
- recalling:
  - a): Resolution 1 of this conference;
  - b): Resolution 2 of this conference[^1],
- resolves:
  - 1: to continue;
  - 2: to report.
footnotes:
  1: A made-up note.
"""
PROPOSAL = """\
proposal: XYZ/1/1
symbol: MOD
resolution: 7 (Rev. Nowhere, 2001)
revision: Rev. Elsewhere, 2005
source: XYZ
amendments:
- MOD: recalling a
  text: Resolution {--1--}{++11++} of this conference;
- ADD: resolves
  after: 1
  items:
  - to go on;
reasons: Made up
"""
FOLDER = "amendments/xyz-05/res-7"
SECOND = PROPOSAL.replace("XYZ/1/1", "XYZ/1/2").replace("recalling a", "recalling b").replace(
    "{--1--}{++11++} of this conference;", "{--2--}{++22++} of this conference[^1],"
)  # fmt: skip


class Repo:
    """A repository in a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def git(self, *arguments: str) -> str:
        """What git prints."""
        command = ["git", "-C", str(self.path), *arguments]
        environment = {**os.environ, **ENVIRONMENT}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip()

    def file(self, name: str) -> Path:
        """A file of the made-up resolution."""
        return self.path / FOLDER / name

    def write(self, name: str, text: str) -> None:
        """Write a file of the made-up resolution."""
        self.file(name).parent.mkdir(parents=True, exist_ok=True)
        self.file(name).write_text(text, "utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace words in a file that holds them."""
        text = self.file(name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def commit(self, message: str = "made up") -> str:
        """Commit everything, and give the commit's id."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)
        return self.git("rev-parse", "HEAD")

    def branch(self, name: str = "topic") -> None:
        """Go on in a new branch."""
        self.git("checkout", "--quiet", "-b", name)


def made_up(path: Path) -> Repo:
    """A repository whose branch `main` holds a conference, a resolution and two proposals."""
    path.mkdir(exist_ok=True)
    repo = Repo(path)
    repo.git("init", "--quiet", "--initial-branch", "main")
    repo.write("base.yaml", BASE)
    repo.write("xyz-1-1.yaml", PROPOSAL)
    repo.write("xyz-1-2.yaml", SECOND)
    repo.write("../conference.yaml", "conference: XYZ-05\nname: Made-up Conference\n")
    repo.commit("first")
    return repo
