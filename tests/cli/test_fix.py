"""`validate --fix` and `--diff` as people run them. All texts are made up."""

import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from resedit.cli import output
from resedit.cli.optional import with_values
from resedit.model.problem import UsageError
from tests.cli import conftest
from tests.cli.conftest import BASE, Run

FOLDER = Path("amendments/xyz-05/res-7")
PROPOSAL = conftest.PROPOSAL.replace("revision: Rev. Elsewhere, 2005\n", "")
SLIP = PROPOSAL.replace("  - to go on;", "  - to  go on;   # more")


@pytest.fixture
def slipped(project: Path) -> Path:
    """The made-up project with a doubled blank in its proposal."""
    (project / FOLDER / "xyz-1-1.yaml").write_text(SLIP, "utf-8")
    return project


def contents(project: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (project / FOLDER).iterdir()}


def test_a_finding_that_can_be_mended_says_so(run: Run, slipped: Path) -> None:
    ended = run("validate", cwd=slipped)
    assert "resolves/2: 2 blanks in a row (doubled-words) [*]\n" in ended.out
    assert ended.err == "0 errors, 1 warning, 0 open queries in 3 files; [*] 1 can be mended with --fix\n"
    (finding,) = json.loads(run("validate", "-f", "json", cwd=slipped).out)
    assert finding["mendable"] is True


def test_fix_mends_and_says_what(run: Run, slipped: Path) -> None:
    """A path may stand behind --fix; the second run has nothing left to do."""
    ended = run("validate", "--fix", "amendments", cwd=slipped)
    name = (FOLDER / "xyz-1-1.yaml").as_posix()
    assert ended.out == f"{name}:11:5: mended: resolves/2: 2 blanks in a row (doubled-words)\n"
    assert ended.err == "1 mended in 1 file\n0 errors, 0 warnings, 0 open queries in 3 files\n"
    assert ended.code == 0
    assert contents(slipped)["xyz-1-1.yaml"].decode() == SLIP.replace("to  go", "to go")
    again = run("validate", "--fix", cwd=slipped)
    assert (again.code, again.out) == (0, "")


def test_what_can_be_mended_and_what_was_is_one_number(run: Run, slipped: Path) -> None:
    """What only comes to light when other things are mended is counted by itself."""
    hiding = SLIP.replace("  - to  go on;   # more", "  - 'to  go on; '")
    (slipped / FOLDER / "xyz-1-1.yaml").write_text(hiding, "utf-8")
    assert run("validate", cwd=slipped).err.endswith("; [*] 1 can be mended with --fix\n")
    assert run("validate", "--diff", cwd=slipped).err == "1 would be mended, 1 more that they had hidden, in 1 file\n"
    assert run("validate", "--fix", cwd=slipped).err.startswith("1 mended, 1 more that they had hidden, in 1 file\n")


def test_diff_shows_and_writes_nothing(run: Run, slipped: Path) -> None:
    """Exit 1 while something would change, as a patch that can be applied; 0 when there is nothing."""
    before = contents(slipped)
    ended = run("validate", "--diff", cwd=slipped)
    name = (FOLDER / "xyz-1-1.yaml").as_posix()
    assert ended.code == 1
    assert ended.out.startswith(f"--- a/{name}\n+++ b/{name}\n@@ ")
    assert "\n-  - to  go on;   # more\n+  - to go on;   # more\n" in ended.out
    assert ended.err == "1 would be mended in 1 file\n"
    assert contents(slipped) == before
    assert run("validate", "--diff", "--fix", cwd=slipped).out == ended.out
    run("validate", "--fix", cwd=slipped)
    done = run("validate", "--diff", cwd=slipped)
    assert (done.code, done.out, done.err) == (0, "", "0 would be mended in 0 files\n")


@pytest.mark.parametrize("tool", [("git", "apply"), ("patch", "-p1", "-s")])
@pytest.mark.parametrize("home", [".", "amendments"])
@pytest.mark.parametrize(
    "name", ["xyz-1-1.yaml", "a b.yaml", 'a"é.yaml', "a\\n\t.yaml", "\N{CYRILLIC SMALL LETTER A}.yaml"]
)
def test_a_diff_can_be_applied(run: Run, slipped: Path, name: str, home: str, tool: tuple[str, ...]) -> None:
    """By git and by patch, from the folder it was made in, whatever the file is called, its line breaks as they are."""
    if not shutil.which(tool[0]):
        pytest.skip(f"there is no {tool[0]} here")
    subprocess.run(["git", "init", "-q"], cwd=slipped, check=True)
    file = (slipped / FOLDER / "xyz-1-1.yaml").rename(slipped / FOLDER / name)
    file.write_bytes(SLIP.replace("\n", "\r\n").rstrip().encode())
    where = slipped / home
    ended = run("validate", "--diff", cwd=where)
    assert ended.code == 1
    subprocess.run(tool, input=ended.out.encode(), cwd=where, check=True)
    assert file.read_bytes() == SLIP.replace("\n", "\r\n").rstrip().replace("to  go", "to go").encode()
    assert run("validate", "--diff", cwd=where).code == 0


def test_an_argument_that_is_empty_is_refused(run: Run, project: Path) -> None:
    """A variable of the shell that is not set must not stand for the current folder."""
    for args in (("validate", ""), ("show", ""), ("validate", "--project", ""), ("validate", "--base="), ("list", "")):
        ended = run(*args, cwd=project)
        assert (ended.code, ended.out) == (2, "") and " is empty" in ended.err
    assert run("new", "base", "8", "--revision", "", cwd=project).code == 0


def test_a_file_without_a_line_break_at_its_end(run: Run, slipped: Path) -> None:
    (slipped / FOLDER / "xyz-1-1.yaml").write_text(SLIP.replace("Made up", "Made up").rstrip("\n"), "utf-8")
    assert run("validate", "--diff", cwd=slipped).out.endswith(" reasons: Made up\n\\ No newline at end of file\n")


def test_canonical_writes_short_forms_out(run: Run, project: Path) -> None:
    short = PROPOSAL.replace("text: Resolution {--1--}{++11++} of", "replace:\n    Resolution 1: Resolution 11\n#")
    path = project / FOLDER / "xyz-1-1.yaml"
    path.write_text(short, "utf-8")
    assert run("validate", "--fix", cwd=project).err.startswith("0 mended in 0 files\n")
    ended = run("validate", "--fix=canonical", cwd=project)
    assert "mended: MOD recalling a: its short form, as CriticMarkup (canonical)\n" in ended.out
    assert "  text: Resolution {--1--}{++11++} of this conference;\n# this conference;\n" in path.read_text("utf-8")


def test_json_is_one_object(run: Run, slipped: Path) -> None:
    shown = json.loads(run("validate", "--diff", "-f", "json", cwd=slipped).out)
    assert [item["rule"] for item in shown["findings"]] == ["doubled-words"] and shown["diff"].startswith("--- ")
    data = json.loads(run("validate", "--fix", "-f", "json", cwd=slipped).out)
    name = (FOLDER / "xyz-1-1.yaml").as_posix()
    place = {"file": name, "line": 11, "column": 5}
    message = "resolves/2: 2 blanks in a row"
    assert data == {
        "mended": [{**place, "rule": "doubled-words", "message": message, "changes": [place]}],
        "left": [],
        "findings": [],
    }


def test_what_is_left_says_why(run: Run, project: Path) -> None:
    """A replacement would be found twice: the base stays, and the hint has the reason."""
    (project / FOLDER / "base.yaml").write_text(BASE.replace("to report", "to  report, to report"), "utf-8")
    amended = PROPOSAL.replace(
        "- MOD: recalling a", "- MOD: resolves 2\n  replace: {to report: to act}\n- MOD: recalling a"
    )
    (project / FOLDER / "xyz-1-1.yaml").write_text(amended, "utf-8")
    before = contents(project)
    ended = run("validate", "--fix", cwd=project)
    assert "  hint: keep one; --fix leaves it: it would give: MOD resolves/2: “to report” is found" in ended.out
    assert ended.err.startswith("0 mended in 0 files, 1 left\n") and contents(project) == before
    shown = run("validate", "--diff", cwd=project)
    assert shown.code == 0 and "left: resolves/2: 2 blanks in a row (doubled-words)\n  reason: it would" in shown.err
    assert run("validate", "--fix=canonical", cwd=project).err.startswith("2 mended in 2 files\n")


def test_what_is_allowed_is_not_mended(run: Run, slipped: Path) -> None:
    allowed = SLIP.replace("# more", "# resedit: allow doubled-words (as it was typed)")
    (slipped / FOLDER / "xyz-1-1.yaml").write_text(allowed, "utf-8")
    assert run("validate", "--fix", cwd=slipped).err.startswith("0 mended in 0 files\n")


def test_standard_input_is_a_filter(run: Run, slipped: Path) -> None:
    """The mended text on standard output, byte for byte what came in where nothing is mended; the rest on the other."""
    ended = run("validate", "-", "--fix", cwd=slipped, stdin=SLIP)
    assert ended.out == SLIP.replace("to  go", "to go")
    assert "<stdin>:11:5: mended: resolves/2" in ended.err and ended.code == 0
    assert run("validate", "-", "--fix", cwd=slipped, stdin=BASE).out == BASE
    broken = run("validate", "-", "--fix", cwd=slipped, stdin="a: [\n")
    assert (broken.code, broken.out) == (1, "a: [\n") and "yaml-syntax" in broken.err
    assert run("validate", "-", "--diff", cwd=slipped, stdin=SLIP).out.startswith("--- a/<stdin>\n+++ b/<stdin>\n")
    assert contents(slipped)["xyz-1-1.yaml"] == SLIP.encode()


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("-", "--fix", "-f", "json"), "- with --fix gives the mended text, in no other form"),
        (("-", "amendments", "--fix"), "- is mended by itself, not with other files"),
        (("--diff", "-f", "sarif"), "--diff has no form sarif"),
        (("--fix=everything",), "everything"),
    ],
)
def test_wrong_usage(run: Run, slipped: Path, args: tuple[str, ...], message: str) -> None:
    before = contents(slipped)
    ended = run("validate", *args, cwd=slipped, stdin=SLIP)
    assert ended.code == 2 and message in ended.err
    assert contents(slipped) == before


def test_options_without_their_value() -> None:
    assert list(with_values(["--fix", "x", "--fix=canonical", "--", "--fix"])) == [
        "--fix=slips", "x", "--fix=canonical", "--", "--fix"
    ]  # fmt: skip


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere: needs another user to show a read-only file")
def test_a_read_only_file(run: Run, slipped: Path) -> None:
    (slipped / FOLDER / "xyz-1-1.yaml").chmod(0o444)
    ended = run("validate", "--fix", cwd=slipped)
    assert ended.code == 2 and "no file was changed" in ended.err


def test_a_folder_in_which_nothing_can_be_written(slipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One message, and every file as it was, whichever of them fails, and whether in writing or in taking its place."""
    one, two = (slipped / FOLDER / name for name in ("base.yaml", "xyz-1-1.yaml"))
    before = contents(slipped)
    pairs = {path: (path.read_bytes(), b"new\n") for path in (one, two)}

    def failing(of: Path) -> None:
        real = Path.replace

        def replace(self: Path, target: Path) -> Path:
            if target == of and self.read_bytes() == b"new\n":
                raise PermissionError(13, "Permission denied")
            return real(self, target)

        monkeypatch.setattr(Path, "replace", replace)

    for path in (one, two):
        with monkeypatch.context() as patch:
            patch.setattr(tempfile, "mkstemp", lambda **_: (_ for _ in ()).throw(OSError(30, "Read-only")))
            with pytest.raises(UsageError, match="cannot be written: Read-only; no file was changed"):
                output.write_all(pairs)
        failing(path)
        with pytest.raises(UsageError, match="cannot be written: Permission denied; no file was changed"):
            output.write_all(pairs)
        monkeypatch.undo()
        assert contents(slipped) == before


def test_a_file_that_someone_changes_meanwhile(slipped: Path) -> None:
    path = slipped / FOLDER / "xyz-1-1.yaml"
    with pytest.raises(UsageError, match="was changed by someone else meanwhile"):
        output.write_all({path: (b"what it was", b"new\n")})
    assert path.read_text("utf-8") == SLIP
