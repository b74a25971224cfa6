"""`resedit diff`: what changes."""

from pathlib import Path
from typing import Annotated

import typer

from resedit.cli.options import (
    AcceptOption,
    BaseOption,
    Conflicts,
    ConflictsOption,
    ContextOption,
    DiffFormat,
    FullOption,
    GitOption,
    NumberingOption,
    OnlyOption,
    OutputOption,
    ProjectOption,
    RejectOption,
    TargetOrRange,
    WithOption,
)
from resedit.model.enums import Numbering


def diff(
    target: TargetOrRange = None,
    others: Annotated[
        list[str] | None,
        typer.Argument(metavar="[OTHER]", help="Compare TARGET with this one, as two texts that share no proposal."),
    ] = None,
    format: Annotated[DiffFormat, typer.Option("--format", "-f", help="How to show it.")] = DiffFormat.TEXT,
    context: ContextOption = 8,
    full: FullOption = False,
    also: WithOption = None,
    git: GitOption = None,
    max_size: Annotated[
        int | None,
        typer.Option(
            min=2000,
            metavar="BYTES",
            help="With --git and markdown: leave out what makes it larger, and say so. GitHub takes 65536 in a "
            "comment, 1048576 in the summary of a job.",
        ),
    ] = None,
    output: OutputOption = "-",
    numbering: NumberingOption = Numbering.CONSOLIDATED,
    only: OnlyOption = None,
    conflicts: ConflictsOption = Conflicts.STOP,
    accept: AcceptOption = None,
    reject: RejectOption = None,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:
    """Show only what changes, with its addresses: what the proposals of TARGET do, or what differs between two texts.

    A text with proposals stands for its final form in a comparison of two; name its base.yaml for the base. Exits with
    1 when there are differences and 0 when there are none, like diff; with 2 when the texts cannot be compared.

    With --git, what a branch changes: each proposal that it adds, changes, renames or deletes, with what that does to
    the text (not to the file), and what a change of a base does. A proposal that cannot be applied stands there with
    its errors, and the exit code is 2.

    \b
    Examples:
      resedit diff res-30
      resedit diff ECP/24A5/1 --with XYZ/7/2
      resedit diff amendments/wtdc-17/res-30/base.yaml published.yaml
      resedit diff ECP/24A5/1 --format markdown
      resedit diff --git main...HEAD
      resedit diff --git main...HEAD --format markdown --max-size 65536
      resedit diff proposal.docx
    """
    from resedit.cli.errors import FOUND, trouble
    from resedit.cli.find import find, redline_of
    from resedit.cli.output import console, in_colour, write_result
    from resedit.cli.word import about_bases, about_merging, read_word
    from resedit.model.problem import UsageError
    from resedit.project.target import WordFileError
    from resedit.redline.changes import changes, document_changes

    if others and len(others) > 1:
        hint = " ".join(f"--with {name}" for name in others)
        raise UsageError("diff compares a target with one other text", f"proposals on one text: {target} {hint}")
    other = others[0] if others else None
    words = None if full else context
    if git is not None or target is None:
        from resedit.cli.review import check_range, reviewed, show_review

        about_a_target = {"a second text": other, "--with": also, "--base": base}
        check_range(git, about_a_target | about_merging(conflicts, accept, reject))
        name, entries = reviewed(git or "", [target] if target else [], project, numbering, only)
        raise typer.Exit(show_review(entries, format, name, words, output, max_size))
    with trouble():
        try:
            found = find([target, *(also or ())], project, base)
        except WordFileError as word:
            given = about_bases(numbering, only, project, base) | about_merging(conflicts, accept, reject)
            document = read_word(word, given | {"a second text": other or also})
            listed, name = tuple(document_changes(document)), target
            files: tuple[Path, ...] = (Path(target),)
        else:
            redline = redline_of(found, numbering, only, conflicts, accept, reject)
            files = found.files
            name = ", ".join(proposal.number for proposal in found.proposals) or redline.base.reference
            if other is not None:
                from resedit.amend.compare import compare

                second = find(other, project, base)
                files += second.files
                redline = compare(redline.final(), redline_of(second, numbering, only, conflicts, None, None).final())
                name = f"{target} → {other}"
            listed = tuple(changes(redline))
        if format is DiffFormat.TEXT and output == "-" and in_colour(console()):
            from resedit.formats.terminal import print_changes

            print_changes(console(), listed, words)
        else:
            from resedit.formats.write import write_changes

            write_result(write_changes(listed, format.value, name, words), output, files)
    if listed:
        raise typer.Exit(FOUND)
