"""A redline or a document, laid out as on its pages."""

from itertools import groupby
from typing import TYPE_CHECKING

from resedit.formats.terminal.lines import spans
from resedit.model.enums import Kind
from resedit.redline.document import TrackedDocument, TrackedLine
from resedit.redline.lines import Rows, lines_rows, note_wording, number_wording, provision_wording, table_rows
from resedit.redline.printed import printed, printed_document
from resedit.redline.redline import Redline, Tracked

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

LABEL_WIDTH = 7
TWIPS = 162
"""How many twentieths of a point of an indent make a column: 1134, the step of the ITU templates, makes a label's."""


def print_redline(console: "Console", redline: Redline) -> None:
    """The whole redline, laid out as a document: centred number and title, italic calls, hanging labels."""
    redline = printed(redline)
    console.print(spans(number_wording(redline)), justify="center")
    console.print()
    console.print(spans(redline.title, "bold"), justify="center")
    if redline.opening.segments:
        console.print()
        console.print(spans(redline.opening))
    for item in redline.provisions:
        _print_provision(console, item, 0)
    if redline.footnotes:
        console.print()
        console.rule(style="dim")
    for note in redline.footnotes:
        console.print(spans(note_wording(note)))


def _print_provision(console: "Console", item: Tracked, depth: int) -> None:
    from rich.padding import Padding
    from rich.table import Table

    if item.kind is Kind.TABLE:
        console.print(Padding(_grid(table_rows(item)), (0, 0, 0, LABEL_WIDTH * depth)))
        return
    label, text = item.shown(item.label), item.shown(item.text)
    if item.kind is Kind.CALL:
        console.print()
        console.print(Padding(spans(text, "italic"), (0, 0, 0, LABEL_WIDTH)))
    elif label.segments:
        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=LABEL_WIDTH - 1)
        grid.add_column(ratio=1)
        grid.add_row(spans(label, "italic" if not label.final().isdecimal() else ""), spans(text))
        console.print(Padding(grid, (0, 0, 0, LABEL_WIDTH * depth)))
    else:
        console.print(Padding(spans(text), (0, 0, 0, LABEL_WIDTH * depth)))
    for below in item.items:
        _print_provision(console, below, depth if item.kind is Kind.CALL else depth + 1)


def print_document(console: "Console", document: TrackedDocument) -> None:
    """A document as it stands on the page: paragraphs, hanging list numbers, tables; then its notes. Of several empty
    paragraphs one is shown."""
    document = printed_document(document)
    is_empty = True
    for table, lines in groupby(document.lines, key=lambda line: line.cell and line.cell.table):
        if table:
            console.print(_grid(lines_rows(lines)))
            continue
        for line in lines:
            was_empty, is_empty = is_empty, not provision_wording(line).segments
            if not (was_empty and is_empty):
                _print_line(console, line)
    if document.notes:
        console.rule(style="dim")
    for note in document.notes:
        console.print(spans(note_wording(note)))


def _print_line(console: "Console", line: TrackedLine) -> None:
    from rich.padding import Padding
    from rich.table import Table

    left = min(max(line.indent, 0) // TWIPS, console.width // 3)
    if not line.label.segments:
        console.print(Padding(spans(line.text), (0, 0, 0, left)))
        return
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(min_width=LABEL_WIDTH - 1)
    grid.add_column(ratio=1)
    grid.add_row(spans(line.label), spans(line.text))
    console.print(Padding(grid, (0, 0, 0, max(0, left - LABEL_WIDTH))))


def _grid(rows: Rows) -> "Table":
    """A table with lines between its cells; the paragraphs of a cell stand under one another."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    grid = Table(box=box.SQUARE, show_header=False, show_lines=True)
    for _ in range(max(map(len, rows))):
        grid.add_column(overflow="fold")
    for row in rows:
        grid.add_row(*(Text("\n").join(spans(words) for words in cell) for cell in row))
    return grid
