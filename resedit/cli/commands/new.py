"""`resedit new`: an empty file to begin with."""

from enum import StrEnum
from typing import Annotated

import typer

from resedit.cli.options import OutputOption, ProjectOption


class Kind(StrEnum):
    """What can be begun."""

    CONFERENCE = "conference"
    BASE = "base"
    PROPOSAL = "proposal"


def new(
    kind: Annotated[Kind, typer.Argument(help="What to begin.")],
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A conference's short name, a resolution's or a proposal's number.")
    ],
    of: Annotated[
        str, typer.Option("--of", metavar="TARGET", help="The base that a proposal is written for: res-30.")
    ] = "",
    revision: Annotated[
        str, typer.Option(metavar="REVISION", help="A base's revision, or the one a proposal leads to: “Dubai, 2014”.")
    ] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="A base's title, or a conference's name in full.")] = "",
    language: Annotated[str, typer.Option(metavar="TAG", help="A base's language: en, fr, es, ar, ru, zh.")] = "en",
    output: OutputOption = "-",
    project: ProjectOption = None,
) -> None:
    """Begin a conference, a base or a proposal: a file that is sound at once, what is still to be written marked “…”.

    No file is written over.

    \b
    Examples:
      resedit new conference WTDC-21 --title "World Telecommunication Development Conference"
      resedit new base 30 --revision "Rev. Dubai, 2014" -o amendments/wtdc-21/res-30/base.yaml
      resedit new proposal XYZ/1/1 --of res-30 -o amendments/wtdc-21/res-30/xyz-1-1.yaml
    """
    from pathlib import Path

    from resedit.cli.find import find
    from resedit.cli.output import STDOUT, write_files, write_result
    from resedit.model.problem import UsageError
    from resedit.store import blank

    if kind is Kind.PROPOSAL:
        if not of:
            raise UsageError("a proposal is written for a base", "name it with --of: res-30, or a file")
        text = blank.proposal(name, find(of, project, None).base, revision)
    elif kind is Kind.BASE:
        text = blank.base(name, revision, title, language)
    else:
        text = blank.conference(name, title)
    if output == STDOUT:
        write_result(text, output)
        return
    if Path(output).exists():
        raise UsageError(f"{output} is there already", "name another file; new writes over none")
    write_files({Path(output): text})
