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


def test_files_without_any_and_files_that_cannot_be_read() -> None:
    assert found("resolution: 7\ntitle: x\nprovisions: []\n# note\n") == []
    assert found("resolution: [ # resedit: one\n") == []


def test_a_comment_at_the_end_of_a_file_is_about_itself() -> None:
    assert found("resolution: 7\ntitle: x\nprovisions: []\n# resedit: last") == [("last", 4, 1, 4)]
