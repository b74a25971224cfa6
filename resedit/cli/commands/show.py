"""`resedit show`: a text in the terminal."""

from typing import Annotated

import typer

from resedit.cli.options import (
    AcceptOption,
    BaseOption,
    Conflicts,
    ConflictsOption,
    NumberingOption,
    OnlyOption,
    ProjectOption,
    RejectOption,
    Report,
    ReportOption,
    TargetsArgument,
    ViewOption,
)
from resedit.model.enums import Numbering, View


def show(
    targets: TargetsArgument,
    view: ViewOption = View.REDLINE,
    numbers: Annotated[bool, typer.Option("--numbers", help="The table of old and new numbers.")] = False,
    addresses: Annotated[bool, typer.Option("--addresses", help="Every address of the base, as amendments name them.")]
    = False,
    format: ReportOption = Report.TEXT,
    numbering: NumberingOption = Numbering.CONSOLIDATED,
    only: OnlyOption = None,
    conflicts: ConflictsOption = Conflicts.STOP,
    accept: AcceptOption = None,
    reject: RejectOption = None,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:  # fmt: skip
    """Show TARGET in the terminal: the redline in colour, or the text before or after it.

    Where there is no colour (a pipe, NO_COLOR), changes are CriticMarkup and the form is that of export --format text.

    A Word file is shown as it is, with its tracked changes and the list numbers that Word computes.

    \b
    Examples:
      resedit show res-30
      resedit show res-30 --view final
      resedit show res-30 --numbers
      resedit show base.yaml --addresses
      resedit show proposal.docx
    """
    from resedit.cli.find import find, redline_of
    from resedit.cli.output import console, in_colour, write_result
    from resedit.cli.word import about_bases, about_merging, read_word, show_word
    from resedit.formats import jsonform, terminal
    from resedit.formats.write import write
    from resedit.project.target import WordFileError
    from resedit.redline.changes import numbers_of
    from resedit.redline.view import side, untracked

    as_json = format is Report.JSON
    try:
        found = find(targets, project, base)
    except WordFileError as word:
        given = about_bases(numbering, only, project, base) | about_merging(conflicts, accept, reject)
        given |= {"--numbers": numbers, "--addresses": addresses, "a second target": targets[1:]}
        show_word(read_word(word, given), view, as_json)
        return
    redline = redline_of(found, numbering, only, conflicts, accept, reject)
    if addresses:
        from resedit.model.address import AddressBook

        book = AddressBook(redline.base)
        names = [(address, book.text(address)) for address in book.all()]
        if as_json:
            write_result(jsonform.dumps(dict(names)), "-")
        else:
            terminal.print_table(console(), [("address", "text"), *names])
    elif numbers:
        rows = numbers_of(redline)
        write_result(jsonform.numbers_json(rows), "-") if as_json else terminal.print_numbers(console(), rows)
    elif as_json or not in_colour(console()):
        write_result(write(redline, "json" if as_json else "text", view), "-")
    else:
        terminal.print_redline(console(), redline if view is View.REDLINE else untracked(side(redline, view)))
