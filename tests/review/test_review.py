"""A review: what a branch changes in the texts, whatever the files look like."""

from pathlib import Path

import pytest

from resedit.project.git import Repository
from resedit.review.review import Entry, Event, review
from resedit.wording import criticmarkup
from tests.repository import BASE, FOLDER, PROPOSAL, SECOND, Repo


@pytest.fixture
def topic(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """The made-up repository in a branch of its own, in its folder."""
    repo.branch()
    monkeypatch.chdir(repo.path)
    return repo


def entries(topic: Repo, states: str = "main...HEAD") -> list[Entry]:
    """The review of what is committed, while the checkout holds something else."""
    if states == "main...HEAD":
        topic.commit()
        topic.git("checkout", "--quiet", "--detach", "main")
    repository = Repository(topic.path)
    found = list(review(repository, repository.range(states.replace("HEAD", "topic")), topic.path / "amendments"))
    topic.git("checkout", "--quiet", "topic")
    return found


def lines(entry: Entry) -> list[str]:
    return [f"{change.kind} {change.name}: {criticmarkup.write(change.line)}" for change in entry.changes]


def test_an_added_proposal_is_its_redline(topic: Repo) -> None:
    topic.write("xyz-1-3.yaml", SECOND.replace("XYZ/1/2", "XYZ/1/3"))
    (entry,) = entries(topic)
    assert (entry.event, entry.file) == (Event.ADDED, f"{FOLDER}/xyz-1-3.yaml")
    assert entry.heading == "MOD XYZ/1/3 on RESOLUTION 7 (Rev. Nowhere, 2001)"
    assert "MOD recalling/b: b)\tResolution {--2--}{++22++} of this conference[^1]," in lines(entry)
    assert [(key, words.final()) for key, words in entry.beside] == [("reasons", "Made up")]
    assert entry.redline is not None
    assert entry.differs


def test_a_changed_proposal_is_what_changes_in_the_text_it_makes(topic: Repo) -> None:
    """From one final text to the other: the base's own words do not show as changed, nor what it asked for before."""
    topic.replace("xyz-1-1.yaml", "{++11++}", "{++12++}")
    topic.replace("xyz-1-1.yaml", "reasons: Made up", "reasons: Made up anew")
    (entry,) = entries(topic)
    assert entry.event is Event.CHANGED
    assert lines(entry) == ["MOD recalling/a: a)\tResolution {--11--}{++12++} of this conference;"]
    assert [(key, criticmarkup.write(words)) for key, words in entry.beside] == [("reasons", "Made up{++ anew++}")]
    assert "recalling/a" in {change.new for change in entry.whole}
    assert len(entry.whole) > 1


def test_the_same_text_written_otherwise_is_no_change(topic: Repo) -> None:
    """Comments, order, quotes and the form of a wording: the file differs, the text does not."""
    topic.replace(
        "xyz-1-1.yaml", "Resolution {--1--}{++11++} of this conference;", '"Resolution 11 of this conference;" # whole'
    )
    topic.replace("xyz-1-1.yaml", "proposal: XYZ/1/1\nsymbol: MOD\n", "# a remark\nsymbol: MOD\nproposal: XYZ/1/1\n")
    (entry,) = entries(topic)
    assert (entry.event, entry.changes, entry.remark) == (Event.CHANGED, (), "No change in the text.")
    assert not entry.differs


def test_a_renamed_proposal_says_so_in_a_line(topic: Repo) -> None:
    topic.git("mv", f"{FOLDER}/xyz-1-1.yaml", f"{FOLDER}/other.yaml")
    (entry,) = entries(topic)
    assert (entry.event, entry.file) == (Event.RENAMED, f"{FOLDER}/other.yaml")
    assert entry.old_file == f"{FOLDER}/xyz-1-1.yaml"
    assert (entry.changes, entry.remark, entry.differs) == ((), "No change in the text.", False)


def test_a_proposal_is_known_by_its_number_and_not_by_its_looks(topic: Repo) -> None:
    """git takes a deleted and an added one that look alike for one renamed, and a rewritten one for two."""
    topic.file("xyz-1-2.yaml").unlink()
    topic.write("xyz-1-3.yaml", SECOND.replace("XYZ/1/2", "XYZ/1/3").replace("{++22++}", "{++33++}"))
    topic.file("xyz-1-1.yaml").unlink()
    topic.write(
        "other.yaml",
        "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\namendments:\n- SUP: resolves 2\n",
    )
    assert [(entry.event, Path(entry.file).name) for entry in entries(topic)] == [
        (Event.RENAMED, "other.yaml"),
        (Event.DELETED, "xyz-1-2.yaml"),
        (Event.ADDED, "xyz-1-3.yaml"),
    ]


def test_a_proposal_that_gets_another_number_and_says_the_same_is_renamed(topic: Repo) -> None:
    topic.file("xyz-1-2.yaml").unlink()
    topic.write("xyz-1-3.yaml", SECOND.replace("XYZ/1/2", "XYZ/1/3"))
    (entry,) = entries(topic)
    assert (entry.event, entry.remark) == (Event.RENAMED, "No change in the text.")
    assert [(key, criticmarkup.write(words)) for key, words in entry.beside] == [("proposal", "XYZ/1/{--2--}{++3++}")]


def test_a_deleted_proposal_shows_what_falls_away(topic: Repo) -> None:
    topic.file("xyz-1-1.yaml").unlink()
    (entry,) = entries(topic)
    assert (entry.event, entry.remark, entry.redline) == (Event.DELETED, "This falls away:", None)
    assert "ADD resolves/2: {++2\tto go on;++}" in lines(entry)


def test_a_withdrawn_proposal_shows_what_falls_away_in_the_text(topic: Repo) -> None:
    topic.replace("xyz-1-1.yaml", "source: XYZ\n", "source: XYZ\nstatus: withdrawn\n")
    (entry,) = entries(topic)
    assert "MOD recalling/a: a)\tResolution {--11--}{++1++} of this conference;" in lines(entry)
    assert ("status", "{--submitted--}{++withdrawn++}") in [(k, criticmarkup.write(w)) for k, w in entry.beside]


def test_a_changed_base_is_a_comparison_and_shows_the_proposals_that_it_breaks(topic: Repo) -> None:
    topic.replace("base.yaml", "Resolution 1 of", "Resolution 9 of")
    base, broken = entries(topic)
    assert (base.event, base.heading) == (Event.CHANGED, "RESOLUTION 7 (Rev. Nowhere, 2001)")
    assert lines(base) == ["MOD recalling/a: a)\tResolution {--1--}{++9++} of this conference;"]
    assert (broken.event, broken.file) == (Event.BROKEN, f"{FOLDER}/xyz-1-1.yaml")
    assert [problem.rule for problem in broken.problems] == ["stale-wording"]


def test_a_deleted_base_breaks_its_proposals(topic: Repo) -> None:
    topic.file("base.yaml").unlink()
    found = entries(topic)
    assert [entry.event for entry in found] == [Event.DELETED, Event.BROKEN, Event.BROKEN]
    assert found[0].remark == "The base is no longer there."
    assert {problem.rule for entry in found for problem in entry.problems} == {"wrong-base"}


def test_errors_stand_in_their_place_and_the_others_are_shown(topic: Repo) -> None:
    """Named as the files of the repository, whichever end could not be worked out."""
    topic.replace("xyz-1-1.yaml", "recalling a", "recalling z")
    topic.write("xyz-1-3.yaml", "proposal: [")
    topic.replace("xyz-1-2.yaml", "{++22++}", "{++23++}")
    first, second, third = entries(topic)
    assert [problem.rule for problem in first.problems] == ["missing-address"]
    assert first.problems[0].place.file == f"{FOLDER}/xyz-1-1.yaml"
    assert lines(second) == ["MOD recalling/b: b)\tResolution {--22--}{++23++} of this conference[^1],"]
    assert [problem.rule for problem in third.problems] == ["yaml-syntax"]
    assert third.heading == ""


def test_a_mended_proposal_is_shown_as_it_stands_now(topic: Repo) -> None:
    topic.replace("xyz-1-1.yaml", "recalling a", "recalling z")
    topic.commit()
    topic.git("branch", "--force", "main", "HEAD")
    topic.replace("xyz-1-1.yaml", "recalling z", "recalling a")
    (entry,) = entries(topic)
    assert entry.remark == "Before, it could not be applied."
    assert "ADD resolves/2: {++2\tto go on;++}" in lines(entry)


def test_a_new_resolution_is_named_and_its_proposal_shown(topic: Repo) -> None:
    topic.write("../res-8/base.yaml", BASE.replace("resolution: 7", "resolution: 8"))
    topic.write("../res-8/p.yaml", PROPOSAL.replace("7 (Rev", "8 (Rev").replace("XYZ/1/1", "XYZ/2/1"))
    base, proposal = entries(topic)
    assert (base.event, base.remark) == (Event.ADDED, "A new base with 6 provisions.")
    assert (proposal.event, proposal.heading) == (Event.ADDED, "MOD XYZ/2/1 on RESOLUTION 8 (Rev. Nowhere, 2001)")


def test_a_proposal_that_goes_over_to_another_resolution_is_two(topic: Repo) -> None:
    topic.write("../res-8/base.yaml", BASE.replace("resolution: 7", "resolution: 8"))
    topic.replace("xyz-1-1.yaml", "7 (Rev", "8 (Rev")
    assert [entry.event for entry in entries(topic)] == [Event.DELETED, Event.ADDED, Event.ADDED]


def test_a_conference_and_settings_change_no_text(topic: Repo) -> None:
    topic.write("../conference.yaml", "conference: XYZ-05\nname: Another Name\n")
    topic.write("../../resedit.yaml", "rules:\n  open-query:\n    severity: off\n    reason: settled elsewhere\n")
    found = entries(topic)
    assert [(entry.heading, entry.remark) for entry in found] == [
        ("", "It holds no text of a resolution."),
        ("XYZ-05", "It holds no text of a resolution."),
    ]
    assert not any(entry.differs or entry.problems for entry in found)


def test_the_files_as_they_are_now_are_read_where_no_end_is_named(topic: Repo) -> None:
    topic.replace("xyz-1-1.yaml", "{++11++}", "{++12++}")
    (entry,) = entries(topic, "main")
    assert lines(entry) == ["MOD recalling/a: a)\tResolution {--11--}{++12++} of this conference;"]


def test_a_first_commit_is_all_added(topic: Repo) -> None:
    found = entries(topic, f"{'0' * 40}...HEAD")
    assert [entry.event for entry in found] == [Event.ADDED] * 4
    assert [Path(entry.file).name for entry in found] == [
        "conference.yaml",
        "base.yaml",
        "xyz-1-1.yaml",
        "xyz-1-2.yaml",
    ]
