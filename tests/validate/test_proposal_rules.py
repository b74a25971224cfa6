"""unchanged, revision-line, symbol-not-allowed: what they find in proposals, and what they leave alone. Made up."""

from pathlib import Path

import pytest

from resedit.model.conference import Conference
from resedit.model.problem import Problem
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load, load_file
from resedit.validate.check import check_proposal
from resedit.validate.rule import Rule
from resedit.validate.rules import revision_line, symbol_not_allowed, unchanged
from resedit.validate.run import validate
from tests.conftest import ROOT

RULES = (unchanged.RULE, revision_line.RULE, symbol_not_allowed.RULE)
PROVISIONS = (
    "- resolves:\n  - 1: to study;\n  - 2: to report[^1];\n  - 3: to act,\n"
    "- instructs:\n  - to help.\nfootnotes:\n  1: A note."
)
CONFERENCE = "conference: X-05\nname: A made-up conference\nplace: Elsewhere\nyear: 2005\n"


def check(
    amendments: str,
    conference: str = "",
    provisions: str = PROVISIONS,
    opening: str = "The Conference (Nowhere, 2001),",
    **changes: str,
) -> list[Problem]:
    language = changes.pop("language", "en")
    head = f"resolution: 7\nrevision: Rev. Nowhere, 2001\nlanguage: {language}\ntitle: A made-up resolution\n"
    lines = {
        "proposal": "XYZ/1/1",
        "symbol": "MOD",
        "resolution": "7 (Rev. Nowhere, 2001)",
        "revision": "Rev. Elsewhere, 2005",
        "reasons": "made up",
    } | changes
    data = "".join(f"{key}: {value}\n" for key, value in lines.items() if value) + f"amendments:\n{amendments}\n"
    opened = f"opening: '{opening}'\n" if opening else ""
    base = expect(load(f"{head}{opened}provisions:\n{provisions}\n".encode(), "base.yaml"), Resolution, "base.yaml")
    meeting = expect(load(conference.encode(), "c.yaml"), Conference, "c.yaml") if conference else None
    return check_proposal(base, expect(load(data.encode(), "p.yaml"), Proposal, "p.yaml"), meeting)


def found(problems: list[Problem], rule: Rule) -> list[tuple[int, int, str]]:
    return [(p.place.line, p.place.column, p.address) for p in problems if p.rule == rule.name]


@pytest.mark.parametrize(
    ("amendment", "address"),
    [
        ("- MOD: resolves 1\n  text: to study;", "resolves/1"),
        ("- MOD: resolves 1\n  text: to {--study--}{++study++};", "resolves/1"),
        ("- MOD: resolves 1\n  replace: {study: study}", "resolves/1"),
        ("- (MOD): resolves 1\n  text: to study;\n  label: '1'", "resolves/1"),
        ("- MOD: resolves 1\n  label: '1'", "resolves/1"),
        ("- MOD: title\n  text: A made-up resolution", "title"),
        ("- MOD: footnote 1\n  text: A note.", "footnote/1"),
        ("- MOVE: resolves 2\n  after: 1", "resolves/2"),
        ("- MOVE: resolves 2\n  before: 3\n  to: resolves", "resolves/2"),
        ("- MOVE: instructs\n  after: resolves\n  to: provisions", "instructs"),
    ],
)
def test_amendments_that_change_nothing(amendment: str, address: str) -> None:
    assert found(check(amendment), unchanged.RULE) == [(7, 3 + amendment.index(": "), address)]


@pytest.mark.parametrize(
    "amendment",
    [
        "- NOC: resolves 1",
        "- MOD: resolves 1\n  text: to  study;",
        "- MOD: resolves 1\n  text: to study;\n  label: 1A",
        "- MOVE: resolves 2\n  before: 1",
        "- MOVE: resolves 2\n  to: instructs",
        "- MOVE: resolves 2\n  after: 1\n- ADD: resolves\n  after: 1\n  items:\n  - more;",
        "- MOD: resolves 1\n  text: to study;\n  status: withdrawn",
        "- SUP: resolves 1\n- MOD: resolves 2\n  label: 2",  # else it would be 1
    ],
)
def test_amendments_that_change_something_or_are_none(amendment: str) -> None:
    assert found(check(amendment), unchanged.RULE) == []


OPENING = "- MOD: opening\n  text: The Conference (Elsewhere, 2005),"


@pytest.mark.parametrize(
    ("place", "year", "missing"),
    [
        ("Somewhere", "2005", "the place (Somewhere)"),
        ("Elsewhere", "2006", "the year (2006)"),
        ("Somewhere", "2006", "the place (Somewhere) and the year (2006)"),
    ],
)
def test_a_revision_of_another_meeting(place: str, year: str, missing: str) -> None:
    conference = CONFERENCE.replace("Elsewhere", place).replace("2005", year)
    problems = [p for p in check(OPENING, conference) if p.rule == revision_line.RULE.name]
    assert [p.message for p in problems] == [f"the revision “Rev. Elsewhere, 2005” does not name {missing} of X-05"]
    assert problems[0].place.line == 4


def test_revisions_that_fit() -> None:
    conference = CONFERENCE.replace("Elsewhere", "Élsewhere")
    assert found(check(OPENING, conference), revision_line.RULE) == []
    assert found(check(OPENING, "conference: X\nname: X\n"), revision_line.RULE) == []
    assert found(check(OPENING), revision_line.RULE) == []


def test_in_other_languages_only_the_year_is_looked_at() -> None:
    changes = {"language": "ru", "revision": "Пересм. Где-то, 2005 г."}
    words = "- MOD: opening\n  text: Конференция (Где-то, 2005 г.),"
    assert found(check(words, CONFERENCE, **changes), revision_line.RULE) == []
    later = CONFERENCE.replace("2005", "2006")
    assert len(found(check(words, later, **changes), revision_line.RULE)) == 1


def test_an_opening_line_of_another_meeting() -> None:
    assert found(check("- SUP: resolves 1"), revision_line.RULE) == [(4, 11, "opening")]
    other = OPENING.replace("Elsewhere", "Somewhere")
    assert found(check(other), revision_line.RULE) == [(7, 8, "opening")]
    assert found(check("- SUP: resolves 1", opening="The Conference,"), revision_line.RULE) == []
    assert found(check("- SUP: resolves 1", opening=""), revision_line.RULE) == []


@pytest.mark.parametrize(
    ("opening", "is_found"), [("Genève, 2012", False), ("جنيف، 2012", False), ("Genève, 2007", True)]
)
def test_a_revision_may_name_its_conference(opening: str, is_found: bool) -> None:
    """`Rev.WRC-12`, as radio conferences write it: then only the year is compared."""
    words = f"- MOD: opening\n  text: La Conférence ({opening}),"
    meeting = "conference: CMR-12\nname: Made up\nplace: Genève\nyear: 2012\n"
    assert bool(found(check(words, meeting, revision="Rév.CMR-12"), revision_line.RULE)) is is_found
    assert found(check(words, meeting, revision="Rév.CMR-07"), revision_line.RULE)


def test_what_leads_to_no_revision_needs_none() -> None:
    assert found(check("- SUP: resolves 1", CONFERENCE, revision=""), revision_line.RULE) == []
    assert found(check("- NOC: title", CONFERENCE, symbol="SUP", revision=""), revision_line.RULE) == []


SYMBOLS = f"{CONFERENCE}symbols:\n  resolution: [SUP]\n  provision: [ADD, MOD]\n"


def test_symbols_that_the_profile_does_not_allow() -> None:
    amendments = "- MOD: resolves 1\n  text: to study again;\n- MOVE: resolves 2\n  before: 1\n- SUP: resolves 3"
    problems = check(amendments, SYMBOLS)
    assert found(problems, symbol_not_allowed.RULE) == [(2, 9, ""), (9, 3, "resolves 2"), (11, 3, "resolves 3")]
    assert [p.hint for p in problems if p.address == "resolves 3"] == ["allowed: ADD, MOD"]
    assert found(check(amendments, CONFERENCE), symbol_not_allowed.RULE) == []
    assert found(check(amendments), symbol_not_allowed.RULE) == []


def test_an_amendment_that_is_withdrawn_may_have_any_symbol() -> None:
    amendments = "- MOVE: resolves 2\n  before: 1\n  status: withdrawn"
    assert found(check(amendments, SYMBOLS), symbol_not_allowed.RULE) == [(2, 9, "")]


def test_the_real_proposal_fits_its_conference() -> None:
    folder = ROOT / "amendments/wtdc-17"
    base = expect(load_file(folder / "res-30/base.yaml", "base.yaml"), Resolution, "base.yaml")
    proposal = expect(load_file(folder / "res-30/ecp-24a5-1.yaml", "p.yaml"), Proposal, "p.yaml")
    conference = expect(load_file(folder / "conference.yaml", "c.yaml"), Conference, "c.yaml")
    problems = check_proposal(base, proposal, conference)
    assert not {p.rule for p in problems} & {rule.name for rule in RULES}


def test_validate_knows_the_conference_of_a_project_a_folder_and_a_file(tmp_path: Path) -> None:
    import shutil

    shutil.copytree(ROOT / "amendments", tmp_path / "amendments")
    meeting = tmp_path / "amendments/wtdc-17/conference.yaml"
    meeting.write_text(meeting.read_text("utf-8").replace("[ADD, MOD, (MOD), SUP, NOC, MOVE]", "[ADD, MOD]"), "utf-8")
    folder = tmp_path / "amendments/wtdc-17/res-30"
    for paths in ([], [str(folder)], [str(folder / "ecp-24a5-1.yaml")]):
        report = validate(paths, project=tmp_path)
        assert [p.address for p in report.problems if p.rule == symbol_not_allowed.RULE.name] == [
            "recalling e",
            "recalling g",
            "recalling h",
            "recognizing further 1",
            "calls 5",
        ], paths
