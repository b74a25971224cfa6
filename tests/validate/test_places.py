"""Findings of a proposal stand at the very words, in whatever form it writes them. All texts are made up (XYZ)."""

import pytest

from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load
from resedit.store.slips import pointed
from resedit.validate.check import check_proposal
from resedit.validate.rule import BASE, Example

MARK = "¦"
"""Stands before the words at fault, and is taken out."""
ON = expect(
    load(
        Example("- resolves:\n  - 1: to study the plan and the plan of action;\n  - 2: to report.").files()[BASE], "b"
    ),
    Resolution,
    "b",
)


@pytest.mark.parametrize(
    ("rule", "amendment"),
    [
        pytest.param("doubled-words", "text: to study the ¦the plan;", id="the whole wording"),
        pytest.param(
            "doubled-words",
            "text: to {--study--}{++study++} the {++¦the ++}plan and the plan of action;",
            id="in place, behind a deletion",
        ),
        pytest.param(
            "unpaired-marks",
            r"text: 'to study the plan and the plan of action{++ \{++ ''plans'' ¦(all++};'",
            id="in place, behind what is escaped",
        ),
        pytest.param(
            "doubled-words", "replace:\n    to study: to study\n    action: act ¦act", id="one of several replacements"
        ),
        pytest.param(
            "doubled-words", 'replace: {"study": "\\u0073tudy", action: "a\\u0063t ¦act"}', id="between brackets"
        ),
        pytest.param(
            "doubled-words",
            "replace:\n    the plan:\n      with: the ¦the plan\n      times: 2",
            id="in each of two places",
        ),
        pytest.param(
            "doubled-words", "replace:\n    to study: study\n    ¦' plan and': ''", id="words taken out between"
        ),
        pytest.param(
            "reference-without-footnote", "replace:\n    action: the action¦[^9]", id="a reference to no footnote"
        ),
    ],
)
def test_a_finding_stands_at_its_words(rule: str, amendment: str) -> None:
    source = (
        "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\nrevision: Rev. Elsewhere, 2005\n"
        f"amendments:\n- MOD: resolves 1\n  {amendment}\nreasons: made up\n"
    )
    before = source[: source.index(MARK)]
    source = source.replace(MARK, "")
    problems = check_proposal(ON, expect(load(source.encode(), "p"), Proposal, "p"))
    found = next(problem for problem in pointed(problems, source) if problem.rule == rule)
    assert (found.place.line, found.place.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))
