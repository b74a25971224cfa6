"""Each rule on whole texts: what it finds, where, and what it leaves alone. All texts are made up (source XYZ)."""

import pytest

from resedit.model.problem import Problem, Severity
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load
from resedit.validate.check import check_base, check_proposal

BASE = """\
resolution: 7
revision: Rev. Nowhere, 2001
title: A made-up resolution
provisions:
- recalling:
  - a): Resolution 1 of this conference;
  - b): Resolution 2 of this conference[^1],
footnotes:
  1: A made-up note.
"""
PROPOSAL = """\
proposal: XYZ/1/1
symbol: MOD
resolution: 7 (Rev. Nowhere, 2001)
revision: Rev. Elsewhere, 2005
amendments:
- {}
reasons: made up
"""


def base(text: str = BASE) -> Resolution:
    return expect(load(text.encode(), "base.yaml"), Resolution, "base.yaml")


def proposal(amendment: str, **changes: str) -> Proposal:
    text = PROPOSAL.format(amendment)
    for old, new in changes.items():
        text = text.replace(f"{old}: made up\n", new)
    return expect(load(text.encode(), "p.yaml"), Proposal, "p.yaml")


def found(problems: list[Problem]) -> list[tuple[str, str, int, int]]:
    return [(p.rule, p.place.file, p.place.line, p.place.column) for p in problems]


def test_a_sound_base_and_proposal_give_no_findings() -> None:
    assert check_base(base()) == []
    assert check_proposal(base(), proposal("SUP: recalling a")) == []


def test_a_label_out_of_sequence_is_a_warning_with_the_one_that_would_follow() -> None:
    problems = check_base(base(BASE.replace("- b)", "- d)")))
    assert found(problems) == [("label-sequence", "base.yaml", 7, 5)]
    assert problems[0].severity is Severity.WARNING
    assert problems[0].hint == "“b)” would follow"


def test_a_label_that_a_proposal_makes_stand_twice_is_shown_where_it_asks_for_it() -> None:
    problems = check_proposal(base(), proposal("MOD: recalling a\n  label: b)"))
    assert [(p.message, p.place.line, p.place.column) for p in problems if p.rule == "label-sequence"] == [
        ("the label “b)” stands twice under “recalling”", 7, 10)
    ]
    problems = check_proposal(base(), proposal("ADD: recalling\n  text: more;\n  label: a)"))
    assert [(p.place.line, p.place.column) for p in problems if p.rule == "label-sequence"] == [(8, 10)]


@pytest.mark.parametrize("labels", [("7", "7A"), ("c)", "d)"), ("–", "–"), ("i)", "ii)"), ("•", "1")])
def test_labels_that_may_stand_so(labels: tuple[str, str]) -> None:
    text = BASE.replace("a): Res", f"{labels[0]}: Res").replace("b): Res", f"{labels[1]}: Res")
    assert check_base(base(text)) == []


def test_a_reference_without_a_note_and_a_note_without_a_reference() -> None:
    assert found(check_base(base(BASE.replace("[^1]", "[^2]")))) == [
        ("reference-without-footnote", "base.yaml", 7, 9),
        ("footnote-without-reference", "base.yaml", 9, 6),
    ]


def test_a_proposal_that_leaves_a_note_alone_is_an_error() -> None:
    problems = check_proposal(base(), proposal("SUP: recalling b"))
    assert found(problems) == [("footnote-without-reference", "p.yaml", 6, 8)]
    assert check_proposal(base(), proposal("SUP: recalling b\n- SUP: footnote 1")) == []


def test_a_proposal_that_refers_to_no_note_is_an_error() -> None:
    reference = "MOD: recalling a\n  replace: {1: '1[^2]'}"
    assert found(check_proposal(base(), proposal(reference))) == [("reference-without-footnote", "p.yaml", 7, 16)]
    note = f"{reference}\n- ADD: footnote 2\n  text: More."
    assert check_proposal(base(), proposal(note)) == []


def test_reasons_are_asked_for() -> None:
    problems = check_proposal(base(), proposal("SUP: recalling a", reasons=""))
    assert [(p.rule, p.severity) for p in problems] == [("missing-reasons", Severity.WARNING)]
    assert check_proposal(base(), proposal("SUP: recalling a\n  reasons: old", reasons="")) == []


def test_queries_are_listed_wherever_they_stand_and_are_no_error() -> None:
    text = PROPOSAL.format("SUP: recalling a\n  query: really?") + "query:\n  recalling b: is\n    it?\n"
    asked = expect(load(text.encode(), "p.yaml"), Proposal, "p.yaml")
    problems = check_proposal(base(), asked)
    assert [(p.message, p.place.line, p.severity) for p in problems] == [
        ("recalling b: is it?", 10, Severity.QUERY),
        ("recalling a: really?", 7, Severity.QUERY),
    ]
    queried = BASE.replace("Resolution 1 of this conference;", "{text: x, query: 'what?'}")
    assert [p.rule for p in check_base(base(queried))] == ["open-query"]


def test_a_query_about_nothing_is_an_error() -> None:
    text = PROPOSAL.format("SUP: recalling a") + "query:\n  recalling z: what?\n"
    lost = expect(load(text.encode(), "p.yaml"), Proposal, "p.yaml")
    problems = [p for p in check_proposal(base(), lost) if p.severity is Severity.ERROR]
    assert found(problems) == [("missing-address", "p.yaml", 9, 3)]
