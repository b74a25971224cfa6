"""What `validate --fix` and `--diff` do with the files: write them, or show what would be written."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

from resedit.cli.findings import count, show
from resedit.cli.options import FindingsFormat, Fix
from resedit.model.mend import CANONICAL, Fixed
from resedit.model.problem import Problem, UsageError
from resedit.project.target import STDIN

if TYPE_CHECKING:
    from resedit.validate.run import Report

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_ODD = re.compile(r'[\x00-\x1f\x7f-\x9f"\\\ud800-\udfff]')
Check = Callable[[Callable[[], bytes]], "Report"]
"""A validation, given what standard input holds."""


def fixed(
    check: Check, paths: Sequence[str], project: Path | None, base: Path | None, fix: Fix, diff: bool
) -> "tuple[Report, Fixed]":
    """Validate, mend what has one right answer, and validate again: what is left, and what was (or would be) mended.

    Files are written all or none, and none with `diff`; standard input is written to standard output. Raises UsageError
    if a file cannot be written.
    """
    from resedit.cli.find import read_stdin
    from resedit.cli.output import write_all, write_result
    from resedit.validate.fix.run import fix as mend
    from resedit.validate.fix.run import fix_stdin

    canonical = fix is Fix.CANONICAL
    if STDIN not in paths:
        report = check(read_stdin)
        done = mend(report, paths, project, base, canonical)
        if done.files and not diff:
            write_all({Path(name): pair for name, pair in done.files.items()})
            report = check(read_stdin)
        return _explained(report, done), done
    if len(paths) > 1:
        raise UsageError("- is mended by itself, not with other files", "mend the files in a run of their own")
    data = read_stdin()
    done = fix_stdin(data, project, base, canonical)
    new = next((new for _, new in done.files.values()), data)
    if not diff:
        write_result(new.decode("utf-8") if done.files else new, STDIN)
    return _explained(check(lambda: data if diff else new), done), done


def _explained(report: "Report", fixed: Fixed) -> "Report":
    """The report, in which findings that were left say why."""
    reasons = {(left.place.file, left.rule, left.message): left.reason for left in fixed.left}

    def explained() -> Iterator[Problem]:
        for problem in report.problems:
            reason = reasons.get((problem.place.file, problem.rule, problem.message))
            hint = f"{problem.hint}; --fix leaves it: {reason}" if reason else problem.hint
            yield replace(problem, hint=hint, mends=() if reason else problem.mends)

    return report._replace(problems=tuple(explained()))


def show_fixed(report: "Report", done: Fixed, format: FindingsFormat, to_stderr: bool) -> None:
    """What was mended, then the findings that are left; `to_stderr` keeps standard output for the mended text."""
    from resedit.cli.output import console, write_result
    from resedit.formats import terminal

    if format is FindingsFormat.JSON:
        from resedit.formats.jsonform import fixed_json

        write_result(fixed_json(done, report.problems), STDIN)
        return
    on = console(stderr=to_stderr or format is not FindingsFormat.TEXT)
    terminal.print_mended(on, done.mended)
    terminal.print_left(on, [left for left in done.left if left.rule == CANONICAL])  # others are among the findings
    terminal.print_line(console(stderr=True), _summary(done, "mended"))
    show(report, format, to_stderr)


def show_diff(report: "Report", done: Fixed, format: FindingsFormat) -> None:
    """How the files would change, as a unified diff, and on standard error what would be left.

    Raises UsageError for a form in which no diff can be shown.
    """
    from resedit.cli.output import console, in_colour, write_result
    from resedit.formats import terminal

    patch = "".join(_patch(done))
    if format is FindingsFormat.JSON:
        from resedit.formats.jsonform import fixed_json

        write_result(fixed_json(done, report.problems, patch), STDIN)
        return
    if format is not FindingsFormat.TEXT:
        raise UsageError(f"--diff has no form {format}", "take text or json")
    if in_colour(console()):
        terminal.print_diff(console(), patch)
    else:
        write_result(patch, STDIN)
    terminal.print_left(console(stderr=True), done.left)
    terminal.print_line(console(stderr=True), _summary(done, "would be mended"))


def _summary(done: Fixed, what: str) -> str:
    """How many are gone of the findings that can be mended, as `validate` counts them, and how many more."""
    more = len(done.mended) - done.gone
    hidden = f", {more} more that they had hidden," if more > 0 else ""
    left = f", {len(done.left)} left" if done.left else ""
    return f"{done.gone} {what}{hidden} in {count(len(done.files), 'file')}{left}"


def _patch(done: Fixed) -> Iterator[str]:
    """The changes of all files as a unified diff that `git apply` and `patch -p1` take, from the current folder."""
    for name, contents in done.files.items():
        old, new = (_LINE.findall(data.decode("utf-8")) for data in contents)
        for line in unified_diff(old, new, _named(f"a/{name}"), _named(f"b/{name}")):
            yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _named(path: str) -> str:
    """A path as git and GNU patch read it in a diff: what could be taken for its end is quoted or followed by a tab."""
    if not _ODD.search(path):
        return f"{path}\t" if " " in path else path
    inside = (chr(b) if 0x20 <= b < 0x7F and chr(b) not in '"\\' else f"\\{b:03o}" for b in os.fsencode(path))
    return f'"{"".join(inside)}"'
