"""Options whose value may be left out: what typer's own click no longer knows."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from typer.core import TyperCommand

if TYPE_CHECKING:
    from typer._click.core import Context  # typer's public Context is a subclass of what its commands take

ATTACHED = {"--fix": "slips"}
"""Options that take a value only behind `=`, so that a path may follow them, and what they have without one."""


class Command(TyperCommand):
    """A command in which the options of ATTACHED may stand alone."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Parse the arguments, the values that were left out put in."""
        return super().parse_args(ctx, list(with_values(args)))


def with_values(arguments: Sequence[str]) -> Iterator[str]:
    """The arguments, with its value for each option that stands alone; what comes behind `--` is no option."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    for index, argument in enumerate(arguments):
        yield f"{argument}={ATTACHED[argument]}" if argument in ATTACHED and index < end else argument
