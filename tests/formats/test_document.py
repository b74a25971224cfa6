"""A document with its history as a terminal shows it; the other forms are tried on the command line."""

import io

from rich.console import Console

from resedit.formats.docx.tracked import read_tracked
from resedit.formats.terminal import print_document
from tests.formats.docx.samples import docx
from tests.formats.docx.xml import DEEP, cite, footnotes, gone, ins, listed, note, numbering, p, row, run, table


def shown(data: bytes, width: int = 40, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colour, color_system="standard" if colour else None)
    print_document(console, read_tracked(data))
    return out.getvalue()


def test_list_numbers_hang_and_tables_have_lines() -> None:
    body = listed(run("a paragraph that is longer than a line of it")) + table(row("one"), row("two", "<w:del/>"))
    body += p("") * 4 + p(run("end") + cite(1))
    data = docx(body, numbering=numbering(DEEP), footnotes=footnotes(note(1, run(" n"))))
    assert [line.rstrip() for line in shown(data).splitlines()] == [
        "1.     a paragraph that is longer than a",
        "       line of it",
        "┌─────┐",
        "│ one │",
        "├─────┤",
        "│ two │",
        "└─────┘",
        "",
        "end[^1]",
        "─" * 40,
        "[^1]: n",
    ]


def test_changes_are_struck_and_underlined() -> None:
    out = shown(docx(p(ins(run("new")) + gone("old"))), colour=True)
    assert "\x1b[4;32mnew" in out
    assert "\x1b[9;31mold" in out


def test_deep_indents_leave_room_for_words() -> None:
    body = p(run("word " * 20), properties='<w:ind w:left="99999"/>')
    assert all(len(line) <= 30 and line[:10].isspace() for line in shown(docx(body), 30).splitlines())
