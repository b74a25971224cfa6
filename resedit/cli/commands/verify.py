"""`resedit verify`: does a text say the same as a redline?"""

from enum import StrEnum
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
    TargetArgument,
    WithOption,
)
from resedit.model.enums import Numbering


class Proof(StrEnum):
    """What a text is proved to be."""

    FINAL = "final"
    ORIGINAL = "original"
    FLATTENED = "flattened"


def verify(
    target: TargetArgument,
    file: Annotated[str, typer.Argument(metavar="FILE", help="Text, Word or YAML; - for text on standard input.")],
    view: Annotated[Proof, typer.Option(help="The final text, the original, or both side by side without marks.")]
    = Proof.FINAL,
    also: WithOption = None,
    format: ReportOption = Report.TEXT,
    numbering: NumberingOption = Numbering.CONSOLIDATED,
    only: OnlyOption = None,
    conflicts: ConflictsOption = Conflicts.STOP,
    accept: AcceptOption = None,
    reject: RejectOption = None,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:  # fmt: skip
    """Prove that FILE says the same as the final (or original) text of TARGET, word for word.

    Exits with 0 when it does; else with 1, and shows each provision that differs, from what TARGET says to what FILE
    says. A Word file is read with its changes accepted for the final text, rejected for the original. A flattened text
    is one whose tracked changes lost their marks: it is proved to be a merge of the whole original and the whole final
    text. Exits with 2 when FILE cannot be read, or TARGET is refused.

    \b
    Examples:
      resedit verify res-30 published.docx
      resedit verify res-30 adopted.txt --view original
      resedit verify ECP/24A5/1 proposal.txt --view flattened
    """
    from resedit.cli.errors import FOUND, trouble
    from resedit.cli.find import find, read_stdin, redline_of
    from resedit.cli.output import console, write_result
    from resedit.formats import jsonform, terminal
    from resedit.formats.read import read_flattened, read_text
    from resedit.verify.compare import mismatches, misplaced, unmerged

    with trouble():
        redline = redline_of(find([target, *(also or ())], project, base), numbering, only, conflicts, accept, reject)
        out = console()
        if view is Proof.FLATTENED:
            with console(stderr=True).status("walking the flattened text …"):
                apart = unmerged(redline, read_flattened(file, read_stdin))
            if format is Report.JSON:
                write_result(jsonform.unmerged_json(apart), "-")
            else:
                terminal.print_unmerged(out, apart)
            failed = bool(apart)
        else:
            is_final = view is Proof.FINAL
            text = redline.final() if is_final else redline.original()
            read = read_text(file, text, is_final, read_stdin, [one.number for one in redline.proposals])
            differing = mismatches(text, read.lines)
            if read.resolution is not None and not differing:
                differing = misplaced(text, read.resolution)
            if format is Report.JSON:
                write_result(jsonform.mismatches_json(differing), "-")
            else:
                terminal.print_mismatches(out, differing)
            failed = bool(differing)
            if read.glyphs:
                missed = f"{read.glyphs} symbols of a symbol font, which are no characters, were not compared"
                terminal.print_line(console(stderr=True), f"{file}: {missed}")
    if failed:
        raise typer.Exit(FOUND)
    if format is Report.TEXT:
        terminal.print_line(console(stderr=True), f"{file} says the same as the {view} text of {target}")
