"""`resedit export`: a text in another format."""

from pathlib import Path
from typing import Annotated

import typer

from resedit.cli.options import (
    AcceptOption,
    BaseOption,
    Conflicts,
    ConflictsOption,
    ExportFormat,
    GitOption,
    NumberingOption,
    OnlyOption,
    OutputOption,
    ProjectOption,
    RejectOption,
    TargetsOrRange,
    ViewOption,
)
from resedit.model.enums import Numbering, View


def export(
    targets: TargetsOrRange = None,
    format: Annotated[ExportFormat, typer.Option("--format", "-f", help="What to write.")] = ExportFormat.TEXT,
    view: ViewOption = View.REDLINE,
    output: OutputOption = "-",
    date: Annotated[
        str,
        typer.Option(metavar="YYYY-MM-DD", help="The date of tracked changes in Word; without it they carry none."),
    ] = "",
    git: GitOption = None,
    labels: Annotated[
        bool,
        typer.Option("--labels", help="Print list numbers in the text of a Word file before or after its changes."),
    ] = False,
    numbering: NumberingOption = Numbering.CONSOLIDATED,
    only: OnlyOption = None,
    conflicts: ConflictsOption = Conflicts.STOP,
    accept: AcceptOption = None,
    reject: RejectOption = None,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:
    """Write the redline of TARGET, or the text before or after it, as text, Markdown, JSON, YAML or Word.

    Word files hold real tracked changes: accepting all gives the final text, rejecting all the base. What there is no
    place for in Word (NOC, notes, queries, ids …) is listed on standard error. As text, changes are CriticMarkup; as
    YAML, the redline is the proposal with every wording written out.

    TARGET may be a Word file with tracked changes, which is written as text, Markdown or JSON (with who changed what,
    and when). As text before or after the changes it is its words alone, one line a paragraph; the list numbers that
    Word computes stand there with --labels, and in all other forms in any case.

    With --git, each proposal that a branch adds or changes goes to a file of its own in the folder that -o names, and
    its path is printed. Of one that cannot be applied the errors are, and the exit code is 1.

    \b
    Examples:
      resedit export res-30 --format docx -o res-30.docx
      resedit export res-30 --format docx --view final -o clean.docx
      resedit export ECP/24A5/1 --view final > final.txt
      resedit export res-30 --format json | jq .title
      resedit export --git main...HEAD --format docx -o redlines
      resedit export proposal.docx --view original
    """
    from resedit.cli.find import find, redline_of
    from resedit.cli.output import write_result
    from resedit.cli.word import about_bases, about_merging, read_word, tell_left_out
    from resedit.formats.write import write, write_document
    from resedit.project.target import WordFileError

    if git is not None or not targets:
        from resedit.cli.review import check_range, export_review, reviewed

        check_range(git, {"--base": base} | about_merging(conflicts, accept, reject))
        _, entries = reviewed(git or "", targets or [], project, numbering, only)
        raise typer.Exit(export_review(entries, format, view, date, output, project))
    try:
        found = find(targets, project, base)
    except WordFileError as word:
        given = about_bases(numbering, only, project, base) | about_merging(conflicts, accept, reject)
        document = read_word(word, given | {"--date": date, "a second target": targets[1:]})
        written = write_document(document, format.value, view, labels or None)
        write_result(written, output, [Path(name) for name in targets])
        return
    redline = redline_of(found, numbering, only, conflicts, accept, reject)
    data = write(redline, format.value, view, date=date, conference=found.conference)
    write_result(data, output, found.files)
    if format is ExportFormat.DOCX:
        tell_left_out(redline, view)
