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
        pytest.param("text: to take the the action\n", Slip("the", 1, 2), (1, 19), id="the second time"),
        pytest.param("# é\ntext: 'an “odd mark'\nmore: “\n", Slip("“"), (2, 11), id="between quotes"),
        pytest.param("text: >-\n  to take\n  the action  of all\nmore: x\n", Slip("  "), (3, 13), id="folded"),
        pytest.param("text: >-\r\n  to\r\n  be\r\n", Slip("be"), (3, 3), id="line breaks of Windows"),
        pytest.param(
            "text: Sustainable\n  Development Agenda\n", Slip("Development Agenda"), (2, 3), id="plain, folded"
        ),
        pytest.param(
            "text: Sustainable\n  Development\n", Slip("Sustainable Development"), (1, 7), id="over two lines"
        ),
        pytest.param("other: the\ntext: x\nmore: the\n", Slip("the"), (2, 7), id="only in other texts"),
        pytest.param("text: take {--the --}the the\n", Slip("the", 1, 2), (1, 7), id="more often than in the text"),
        pytest.param('text: "a\\u200bb"\n', Slip("\u200b"), (1, 7), id="spelled otherwise"),
    ],
)
def test_a_finding_is_shown_at_its_words(source: str, slip: Slip, expected: tuple[int, int]) -> None:
    """In every style of YAML; where the words cannot be found for sure, at the beginning of the text."""
    assert place_in(source, slip) == expected


def test_words_below_a_place_that_no_text_begins_at_are_not_taken_for_its_own() -> None:
    """A finding about a list or mapping stays where that begins, whatever the next line begins with."""
    problem = Problem("r", "m", Place("x.yaml", 1, 7), slip=Slip("the"))
    assert list(pointed([problem], "text: [a]\nthe: b\n")) == [problem]


def test_a_file_that_is_no_yaml_any_more_leaves_findings_where_they_are() -> None:
    """Somebody may write it while it is validated."""
    problem = Problem("r", "m", Place("x.yaml", 1, 7), slip=Slip("the"))
    assert list(pointed([problem], "text: [the")) == [problem]
