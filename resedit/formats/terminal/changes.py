"""What changes, what has which number, and what each word comes from."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from resedit.formats.terminal.lines import print_table, spans
from resedit.redline.changes import Change, ChangeKind, Renumbering
from resedit.wording.excerpt import excerpt
from resedit.wording.visible import unseen

if TYPE_CHECKING:
    from rich.console import Console

    from resedit.redline.blame import BlamedLine

KIND_STYLES = {
    ChangeKind.ADD: "bold green",
    ChangeKind.SUP: "bold red",
    ChangeKind.MOD: "bold yellow",
    ChangeKind.MOVE_FROM: "bold magenta",
    ChangeKind.MOVE_TO: "bold magenta",
    ChangeKind.RENUMBERED: "dim",
}
PROPOSAL_STYLES = ("green", "blue", "magenta", "yellow", "cyan", "red")
"""The colours of proposals; the base has none."""
NARROW = 60
"""Below how many columns words stand under what else would stand before them."""


def print_changes(console: "Console", changes: Iterable[Change], context: int | None) -> None:
    """What changes, each with its addresses; kept words cut to `context` around the changes."""
    from rich.padding import Padding
    from rich.text import Text

    for change in changes:
        line = change.line if context is None else excerpt(change.line, context)
        head = Text.assemble((f"{change.kind:<4}", KIND_STYLES[change.kind]), " ", (change.name, "bold cyan"))
        if change.kind is ChangeKind.RENUMBERED:
            console.print(Text("  ").join([head, spans(line)]), no_wrap=True, overflow="ellipsis")
            continue
        if names := unseen(change.line):
            head.append(f" ({names})")
        console.print(head, soft_wrap=True)
        console.print(Padding(spans(line), (0, 0, 0, 5)))


def print_numbers(console: "Console", rows: Iterable[Renumbering]) -> None:
    """The table of old and new numbers."""
    table = [("in the base", "label", "now", "label", "by")]
    for row in rows:
        old, new = row.old or "(added)", row.new or "(suppressed)"
        table.append((old, row.old_label, new, row.new_label, ", ".join(row.by)))
    print_table(console, table)


def print_blame(console: "Console", lines: "Iterable[BlamedLine]") -> None:
    """The final text run by run: who (a colour for each, as they come), where, the words; on a narrow terminal the
    words stand below who and where."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    from resedit.redline.blame import rows

    styles: dict[tuple[str, ...], str] = {}
    is_narrow = console.width < NARROW
    grid = Table.grid(padding=(0, 2, 0, 0))
    for most in () if is_narrow else (console.width // 4, console.width // 4, None):
        grid.add_column(overflow="fold", max_width=most)
    for run, where, words in rows(lines):
        style = styles.setdefault(run.by, PROPOSAL_STYLES[len(styles) % len(PROPOSAL_STYLES)]) if run.by else ""
        cells = Text(run.origin, style or "dim"), Text(where, "dim"), Text(words, style)
        if is_narrow:
            console.print(Text("  ").join(cells[: 2 if where else 1]))
            console.print(Padding(cells[2], (0, 0, 0, 4)))
        else:
            grid.add_row(*cells)
    if not is_narrow:
        console.print(grid)
