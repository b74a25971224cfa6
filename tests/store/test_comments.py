"""Comments to resedit: found where they are comments, whatever the line ends and letters around them."""

import pytest

from resedit.store.load import load


def found(text: str) -> list[tuple[str, int, int, int]]:
    return [(c.text, c.place.line, c.place.column, c.line) for c in load(text.encode(), "x.yaml").comments]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_comments_with_their_places_and_the_lines_they_are_about(end: str) -> None:
    text = "resolution: 7 # resedit: one\ntitle: é 決議 𝄞 # resedit: two  \n# resedit: three\n\nprovisions:\n- x\n"
    assert found(text.replace("\n", end)) == [("one", 1, 15, 1), ("two", 2, 15, 2), ("three", 3, 1, 5)]


def test_a_byte_order_mark_moves_nothing() -> None:
    assert found("\ufeffresolution: 7 # resedit: one\ntitle: x\nprovisions: []\n") == [("one", 1, 15, 1)]


@pytest.mark.parametrize(
    "value",
    [
        "'x # resedit: no'",
        '"x # resedit: no"',
        "|\n  x\n  # resedit: no\n",
        "x# resedit: no",
        "'x\n  # resedit: no'",
        '{a: "# resedit: no"}',
    ],
)
def test_words_are_no_comments(value: str) -> None:
    assert found(f"resolution: 7\ntitle: {value}\nprovisions: []\n") == []
    if not value.startswith(("|", "x")):
        column = len(value.split("\n")[-1]) + (2 if "\n" in value else 9)
        line = 2 + value.count("\n")
        assert found(f"resolution: 7\ntitle: {value} # resedit: yes\nprovisions: []\n") == [("yes", line, column, line)]


def test_files_without_any_and_files_that_cannot_be_read() -> None:
    assert found("resolution: 7\ntitle: x\nprovisions: []\n# note\n") == []
    assert found("resolution: [ # resedit: one\n") == []


def test_a_comment_at_the_end_of_a_file_is_about_itself() -> None:
    assert found("resolution: 7\ntitle: x\nprovisions: []\n# resedit: last") == [("last", 4, 1, 4)]


def test_comments_in_a_block_of_lines_are_words_and_those_behind_its_mark_are_not() -> None:
    text = "resolution: 7\ntitle: >- # resedit: one\n  x\n  # resedit: no\nprovisions: [] # resedit: two\n"
    assert found(text) == [("one", 2, 11, 2), ("two", 5, 16, 5)]


def test_many_comments_are_read_in_linear_time() -> None:
    """A file of nothing else has to be read as fast as it is long: this one would take hours in squared time."""
    lines = 100_000
    text = "resolution: 7\ntitle: x\n" + "# resedit: x\n" * lines + "provisions: []\n"
    many = load(text.encode(), "x.yaml").comments
    assert len(many) == lines and {comment.line for comment in many} == {lines + 3}
