"""Findings at the very words that they are about."""

import pytest

from resedit.model.place import Place
from resedit.model.problem import Problem, Slip
from resedit.store.nodes import Mapping, Scalar, parse
from resedit.store.slips import pointed


def place_in(source: str, slip: Slip) -> tuple[int, int]:
    """Where a finding about the value of `text:` in a file is shown."""
    root = parse(source.encode(), "x.yaml")
    assert isinstance(root, Mapping)
    node = next(value for key, value in root.pairs if key.value == "text")
    assert isinstance(node, Scalar)
    problem = Problem("r", "m", Place("x.yaml", node.line, node.column), slip=slip)
    (found,) = pointed([problem], source)
    return found.place.line, found.place.column


@pytest.mark.parametrize(
    ("source", "slip", "expected"),
    [
        pytest.param("text: to take the the action\n", Slip("the", 12), (1, 19), id="the second time"),
        pytest.param("# é\ntext: 'it''s “odd'\nmore: “\n", Slip("“", 5), (2, 14), id="between quotes"),
        pytest.param("text: >-\n  to take\n  the action  of all\nmore: x\n", Slip("  ", 18), (3, 13), id="folded"),
        pytest.param("text: |  # why\n  to take\nmore: x\n", Slip("take", 3), (2, 6), id="a block with a comment"),
        pytest.param("text: >-\r\n  to\r\n  be\r\n", Slip("be", 3), (3, 3), id="line breaks of Windows"),
        pytest.param("text: Sustainable\n  Development\n", Slip("Development", 12), (2, 3), id="plain, folded"),
        pytest.param("text: Sustainable\n  Development\n", Slip("able Dev", 7), (1, 14), id="over two lines"),
        pytest.param('text: "a\\u200bb \\\n  c\\"d"\n', Slip("\u200b", 1), (1, 9), id="an escape"),
        pytest.param('text: "a\\u200bb \\\n  c\\"d"\n', Slip("d", 6), (2, 6), id="behind escapes"),
        pytest.param("other: the\ntext: x\nmore: the\n", Slip("the", 0), (2, 7), id="only in other texts"),
        pytest.param("text: to take\n", Slip("take", 4), (1, 7), id="not where they should be"),
    ],
)
def test_a_finding_is_shown_at_its_words(source: str, slip: Slip, expected: tuple[int, int]) -> None:
    """In every style of YAML; where the words cannot be found for sure, at the beginning of the text."""
    assert place_in(source, slip) == expected


def test_words_below_a_place_that_no_text_begins_at_are_not_taken_for_its_own() -> None:
    """A finding about a list or mapping stays where that begins, whatever the next line begins with."""
    problem = Problem("r", "m", Place("x.yaml", 1, 7), slip=Slip("the", 0))
    assert list(pointed([problem], "text: [a]\nthe: b\n")) == [problem]


def test_a_file_that_is_no_yaml_any_more_leaves_findings_where_they_are() -> None:
    """Somebody may write it while it is validated."""
    problem = Problem("r", "m", Place("x.yaml", 1, 7), slip=Slip("the", 0))
    assert list(pointed([problem], "text: [the")) == [problem]
