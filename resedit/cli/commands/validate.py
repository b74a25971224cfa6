"""`resedit validate`: everything that is wrong with the files."""

from typing import TYPE_CHECKING, Annotated

import typer

from resedit.cli.options import BaseOption, FindingsFormat, ProjectOption

if TYPE_CHECKING:
    from resedit.validate.run import Report


def validate(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]…", help="Folders, files or targets; without any, the whole project."),
    ] = None,
    format: Annotated[
        FindingsFormat,
        typer.Option(
            "--format", "-f", help="text for people; github for annotations; json, sarif, junit for machines."
        ),
    ] = FindingsFormat.TEXT,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:
    """Check bases and proposals, and report everything that is found in one run.

    Each finding has its file, line and column, the name of the rule (docs/rules.md) and a hint. Exits with 1 when there
    are errors; warnings and open queries are listed and are no error. They can be switched, with a reason: on a line by
    a comment (# resedit: allow RULE (reason)), for a project in amendments/resedit.yaml.

    \b
    Examples:
      resedit validate
      resedit validate amendments/wtdc-17/res-30
      resedit validate proposal.yaml --base base.yaml
      resedit validate --format github
    """
    from resedit.cli.errors import FOUND
    from resedit.cli.find import read_stdin
    from resedit.cli.output import console, write_result
    from resedit.cli.sources import Sources
    from resedit.formats import terminal
    from resedit.model.problem import Severity
    from resedit.validate.run import validate as check

    report = check(tuple(paths or ()), project, base, read_stdin)
    errors, warnings, queries = (report.count(s) for s in (Severity.ERROR, Severity.WARNING, Severity.QUERY))
    if format is FindingsFormat.TEXT:
        terminal.print_problems(console(), report.problems, Sources().line)
    else:
        write_result(_written(format, report), "-")
    if format in (FindingsFormat.TEXT, FindingsFormat.GITHUB):
        counts = (_count(errors, "error"), _count(warnings, "warning"), _count(queries, "open query", "open queries"))
        allowed = f" ({_count(report.allowed, 'more is', 'more are')} allowed)" if report.allowed else ""
        summary = f"{', '.join(counts)} in {_count(len(report.files), 'file')}{allowed}"
        terminal.print_line(console(stderr=True), summary)
    if errors:
        raise typer.Exit(FOUND)


def _written(format: FindingsFormat, report: "Report") -> str:
    if format is FindingsFormat.GITHUB:
        from resedit.formats.findings.github import github

        return github(report.problems)
    if format is FindingsFormat.SARIF:
        from resedit import __version__
        from resedit.formats.findings.sarif import sarif
        from resedit.validate.table import RULES

        return sarif(report.problems, RULES, __version__)
    if format is FindingsFormat.JUNIT:
        from resedit.formats.findings.junit import junit

        return junit(report.problems, report.files)
    from resedit.formats.jsonform import problems_json

    return problems_json(report.problems)


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
