"""`resedit validate`: everything that is wrong with the files, and mending what has one right answer."""

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from resedit.cli.options import BaseOption, ChangedOption, FailOn, FindingsFormat, Fix, ProjectOption

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
    changed: ChangedOption = None,
    fail_on: Annotated[
        FailOn, typer.Option(help="From which weight on findings make it end with 1; never: only what cannot be done.")
    ] = FailOn.ERROR,
    fix: Annotated[
        Fix | None,
        typer.Option(
            metavar="[=slips|canonical]",
            help="Mend in the files what has one right answer; --fix=canonical also writes the short forms of a new "
            "wording out.",
        ),
    ] = None,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show what --fix would change, and write nothing; exits with 1 if anything.")
    ] = False,
    project: ProjectOption = None,
    base: BaseOption = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, metavar="N", help="Processes to check with; 0 is one for each core.")
    ] = 0,
) -> None:
    """Check bases and proposals, and report everything that is found in one run.

    Each finding has its file, line and column, the name of the rule (docs/rules.md) and a hint. Exits with 1 when there
    are errors; warnings and open queries are listed and are no error, unless --fail-on says so. They can be switched,
    with a reason: on a line by a comment (# resedit: allow RULE (reason)), for a project in amendments/resedit.yaml.

    With --changed, only what a branch touches counts: every finding in the files it adds, changes or renames, committed
    or not, and in the proposals written for a base or a conference that it changes what was not found before.

    What is marked [*] can be mended with --fix: labels out of sequence, blanks, non-breaking characters. Only the words
    at fault change; comments, order and layout stay. A base is mended together with the proposals in the project that
    name or quote it. What would make a new finding, or change what a text says, is left, with the reason. With - the
    mended text goes to standard output.

    \b
    Examples:
      resedit validate
      resedit validate amendments/wtdc-17/res-30
      resedit validate proposal.yaml --base base.yaml
      resedit validate --format github
      resedit validate --changed
      resedit validate amendments/wtdc-17 --changed origin/main
      resedit validate --diff
      resedit validate --fix amendments/wtdc-17
      resedit validate --fix=canonical proposal.yaml
    """
    from resedit.cli.errors import FOUND
    from resedit.cli.find import read_stdin
    from resedit.cli.findings import show
    from resedit.cli.output import progress
    from resedit.model.problem import Severity, UsageError
    from resedit.project.target import STDIN
    from resedit.validate.parallel import cores
    from resedit.validate.run import validate as check

    names = tuple(paths or ())

    def run(stdin: Callable[[], bytes]) -> "Report":
        with progress("folders") as tell:
            if changed is None:
                return check(names, project, base, stdin, jobs or cores(), tell)
            from resedit.validate.changed import validate_changed

            return validate_changed(changed, names, project, base, os.environ, jobs or cores(), tell)

    if fix is None and not diff:
        report = run(read_stdin)
        show(report, format)
    else:
        from resedit.cli.fix import fixed, show_diff, show_fixed

        is_filter = STDIN in names and not diff
        if is_filter and format is not FindingsFormat.TEXT:
            raise UsageError("- with --fix gives the mended text, in no other form", "leave --format out")
        report, done = fixed(run, names, project, base, fix or Fix.SLIPS, diff)
        if diff:
            show_diff(report, done, format)
            raise typer.Exit(FOUND if done.files else 0)
        show_fixed(report, done, format, is_filter)
    if any(report.count(severity) for severity in list(Severity)[: list(FailOn).index(fail_on)]):
        raise typer.Exit(FOUND)
