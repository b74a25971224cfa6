"""A review as Markdown: whole within its size, or cut between its parts and saying so."""

import re

import pytest
from markdown_it import MarkdownIt

from resedit.model.place import Place
from resedit.model.problem import Problem
from resedit.redline.changes import Change, ChangeKind
from resedit.review.markdown import review_markdown
from resedit.review.review import Entry, Event
from resedit.wording.segments import Op, Segment, kept, wording


def change(number: int, length: int = 20, kind: ChangeKind = ChangeKind.MOD) -> Change:
    line = wording([Segment(Op.KEEP, f"{number}\tsome "), Segment(Op.INSERT, "wörds " * length, ("XYZ/1/1",))])
    return Change(kind, f"resolves/{number}", f"resolves/{number}", line)


def entry(name: str, count: int, length: int = 20) -> Entry:
    found = tuple(change(number, length) for number in range(count))
    return Entry(Event.CHANGED, f"{name}.yaml", f"MOD {name}", changes=found, whole=found)


MANY = [entry("XYZ/1/1", 3), entry("XYZ/1/2", 500), entry("XYZ/1/3", 40), entry("XYZ/1/4", 1, 9000)]
TITLE = "main...HEAD"


def size(text: str) -> int:
    return len(text.encode())


def test_without_a_limit_everything_is_there() -> None:
    text = review_markdown(MANY, TITLE, None)
    assert text.count("- **MOD**") == 2 * 544
    assert "left out" not in text


@pytest.mark.parametrize("most", [2000, 5000, 65536, 100_000])
def test_what_is_too_long_is_cut_between_its_parts_and_said(most: int) -> None:
    """No line of what comes out is a part of one; every element that is opened is closed."""
    text = review_markdown(MANY, TITLE, None, most)
    assert size(text) <= most
    assert most < 5000 or size(text) > most * 0.8
    whole = set(review_markdown(MANY, TITLE, None).splitlines())
    assert all(
        "left out for length" in line or line.startswith("| | … and ") for line in set(text.splitlines()) - whole
    )
    for tag in ("ins", "del", "details", "summary"):
        assert text.count(f"<{tag}>") == text.count(f"</{tag}>")
    said = [(int(m[1]), int(m[2])) for m in re.finditer(r"\*(\d+) of (\d+) left out", text)]
    assert (most > 200 and said) or not said
    html = MarkdownIt("commonmark").enable("table").render(text)
    assert html.count("<li>") == text.count("- **MOD**")


def test_small_texts_stay_whole_beside_large_ones() -> None:
    text = review_markdown(MANY, TITLE, None, 65536)
    section = text.split("### MOD XYZ/1/1\n")[1].split("### ")[0]
    assert section.count("- **MOD**") == 6
    assert "left out" not in section
    assert "left out for length" in text.split("### MOD XYZ/1/2\n")[1].split("### ")[0]


@pytest.mark.parametrize("count", [1, 50, 3000])
def test_any_number_of_texts_is_within_the_limit(count: int) -> None:
    text = review_markdown([entry(f"XYZ/1/{n}", 2) for n in range(count)], TITLE, None, 65536)
    assert size(text) <= 65536
    gone = count - text.count("\n### ")
    assert (f"*{gone} texts are left out for length.*" in text) is (gone > 0)


def test_what_fits_exactly_is_not_cut() -> None:
    text = review_markdown(MANY[:1], TITLE, None)
    assert review_markdown(MANY[:1], TITLE, None, size(text) + 300) == text


def test_the_table_counts_and_an_error_stands_in_it() -> None:
    found = (
        change(1),
        change(2, kind=ChangeKind.ADD),
        change(3, kind=ChangeKind.MOVE_FROM),
        change(3, kind=ChangeKind.MOVE_TO),
    )
    problem = Problem("stale-wording", "MOD a|b: @user", Place("x.yaml", 3, 4), "see #1")
    broken = Entry(Event.ADDED, "a|b.yaml", "", problems=(problem,))
    text = review_markdown([Entry(Event.ADDED, "x.yaml", "MOD XYZ/1/1", changes=found), broken], TITLE, None)
    assert "| added | MOD XYZ/1/1 | 1 ADD, 1 MOD, 1 MOVE |\n" in text
    assert "| added | `a\\|b.yaml` | **cannot be applied** |\n" in text
    assert (
        "- `x.yaml:3:4` **error:** MOD a\\|b: <span>@</span>user (`stale-wording`)  \n  see <span>#</span>1\n" in text
    )


def test_context_cuts_what_is_kept() -> None:
    line = wording([*kept("one two three four five six seven eight nine ").segments, Segment(Op.INSERT, "ten", ("X",))])
    found = (Change(ChangeKind.MOD, "a", "a", line),)
    text = review_markdown([Entry(Event.ADDED, "x.yaml", "MOD X", changes=found)], TITLE, 2)
    assert "  … eight nine <ins>ten</ins>\n" in text


def test_labels_that_alone_change_are_folded_up() -> None:
    found = (change(1), change(2, kind=ChangeKind.RENUMBERED))
    text = review_markdown([Entry(Event.ADDED, "x.yaml", "MOD X", changes=found)], TITLE, None)
    assert "<details><summary>1 renumbered</summary>\n\n- **renumbered** `resolves/2`" in text


def test_the_range_is_named_as_git_shortens_it_and_nothing_touched_is_said() -> None:
    assert review_markdown([], f"{'0' * 40}...{'a1' * 20}", 8) == (
        "## What changes in the texts: `nothing...a1a1a1a1a1`\n\nNo text is touched.\n"
    )
