"""Lines, tables and words with their changes in colour: what everything on the terminal is printed with."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from resedit.wording.segments import Op, Wording

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

STYLES = {Op.KEEP: "", Op.INSERT: "green underline", Op.DELETE: "red strike"}
CONTROLS = {code: repr(chr(code))[1:-1] for code in (*range(9), *range(10, 32), *range(127, 160))}
"""Control characters as they are written: one in the name of a file begins no line and no colour."""
VISIBLE_BLANKS = str.maketrans({"\u00a0": "⍽", "\u202f": "⍽", " ": "␣", "\u2011": "‑"})


def print_line(console: "Console", text: str) -> None:
    """A line as it is: no markup, no wrapping, tabs stay tabs."""
    console.file.write(f"{text}\n")


def spans(marked: Wording, style: str = "") -> "Text":
    """A wording with its changes in colour; a change of blanks alone shows them."""
    from rich.text import Text

    text = Text(style=style)
    for segment in marked.segments:
        words = segment.text.replace("\t", " ")
        if segment.op is not Op.KEEP and words.isspace():
            words = words.translate(VISIBLE_BLANKS)
        text.append(words, STYLES[segment.op] or None)
    return text


def print_table(console: "Console", rows: Sequence[Sequence[str]]) -> None:
    """A table whose first row is its head; tab-separated when the output is no terminal."""
    from rich.table import Table
    from rich.text import Text

    if not console.is_terminal:
        for row in rows:
            print_line(console, "\t".join(row))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for index, name in enumerate(rows[0]):
        table.add_column(Text(name), overflow="fold", style="cyan" if index == 0 else "")
    for row in rows[1:]:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)


def printable(text: str) -> str:
    """A text that stays on its line."""
    return text.translate(CONTROLS)


def cell_width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    from rich.cells import cell_len

    return cell_len(text)


def print_diff(console: "Console", diff: str) -> None:
    """A unified diff: added lines green, removed ones red."""
    from rich.text import Text

    styles = {"+": "green", "-": "red", "@": "cyan"}
    for line in diff.split("\n")[:-1]:
        style = "bold" if line[:4] in ("--- ", "+++ ") else styles.get(line[:1], "")
        console.print(Text(printable(line.rstrip("\r")), style), soft_wrap=True)
