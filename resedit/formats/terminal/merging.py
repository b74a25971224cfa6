"""What became of proposals: where they are in conflict, and where they land on another base."""

from typing import TYPE_CHECKING

from resedit.formats.terminal.lines import spans
from resedit.wording.excerpt import excerpt

if TYPE_CHECKING:
    from rich.console import Console

    from resedit.amend.rebase import Rebased
    from resedit.merge.report import Report

OUTCOME_STYLES = ("green", "yellow", "blue", "bold red", "dim")
"""The colours of the outcomes of a rebase, in their order."""


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
            if side.words.segments:
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
