"""`resedit export`: a text in another format."""

from typing import Annotated

import typer

from resedit.cli.options import (
    BaseOption,
    ExportFormat,
    GitOption,
    NumberingOption,
    OnlyOption,
    OutputOption,
    ProjectOption,
    TargetOrRange,
    ViewOption,
)
from resedit.model.enums import Numbering, View


def export(
    target: TargetOrRange = None,
    format: Annotated[ExportFormat, typer.Option("--format", "-f", help="What to write.")] = ExportFormat.TEXT,
    view: ViewOption = View.REDLINE,
    output: OutputOption = "-",
    date: Annotated[
        str,
        typer.Option(metavar="YYYY-MM-DD", help="The date of tracked changes in Word; without it they carry none."),
    ] = "",
    git: GitOption = None,
    numbering: NumberingOption = Numbering.CONSOLIDATED,
    only: OnlyOption = None,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:
    """Write the redline of TARGET, or the text before or after it, as text, Markdown, JSON, YAML or Word.

    Word files hold real tracked changes: accepting all gives the final text, rejecting all the base. As text, changes
    are CriticMarkup; as YAML, the redline is the proposal with every wording written out.

    With --git, each proposal that a branch adds or changes goes to a file of its own in the folder that -o names, and
    its path is printed. Of one that cannot be applied the errors are, and the exit code is 1.

    \b
    Examples:
      resedit export res-30 --format docx -o res-30.docx
      resedit export res-30 --format docx --view final -o clean.docx
      resedit export ECP/24A5/1 --view final > final.txt
      resedit export res-30 --format json | jq .title
      resedit export --git main...HEAD --format docx -o redlines
    """
    from resedit.cli.find import find
    from resedit.cli.output import write_result
    from resedit.formats.write import write
    from resedit.validate.gate import checked_redline

    if git is not None or target is None:
        from resedit.cli.review import check_range, export_review, reviewed

        check_range(git, base)
        _, entries = reviewed(git or "", target, project, numbering, only)
        raise typer.Exit(export_review(entries, format, view, date, output, project))
    found = find(target, project, base)
    redline = checked_redline(found, numbering, only)
    data = write(redline, format.value, view, date=date, conference=found.conference)
    write_result(data, output, found.files)
