"""Blame: every word of the final text has an origin."""

from hypothesis import given

from resedit.merge.merge import apply, try_apply
from resedit.model.proposal import Amendment, Proposal, Symbol, Whole
from resedit.model.resolution import Provision, Resolution
from resedit.redline.blame import BlamedLine, Run, blame
from resedit.redline.lines import text_lines
from resedit.redline.redline import Redline, State
from resedit.redline.view import untracked
from resedit.store.load import expect, load
from resedit.store.write import base_yaml
from tests.conftest import ROOT
from tests.strategies import proposal, proposed

FOLDER = ROOT / "amendments" / "wtdc-17" / "res-30"


def resolution_30() -> Redline:
    base, made = (FOLDER / name for name in ("base.yaml", "ecp-24a5-1.yaml"))
    return apply(
        expect(load(base.read_bytes(), "base"), Resolution, "base"), [expect(load(made.read_bytes(), ""), Proposal, "")]
    )


def lines(found: tuple[BlamedLine, ...]) -> list[tuple[str, str]]:
    return [(line.address, "".join(run.text for run in line.runs)) for line in found]


def assert_whole(redline: Redline, found: tuple[BlamedLine, ...]) -> None:
    assert lines(found) == [(line.address, str(line)) for line in text_lines(redline.final()) if str(line)]
    assert all(run.text for line in found for run in line.runs)


@given(proposed())
def test_the_runs_are_the_final_text_line_by_line(case: tuple[Resolution, Proposal]) -> None:
    """Every word, labels included, stands in exactly one run; whatever is not the base's is a proposal's."""
    base, made = case
    redline, problems = try_apply(base, [made])
    if problems:
        return
    found = blame(redline)
    assert_whole(redline, found)
    assert {run.by for line in found for run in line.runs} <= {(), (made.number,)}
    assert not any(run.is_mixed for line in found for run in line.runs)


@given(proposed())
def test_what_a_consolidated_text_remembers_agrees_with_the_redline(case: tuple[Resolution, Proposal]) -> None:
    """The same lines; an added one is wholly its proposal's, one that says the base alone has no other words."""
    base, made = case
    redline, problems = try_apply(base, [made])
    if problems:
        return
    text = expect(load(base_yaml(redline.final()).encode(), "made-up.yaml"), Resolution, "")
    found = blame(untracked(text))
    assert_whole(redline, found)
    for known, exact in zip(found, blame(redline), strict=True):
        if known.address not in ("number", "title", "opening") and not known.address.startswith("footnote/"):
            assert known.old == exact.old
        if {run.origin for run in known.runs} == {"base"}:
            words = "".join(run.text for run in exact.runs if not run.by)
            assert exact.moved_by or words == "".join(run.text for run in exact.runs)


def test_a_text_that_nothing_changes_is_the_bases() -> None:
    base = resolution_30().base
    assert {run.origin for line in blame(untracked(base)) for run in line.runs} == {"base"}


def test_words_of_resolution_30() -> None:
    by_address = {line.address: line for line in blame(resolution_30())}
    ecp = ("ECP/24A5/1",)
    assert by_address["recalling/a"] == BlamedLine(
        "recalling/a", "", (Run(by_address["recalling/a"].runs[0].text, ecp),)
    )
    runs = by_address["recalling/c"].runs
    assert [(run.text[:24], run.by) for run in runs] == [
        ("c)", ecp),
        ("\tResolution 71 (Rev. ", ()),
        ("Busan, 2014", ecp),
        (") of the Plenipotentiary", ()),
    ]


def test_what_moved_comes_from_the_base() -> None:
    base = Resolution("1", "", "T", provisions=(Provision("one", "a)"), Provision("two words", "b)")))
    moved = Amendment(Symbol.MOVE, "b", before="a")
    redline = apply(base, [proposal(base, [moved, Amendment(Symbol.MOD, "b", Whole("two new words"))])])
    assert [node.state for node in redline.walk()] == [State.MOVED_TO, State.KEPT, State.MOVED_FROM]
    line = blame(redline)[2]
    assert (line.old, line.moved_by) == ("b", ("XYZ/1/1",))
    assert [(run.text, run.origin) for run in line.runs][1:] == [
        ("two ", "base"),
        ("new ", "XYZ/1/1"),
        ("words", "base"),
    ]
