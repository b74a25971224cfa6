"""call-order, call-wording, missing-reasons, unknown-source: what a conference's file asks for. Made up."""

from pathlib import Path

import pytest

from resedit.model.conference import Conference
from resedit.model.problem import Problem
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load, load_file
from resedit.validate.check import check_base, check_proposal
from resedit.validate.run import validate
from tests.conftest import ROOT

CONFERENCE = "conference: X-05\nname: A made-up conference\n"
CALLS = "calls:\n  en:\n  - [recalling, noting]\n  - resolves\n  - [instructs, invites]\n"
PROVISIONS = (
    "- recalling:\n  - the report,\n- noting further:\n  - the study,\n- resolves:\n  - 1: to study;\n  - 2: to plan,\n"
    "- further instructs the Director:\n  - to act."
)


def meeting(keys: str) -> Conference:
    return expect(load(f"{CONFERENCE}{keys}".encode(), "c.yaml"), Conference, "c.yaml")


def base(provisions: str = PROVISIONS, language: str = "en") -> Resolution:
    head = f"resolution: 7\nrevision: Rev. Nowhere, 2001\nlanguage: {language}\ntitle: A made-up resolution\n"
    return expect(load(f"{head}provisions:\n{provisions}\n".encode(), "base.yaml"), Resolution, "base.yaml")


def proposed(amendments: str, conference: Conference, number: str = "XYZ/1/1", rest: str = "") -> list[Problem]:
    data = f"proposal: {number}\nsymbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\n{rest}amendments:\n{amendments}\n"
    return check_proposal(base(), expect(load(data.encode(), "p.yaml"), Proposal, "p.yaml"), conference)


def said(problems: list[Problem], *rules: str) -> list[tuple[str, str, int]]:
    return [(p.message, p.place.file, p.place.line) for p in problems if p.rule in rules]


def calls(problems: list[Problem]) -> list[tuple[str, str, int]]:
    return said(problems, "call-order", "call-wording")


def test_calls_in_order_and_wording_give_nothing() -> None:
    assert calls(check_base(base(), meeting(CALLS))) == []
    assert calls(check_base(base(), meeting(""))) == []
    assert calls(check_base(base())) == []


def test_the_heading_of_an_annex_is_none_of_the_conferences_calls() -> None:
    annexed = base(f"{PROVISIONS}\n- ANNEX TO RESOLUTION 7:\n  - Limits")
    assert calls(check_base(annexed, meeting(CALLS))) == []


def test_a_query_of_the_conference_itself_is_listed_once(tmp_path: Path) -> None:
    """It is no text's, so it stands at its own place, whether the project, a resolution or the file is looked at."""
    home = tmp_path / "amendments" / "x-05" / "res-7"
    home.mkdir(parents=True)
    (home / "base.yaml").write_text("resolution: 7\ntitle: Made up\nprovisions:\n- to report.\n", "utf-8")
    file = home.parent / "conference.yaml"
    file.write_text(f"{CONFERENCE}query: |\n  Elsewhere,\n  or not?\n", "utf-8")
    for path in (tmp_path, home, file):
        (query,) = validate([str(path)]).problems
        assert (query.rule, query.message, query.place.line) == ("open-query", "Elsewhere, or not?", 3)


def test_a_base_is_read_in_the_language_of_the_calls() -> None:
    french = base("- décide:\n  - d'étudier,\n- rappelant:\n  - le rapport.", "fr-CH")
    assert calls(check_base(french, meeting(CALLS))) == []
    both = meeting(f"{CALLS}  fr: [rappelant, décide]\n")
    assert [message for message, _, _ in calls(check_base(french, both))] == [
        "rappelant: “rappelant” stands behind “décide”"
    ]


def test_a_call_that_a_proposal_adds_in_the_wrong_place() -> None:
    added = "- ADD: provisions\n  after: resolves\n  items:\n  - recalling further: [the plan;]"
    assert calls(proposed(added, meeting(CALLS))) == [
        ("recalling further: “recalling further” stands behind “resolves”", "p.yaml", 8)
    ]
    assert calls(proposed(added.replace("after", "before"), meeting(CALLS))) == []


def test_a_call_that_a_proposal_words_otherwise() -> None:
    found = proposed("- MOD: noting further\n  text: notes further", meeting(CALLS))
    assert calls(found) == [("notes further: “notes further” is no call of X-05", "p.yaml", 6)]
    assert [p.hint for p in found if p.rule == "call-wording"] == ["add it to the calls of X-05, if it is one"]
    close = proposed("- MOD: further instructs\n  text: instruct the Director", meeting(CALLS))
    assert [p.hint for p in close if p.rule == "call-wording"] == ["closest: “instructs”"]


def test_what_the_base_had_already_is_not_held_against_a_proposal() -> None:
    only = meeting("calls:\n  en: [resolves, recalling, noting]\n")
    assert len(calls(check_base(base(), only))) == 2
    assert calls(proposed("- SUP: resolves 1", only)) == []


def test_the_calls_of_resolution_30_and_of_its_proposal_are_those_of_the_conference() -> None:
    folder = ROOT / "amendments/wtdc-17"
    conference = expect(load_file(folder / "conference.yaml", "c.yaml"), Conference, "c.yaml")
    adopted = expect(load_file(folder / "res-30/base.yaml", "base.yaml"), Resolution, "base.yaml")
    ecp = expect(load_file(folder / "res-30/ecp-24a5-1.yaml", "p.yaml"), Proposal, "p.yaml")
    found = [*check_base(adopted, conference), *check_proposal(adopted, ecp, conference)]
    assert said(found, "call-order", "call-wording", "missing-reasons", "unknown-source") == []


@pytest.mark.parametrize(
    ("where", "rest", "amendment", "expected"),
    [
        ("", "", "", ["XYZ/1/1 gives no reasons"]),
        ("reasons: none\n", "", "", []),
        ("reasons: proposal\n", "", "reasons: old", []),
        ("reasons: amendment\n", "reasons: old\n", "", ["SUP resolves 1 gives no reasons"]),
        ("reasons: amendment\n", "", "reasons: old", []),
        ("reasons: amendment\n", "", "", ["XYZ/1/1 gives no reasons"]),
        ("reasons: amendment\n", "reasons: old\n", "status: withdrawn", []),
    ],
)
def test_reasons_where_the_conference_wants_them(where: str, rest: str, amendment: str, expected: list[str]) -> None:
    amendments = f"- NOC: noting\n- SUP: resolves 1\n  {amendment}"
    found = proposed(amendments, meeting(where), rest=rest)
    assert [message for message, _, _ in said(found, "missing-reasons")] == expected


SOURCES = "sources:\n  XYZ: A made-up group\n  XYW: Another, of old\n"


@pytest.mark.parametrize(
    ("number", "source", "expected"),
    [
        ("XYZ/1/1", "XYZ", []),
        ("XYZ/1/1", "a made-up group", []),
        ("XYW/1/1", "Another, of old", []),
        ("XYZ/1/1", "XYZ / XYW", []),
        ("XYZ/1/1", "", []),
        ("XYU/1/1", "", ["X-05 has no source “XYU”"]),
        ("XYZ/1/1", "XYZ, UVW", ["X-05 has no source “UVW”"]),
        ("XYZ/1/1", "XYW", ["XYZ/1/1 is a number of XYZ, its source is “XYW”"]),
    ],
)
def test_sources_are_those_of_the_conference(number: str, source: str, expected: list[str]) -> None:
    rest = f"source: '{source}'\n" if source else ""
    found = proposed("- SUP: resolves 1", meeting(SOURCES), number, rest)
    assert [message for message, _, _ in said(found, "unknown-source")] == expected
    assert said(proposed("- SUP: resolves 1", meeting(""), number, rest), "unknown-source") == []
