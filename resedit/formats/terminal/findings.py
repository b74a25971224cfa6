"""Findings with the lines they stand on, what was mended and what was left."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from resedit.formats.terminal.lines import cell_width, printable
from resedit.model.mend import Left, Mended
from resedit.model.place import Place
from resedit.model.problem import Problem, Severity

if TYPE_CHECKING:
    from rich.console import Console

MENDABLE = "[*]"
"""What marks a finding that `validate --fix` mends."""


def print_problems(
    console: "Console", problems: Iterable[Problem], line_of: Callable[[Place], str] | None = None
) -> None:
    """Problems as a compiler prints them: `file:line:col: severity: message (rule)`, the source line with a caret
    under the place (where `line_of` gives it), then the hint."""
    from rich.text import Text

    colours = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.QUERY: "bold blue"}
    for problem in problems:
        colour = colours[problem.severity]
        text = Text.assemble(
            (printable(str(problem.place)), "bold"), ": ", (problem.severity.value, colour), ": ",
            printable(problem.message), (f" ({problem.rule})", "dim"),
            (f" {MENDABLE}" if problem.mends else "", "bold green"),
        )  # fmt: skip
        console.print(text, soft_wrap=True)
        source = line_of(problem.place) if line_of else ""
        if source.strip():
            shown, column = _window(source, problem.place.column, max(20, console.width - 4))
            console.print(Text(f"  {shown}"), soft_wrap=True)
            console.print(Text(" " * (2 + cell_width(shown[: column - 1])) + "^", colour), soft_wrap=True)
        if problem.hint:
            console.print(
                Text(f"  hint: {printable(problem.hint)}", "" if not console.is_terminal else "dim"), soft_wrap=True
            )


def print_mended(console: "Console", mended: Iterable[Mended]) -> None:
    """What was mended, each with every place that changed for it."""
    for item in mended:
        others = [str(place) for place in item.changes if place != item.place]
        _print_done(console, item, ("mended", "bold green"), f"also at {', '.join(others)}" if others else "")


def print_left(console: "Console", left: Iterable[Left]) -> None:
    """What was left, and why."""
    for item in left:
        _print_done(console, item, ("left", "bold yellow"), f"reason: {item.reason}")


def _print_done(console: "Console", item: Mended | Left, what: tuple[str, str], more: str) -> None:
    """What became of a finding, with a line on it below."""
    from rich.text import Text

    head = ((str(item.place), "bold"), ": ", what, ": ", item.message, (f" ({item.rule})", "dim"))
    console.print(Text.assemble(*head), soft_wrap=True)
    if more:
        console.print(Text(f"  {more}", "dim" if console.is_terminal else ""), soft_wrap=True)


def _window(line: str, column: int, width: int) -> tuple[str, int]:
    """The part of a line around a column that fits into so many columns of a terminal, and the column in it."""
    line = line.replace("\t", " ")
    if cell_width(line) <= width:
        return line, column
    start = end = min(column - 1, len(line))
    room = width - 2  # for the dots
    before = width // 3
    while end < len(line) and cell_width(line[start : end + 1]) <= room - before:
        end += 1
    while start and cell_width(line[start - 1 : end]) <= room:
        start -= 1
    while end < len(line) and cell_width(line[start : end + 1]) <= room:
        end += 1
    while start < column - 1 and not cell_width(line[start]):  # an accent whose letter is cut off
        start += 1
    head, tail = "…" if start else "", "…" if end < len(line) else ""
    return f"{head}{line[start:end]}{tail}", column - start + len(head)
