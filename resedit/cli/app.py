"""The command line: the table of commands."""

from typing import Annotated

import typer

from resedit import __version__
from resedit.cli.commands.apply import apply
from resedit.cli.commands.diff import diff
from resedit.cli.commands.export import export
from resedit.cli.commands.list import list_
from resedit.cli.commands.show import show
from resedit.cli.commands.validate import validate
from resedit.cli.commands.verify import verify
from resedit.cli.errors import guarded

app = typer.Typer(
    name="resedit",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(guarded(show))
app.command()(guarded(diff))
app.command()(guarded(apply))
app.command()(guarded(export))
app.command()(guarded(verify))
app.command()(guarded(validate))
app.command("list")(guarded(list_))


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

    The base and every proposal to change it are YAML files in git; resedit shows, compares, applies, proves and exports
    them.

    \b
    Examples:
      resedit show res-30                      the redline of Resolution 30
      resedit diff res-30                      only what changes
      resedit apply res-30 -o revised.yaml     the consolidated text
      resedit export res-30 -f docx -o a.docx  Word, with tracked changes
      resedit verify res-30 published.docx     prove a published text
      resedit validate                         check every file
    """
