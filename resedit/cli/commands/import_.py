"""`resedit import`: a Word document with tracked changes as the files of a project."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resedit.cli.options import Report, ReportOption

if TYPE_CHECKING:
    from resedit.record.edited_word import OtherBaseError
    from resedit.record.files import File
    from resedit.record.imports import Import

ForceOption = Annotated[bool, typer.Option("--force", help="Write over files that are there.")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Show the files; write nothing.")]


def import_(
    file: Annotated[str, typer.Argument(metavar="FILE.docx", help="The Word document; - for standard input.")],
    into: Annotated[Path, typer.Option("--into", metavar="DIR", help="The conference's folder: amendments/wtdc-17.")],
    proposal: Annotated[
        str,
        typer.Option("--proposal", metavar="NUMBER", help="The proposal's number, where no line names it: XYZ/1/1."),
    ] = "",
    language: Annotated[
        str, typer.Option("--language", metavar="TAG", help="The language, where the document does not say: fr.")
    ] = "",
    base: Annotated[
        Path | None, typer.Option("--base", metavar="FILE", help="The base it is written for, instead of the folder's.")
    ] = None,
    dry_run: DryRunOption = False,
    force: ForceOption = False,
    format: ReportOption = Report.TEXT,
) -> None:
    """Make a base and a YAML file for each proposal of a Word document with tracked changes.

    All changes rejected are the base (DIR/res-NUMBER/base.yaml), the drafters' own changes the proposal
    (DIR/res-NUMBER/xyz-1-1.yaml), with its cover matter and reasons. Calls, labels and nesting come from the styles of
    the ITU templates, else from the text's own shape. Before anything is written it is proved that base and proposal
    give both texts of the document, word for word. What no file can carry (pictures, formatting, text boxes …) is
    listed on standard error with the paragraph it stands in.

    Where the folder has the base already, the document has to be written for it: else its differences are shown and
    nothing is written (exit 1). No file is written over without --force; with it, a base that says the same is kept,
    and how one differs that is replaced is shown on standard error. All files are written or none.

    \b
    Examples:
      resedit import proposal.docx --into amendments/wtdc-17
      resedit import proposal.docx --into amendments/wtdc-17 --dry-run
      resedit import text.docx --into amendments/wtdc-17 --proposal XYZ/1/1 --language fr
      resedit import proposal.docx --into amendments/wtdc-17 --format json
    """
    from resedit.cli.errors import FOUND
    from resedit.cli.find import read_stdin
    from resedit.cli.output import console, write_files, write_result
    from resedit.formats import terminal
    from resedit.formats.read import read_document
    from resedit.record.edited_word import OtherBaseError
    from resedit.record.files import Bases, files_of
    from resedit.record.imports import import_document

    with console(stderr=True).status("reading the document …"):
        document = read_document(file, read_stdin)
        bases = Bases(into, base, force)
        try:
            made = import_document(document, bases.find, language, proposal)
        except OtherBaseError as error:
            if not force or base:
                show_differences(error)
                raise typer.Exit(FOUND) from None
            terminal.print_line(console(stderr=True), f"differs from the base that it is to replace:\n{_told(error)}")
            bases.over = True
            made = import_document(document, bases.find, language, proposal)
    files = files_of(made, into, force or dry_run)
    if not dry_run:
        write_files({each.path: each.text for each in files if each.is_new})
    if format is Report.JSON:
        from resedit.formats import jsonform

        write_result(jsonform.dumps(_as_data(made, files)), "-")
        return
    out, err = console(), console(stderr=True)
    for each in files:
        verb = "keep" if not each.is_new else "would write" if dry_run else "wrote"
        terminal.print_line(err, f"{verb} {each.shown}")
        if dry_run and each.is_new:
            terminal.print_line(out, f"# {each.shown}\n{each.text}")
    terminal.print_losses(err, made.losses)


def show_differences(error: "OtherBaseError") -> None:
    """How a document's rejected text differs from the base."""
    from resedit.cli.errors import report
    from resedit.cli.output import write_result

    report(error)
    write_result(_told(error), "-")


def _told(error: "OtherBaseError") -> str:
    from resedit.formats.write import write_changes
    from resedit.redline.changes import changes

    return str(write_changes(changes(error.redline), "text", context=8))


def _as_data(made: "Import", files: "tuple[File, ...]") -> dict[str, object]:
    from resedit.formats.jsonform import losses_data

    return {
        "files": [{"path": each.shown, "new": each.is_new, "text": each.text} for each in files],
        "not_carried": losses_data(made.losses),
    }
