"""Whatever comes in: one message, the documented exit code, and every file as it was."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import BASE, PROPOSAL, Run
from tests.conftest import ROOT, heed_interrupts

BOMB = "a: &a [x, x, x]\n" + "".join(
    f"{after}: &{after} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, after in zip("abcdefgh", "bcdefghi", strict=True)
)

UNREADABLE = {
    "an empty file": (b"", "1:1: error: the file is empty (yaml-syntax)"),
    "blanks": (b"  \n\n", "1:1: error: the file is empty (yaml-syntax)"),
    "a list where a mapping belongs": (b"- a\n- b\n", "1:1: error: neither a base nor a proposal"),
    "a text": (b"hello\n", "1:1: error: neither a base nor a proposal"),
    "a tab": (b"resolution: 1\n\ttitle: x\n", "2:1: error: the line is indented with a tab (yaml-syntax)"),
    "Latin-1": ("resolution: café\n".encode("latin-1"), "1:16: error: the file is not UTF-8: byte 0xE9 (encoding)"),
    "UTF-16": (BASE.encode("utf-16"), "1:1: error: the file is not UTF-8: byte 0xFF (encoding)"),
    "50 MB in one scalar": (b"title: " + b"x" * 50_000_000, "1:1: error: the file is larger than 16 MiB (file-size)"),
    "an alias bomb": (BOMB.encode(), "1:4: error: the anchor &a has no use in these files (yaml-syntax)"),
    "a tag": (b"resolution: !!python/object:os.system x\n", "1:13: error: the tag"),
    "two documents": (b"resolution: 1\n---\nresolution: 2\n", "2:1: error: a second document"),
    "an open bracket": (b"resolution: [1\n", "error: "),
    "100,000 open brackets": (b"[" * 100_000, "error: "),
    "an open quote": (b"resolution: 'x\n", "error: "),
    "a colon in a text": (b"resolution: 1\ntitle: a: b\n", "2:9: error: a second “: ” on the line (yaml-syntax)"),
    "provisions that are a text": (
        b"resolution: 1\ntitle: x\nprovisions: y\n",
        "3:13: error: provisions is not a list",
    ),
    "a key twice": (b"resolution: 1\nresolution: 2\n", "2:1: error: “resolution” stands twice in the base"),
    "an unknown key": (BASE.replace("title:", "titel:").encode(), "3:1: error: the base has no “titel” (unknown-key)"),
    "a NUL": (b"resolution: 1\x00\n", "error: "),
    "a control character": (b'resolution: "1\\x07"\ntitle: x\nprovisions: []\n', "1:13: error: resolution holds"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_read(name: str, run: Run, tmp_path: Path) -> None:
    data, message = UNREADABLE[name]
    file = tmp_path / "x.yaml"
    file.write_bytes(data)
    ended = run("apply", "x.yaml", "-o", "out.yaml", cwd=tmp_path)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("x.yaml:")
    assert message in ended.err
    assert list(tmp_path.iterdir()) == [file]
    assert file.read_bytes() == data


REFUSED = {
    "a missing address": ("MOD: recalling a", "MOD: recalling z", "7:8", "missing-address", "closest: “recalling/"),
    "stale wording": ("Resolution {--1--}", "Resolution {--9--}", "8:9", "stale-wording", "{--9--}{++1++}"),
    "markers that do not pair": ("{++11++}", "{++11", "8:9", "unbalanced-markup", "near “"),
    "a SUP beside the MOD": ("amendments:", "amendments:\n- SUP: recalling a", "8:8", "amended-twice", "join the two"),
    "a reference without a note": ("{++11++}", "{++11[^9]++}", "8:9", "reference-without-footnote", "the text has 1"),
    "an added place that is not there": ("after: 1", "after: 9", "10:10", "missing-address", ""),
}


@pytest.mark.parametrize("command", ["apply", "diff", "export", "show"])
@pytest.mark.parametrize("name", REFUSED)
def test_an_amendment_that_does_not_fit_is_refused_by_every_command(
    name: str, command: str, run: Run, project: Path
) -> None:
    old, new, place, rule, hint = REFUSED[name]
    file = project / "amendments/xyz-05/res-7/xyz-1-1.yaml"
    file.write_text(PROPOSAL.replace(old, new), "utf-8")
    ended = run(command, "res-7", cwd=project)
    assert (ended.code, ended.out) == (2 if command == "diff" else 1, "")
    assert f"amendments/xyz-05/res-7/xyz-1-1.yaml:{place}: error: " in ended.err
    assert f"({rule})" in ended.err
    assert hint in ended.err
    assert run("validate", cwd=project).code == 1


def test_outputs_that_cannot_be_written(run: Run, project: Path) -> None:
    folder = project / "amendments/xyz-05/res-7"
    before = {path: path.read_bytes() for path in folder.iterdir()}
    for output, message in (
        ("nowhere/x.yaml", "make the folder nowhere first"),
        (".", ". is a folder"),
        ("amendments/xyz-05/res-7/base.yaml", "would write over the input"),
        ("amendments/xyz-05/../xyz-05/res-7/xyz-1-1.yaml", "would write over the input"),
    ):
        ended = run("apply", "res-7", "-o", output, cwd=project)
        assert (ended.code, ended.out) == (2, "")
        assert message in ended.err
    link = project / "link.yaml"
    link.symlink_to(folder / "base.yaml")
    assert run("apply", "res-7", "-o", "link.yaml", cwd=project).code == 2
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere: needs another user to show a read-only folder")
def test_a_read_only_folder(run: Run, project: Path) -> None:
    closed = project / "closed"
    closed.mkdir(mode=0o555)
    ended = run("apply", "res-7", "-o", "closed/x.yaml", cwd=project)
    assert ended.code == 2
    assert "closed/x.yaml cannot be written: Permission denied" in ended.err


def test_a_full_disk_leaves_the_old_file(run: Run, project: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    ended = run("apply", "res-7", "-o", "/dev/full", cwd=project)
    assert ended.code == 2
    assert "/dev/full cannot be written: No space left on device" in ended.err


def test_the_output_is_whole_and_keeps_its_rights(run: Run, project: Path) -> None:
    out = project / "out.yaml"
    out.write_text("old", "utf-8")
    out.chmod(0o640)
    assert run("apply", "res-7", "-o", "out.yaml", cwd=project).code == 0
    assert out.stat().st_mode & 0o777 == 0o640
    assert out.read_text("utf-8") == run("apply", "res-7", cwd=project).out
    assert sorted(path.name for path in project.iterdir()) == ["amendments", "out.yaml"]


def start(*args: str, cwd: Path = ROOT, **streams: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "resedit", *args]
    return subprocess.Popen(command, cwd=cwd, preexec_fn=heed_interrupts, **streams)  # type: ignore[call-overload,no-any-return]


def test_a_closed_pipe_is_no_error_to_talk_about() -> None:
    running = start("export", "res-30", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout and running.stderr
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait(timeout=60) == 141


def test_an_interrupt_ends_with_130_and_says_nothing(tmp_path: Path) -> None:
    fifo = tmp_path / "endless.yaml"
    os.mkfifo(fifo)
    running = start("apply", str(fifo), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with fifo.open("wb"):  # opens when the program does: it soon waits for more
        time.sleep(0.5)
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)
    assert (running.returncode, out, err) == (130, b"", b"")


def test_usage_errors_end_with_2(run: Run) -> None:
    for args in (["frobnicate"], ["apply"], ["apply", "--bogus", "x"], ["export", "res-30", "--format", "odt"]):
        assert run(*args).code == 2


def test_a_word_file_that_is_none(run: Run, tmp_path: Path) -> None:
    for name, data in {"a.docx": b"", "b.docx": b"PK\x03\x04" + b"\0" * 100, "c.docx": b"\xd0\xcf\x11\xe0" * 9}.items():
        (tmp_path / name).write_bytes(data)
        ended = run("verify", "res-30", str(tmp_path / name))
        assert (ended.code, ended.out) == (2, "")
        assert f"{name}:1:1: error: " in ended.err


def test_a_bug_is_called_one(tmp_path: Path) -> None:
    """An exception that no rule foresees ends with 3 and one message, its traceback only on request."""
    program = (
        "import resedit.cli.commands.list as c, sys; import resedit.project.contents as p;"
        "p.contents = lambda project: 1 / 0; sys.argv = ['resedit', 'list'];"
        "from resedit.__main__ import main; main()"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert ended.returncode == 3
    assert ended.stderr.startswith("resedit: this is a bug in resedit: ZeroDivisionError")
    assert "Traceback" not in ended.stderr
