"""`resedit schema`: a JSON Schema, for editors."""

from enum import StrEnum
from typing import Annotated

import typer

from resedit.cli.options import OutputOption


class FileKind(StrEnum):
    """The kinds of files that people write."""

    BASE = "base"
    PROPOSAL = "proposal"
    CONFERENCE = "conference"
    SETTINGS = "settings"


def schema(
    kind: Annotated[FileKind, typer.Argument(metavar="KIND", help="base, proposal, conference or settings.")],
    output: OutputOption = "-",
) -> None:
    """Print the JSON Schema (draft 2020-12) of a kind of file, with which an editor completes, explains and checks it.

    The files that resedit writes name theirs in the first line. It is looked for in a folder schema beside amendments:
    put it there, and VS Code (with its YAML extension) and others find it.

    \b
    Examples:
      resedit schema proposal
      resedit schema proposal -o schema/proposal.schema.json
    """
    from resedit.cli.output import write_result
    from resedit.store.schema import schema_json

    write_result(schema_json(kind.value), output)
