"""Allowances: a warning can be switched off for a line or a project, with a reason; an error cannot. Made up."""

from pathlib import Path

import pytest

from resedit.model.problem import Severity
from resedit.project.tree import SETTINGS
from resedit.validate.rule import BASE, PROPOSAL, Example
from resedit.validate.run import Report, validate

COMMENT = "# resedit: allow doubled-words (so adopted)"
DOUBLED = "- resolves:\n  - 1: to study study;{}\n  - 2: to report."


def run(example: Example, folder: Path, *paths: str) -> Report:
    example.write(folder)
    return validate([str(folder / path) for path in paths], project=folder)


def rules(report: Report) -> list[str]:
    return [problem.rule for problem in report.problems]


@pytest.mark.parametrize(
    "comment",
    [
        "  # resedit: allow doubled-words (so adopted)",
        " #resedit:allow doubled-words (so adopted (in 2001))  ",
        "  # resedit: allow list-punctuation, doubled-words (so adopted)",
    ],
)
def test_an_allowance_on_the_line(comment: str, tmp_path: Path) -> None:
    report = run(Example(DOUBLED.format(comment)), tmp_path)
    assert "doubled-words" not in rules(report) and report.allowed == 1
    assert rules(report) == (["unused-allowance"] if "list" in comment else [])


def test_an_allowance_above_the_line_skips_other_comments_and_blank_lines(tmp_path: Path) -> None:
    above = "- resolves:\n  # resedit: allow doubled-words (so adopted)\n\n  # it is a poem\n"
    assert rules(run(Example(f"{above}  - 1: to study study;\n  - 2: to report."), tmp_path)) == []


@pytest.mark.parametrize("comment", ["allow doubled-words", "allow doubled-words ()", "allow doubled-words ( )"])
def test_without_a_reason_nothing_is_allowed(comment: str, tmp_path: Path) -> None:
    report = run(Example(DOUBLED.format(f" # resedit: {comment}")), tmp_path)
    assert sorted(rules(report)) == ["allowance-form", "doubled-words"] and report.allowed == 0


def test_a_comment_in_the_words_of_a_text_allows_nothing(tmp_path: Path) -> None:
    """Words that look like a comment are words, in quotes and in blocks of lines."""
    quoted = '- resolves:\n  - 1: "to study study; # resedit: allow doubled-words (no)"\n  - 2: to report.'
    assert "doubled-words" in rules(run(Example(quoted), tmp_path / "a"))
    block = (
        "- resolves:\n  - 1: >-{}\n      to study study;\n      # resedit: allow doubled-words (no)\n  - 2: to report."
    )
    assert "doubled-words" in rules(run(Example(block.format("")), tmp_path / "b"))


def test_an_allowance_behind_the_mark_of_a_block_of_lines(tmp_path: Path) -> None:
    """The finding is where the block begins."""
    block = (
        "- resolves:\n  - 1: >-  # resedit: allow doubled-words (so adopted)\n      to study study;\n  - 2: to report."
    )
    assert rules(run(Example(block), tmp_path)) == []


def test_an_allowance_in_a_proposal_wherever_it_is_checked_from(tmp_path: Path) -> None:
    amendment = "- MOD: resolves 2\n  # resedit: allow doubled-words (so agreed)\n  text: to report{++ report++}."
    example = Example(amendments=amendment)
    for paths in ([], ["x-05"], ["x-05/res-7"], [PROPOSAL]):
        report = run(example, tmp_path, *paths)
        assert (rules(report), report.allowed) == ([], 1), paths
    report = validate(["XYZ/1/1"], project=tmp_path)
    assert (rules(report), report.allowed) == ([], 1)


def test_an_error_cannot_be_allowed(tmp_path: Path) -> None:
    amendment = "- SUP: resolves 3 # resedit: allow missing-address (we know)"
    report = run(Example(amendments=amendment), tmp_path)
    assert sorted(rules(report)) == ["error-allowed", "missing-address"]
    assert report.count(Severity.ERROR) == 1


def test_what_could_not_be_looked_at_is_no_unused_allowance(tmp_path: Path) -> None:
    """The error hides what the allowance is for."""
    amendment = (
        "- SUP: resolves 3\n- MOD: resolves 2\n  text: to report{++ report++}. # resedit: allow doubled-words (so)"
    )
    assert rules(run(Example(amendments=amendment), tmp_path)) == ["missing-address"]


def settings(rule: str, severity: str, reason: str = "    reason: we know\n") -> str:
    return f"rules:\n  {rule}:\n    severity: {severity}\n{reason}"


@pytest.mark.parametrize(
    ("severity", "found"), [("off", []), ("query", [Severity.QUERY]), ("warning", [Severity.WARNING])]
)
def test_a_project_switches_a_rule(severity: str, found: list[Severity], tmp_path: Path) -> None:
    example = Example(DOUBLED.format(""), settings=settings("doubled-words", severity))
    for paths in ([], ["x-05/res-7"], [BASE]):
        assert [p.severity for p in run(example, tmp_path, *paths).problems] == found, paths


def test_settings_that_cannot_be_read_are_an_error_and_switch_nothing(tmp_path: Path) -> None:
    for given in (settings("doubled-words", "error"), settings("doubled-words", "off", ""), "rules: [doubled-words]\n"):
        report = run(Example(DOUBLED.format(""), settings=given), tmp_path, BASE)
        assert "doubled-words" in rules(report) and report.count(Severity.ERROR) == 1, given


def test_a_line_is_no_unused_allowance_where_the_project_switched_the_rule_off(tmp_path: Path) -> None:
    text = DOUBLED.format(f" {COMMENT}").replace("study study", "study")
    example = Example(text, settings=settings("unused-allowance", "off"))
    assert rules(run(example, tmp_path)) == []


def test_findings_about_allowances_can_be_switched_too(tmp_path: Path) -> None:
    text = DOUBLED.format(f" {COMMENT}").replace("study study", "study")
    example = Example(text, settings=settings("unused-allowance", "off"))
    assert rules(run(example, tmp_path)) == []


def test_settings_in_the_wrong_place_are_said_to_be_ignored(tmp_path: Path) -> None:
    text = settings("doubled-words", "off")
    for place in (f"x-05/{SETTINGS}", f"x-05/res-7/{SETTINGS}"):
        report = run(Example(DOUBLED.format(""), others=((place, text),)), tmp_path / place.replace("/", "-"))
        assert sorted(rules(report)) == ["doubled-words", "shape"], place
