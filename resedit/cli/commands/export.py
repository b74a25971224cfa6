"""`resedit export`: a text in another format."""

from typing import Annotated

import typer

from resedit.cli.options import (
    AcceptOption,
    BaseOption,
    Conflicts,
    ConflictsOption,
    ExportFormat,
    NumberingOption,
    OnlyOption,
    OutputOption,
    ProjectOption,
    RejectOption,
    TargetsArgument,
    ViewOption,
)
from resedit.model.enums import Numbering, View


def export(
    targets: TargetsArgument,
    format: Annotated[ExportFormat, typer.Option("--format", "-f", help="What to write.")] = ExportFormat.TEXT,
    view: ViewOption = View.REDLINE,
    output: OutputOption = "-",
    date: Annotated[
        str,
        typer.Option(metavar="YYYY-MM-DD", help="The date of tracked changes in Word; without it they carry none."),
    ] = "",
    numbering: NumberingOption = Numbering.CONSOLIDATED,
    only: OnlyOption = None,
    conflicts: ConflictsOption = Conflicts.STOP,
    accept: AcceptOption = None,
    reject: RejectOption = None,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:
    """Write the redline of TARGET, or the text before or after it, as text, Markdown, JSON, YAML or Word.

    Word files hold real tracked changes: accepting all gives the final text, rejecting all the base. As text, changes
    are CriticMarkup; as YAML, the redline is the proposal with every wording written out.

    \b
    Examples:
      resedit export res-30 --format docx -o res-30.docx
      resedit export res-30 --format docx --view final -o clean.docx
      resedit export ECP/24A5/1 --view final > final.txt
      resedit export res-30 --format json | jq .title
    """
    from resedit.cli.find import find, redline_of
    from resedit.cli.output import write_result
    from resedit.formats.write import write

    found = find(targets, project, base)
    redline = redline_of(found, numbering, only, conflicts, accept, reject)
    data = write(redline, format.value, view, date=date, conference=found.conference)
    write_result(data, output, found.files)
