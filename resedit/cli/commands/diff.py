"""`resedit diff`: what changes."""

from pathlib import Path
from typing import Annotated

import typer

from resedit.cli.options import (
    BaseOption,
    ContextOption,
    DiffFormat,
    FullOption,
    NumberingOption,
    OnlyOption,
    OutputOption,
    ProjectOption,
    TargetArgument,
)
from resedit.model.enums import Numbering


def diff(
    target: TargetArgument,
    other: Annotated[
        str | None,
        typer.Argument(metavar="[OTHER]", help="Compare TARGET with this one, as two texts that share no proposal."),
    ] = None,
    format: Annotated[DiffFormat, typer.Option("--format", "-f", help="How to show it.")] = DiffFormat.TEXT,
    context: ContextOption = 8,
    full: FullOption = False,
    output: OutputOption = "-",
    numbering: NumberingOption = Numbering.CONSOLIDATED,
    only: OnlyOption = None,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:
    """Show only what changes, with its addresses: what the proposals of TARGET do, or what differs between two texts.

    A text with proposals stands for its final form in a comparison of two; name its base.yaml for the base. Exits with
    1 when there are differences and 0 when there are none, like diff; with 2 when the texts cannot be compared.

    \b
    Examples:
      resedit diff res-30
      resedit diff amendments/wtdc-17/res-30/base.yaml published.yaml
      resedit diff ECP/24A5/1 --format markdown
      resedit diff proposal.docx
    """
    from resedit.cli.errors import FOUND, trouble
    from resedit.cli.find import find
    from resedit.cli.output import console, in_colour, write_result
    from resedit.cli.word import about_bases, read_word
    from resedit.project.target import WordFileError
    from resedit.redline.changes import changes, document_changes
    from resedit.validate.gate import checked_redline

    with trouble():
        try:
            found = find(target, project, base)
        except WordFileError as word:
            document = read_word(word, about_bases(numbering, only, project, base) | {"a second text": other})
            listed, name = tuple(document_changes(document)), target
            files: tuple[Path, ...] = (Path(target),)
        else:
            redline = checked_redline(found, numbering, only)
            files = found.files
            name = ", ".join(proposal.number for proposal in found.proposals) or redline.base.reference
            if other is not None:
                from resedit.amend.compare import compare

                second = find(other, project, base)
                files += second.files
                redline = compare(redline.final(), checked_redline(second, numbering, only).final())
                name = f"{target} → {other}"
            listed = tuple(changes(redline))
        words = None if full else context
        if format is DiffFormat.TEXT and output == "-" and in_colour(console()):
            from resedit.formats.terminal import print_changes

            print_changes(console(), listed, words)
        else:
            from resedit.formats.write import write_changes

            write_result(write_changes(listed, format.value, name, words), output, files)
    if listed:
        raise typer.Exit(FOUND)
