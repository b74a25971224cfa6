"""Finding targets for commands, with standard input and warnings where a command line has them."""

import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from resedit.cli.options import Conflicts
from resedit.model.enums import Numbering, Status
from resedit.model.problem import UsageError
from resedit.project.target import Finder, Target
from resedit.store.load import MAX_WORD_BYTES

if TYPE_CHECKING:
    from resedit.amend.choose import Fallen
    from resedit.redline.redline import Redline


def find(
    target: str | Sequence[str], project: Path | None, base: Path | None, stdin: Callable[[], bytes] | None = None
) -> Target:
    """The texts a target (or several on one base) stands for; what is odd about their files is printed to standard
    error. `stdin` gives standard input where it is read already."""
    targets = [target] if isinstance(target, str) else target
    found = Finder(project, base, stdin or read_stdin).find_all(targets)
    if found.warnings:
        from resedit.cli.output import console
        from resedit.formats.terminal import print_problems

        print_problems(console(stderr=True), found.warnings)
    return found


def redline_of(
    target: Target,
    numbering: Numbering,
    only: Collection[Status] | None,
    conflicts: Conflicts,
    accept: Sequence[str] | None,
    reject: Sequence[str] | None,
) -> "Redline":
    """The redline of a target, checked; what falls by what is tried out is printed to standard error."""
    from resedit.validate.gate import checked

    brackets = conflicts is Conflicts.BRACKETS
    redline, fallen = checked(target, numbering, only, accept=accept or (), reject=reject or (), brackets=brackets)
    if accept or reject:
        print_fallen(fallen)
    if only and target.proposals and not redline.proposals:
        from resedit.cli.output import console
        from resedit.formats.terminal import print_line

        print_line(console(stderr=True), f"nothing is {' or '.join(only)}, so nothing is applied")
    return redline


def print_fallen(fallen: "Iterable[Fallen]") -> None:
    """Say on standard error what falls by what is tried out."""
    from resedit.cli.output import console
    from resedit.formats.terminal import print_line

    for one in fallen:
        print_line(console(stderr=True), str(one))


@cache
def read_stdin() -> bytes:
    """Standard input, never more than can be read of any file; findings in it show its lines. Raises UsageError where
    it is a terminal."""
    if sys.stdin.isatty():
        raise UsageError("- reads standard input, which is this terminal", "pipe a file into it")
    return sys.stdin.buffer.read(MAX_WORD_BYTES + 1)
