"""`resedit record`: from an edited copy to the proposal that makes it."""

from typing import Annotated

import typer

from resedit.cli.options import BaseOption, OutputOption, ProjectOption, TargetArgument


def record(
    target: TargetArgument,
    edited: Annotated[
        str, typer.Argument(metavar="EDITED", help="The edited copy: Word, text, Markdown or YAML; - for text.")
    ],
    proposal: Annotated[str, typer.Option("--proposal", metavar="NUMBER", help="The proposal's number: XYZ/1/1.")],
    output: OutputOption = "-",
    source: Annotated[str, typer.Option(metavar="CODE", help="Who submits it; else the number's first part.")] = "",
    revision: Annotated[
        str, typer.Option(metavar="REVISION", help="The revision it leads to; else the copy's: “Rev. Busan, 2017”.")
    ] = "",
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:
    """Work out the proposal that makes the text EDITED of the base of TARGET, and print it as YAML.

    EDITED is a copy of the base that someone changed: as it was exported (text, Markdown, YAML or Word). In a Word file
    with tracked changes these are what is proposed, word for word; any other copy is compared with the base. Added,
    removed, moved and renumbered provisions are told from reworded ones. Before it is printed, it is proved that the
    proposal makes exactly the edited text of the base; where none does, that is said and nothing is written.

    \b
    Examples:
      resedit export res-30 --view original > mine.txt    then edit mine.txt
      resedit record res-30 mine.txt --proposal XYZ/1/1 -o amendments/wtdc-17/res-30/xyz-1-1.yaml
      resedit record res-30 mine.docx --proposal XYZ/1/1 --revision "Rev. Busan, 2017"
      resedit record res-30 base-with-changes.yaml --proposal XYZ/1/1
    """
    from resedit.cli.commands.import_ import show_differences
    from resedit.cli.errors import FOUND
    from resedit.cli.find import find, read_stdin
    from resedit.cli.output import write_result
    from resedit.formats.read import data_of
    from resedit.model.proposal import Proposal, Symbol
    from resedit.record.edited_word import OtherBaseError
    from resedit.record.record import record as recorded
    from resedit.store.proposal import as_number
    from resedit.store.write import proposal_yaml

    found = find(target, project, base)
    whose = source or proposal.partition("/")[0]
    like = Proposal(as_number(proposal), Symbol.MOD, found.base.number, found.base.revision, revision, whose)
    try:
        made = recorded(found.base, *data_of(edited, read_stdin), like)
    except OtherBaseError as error:
        show_differences(error)
        raise typer.Exit(FOUND) from None
    write_result(proposal_yaml(made), output, found.files)
