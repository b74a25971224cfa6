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


def test_words_behind_a_note_that_is_numbered_anew() -> None:
    """The text that a proposal would make calls note 9 note 10, which is longer: words stand where they are written,
    and what the base has in the note is not found again."""
    letters = "abcdefghi"
    items = "".join(f"  - {letter}): the thing of {letter}[^{n}];\n" for n, letter in enumerate(letters, start=1))
    items += "  - j): the last thing,\n"
    notes = {str(n): "One made-up note (open." if n == 9 else "A note." for n in range(1, 10)}
    source = Example(f"- recalling:\n{items}- resolves:\n  - to report.").files()[BASE].decode().rstrip("\n")
    source += "\nfootnotes:\n" + "".join(f"  {label}: {text}\n" for label, text in notes.items())
    base = expect(load(source.encode(), "b"), Resolution, "b")
    proposal = (
        "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\nrevision: Rev. Elsewhere, 2005\n"
        "reasons: made up\namendments:\n- MOD: recalling a\n  text: the thing of a{++ new[^10]++}[^1];\n"
        '- MOD: recalling i\n  text: "the thing of i[^9]{~~;~>.~~}"\n- ADD: footnote 10\n  text: A new note.\n'
    )
    problems = check_proposal(base, expect(load(proposal.encode(), "p"), Proposal, "p"))
    (found,) = pointed(problems, proposal)
    assert found.rule == "list-punctuation"
    line = proposal.split("\n")[found.place.line - 1]
    assert line[found.place.column - 1 :].startswith('.~~}"')
