"""Many proposals on the command line. All of them but ECP/24A5/1 are made up (source XYZ)."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT, Golden

MADE = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "examples" / "merging").glob("xyz-7-*.yaml"))]
EVERYBODY = ["ECP/24A5/1", *MADE]
BASE = "amendments/wtdc-17/res-30/base.yaml"
COMPROMISE = "examples/merging/xyz-8-1.yaml"


def test_the_commands_stop_at_a_conflict_and_name_both_places(run: Run) -> None:
    for command in (["apply"], ["show"], ["export", "--format", "docx"]):
        ended = run(*command, *EVERYBODY)
        assert (ended.code, ended.out) == (1, "")
        assert "error: recalling/e: XYZ/7/1#4 conflicts with ECP/24A5/1#8 at amendments/wtdc-17/res-30/ecp" in ended.err
        assert "hint: settle it with a status or a compromise, or see both with --conflicts brackets" in ended.err
    others = [part for path in MADE for part in ("--with", path)]
    assert run("diff", "ECP/24A5/1", *others).code == 2
    assert run("verify", "ECP/24A5/1", "-", *others, stdin="x").code == 2


def test_brackets_show_every_side(run: Run, golden: Golden) -> None:
    ended = run("export", *EVERYBODY, "--conflicts", "brackets", "--view", "final")
    assert (ended.code, ended.err) == (0, "")
    golden.check("merging.brackets.text", ended.out)
    others = [part for path in MADE for part in ("--with", path)]
    proved = run("verify", "ECP/24A5/1", "-", *others, "--conflicts", "brackets", stdin=ended.out)
    assert proved.code == 0
    shuffled = run("export", *reversed(EVERYBODY), "--conflicts", "brackets", "--view", "final")
    assert shuffled.out == ended.out


def test_brackets_in_word_are_tracked_changes_that_give_both_texts(run: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "merged.docx")
    assert run("export", *EVERYBODY, "--conflicts", "brackets", "--format", "docx", "-o", file).code == 0
    others = [part for path in MADE for part in ("--with", path)]
    for view in ("final", "original"):
        proved = run("verify", "ECP/24A5/1", file, *others, "--conflicts", "brackets", "--view", view)
        assert proved.code == 0, proved.out


def test_the_conflicts_are_reported(run: Run, golden: Golden) -> None:
    for format in ("text", "markdown", "json"):
        ended = run("conflicts", *EVERYBODY, "--format", format)
        assert (ended.code, ended.err) == (1, "")
        golden.check(f"merging.conflicts.{format}", ended.out)
    told = json.loads(ended.out)
    became = {one["became"] for one in told["outcomes"].values()}
    assert became == {"landed", "same as another", "in conflict"}
    assert all(told[verdict] for verdict in ("identical", "compatible", "conflicting"))


def test_no_conflicts_is_fine(run: Run) -> None:
    ended = run("conflicts", "ECP/24A5/1")
    assert (ended.code, ended.out) == (0, "")
    assert run("conflicts", "ECP/24A5/1", "--format", "markdown").out.endswith("No conflicts.\n")


def test_a_decision_is_tried_out(run: Run) -> None:
    first = MADE[0]
    ended = run("diff", "ECP/24A5/1", "--with", first, "--accept", "ECP/24A5/1")
    assert ended.code == 1
    assert "XYZ/7/1#4 falls: ECP/24A5/1#8 is accepted: one suppresses what the other changes\n" in ended.err
    assert "--accept" not in ended.out
    assert run("show", "ECP/24A5/1", first, "--reject", "XYZ/7/1").code == 0
    ended = run("show", "ECP/24A5/1", first, "--accept", "XYZ/9/9")
    assert (ended.code, ended.out) == (2, "")
    assert "there is no XYZ/9/9 among what is applied\n  hint: there are: ECP/24A5/1, XYZ/7/1" in ended.err


def test_a_compromise_takes_conflicts_away(run: Run) -> None:
    told = json.loads(run("conflicts", *EVERYBODY, COMPROMISE, "--format", "json").out)
    assert told["outcomes"]["XYZ/7/3#6"] == {"became": "fallen", "why": "XYZ/8/1 replaces it"}
    addresses = {address for cluster in told["clusters"] for address in cluster["base"]}
    assert "calls/2" not in addresses


def test_what_is_withdrawn_is_not_left_out_of_the_report(run: Run, project: Path) -> None:
    file = project / "amendments/xyz-05/res-7/xyz-1-1.yaml"
    file.write_text(file.read_text("utf-8").replace("symbol:", "status: withdrawn\nsymbol:", 1), "utf-8")
    told = json.loads(run("conflicts", "res-7", "--format", "json", cwd=project).out)
    assert told["outcomes"]
    assert all(one == {"became": "fallen", "why": "it is withdrawn"} for one in told["outcomes"].values())


def test_targets_on_different_bases_are_not_merged(run: Run, project: Path) -> None:
    other = project / "amendments" / "xyz-05" / "res-8"
    other.mkdir()
    folder = project / "amendments" / "xyz-05" / "res-7"
    for name in ("base.yaml", "xyz-1-1.yaml"):
        text = (folder / name).read_text("utf-8").replace("resolution: 7", "resolution: 8")
        (other / name).write_text(text, "utf-8")
    ended = run("show", "res-7", "res-8", cwd=project)
    assert ended.code == 2
    assert "res-7 is on 7 (Rev. Nowhere, 2001), res-8 on another base, 8 (Rev. Nowhere, 2001)" in ended.err


@pytest.mark.parametrize("number", ["base", "foo bar", "foo/bar", "XYZ/1/1, XYZ/1/2", "XYZ/1#1", "[XYZ/1/1]", "/1/1"])
def test_a_number_that_no_proposal_has_is_refused(run: Run, tmp_path: Path, number: str) -> None:
    """One message wherever a number is read. Some would mean something else in brackets, in lists of names, in
    citations and among the authors of a Word file."""
    file = tmp_path / "p.yaml"
    file.write_text(f"proposal: {json.dumps(number)}\nsymbol: NOC\nresolution: 30 (Rev. Dubai, 2014)\n", "utf-8")
    refused = run("apply", str(file), "--base", BASE)
    assert refused.code == 2
    assert f"p.yaml:1:11: error: “{number}” is no number of a proposal (shape)" in refused.err
    word = tmp_path / "text.docx"
    assert run("export", "res-30", "--view", "original", "-f", "docx", "-o", str(word)).code == 0
    for command in (
        ["new", "proposal", number, "--of", "res-30"],
        ["record", "res-30", BASE, "--proposal", number],
        ["import", str(word), "--into", str(tmp_path), "--proposal", number],
    ):
        ended = run(*command)
        assert (ended.code, ended.out) == (2, "")
        assert f"“{number}” is no number of a proposal" in ended.err


def test_a_compilation_of_a_decision_shows_what_stands(run: Run) -> None:
    """What falls is in the list only, with why; standard error says so, too."""
    ended = run("compile", *EVERYBODY, "--accept", "XYZ/7/1", "--reject", "XYZ/7/3#1")
    assert ended.code == 0
    assert "XYZ/7/3#1 falls: it is rejected" in ended.err
    why = "XYZ/7/1#2 is accepted: both change the same words, or put words in at the same place"
    assert f"ECP/24A5/1#6 falls: {why}" in ended.err
    assert f"MOD recalling c ({why.replace('#', '<span>#</span>')})" in ended.out
    assert "ADD resolves 9 (it is rejected)" in ended.out
    (asked,) = (part for part in ended.out.split("\n\n") if "Resolution 139" in part and "<ins>" in part)
    assert re.findall(r"\*\*MOD\*\* `(.*)`", asked) == ["XYZ/7/1", "XYZ/7/4"]
    assert run("compile", *EVERYBODY, "--accept", "XYZ/9/9").code == 2


def test_a_text_in_brackets_is_taken_for_no_base(run: Run, tmp_path: Path) -> None:
    """It can be shown and exported; validate lists it as an open question."""
    file = str(tmp_path / "open.yaml")
    assert run("apply", *EVERYBODY, "--conflicts", "brackets", "-o", file).code == 0
    assert "\nquery: 'open conflicts stand in square brackets" in Path(file).read_text("utf-8")
    assert run("show", file).code == 0
    assert "open-query" in run("validate", file).out
    for call in (["rebase", "ECP/24A5/1", "--onto", file], ["apply", MADE[0], "--base", file],
                 ["conflicts", *MADE, "--base", file]):  # fmt: skip
        ended = run(*call)
        assert (ended.code, ended.out) == (2 if call[0] == "conflicts" else 1, "")
        assert "is no base: it has conflicts in square brackets" in ended.err
    assert run("apply", MADE[0], "--conflicts", "brackets", "-o", file).code == 0  # there is no conflict
    assert "query:" not in Path(file).read_text("utf-8")


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        (["diff", "res-30", MADE[0], MADE[1]], 2, f"--with {MADE[0]} --with {MADE[1]}"),
        (["rebase", "ECP/24A5/1", "--base", "b.yaml", "--onto", "res-30"], 2, "--from b.yaml"),
        (["show", MADE[0], "--accept", "ECP/24A5/1"], 2, "what is withdrawn or fallen is not"),
        (["show", MADE[0], "--only", "agreed"], 0, "nothing is agreed, so nothing is applied\n"),
    ],
)
def test_what_is_likely_to_be_meant_is_said(call: list[str], code: int, said: str, run: Run) -> None:
    ended = run(*call)
    assert ended.code == code
    assert said in " ".join(ended.err.split(" "))


def test_proposals_are_named_in_the_order_of_sources_beside_numbers(run: Run) -> None:
    rows = json.loads(run("show", *reversed(EVERYBODY), "--conflicts", "brackets", "--numbers", "--format", "json").out)
    order = ["ECP/24A5/1", *(f"XYZ/7/{number}" for number in range(1, 10))]
    named = [[name for name in row["by"] if name in order] for row in rows]
    assert max(map(len, named)) > 1
    assert all(names == sorted(names, key=order.index) for names in named)
