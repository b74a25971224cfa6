"""The command line: the table of commands."""

from collections.abc import Callable
from typing import Annotated

import typer

from resedit import __version__
from resedit.cli.commands.apply import apply
from resedit.cli.commands.blame import blame
from resedit.cli.commands.compile import compile_
from resedit.cli.commands.conflicts import conflicts
from resedit.cli.commands.diff import diff
from resedit.cli.commands.export import export
from resedit.cli.commands.import_ import import_
from resedit.cli.commands.list import list_
from resedit.cli.commands.new import new
from resedit.cli.commands.rebase import rebase
from resedit.cli.commands.record import record
from resedit.cli.commands.schema import schema
from resedit.cli.commands.show import show
from resedit.cli.commands.validate import validate
from resedit.cli.commands.verify import verify
from resedit.cli.errors import guarded
from resedit.cli.optional import Command

app = typer.Typer(
    name="resedit",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _help(command: Callable[..., None]) -> str:
    """A command's docstring with each paragraph on one line, for the terminal to wrap; examples stay as they are."""
    paragraphs = (command.__doc__ or "").split("\n\n")
    return "\n\n".join(p if "\b" in p else " ".join(p.split()) for p in paragraphs)


COMMANDS: dict[str, Callable[..., None]] = {
    "show": show,
    "diff": diff,
    "blame": blame,
    "apply": apply,
    "conflicts": conflicts,
    "new": new,
    "import": import_,
    "record": record,
    "export": export,
    "rebase": rebase,
    "compile": compile_,
    "verify": verify,
    "validate": validate,
    "list": list_,
    "schema": schema,
}
for name, command in COMMANDS.items():
    app.command(name, cls=Command, help=_help(command))(guarded(command))


def _version(wanted: bool) -> None:
    if wanted:
        print(f"resedit {__version__}")
        raise typer.Exit


@app.callback()
def resedit(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Amendments as code for the texts that conferences negotiate.

    The base and every proposal to change it are YAML files in git. resedit shows, compares, applies and proves them.

    \b
    Examples:
      resedit show res-30                      the redline of Resolution 30
      resedit diff res-30                      only what changes
      resedit blame res-30                     who each word comes from
      resedit apply res-30 -o revised.yaml     the consolidated text
      resedit export res-30 -f docx -o a.docx  Word, with tracked changes
      resedit conflicts res-30                 what cannot all be adopted
      resedit import p.docx --into amendments  a proposal written in Word
      resedit verify res-30 published.docx     prove a published text
      resedit compile res-30 -f html -o c.html all proposals, for a meeting
      resedit rebase XYZ/7/2 --onto new.yaml   a proposal on another base
      resedit validate                         check every file
    """
