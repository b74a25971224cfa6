"""docs/merging.md: every row of its table of outcomes is what the code does with the base that the page shows."""

import re

import pytest

from resedit.formats.text import text
from resedit.merge.meetings import Verdict
from resedit.merge.merge import Merge, merge_all
from resedit.merge.report import pairs
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "merging.md").read_text("utf-8")
BASE = expect(load(PAGE.partition("```yaml\n")[2].partition("```")[0].encode(), "base.yaml"), Resolution, "base.yaml")
ROWS = [row.strip("| ").split(" | ") for row in re.findall(r"^\| `.*$", PAGE.partition("## Brackets")[0], re.MULTILINE)]


def proposal(number: int, asks: str) -> Proposal:
    """A proposal of one amendment, of a symbol for the whole, or of a revision."""
    head = f"proposal: XYZ/1/{number}\nresolution: 7 (Rev. Nowhere, 2001)\n"
    if asks.startswith("symbol"):
        body = f"{asks}\n"
    elif asks.startswith("revision"):
        body = f"symbol: MOD\n{asks}\n"
    else:
        body = f"symbol: MOD\namendments:\n- {{{asks}}}\n"
    return expect(load(f"{head}{body}".encode(), "p.yaml"), Proposal, "p.yaml")


def outcome(first: str, second: str) -> tuple[str, list[str]]:
    """The verdict on two proposals, and the lines of their merge that are not the base's."""
    merged: Merge = merge_all(BASE, [proposal(1, first), proposal(2, second)], brackets=True)
    assert not merged.problems
    met = pairs(merged.meetings)
    verdict = met[0].verdict if met else "do not meet"
    known = set(text(BASE).splitlines())
    lines = [line.replace("\t", " ") for line in text(merged.redline.final()).splitlines() if line not in known]
    if not lines and merged.redline.final() != BASE:
        lines = ["…"]
    return str(verdict), lines


def code(cell: str) -> str:
    return cell.strip().strip("`")


@pytest.mark.parametrize("row", ROWS, ids=[" / ".join(row[:2]).replace("`", "") for row in ROWS])
def test_each_row_is_what_happens(row: list[str]) -> None:
    first, second, verdict, stands = row
    expected = [code(line) for line in stands.split("<br>")] if stands != "the base" else []
    assert outcome(code(first), code(second)) == (verdict, expected)
    swapped = outcome(code(second), code(first))
    assert swapped[0] == verdict


def test_the_table_has_every_verdict() -> None:
    assert {row[2] for row in ROWS} == {*map(str, Verdict), "do not meet"}
