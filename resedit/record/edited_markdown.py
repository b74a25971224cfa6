"""An edited copy in Markdown as it is exported, read by what a reader of the page sees: a call is a paragraph in
italics, a quotation tells how deep a paragraph stands, a table is a table, the footnotes stand last."""

from collections.abc import Iterator
from itertools import count

from resedit.model.place import Place
from resedit.model.problem import UnreadableError
from resedit.record.edited import Edited, Line, as_lines, notes_of, quoted, stopping
from resedit.record.page import Block, blocks
from resedit.structure.elements import Cell, Element, Look, Paragraph, Row, Table


def read_markdown(text: str, file: str) -> Edited:
    """A text in Markdown as it is exported. Raises UnreadableError where it has not even a number line and a title,
    where it is a redline, and at what no provision can hold."""
    lines = as_lines(text, file)
    head: list[Line] = []
    body: list[Block | Table] = []
    notes: list[Line] = []
    for block in blocks(lines, file):
        line = block.line if isinstance(block, Block) else Line("the table", block.place)
        is_heading = isinstance(block, Block) and block.is_heading
        if len(head) < 2:
            if not is_heading or not line.text or (isinstance(block, Block) and block.depth):
                raise _no_head(line.place)
            head.append(line)
        elif is_heading:
            hint = "headings are the number line and the title; a call is in italics"
            raise stopping(f"{quoted(line.text)} is a third heading", line.place, hint)
        elif isinstance(block, Block) and block.is_note:
            notes.append(line)
        elif notes:
            raise stopping(f"{quoted(line.text)} stands after a footnote", line.place, "put the footnotes last")
        else:
            body.append(block)
    if len(head) < 2:
        raise _no_head(Place(file))
    keys = count()
    elements = tuple(_element(block, keys) for block in body)
    return Edited(head[0], head[1], elements, notes_of(notes), has_labels=False)


def _no_head(place: Place) -> UnreadableError:
    hint = "it begins with two headings, “# ” and the number line, “## ” and the title"
    return stopping("this is not the text of a resolution", place, hint)


def _element(block: Block | Table, keys: Iterator[int]) -> Element:
    if isinstance(block, Block):
        look = Look(depth=block.depth, is_call=block.is_call)
        return Paragraph(next(keys), "", block.line.text, look, place=block.line.place)
    rows = []
    for row in block.rows:
        cells = (Cell(next(keys), tuple(p._replace(key=next(keys)) for p in cell.paragraphs)) for cell in row.cells)
        rows.append(Row(next(keys), tuple(cells)))
    return block._replace(key=next(keys), rows=tuple(rows))
