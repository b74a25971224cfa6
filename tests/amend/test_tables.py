"""Tables: amended by row and cell, refused where a change would leave none, printed by every format. Made up."""

import pytest

from resedit.amend.compare import compare
from resedit.amend.derive import derive
from resedit.formats.docx.read import read_docx, resolution_lines
from resedit.formats.docx.write import write_docx
from resedit.formats.markdown import markdown, redline_markdown
from resedit.formats.text import redline_text, text
from resedit.merge.merge import apply, try_apply
from resedit.model.enums import Kind
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.redline.changes import changes
from resedit.redline.redline import Redline
from resedit.store.load import load
from resedit.store.write import proposal_yaml
from resedit.wording import criticmarkup

BASE = """
resolution: 9
title: On limits
provisions:
- resolves:
  - 1: 'that the limits are:'
  - rows:
    - [Band, Limit]
    - - 1 164 MHz
      - text: 34 dBW
        items:
        - a): at most;
        - b): on average
    - [1 215 MHz, '']
  - 2: to review them.
"""
HEAD = "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 9\namendments:\n"


def base() -> Resolution:
    loaded = load(BASE.encode(), "base.yaml")
    assert not loaded.problems
    assert isinstance(loaded.value, Resolution)
    return loaded.value


def proposal(amendments: str) -> Proposal:
    loaded = load((HEAD + amendments).encode(), "xyz-1-1.yaml")
    assert not loaded.problems
    assert isinstance(loaded.value, Proposal)
    return loaded.value


def made(amendments: str) -> Redline:
    redline = apply(base(), [proposal(amendments)])
    assert redline.original() == base()
    return redline


CELLS = "- MOD: resolves table 2 2\n  text: 34{-- dBW--}{++ dBW/MHz++}\n- MOD: resolves/table/3/2\n  text: none\n"
ROWS = "- ADD: resolves table\n  after: 2\n  rows:\n  - [other bands, 92 dBW]\n- SUP: resolves table 3\n"
ALL = CELLS.replace("- MOD: resolves/table/3/2\n  text: none\n", "") + ROWS


def test_a_table_is_a_provision_whose_rows_and_cells_are_counted() -> None:
    """`resolves/table/2/2` is the second cell of the second row; what numbers stand beside is not disturbed."""
    (call,) = base().provisions
    assert [item.kind for item in call.items] == [Kind.PARAGRAPH, Kind.TABLE, Kind.PARAGRAPH]
    redline = made(CELLS)
    assert [c.name for c in changes(redline)] == [
        "resolves/table/2/2",
        "resolves/table/3/2",
    ]
    assert "34 dBW/MHz" in text(redline.final())


def test_rows_come_and_go_as_one_change() -> None:
    found = [(c.kind.value, c.old, c.new, criticmarkup.write(c.line)) for c in changes(made(ROWS))]
    assert found == [
        ("ADD", "", "resolves/table/3", "{++other bands | 92 dBW++}"),
        ("SUP", "resolves/table/3", "", "{--1 215 MHz | --}"),
    ]


def test_a_table_is_read_row_by_row_and_its_empty_cells_print_no_line() -> None:
    lines = text(base()).splitlines()
    assert lines[4:] == ["Band", "Limit", "1 164 MHz", "34 dBW", "a)\tat most;", "b)\ton average", "1 215 MHz",
                         "2\tto review them."]  # fmt: skip


def test_markdown_has_a_real_table() -> None:
    table = (
        "| Band | Limit |",
        "| --- | --- |",
        "| 1 164 MHz | 34 dBW<br>a) at most;<br>b) on average |",
        "| 1 215 MHz |  |",
    )
    assert "\n".join(table) in markdown(base())
    assert "| <ins>other bands</ins> | <ins>92 dBW</ins> |" in redline_markdown(made(ROWS))


@pytest.mark.parametrize("amendments", [CELLS, ROWS, ALL, "- ADD: resolves table 1\n  cells: [Note]\n"])
def test_word_holds_both_tables(amendments: str) -> None:
    """Accepting gives the final table, rejecting the original, where rows, cells or columns come and go."""
    redline = made(amendments)
    data = write_docx(redline)
    for accept, resolution in ((True, redline.final()), (False, redline.original())):
        assert resolution_lines(read_docx(data, accept=accept)) == text(resolution).splitlines()


def test_what_is_compared_is_proposed_by_row_and_cell() -> None:
    """A changed cell is its MOD, an added row its ADD; nothing else of the table is touched."""
    new = made(ALL).final()
    derived = derive(compare(base(), new, ("XYZ/1/1",)), proposal("- NOC: title\n"))
    assert [(a.symbol.value, a.address) for a in derived.amendments] == [
        ("MOD", "resolves/table/2/2"),
        ("SUP", "resolves/table/3"),
        ("ADD", "resolves/table"),
    ]
    assert "  rows:\n  - - other bands\n    - 92 dBW\n" in proposal_yaml(derived)
    assert apply(base(), [derived]).final() == new


@pytest.mark.parametrize(
    ("amendments", "message"),
    [
        ("- ADD: resolves table\n  items: [a paragraph]\n", "a paragraph cannot stand in a table"),
        ("- ADD: resolves\n  rows: [[a, b]]\n", "a row cannot stand in a call"),
        ("- ADD: resolves table 1 1\n  items:\n  - rows: [[a]]\n", "a table cannot stand in a cell"),
        ("- MOVE: resolves table 1 1\n  to: resolves\n", "a cell cannot stand in a call"),
        ("- MOD: resolves table 1\n  text: words\n", "a row has no words of its own"),
        ("- MOD: resolves table 1 1\n  label: a)\n", "cannot have the label"),
        ("- SUP: resolves table 1 1\n- SUP: resolves table 1 2\n", "without words and without anything below it"),
    ],
)
def test_what_would_leave_no_table_is_refused(amendments: str, message: str) -> None:
    _, problems = try_apply(base(), [proposal(amendments)])
    assert any(message in problem.message for problem in problems)


def test_a_cell_can_be_emptied() -> None:
    assert "Limit" not in text(made("- MOD: resolves table 1 2\n  text: '{--Limit--}'\n").final())


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("- rows: []", "rows is empty"),
        ("- rows: [[]]", "a list in rows is empty"),
        ("- rows: [words]", "cells is not a list"),
        ("- rows: [[{items: [a]}]]", "the cell has no “text:”"),
        ("- rows: [[{text: a, items: [{rows: [[b]]}]}]]", "a cell holds more than paragraphs"),
        ("- rows: [[a]]\n  text: words", "the provision has both “rows” and “text”"),
    ],
)
def test_what_is_no_table_is_named(table: str, message: str) -> None:
    loaded = load(f"resolution: 9\ntitle: T\nprovisions:\n{table}\n".encode(), "base.yaml")
    assert message in [problem.message for problem in loaded.problems]


def test_redline_text_of_an_emptied_cell() -> None:
    assert "{--Limit--}\n" in redline_text(made("- MOD: resolves table 1 2\n  text: '{--Limit--}'\n"))


def test_no_table_comes_into_a_cell_by_two_amendments() -> None:
    """One amendment adds a table to a paragraph, another moves the paragraph into a cell."""
    both = "- ADD: resolves 1\n  items:\n  - rows: [[a]]\n- MOVE: resolves 1\n  to: resolves table 1 1\n"
    _, problems = try_apply(base(), [proposal(both)])
    assert [problem.message for problem in problems] == ["a table would stand in the cell resolves/table/1/1"]
