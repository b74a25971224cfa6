"""`resedit validate`: everything that is wrong with the files."""

from typing import Annotated

import typer

from resedit.cli.options import BaseOption, ProjectOption, Report, ReportOption


def validate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]…", help="Folders, files or targets; without any, the whole project."),
    ] = None,
    format: ReportOption = Report.TEXT,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:
    """Check bases and proposals, and report everything that is found in one run.

    Each finding has its file, line and column, the name of the rule (docs/rules.md) and a hint. Exits with 1 when there
    are errors; warnings and open queries are listed and are no error.

    \b
    Examples:
      resedit validate
      resedit validate amendments/wtdc-17/res-30
      resedit validate proposal.yaml --base base.yaml
      resedit validate --format json
    """
    from resedit.cli.output import console, write_result
    from resedit.formats import jsonform, terminal
    from resedit.model.problem import Severity
    from resedit.validate.check import validate as check

    report = check(tuple(paths or ()), project, base)
    errors, warnings, queries = (report.count(s) for s in (Severity.ERROR, Severity.WARNING, Severity.QUERY))
    if format is Report.JSON:
        write_result(jsonform.problems_json(report.problems), "-")
    else:
        terminal.print_problems(console(), report.problems)
        counts = (_count(errors, "error"), _count(warnings, "warning"), _count(queries, "open query", "open queries"))
        terminal.print_line(console(stderr=True), f"{', '.join(counts)} in {_count(len(report.files), 'file')}")
    if errors:
        raise typer.Exit(1)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
