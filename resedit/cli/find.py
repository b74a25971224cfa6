"""Finding targets for commands, with standard input and warnings where a command line has them."""

import sys
from collections.abc import Callable
from pathlib import Path

from resedit.model.problem import UsageError
from resedit.project.target import Finder, Target
from resedit.store.load import MAX_WORD_BYTES


def find(target: str, project: Path | None, base: Path | None, stdin: Callable[[], bytes] | None = None) -> Target:
    """The texts a target stands for; what is odd about their files is printed to standard error. `stdin` gives standard
    input where it is read already."""
    found = Finder(project, base, stdin or read_stdin).find(target)
    if found.warnings:
        from resedit.cli.output import console
        from resedit.formats.terminal import print_problems

        print_problems(console(stderr=True), found.warnings)
    return found


def read_stdin() -> bytes:
    """Standard input, never more than can be read of any file. Raises UsageError where it is a terminal."""
    if sys.stdin.isatty():
        raise UsageError("- reads standard input, which is this terminal", "pipe a file into it")
    return sys.stdin.buffer.read(MAX_WORD_BYTES + 1)
