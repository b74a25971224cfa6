"""Running the command line as people do: as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.repository import BASE as BASE
from tests.repository import PROPOSAL as PROPOSAL


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run() -> Run:
    """Runs `resedit ARGS…` in a folder (the repository without one), with no terminal and a known environment."""

    def call(*args: str, cwd: Path = ROOT, stdin: str | bytes = b"", env: dict[str, str] | None = None) -> Ended:
        done = subprocess.run(
            [sys.executable, "-m", "resedit", *args],
            cwd=cwd,
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", **(env or {})},
            timeout=120,
            check=False,
        )
        ended = Ended(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8"))
        assert "Traceback" not in ended.err
        return ended

    return call


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A made-up project: one conference, one resolution, one proposal of source XYZ."""
    folder = tmp_path / "amendments" / "xyz-05" / "res-7"
    folder.mkdir(parents=True)
    (folder / "base.yaml").write_text(BASE, "utf-8")
    (folder / "xyz-1-1.yaml").write_text(PROPOSAL, "utf-8")
    conference = "conference: XYZ-05\nname: Made-up Conference\n"
    (folder.parent / "conference.yaml").write_text(conference, "utf-8")
    return tmp_path
