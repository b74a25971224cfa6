"""Options whose value may be left out (`--changed`, `--changed main`): what typer's own click no longer knows."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from typer.core import TyperCommand

if TYPE_CHECKING:
    from typer._click.core import Context  # typer's public Context is a subclass of what its commands take

OPTIONAL = ("--changed", "--git")
"""The options of all commands that may stand alone; they then have the empty value."""


class Command(TyperCommand):
    """A command in which an option of OPTIONAL that no value follows has the empty one."""

    def parse_args(self, ctx: "Context", args: list[str]) -> list[str]:
        """Parse the arguments, the empty values put in."""
        return super().parse_args(ctx, list(with_values(args)))


def with_values(arguments: Sequence[str]) -> Iterator[str]:
    """The arguments with an empty value for each option of OPTIONAL that ends them or stands before another option."""
    for index, argument in enumerate(arguments):
        after = arguments[index + 1] if index + 1 < len(arguments) else "-"
        yield f"{argument}=" if argument in OPTIONAL and after.startswith("-") else argument
