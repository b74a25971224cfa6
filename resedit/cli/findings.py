"""Showing what a validation found."""

from typing import TYPE_CHECKING

from resedit.cli.options import FindingsFormat

if TYPE_CHECKING:
    from resedit.validate.run import Report


def show(report: "Report", format: FindingsFormat, stderr: bool = False) -> None:
    """The findings on standard output (or error), in a form for people a line on how many there are behind them."""
    from resedit.cli.output import console, write_result
    from resedit.cli.sources import Sources
    from resedit.formats import terminal

    sources = Sources()
    report = report._replace(problems=sources.pointed(report.problems))

    if format is FindingsFormat.TEXT:
        terminal.print_problems(console(stderr), report.problems, sources.line)
    else:
        write_result(_written(format, report), "-")
    if format in (FindingsFormat.TEXT, FindingsFormat.GITHUB):
        terminal.print_line(console(stderr=True), _summary(report))


def _summary(report: "Report") -> str:
    from resedit.model.problem import Severity

    if not (report.files or report.problems or report.since):
        return "nothing to validate: there is no YAML and no Word file here"
    errors, warnings, queries = (report.count(s) for s in (Severity.ERROR, Severity.WARNING, Severity.QUERY))
    counts = (count(errors, "error"), count(warnings, "warning"), count(queries, "open query", "open queries"))
    mendable = sum(bool(problem.mends) for problem in report.problems)
    cure = f"; [*] {mendable} can be mended with --fix" if mendable else ""
    allowed = f" ({count(report.allowed, 'more is', 'more are')} allowed)" if report.allowed else ""
    since = f" (changes since {report.since})" if report.since else ""
    return f"{', '.join(counts)} in {count(len(report.files), 'file')}{allowed}{cure}{since}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 file`, `2 files`."""
    return f"{number} {one if number == 1 else many or one + 's'}"


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
