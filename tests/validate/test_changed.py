"""`validate --changed`: what a branch touches, and what that breaks elsewhere."""

from pathlib import Path

import pytest

from resedit.model.problem import Severity, UsageError
from resedit.validate.changed import validate_changed
from resedit.validate.fix.run import fix
from tests.repository import BASE, FOLDER, PROPOSAL, Repo


@pytest.fixture
def topic(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The made-up repository in a branch of its own, in its folder; XYZ/1/2 gives warnings in main already."""
    repo.branch()
    monkeypatch.chdir(repo.path)
    return repo


def found(revision: str = "main", *paths: str) -> set[tuple[str, str]]:
    report = validate_changed(revision, paths)
    return {(Path(problem.place.file).name, problem.rule) for problem in report.problems}


def errors() -> set[tuple[str, str]]:
    problems = validate_changed("main").problems
    return {(Path(p.place.file).name, p.rule) for p in problems if p.severity is Severity.ERROR}


@pytest.mark.usefixtures("topic")
def test_a_branch_that_touches_nothing_has_no_findings() -> None:
    report = validate_changed("main")
    assert (report.problems, report.files, report.since) == ((), (), "main")


@pytest.mark.parametrize("state", ["committed", "staged", "changed", "untracked"])
def test_every_finding_in_a_touched_file_counts_whether_committed_or_not(topic: Repo, state: str) -> None:
    name = "new.yaml" if state == "untracked" else "xyz-1-1.yaml"
    text = PROPOSAL.replace("XYZ/1/1", "XYZ/1/7") if state == "untracked" else PROPOSAL
    topic.write(name, text.replace("reasons: Made up\n", "note: unreasoned\n"))
    if state == "staged":
        topic.git("add", "--all")
    if state == "committed":
        topic.commit()
    assert {(name, "missing-reasons"), (name, "revision-line")} <= found()
    assert not {rule for file, rule in found() if file == "xyz-1-2.yaml" and rule == "revision-line"}


def test_what_an_untouched_file_had_before_does_not_count(topic: Repo) -> None:
    """The two proposals cannot be applied together once the first one amends what the second does."""
    topic.replace(
        "xyz-1-1.yaml",
        "recalling a\n  text: Resolution {--1--}{++11++}",
        "recalling b\n  text: Resolution {--2--}{++3++}",
    )
    topic.replace("xyz-1-1.yaml", "conference;", "conference[^1],")
    assert ("xyz-1-2.yaml", "conflict") in found()
    assert ("xyz-1-2.yaml", "revision-line") not in found()


@pytest.fixture
def blanks(topic: Repo) -> Repo:
    """Two blanks in a row in the base and in both proposals, in main already."""
    topic.replace("base.yaml", "to continue", "to  continue")
    for name in ("xyz-1-1.yaml", "xyz-1-2.yaml"):
        topic.replace(name, "  - to go on;", "  - to  go on;")
    topic.commit()
    topic.git("branch", "--force", "main", "HEAD")
    return topic


def test_what_can_be_mended_in_an_untouched_file_does_not_count_either(blanks: Repo) -> None:
    blanks.replace("xyz-1-1.yaml", "reasons: Made up", "reasons: Made up anew")
    assert {file for file, rule in found() if rule == "doubled-words"} == {"xyz-1-1.yaml"}


def test_only_touched_files_are_mended(blanks: Repo) -> None:
    blanks.replace("xyz-1-1.yaml", "reasons: Made up", "reasons: Made up anew")
    blanks.replace("xyz-1-1.yaml", "text: Resolution {--1--}{++11++} of this conference;", "replace: {'1': '11'}")
    done = fix(validate_changed("main"), canonical=True)
    assert [Path(file).name for file in done.files] == ["xyz-1-1.yaml"]
    assert {(Path(item.place.file).name, item.rule) for item in done.mended} == {
        ("xyz-1-1.yaml", "doubled-words"),
        ("xyz-1-1.yaml", "canonical"),
    }


def test_a_changed_base_reaches_the_proposals_that_it_breaks(topic: Repo) -> None:
    topic.replace("base.yaml", "Resolution 1 of", "Resolution 9 of")
    assert errors() == {("xyz-1-1.yaml", "stale-wording")}


def test_a_changed_base_reaches_proposals_that_stand_elsewhere(topic: Repo) -> None:
    topic.write("../../loose.yaml", PROPOSAL.replace("XYZ/1/1", "XYZ/1/8"))
    topic.commit()
    topic.git("branch", "--force", "main", "HEAD")
    topic.replace("base.yaml", "Resolution 1 of", "Resolution 9 of")
    assert errors() == {("xyz-1-1.yaml", "stale-wording"), ("loose.yaml", "stale-wording")}


def test_a_deleted_base_breaks_its_proposals(topic: Repo) -> None:
    topic.file("base.yaml").unlink()
    assert errors() == {("xyz-1-1.yaml", "wrong-base"), ("xyz-1-2.yaml", "wrong-base")}


def test_a_changed_conference_reaches_the_proposals_submitted_to_it(topic: Repo) -> None:
    topic.write("../conference.yaml", "conference: XYZ-05\nname: Made-up\nsymbols:\n  provision: [SUP]\n")
    assert {("xyz-1-1.yaml", "symbol-not-allowed"), ("xyz-1-2.yaml", "symbol-not-allowed")} <= found()
    assert ("xyz-1-2.yaml", "revision-line") not in found()


def test_changed_settings_reach_every_text(topic: Repo) -> None:
    topic.write("../../resedit.yaml", "rules:\n  revision-line:\n    severity: off\n    reason: made up\n")
    topic.commit()
    topic.git("branch", "--force", "main", "HEAD")
    assert found() == set()
    topic.file("../../resedit.yaml").unlink()
    assert found() == {("xyz-1-1.yaml", "revision-line"), ("xyz-1-2.yaml", "revision-line")}


def test_a_renamed_file_is_touched_and_a_deleted_one_gives_nothing(topic: Repo) -> None:
    topic.git("mv", f"{FOLDER}/xyz-1-1.yaml", f"{FOLDER}/other.yaml")
    assert ("other.yaml", "revision-line") in found()
    topic.git("rm", "--quiet", "--force", f"{FOLDER}/other.yaml", f"{FOLDER}/xyz-1-2.yaml")
    assert found() == set()


@pytest.mark.usefixtures("topic")
def test_a_first_commit_is_all_new() -> None:
    assert {file for file, _ in found("0" * 40)} >= {"xyz-1-1.yaml", "xyz-1-2.yaml"}
    assert validate_changed("0" * 40).since == ""


def test_files_that_are_no_texts_of_the_project_do_not_count(topic: Repo) -> None:
    topic.write("notes.txt", "x")
    topic.write(".hidden.yaml", "[")
    (topic.path / "elsewhere.yaml").write_text("[")
    assert found() == set()


def test_another_base_may_stand_outside_the_project(topic: Repo, tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text(BASE.replace("Resolution 1 of", "Resolution 9 of"), "utf-8")
    topic.replace("xyz-1-1.yaml", "reasons: Made up", "reasons: Made up anew")
    report = validate_changed("main", base=tmp_path / "base.yaml")
    assert [problem.rule for problem in report.problems if problem.severity is Severity.ERROR] == ["stale-wording"]


def test_paths_limit_what_is_shown_and_not_what_is_followed(topic: Repo) -> None:
    topic.replace("base.yaml", "Resolution 1 of", "Resolution 9 of")
    assert found("main", f"{FOLDER}/xyz-1-1.yaml") == {("xyz-1-1.yaml", "stale-wording")}
    assert found("main", f"{FOLDER}/xyz-1-2.yaml") == set()
    with pytest.raises(UsageError, match="there is no file or folder nosuch"):
        found("main", "nosuch")


@pytest.mark.usefixtures("topic")
def test_paths_say_which_project_is_meant(topic: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a folder outside of it, as without --changed."""
    topic.write("xyz-1-1.yaml", PROPOSAL.replace("reasons: Made up\n", "note: unreasoned\n"))
    monkeypatch.chdir(tmp_path)
    assert ("xyz-1-1.yaml", "missing-reasons") in found("main", str(topic.path))


def test_a_path_that_was_taken_for_the_revision_is_said() -> None:
    with pytest.raises(UsageError, match="amendments is a path, not a revision"):
        found("amendments")


def test_what_main_has_gained_since_does_not_count(topic: Repo) -> None:
    topic.git("checkout", "--quiet", "main")
    topic.replace("xyz-1-1.yaml", "reasons: Made up\n", "note: unreasoned\n")
    topic.commit()
    topic.git("checkout", "--quiet", "topic")
    assert found() == set()


def test_nothing_is_left_behind(topic: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    topic.replace("base.yaml", "Resolution 1 of", "Resolution 9 of")
    report = validate_changed("main")
    assert report.problems
    assert not any("resedit-" in f"{problem}{problem.hint}" for problem in report.problems)
    assert list((tmp_path / "temporary").iterdir()) == []
    assert topic.git("status", "--porcelain") == f"M {FOLDER}/base.yaml"
