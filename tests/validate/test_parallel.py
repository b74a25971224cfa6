"""Folders are checked side by side, and what is found is the same in the same order, however many processes do it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from resedit.model.problem import ReseditError
from resedit.project.tree import resolutions
from resedit.validate.folder import Found, check_folder
from resedit.validate.parallel import FEW, Work, check_folders
from resedit.validate.run import validate
from tests.conftest import heed_interrupts

BASE = """\
resolution: {n}
title: A made-up resolution
provisions:
- resolves:
  - 1: to study the the {n};
  - 2: to report.
"""
PROPOSAL = "proposal: XYZ/1/{n}\nsymbol: MOD\nresolution: {n}\namendments:\n- SUP: resolves {label}\n"
MANY = 3 * FEW


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A made-up project of many folders; every third proposal does not fit its base."""
    for n in range(MANY):
        folder = tmp_path / "amendments" / "xyz-05" / f"res-{n}"
        folder.mkdir(parents=True)
        (folder / "base.yaml").write_text(BASE.format(n=n), "utf-8")
        (folder / "xyz.yaml").write_text(PROPOSAL.format(n=n, label=1 if n % 3 else 7), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_any_number_of_processes_finds_the_same(project: Path) -> None:
    alone = validate(project=project)
    assert len(alone.files) == 2 * MANY
    assert len(alone.problems) > 2 * MANY
    for jobs in (2, 5):
        assert validate(project=project, jobs=jobs) == alone


@pytest.mark.parametrize("named", [False, True])
def test_it_is_told_how_far_the_work_has_come(project: Path, named: bool) -> None:
    """Folders named one by one are checked side by side too."""
    told: list[tuple[int, int]] = []
    names = [str(folder.path) for folder in resolutions(project / "amendments")] if named else []
    validate(names, project, jobs=2, tell=lambda done, total: told.append((done, total)))
    assert told == [(done, MANY) for done in range(1, MANY + 1)]


def test_a_few_folders_start_no_process(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import concurrent.futures

    monkeypatch.setattr(concurrent.futures, "ProcessPoolExecutor", None)
    work = [Work(folder, None, None) for folder in list(resolutions(project / "amendments"))[:FEW]]
    assert len(list(check_folders(work, jobs=2))) == FEW


def _ends(*_: object) -> Found:
    os.kill(os.getpid(), signal.SIGKILL)
    return Found()


@pytest.mark.skipif(sys.platform != "linux", reason="what is patched here is known to forked processes only")
def test_a_process_that_is_ended_from_outside_is_said_so(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("resedit.validate.parallel.check_folder", _ends)
    work = [Work(folder, None, None) for folder in resolutions(project / "amendments")]
    with pytest.raises(ReseditError, match="ended from outside"):
        list(check_folders(work, jobs=2))


def _dawdles(*arguments: object) -> Found:
    time.sleep(0.5)
    return check_folder(*arguments)  # type: ignore[arg-type]


def test_an_interruption_ends_it_without_a_word(project: Path) -> None:
    """^C goes to all processes of the terminal's group, as it does here; none is left behind."""
    program = (
        "import sys, resedit.validate.parallel as p, tests.validate.test_parallel as t\n"
        "p.check_folder = t._dawdles\n"
        "from resedit.__main__ import main\n"
        "sys.argv = ['resedit', 'validate', '--jobs', '2']\n"
        "main()\n"
    )
    root = Path(__file__).parent.parent.parent
    running = subprocess.Popen(
        [sys.executable, "-c", program], cwd=project, env={**os.environ, "PYTHONPATH": str(root)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=heed_interrupts,
    )  # fmt: skip
    time.sleep(2.5)
    os.killpg(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, b"", b"")
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)
