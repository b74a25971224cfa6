"""`resedit rebase`: what it writes, what it reports, how it ends. The proposals are made up."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PROPOSAL = """\
proposal: XYZ/7/2
symbol: MOD
resolution: 30 (Rev. Dubai, 2014)
source: XYZ
amendments:
- MOD: recalling b)   # changed by others, too
  replace:
    confidence and security: trust
- SUP: recalling e
- NOC: recalling g
- SUP: resolves 4
- MOD: calls 4
  text: to continue {++vigorously ++}to support and collaborate with the Director of BDT in implementing relevant WSIS outcomes in ITU‑D;
reasons: made up
"""  # noqa: E501


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    """A made-up proposal beside the revised Resolution 30."""
    (tmp_path / "xyz.yaml").write_text(PROPOSAL, "utf-8")
    assert run("apply", "res-30", "-o", str(tmp_path / "new.yaml")).code == 0
    (tmp_path / "old.yaml").write_bytes(Path("amendments/wtdc-17/res-30/base.yaml").read_bytes())
    return tmp_path


def test_a_proposal_on_the_revised_resolution_30(run: Run, folder: Path) -> None:
    """The report, the marks, and a file that applies to the new text."""
    ended = run("rebase", "xyz.yaml", "--from", "old.yaml", "--onto", "new.yaml", "-o", "out.yaml", cwd=folder)
    assert (ended.code, ended.err) == (1, "")
    assert ended.out.splitlines()[-1] == (
        "1 landed unchanged, 2 landed on changed words, 1 already in the text, 1 cannot land"
    )
    written = (folder / "out.yaml").read_text("utf-8")
    assert "resolution: 30 (Rev. Buenos Aires, 2017)\n" in written
    assert "- MOD: recalling d)   # changed by others, too\n  replace:\n    confidence and security: trust\n" in written
    assert "- SUP: recalling e\n  status: fallen\n  note: 'rebase: already in the text of" in written
    assert "- NOC: recalling g\n  status: fallen\n  query: 'rebase: cannot land on" in written
    assert (folder / "xyz.yaml").read_text("utf-8") == PROPOSAL
    text = run("export", "out.yaml", "--base", "new.yaml", "--view", "final", cwd=folder).out
    assert "on strengthening the role of ITU in building trust in the use" in text
    assert "to continue vigorously to support and collaborate" in text
    checked = run("validate", "out.yaml", "--base", "new.yaml", cwd=folder)
    assert checked.code == 0
    assert "open-query" in checked.out


def test_the_report_for_machines(run: Run, folder: Path) -> None:
    ended = run(
        "rebase", "xyz.yaml", "--from", "old.yaml", "--onto", "new.yaml", "-o", "out.yaml", "-f", "json", cwd=folder
    )
    report = json.loads(ended.out)
    assert [(a["number"], a["outcome"]) for a in report["amendments"]] == [
        (1, "landed on changed words"),
        (2, "already in the text"),
        (3, "cannot land"),
        (4, "landed unchanged"),
        (5, "landed on changed words"),
    ]
    assert report["amendments"][0]["new"] == "recalling d)"
    assert 0.9 < report["amendments"][0]["closeness"] < 1
    assert report["amendments"][3]["closeness"] == 1


def test_the_file_on_standard_output_and_the_bases_on_standard_input(run: Run, folder: Path) -> None:
    new = (folder / "new.yaml").read_text("utf-8")
    ended = run("rebase", "xyz.yaml", "--from", "old.yaml", "--onto", "-", cwd=folder, stdin=new)
    assert ended.out.startswith("proposal: XYZ/7/2\n")
    assert ended.err.splitlines()[-1].endswith("1 cannot land")
    piped = run("rebase", "-", "--from", "old.yaml", "--onto", "new.yaml", cwd=folder, stdin=PROPOSAL)
    assert (piped.code, piped.out) == (1, ended.out)


def test_in_place_only_when_told_and_on_the_same_base_not_a_byte(run: Run, folder: Path) -> None:
    same = run("rebase", "xyz.yaml", "--onto", "old.yaml", "--from", "old.yaml", "--in-place", cwd=folder)
    assert (same.code, (folder / "xyz.yaml").read_text("utf-8")) == (0, PROPOSAL)
    over = run("rebase", "xyz.yaml", "--onto", "new.yaml", "--from", "old.yaml", "-o", "xyz.yaml", cwd=folder)
    assert (over.code, (folder / "xyz.yaml").read_text("utf-8")) == (2, PROPOSAL)
    assert run("rebase", "xyz.yaml", "--onto", "new.yaml", "--from", "old.yaml", "--in-place", cwd=folder).code == 1
    assert "status: fallen" in (folder / "xyz.yaml").read_text("utf-8")


def test_a_base_that_was_corrected(run: Run, project: Path) -> None:
    """`validate` points at what broke and names the cure; rebase mends it."""
    folder = project / "amendments/xyz-05/res-7"
    base = folder / "base.yaml"
    base.write_text(base.read_text("utf-8").replace("Resolution 1 of this", "Resolution 1 of that"), "utf-8")
    broken = run("validate", "res-7", cwd=project)
    assert broken.code == 1
    assert "stale-wording" in broken.out and "resedit rebase" in broken.out
    mended = run("rebase", "XYZ/1/1", "--onto", "res-7", "--in-place", cwd=project)
    assert (mended.code, mended.err) == (0, "")
    assert "landed on changed words, 80% alike" in mended.out
    assert run("validate", "res-7", cwd=project).code == 0
    assert "Resolution {--1--}{++11++} of that conference;" in (folder / "xyz-1-1.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("amendment", "code"),
    [
        ("- MOD: resolves 4\n  replace: {a: b}\n", "amended-twice"),
        ("- SUP: resolves 999\n", "missing-address"),
    ],
)
def test_an_unsound_proposal_is_refused_with_what_validate_finds(
    amendment: str, code: str, run: Run, folder: Path
) -> None:
    """On the base it was written for, before anything is made of it."""
    unsound = PROPOSAL.replace("reasons:", f"{amendment}reasons:")
    (folder / "xyz.yaml").write_text(unsound, "utf-8")
    for onto in ("old.yaml", "new.yaml"):
        ended = run("rebase", "xyz.yaml", "--from", "old.yaml", "--onto", onto, "-o", "out.yaml", cwd=folder)
        assert (ended.code, ended.out) == (1, "")
        assert code in ended.err and "xyz.yaml:1" in ended.err
        assert not (folder / "out.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("xyz.yaml", "--onto", "new.yaml"), "--from FILE"),
        (("new.yaml", "--onto", "old.yaml"), "is not one proposal"),
        (("xyz.yaml", "--from", "old.yaml", "--onto", "xyz.yaml"), "is a proposal, not a base"),
        (("xyz.yaml", "--from", "old.yaml", "--onto", "new.yaml", "--in-place", "-o", "x"), "--in-place"),
        (("-", "--from", "old.yaml", "--onto", "-"), "both"),
        (("none.yaml", "--onto", "new.yaml"), "none.yaml"),
    ],
)
def test_wrong_usage_leaves_everything_as_it_was(arguments: tuple[str, ...], said: str, run: Run, folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    ended = run("rebase", *arguments, cwd=folder, stdin=PROPOSAL)
    assert ended.code in (1, 2)
    assert said in ended.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
