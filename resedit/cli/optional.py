"""Options whose value may be left out: what typer's own click no longer knows."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from typer.core import TyperCommand

if TYPE_CHECKING:
    from typer._click.core import Context  # typer's public Context is a subclass of what its commands take

ATTACHED = {"--fix": "slips"}
"""Options that take a value only behind `=`, so that a path may follow them, and what they have without one."""
FOLLOWED = {"--changed": "", "--git": ""}
"""Options whose value may follow them, and what they have where none does: at the end, or before another option."""

MAY_BE_EMPTY = (*FOLLOWED, "--revision", "--title", "--source")
"""Options for which no words are words, too."""


class Command(TyperCommand):
    """A command in which the options of ATTACHED and FOLLOWED may stand alone, and no argument may be empty: an empty
    path would stand for the current folder, where a variable of the shell was only not set."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Parse the arguments, the values that were left out put in."""
        empty = next(_empty(args), "")
        if empty:
            ctx.fail(f"{empty} is empty: name something, or leave it out.")
        return super().parse_args(ctx, list(with_values(args)))


def _empty(arguments: Sequence[str]) -> Iterator[str]:
    """What to call each argument that is empty and must not be."""
    for before, argument in pairwise(["", *arguments]):
        option, is_given, value = argument.partition("=")
        if not argument and before not in MAY_BE_EMPTY:
            yield f"The argument behind {before}" if before else "The first argument"
        elif option.startswith("--") and is_given and not value and option not in MAY_BE_EMPTY:
            yield option


def with_values(arguments: Sequence[str]) -> Iterator[str]:
    """The arguments, with its value for each option that stands alone; what comes behind `--` is no option."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    for index, argument in enumerate(arguments):
        is_last = index + 1 == len(arguments) or arguments[index + 1].startswith("-")
        if index < end and argument in ATTACHED:
            yield f"{argument}={ATTACHED[argument]}"
        elif index < end and argument in FOLLOWED and is_last:
            yield f"{argument}={FOLLOWED[argument]}"
        else:
            yield argument
