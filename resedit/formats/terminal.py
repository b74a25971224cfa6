"""The terminal: colour, strike and underline for changes, hanging labels, tables. The only module that knows rich.

Without colour the same content is printed as plain text with CriticMarkup, so that nothing depends on colour alone.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from resedit.model.enums import Kind
from resedit.model.mend import Left, Mended
from resedit.model.place import Place
from resedit.model.problem import Problem, Severity
from resedit.redline.changes import Change, ChangeKind, Renumbering
from resedit.redline.document import TrackedDocument, TrackedLine
from resedit.redline.lines import Rows, lines_rows, note_wording, number_wording, provision_wording, table_rows
from resedit.redline.printed import printed, printed_document
from resedit.redline.redline import Redline, Tracked
from resedit.wording import criticmarkup
from resedit.wording.excerpt import excerpt
from resedit.wording.segments import Op, Wording
from resedit.wording.visible import unseen

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from resedit.amend.rebase import Rebased
    from resedit.merge.report import Report
    from resedit.redline.blame import BlamedLine
    from resedit.redline.document import Loss
    from resedit.verify.compare import Mismatch, Unmerged

STYLES = {Op.KEEP: "", Op.INSERT: "green underline", Op.DELETE: "red strike"}
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
OUTCOME_STYLES = ("green", "yellow", "blue", "bold red", "dim")
"""The colours of the outcomes of a rebase, in their order."""
LABEL_WIDTH = 7
TWIPS = 162
"""How many twentieths of a point of an indent make a column: 1134, the step of the ITU templates, makes a label's."""
NARROW = 60
"""Below how many columns words stand under what else would stand before them."""
CONTROLS = {code: repr(chr(code))[1:-1] for code in (*range(9), *range(10, 32), *range(127, 160))}
"""Control characters as they are written: one in the name of a file begins no line and no colour."""
MENDABLE = "[*]"
"""What marks a finding that `validate --fix` mends."""
VISIBLE_BLANKS = str.maketrans({"\u00a0": "⍽", "\u202f": "⍽", " ": "␣", "\u2011": "‑"})


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
        console.print(head, soft_wrap=True)
        console.print(Padding(spans(line), (0, 0, 0, 5)))


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


def print_conflicts(console: "Console", report: "Report") -> None:
    """The report of a merge: what is in conflict in full, then the pairs that are not."""
    from rich.padding import Padding
    from rich.text import Text

    from resedit.merge.meetings import Verdict
    from resedit.merge.report import usual_order

    for number, cluster in enumerate(report.clusters, start=1):
        names = ", ".join(address for address, _ in cluster.base)
        count = f"{number} of {len(report.clusters)} "
        console.rule(Text.assemble((count, "bold red"), (names, "bold cyan")), align="left")
        for address, words in cluster.base:
            name = f"{address}: " if len(cluster.base) > 1 else ""
            console.print(Padding(Text.assemble((name, "cyan"), (words, "dim")), (0, 0, 0, 2)))
        for side in cluster.sides:
            console.print(Padding(Text.assemble((str(side.ref), "bold"), " ", (side.asks, "yellow")), (1, 0, 0, 2)))
            console.print(Padding(spans(excerpt(side.words, 12)), (0, 0, 0, 4)))
            if side.reasons:
                console.print(Padding(Text(" ".join(side.reasons.split()), "italic dim"), (0, 0, 0, 4)))
        order = Text.assemble(("usual order (a suggestion): ", "dim"), usual_order(cluster))
        console.print(Padding(order, (1, 0, 1, 2)))
    for verdict in (Verdict.COMPATIBLE, Verdict.IDENTICAL):
        found = report.of(verdict)
        if found:
            console.rule(Text(f"{verdict}: {len(found)}", "bold green"), align="left")
        for pair in found:
            names, why = ", ".join(pair.addresses), "; ".join(pair.why)
            console.print(Text.assemble((names, "cyan"), f" {pair.first}, {pair.second} ", (why, "dim")))


def print_rebase(console: "Console", done: "Rebased", context: int = 8) -> None:
    """What became of each amendment of a proposal on another base, as `rebase_text` says it, in colour."""
    from rich.padding import Padding
    from rich.text import Text

    colours = dict(zip(type(done.amendments[0].outcome), OUTCOME_STYLES, strict=True)) if done.amendments else {}
    for carried in done.amendments:
        number = (f"{carried.number:>3}  ", "dim")
        head = Text.assemble(number, (carried.name, "bold cyan"), "  ", (carried.verdict, colours[carried.outcome]))
        console.print(head, soft_wrap=True)
        if carried.words is not None:
            console.print(Padding(spans(excerpt(carried.words, context)), (0, 0, 0, 5)))
        for remark in carried.said:
            console.print(Padding(Text(remark), (0, 0, 0, 5)))
    for line in (*done.said, done.tally):
        console.print(Text(line), soft_wrap=True)


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


def print_numbers(console: "Console", rows: Iterable[Renumbering]) -> None:
    """The table of old and new numbers."""
    table = [("in the base", "label", "now", "label", "by")]
    for row in rows:
        old, new = row.old or "(added)", row.new or "(suppressed)"
        table.append((old, row.old_label, new, row.new_label, ", ".join(row.by)))
    print_table(console, table)


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
            shown, column = _window(source, problem.place.column, max(40, console.width - 4))
            console.print(Text(f"  {shown}"), soft_wrap=True)
            console.print(Text(" " * (2 + cell_width(shown[: column - 1])) + "^", colour), soft_wrap=True)
        if problem.hint:
            console.print(
                Text(f"  hint: {printable(problem.hint)}", "" if not console.is_terminal else "dim"), soft_wrap=True
            )


def print_mended(console: "Console", mended: Iterable[Mended]) -> None:
    """What was mended, each with every place that changed for it."""
    from rich.text import Text

    for item in mended:
        head = (
            (str(item.place), "bold"),
            ": ",
            ("mended", "bold green"),
            ": ",
            item.message,
            (f" ({item.rule})", "dim"),
        )
        console.print(Text.assemble(*head), soft_wrap=True)
        others = [str(place) for place in item.changes if place != item.place]
        if others:
            console.print(Text(f"  also at {', '.join(others)}", "dim" if console.is_terminal else ""), soft_wrap=True)


def print_left(console: "Console", left: Iterable[Left]) -> None:
    """What was left, and why."""
    from rich.text import Text

    for item in left:
        head = (
            (str(item.place), "bold"),
            ": ",
            ("left", "bold yellow"),
            ": ",
            item.message,
            (f" ({item.rule})", "dim"),
        )
        console.print(Text.assemble(*head), soft_wrap=True)
        console.print(Text(f"  reason: {item.reason}", "dim" if console.is_terminal else ""), soft_wrap=True)


def print_diff(console: "Console", diff: str) -> None:
    """A unified diff: added lines green, removed ones red."""
    from rich.text import Text

    styles = {"+": "green", "-": "red", "@": "cyan"}
    for line in diff.splitlines():
        console.print(Text(line, "bold" if line[:4] in ("--- ", "+++ ") else styles.get(line[:1], "")), soft_wrap=True)


def _window(line: str, column: int, width: int) -> tuple[str, int]:
    """The part of a line around a column that fits a width, and the column in it."""
    line = line.replace("\t", " ")
    if len(line) <= width:
        return line, column
    start = max(0, min(column - 1 - width // 3, len(line) - width + 2))
    part = line[start : start + width - 2]
    head, tail = "…" if start else "", "…" if start + width - 2 < len(line) else ""
    return f"{head}{part}{tail}", column - start + len(head)


def cell_width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    from rich.cells import cell_len

    return cell_len(text)


def print_losses(console: "Console", losses: "Iterable[Loss]") -> None:
    """What of a document is not carried: the same thing in several paragraphs on one line, with their numbers."""
    places: dict[tuple[str, str], list[str]] = {}
    for loss in losses:
        where = f"note {loss.note}" if loss.note else str(loss.place) if loss.place else ""
        places.setdefault((loss.kind.value, loss.detail), []).append(where)
    for (kind, detail), wheres in places.items():
        named = list(dict.fromkeys(filter(None, wheres)))
        word = "paragraph" if len(named) == 1 else "paragraphs"
        at = f", {'' if named[0].startswith('note') else word + ' '}{', '.join(named)}" if named else ""
        print_line(console, f"not carried: {kind}{f' ({detail})' if detail else ''}{at}")


def print_mismatches(console: "Console", differing: "Iterable[Mismatch]") -> None:
    """The lines of a text that do not say the same as a view."""
    for mismatch in differing:
        head = mismatch.address or "not in the text of the target"
        if mismatch.but or not mismatch.line.final():
            head += f": {mismatch.but or 'missing'}"
        elif unseen(mismatch.line):
            head += f": {unseen(mismatch.line)}"
        print_line(console, head)
        if console.is_terminal and not console.no_color:
            from rich.padding import Padding

            console.print(Padding(spans(excerpt(mismatch.line, 12)), (0, 0, 0, 4)))
        else:
            print_line(console, f"    {criticmarkup.write(excerpt(mismatch.line, 12))}")


def print_unmerged(console: "Console", apart: "Iterable[Unmerged]") -> None:
    """Where a flattened text stops being a merge of original and final text."""
    for place in apart:
        verdict = "has too many readings to decide" if place.is_ambiguous else "is no merge of original and final text"
        print_line(console, f"{place.what} {verdict} from here on:")
        for name, text in (("flattened", place.flattened), ("original", place.original), ("final", place.final)):
            print_line(console, f"  {name:<10}{text}")
