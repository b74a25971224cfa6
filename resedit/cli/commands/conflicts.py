"""`resedit conflicts`: which amendments meet, and which cannot all be adopted."""

from typing import Annotated

import typer

from resedit.cli.options import (
    AcceptOption,
    BaseOption,
    DiffFormat,
    OnlyOption,
    OutputOption,
    ProjectOption,
    RejectOption,
    TargetsArgument,
)


def conflicts(
    targets: TargetsArgument,
    format: Annotated[DiffFormat, typer.Option("--format", "-f", help="How to show it.")] = DiffFormat.TEXT,
    output: OutputOption = "-",
    only: OnlyOption = None,
    accept: AcceptOption = None,
    reject: RejectOption = None,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:
    """Sort every pair of amendments that meet into identical, compatible and conflicting.

    Those that cannot all be adopted stand together, each with its words and reasons, in the order in which an assembly
    would usually take them: furthest from the base first, by words changed. That is a suggestion. Exits with 1 when
    there are conflicts, 0 when there are none and 2 when TARGET is refused. An amendment is named by its number in the
    file: XYZ/7/2#3.

    \b
    Examples:
      resedit conflicts res-30
      resedit conflicts ECP/24A5/1 XYZ/7/2 --format markdown
      resedit conflicts res-30 --accept ECP/24A5/1 --reject XYZ/7/2#3
      resedit conflicts res-30 --format json | jq .outcomes
    """
    from resedit.cli.errors import FOUND, trouble
    from resedit.cli.find import find
    from resedit.cli.output import console, in_colour, write_result
    from resedit.validate.gate import checked_report

    with trouble():
        found = find(targets, project, base)
        report = checked_report(found, only, accept=accept or (), reject=reject or ())
    if format is DiffFormat.TEXT and output == "-" and in_colour(console()):
        from resedit.formats.terminal import print_conflicts

        print_conflicts(console(), report)
    else:
        from resedit.formats.write import write_conflicts

        write_result(write_conflicts(report, format.value, found.base.reference), output, found.files)
    if report.clusters:
        raise typer.Exit(FOUND)
    if format is DiffFormat.TEXT:
        from resedit.formats.terminal import print_line

        print_line(console(stderr=True), "no conflicts")
