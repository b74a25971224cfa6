"""`resedit record`: from an edited copy to the proposal that makes it."""

from typing import Annotated

import typer

from resedit.cli.options import BaseOption, OutputOption, ProjectOption, TargetArgument


def record(
    target: TargetArgument,
    edited: Annotated[
        str,
        typer.Argument(metavar="EDITED", help="The edited copy: Word, text, Markdown or YAML; - for standard input."),
    ],
    proposal: Annotated[str, typer.Option("--proposal", metavar="NUMBER", help="The proposal's number: XYZ/1/1.")],
    output: OutputOption = "-",
    source: Annotated[str, typer.Option(metavar="CODE", help="Who submits it; else the number's first part.")] = "",
    revision: Annotated[
        str, typer.Option(metavar="REVISION", help="The revision it leads to; else the copy's: “Rev. Busan, 2017”.")
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:
    """Work out the proposal that makes the text EDITED of the base of TARGET, and print it as YAML.

    EDITED is a copy of the base that someone changed: as it was exported (text, Markdown, YAML or Word). In a Word file
    with tracked changes these are what is proposed, word for word; any other copy is compared with the base. Added,
    removed, moved and renumbered provisions are told from reworded ones. Before it is printed, it is proved that the
    proposal makes exactly the edited text of the base; where none does, that is said and nothing is written. What a
    Word file holds that the proposal does not (pictures, text boxes, words outside of the text) is listed on standard
    error. A plain text has a tab behind each label and no line that is indented; to change how deep a paragraph stands,
    or a table, edit Markdown, YAML or Word.

    \b
    Examples:
      resedit export res-30 --view original > mine.txt    then edit mine.txt
      resedit record res-30 mine.txt --proposal XYZ/1/1 -o amendments/wtdc-17/res-30/xyz-1-1.yaml
      resedit record res-30 mine.docx --proposal XYZ/1/1 --revision "Rev. Busan, 2017"
      resedit record res-30 base-with-changes.yaml --proposal XYZ/1/1
    """
    from pathlib import Path

    from resedit.cli.commands.import_ import show_differences
    from resedit.cli.errors import FOUND
    from resedit.cli.find import find, read_stdin
    from resedit.cli.output import STDOUT, write_result
    from resedit.formats.read import STDIN, data_of
    from resedit.model.problem import UsageError
    from resedit.model.proposal import Proposal, Symbol
    from resedit.record.edited_word import OtherBaseError
    from resedit.record.record import record as recorded
    from resedit.store.proposal import as_number
    from resedit.store.write import proposal_yaml

    for option, value in (("--source", source), ("--revision", revision)):
        if value != value.strip() or len(value.splitlines()) > 1 or "\t" in value:
            raise UsageError(f"{option} {value!r} is no text of one line", "give it without blanks at its edges")
    found = find(target, project, base)
    if output != STDOUT and Path(output).is_file() and not force:
        raise UsageError(f"{output} is there already", "name another file, or write over it with --force")
    whose = source or proposal.partition("/")[0]
    like = Proposal(as_number(proposal), Symbol.MOD, found.base.number, found.base.revision, revision, whose)
    try:
        made = recorded(found.base, *data_of(edited, read_stdin), like)
    except OtherBaseError as error:
        show_differences(error)
        raise typer.Exit(FOUND) from None
    inputs = found.files if edited == STDIN else (*found.files, Path(edited))
    write_result(proposal_yaml(made.proposal), output, inputs)
    if made.losses:
        from resedit.cli.output import console
        from resedit.formats.terminal import print_losses

        print_losses(console(stderr=True), made.losses)
