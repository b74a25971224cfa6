"""`resedit compile`: all proposals on one base, for a meeting."""

from enum import StrEnum
from typing import Annotated

import typer

from resedit.cli.options import (
    AcceptOption,
    BaseOption,
    OnlyOption,
    OutputOption,
    ProjectOption,
    RejectOption,
    TargetsArgument,
)


class Form(StrEnum):
    """What a compilation is written as."""

    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    JSON = "json"


class Arrangement(StrEnum):
    """Where the proposals stand."""

    LIST = "list"
    COLUMNS = "columns"


def compile_(
    targets: TargetsArgument,
    format: Annotated[Form, typer.Option("--format", "-f", help="What to write.")] = Form.MARKDOWN,
    layout: Annotated[
        Arrangement, typer.Option(help="list: proposals below each provision. columns: beside it, on pages across.")
    ] = Arrangement.LIST,
    only_amended: Annotated[bool, typer.Option("--only-amended", help="Leave out what nobody amends.")] = False,
    output: OutputOption = "-",
    only: OnlyOption = None,
    accept: AcceptOption = None,
    reject: RejectOption = None,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:
    """Compile the proposals of TARGET into the document that a meeting works from.

    First the list of proposals with their status and what each touches; then the base, in its order: each provision
    with its text and, for each proposal, symbol, number, redline and reasons. Each proposal is shown by itself, also
    where they contradict each other; labels are provisional. What is added stands where it would come, footnotes last.
    Withdrawn proposals, what a compromise replaces and what falls by --accept and --reject are in the list only. One
    that cannot be applied is, too, and is reported: exit 1. In Word, changes are underlined and struck through, not
    tracked (`export` makes a file with tracked changes).

    \b
    Examples:
      resedit compile res-30 > compilation.md
      resedit compile res-30 -f docx -o compilation.docx
      resedit compile res-30 -f docx --layout columns --only-amended -o side-by-side.docx
      resedit compile ECP/24A5/1 XYZ/7/2 -f html -o compilation.html
      resedit compile res-30 --accept ECP/24A5/1 > what-is-left.md
    """
    from resedit.amend.choose import choose
    from resedit.amend.compilation import amended_only
    from resedit.amend.compile import compilation
    from resedit.cli.errors import FOUND, report
    from resedit.cli.find import find, print_fallen
    from resedit.cli.output import write_result
    from resedit.formats.write import write_compilation
    from resedit.merge.decisions import decided
    from resedit.merge.requests import in_order
    from resedit.model.problem import RefusedError

    found = find(targets, project, base)
    known = in_order(found.proposals, found.sources)
    listed = choose(known, only) if only else known
    tried = decided(found.base, choose(listed), accept or (), reject or ()) if accept or reject else None
    if tried:
        print_fallen(tried[1])
    whole = compilation(found.base, listed, tried)
    shown = amended_only(whole) if only_amended else whole
    data = write_compilation(shown, format.value, layout is Arrangement.COLUMNS, found.conference)
    write_result(data, output, found.files)
    if whole.problems:
        report(RefusedError(whole.problems))
        raise typer.Exit(FOUND)
