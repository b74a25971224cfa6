"""`diff --git` and `export --git`: what a branch changes in the texts."""

import os
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from resedit.cli.errors import FOUND, TROUBLE
from resedit.cli.options import DiffFormat, ExportFormat
from resedit.model.enums import Numbering, Status, View
from resedit.model.problem import UsageError

if TYPE_CHECKING:
    from resedit.review.review import Entry


SUFFIXES = {
    ExportFormat.TEXT: ".txt",
    ExportFormat.MARKDOWN: ".md",
    ExportFormat.JSON: ".json",
    ExportFormat.YAML: ".yaml",
    ExportFormat.DOCX: ".docx",
}


def check_range(git: str | None, given: Mapping[str, object]) -> None:
    """Refuse a call without TARGET and range, and one with a range where an option `given` (by name) has a value: they
    go with a TARGET only."""
    if git is None:
        raise UsageError("neither TARGET nor --git is given", "--help shows examples")
    for option, value in given.items():
        if value:
            raise UsageError(f"{option} has no meaning with --git", "leave it out, or name a TARGET instead of --git")


def reviewed(
    git: str, targets: Sequence[str], project: Path | None, numbering: Numbering, only: Collection[Status] | None
) -> "tuple[str, tuple[Entry, ...]]":
    """The range that `--git` names, written out, and what it changes; of that only what is in the folders and files
    `targets`, if there are any. Raises UsageError outside git, and for a revision or a target that is not there."""
    from resedit.project.baseline import baseline
    from resedit.project.git import Repository
    from resedit.project.tree import project_root
    from resedit.review.review import review
    from resedit.review.versions import version

    root = project_root(project)
    repository = Repository(root)
    name = git or f"{baseline(repository, os.environ)}...HEAD"
    read = partial(version, numbering=numbering, only=only)
    entries = review(repository, repository.range(name), root, read)
    inside = [entry for entry in entries if any(_is_inside(entry, target) for target in targets)]
    for target in targets:
        if not Path(target).exists() and not any(_is_inside(entry, target) for entry in inside):
            raise UsageError(f"there is no file or folder {target}", "with --git, TARGET is a folder or a file")
    return name, tuple(inside) if targets else entries


def _is_inside(entry: "Entry", target: str) -> bool:
    names = (entry.file, entry.old_file)
    return any(Path(name).resolve().is_relative_to(Path(target).resolve()) for name in names if name)


def show_review(
    entries: "Sequence[Entry]", format: DiffFormat, name: str, context: int | None, output: str, most: int | None
) -> int:
    """Write a review, and give the exit code: 1 where texts differ, 2 where one cannot be worked out, else 0."""
    from resedit.cli.output import console, in_colour, write_result

    if most and format is not DiffFormat.MARKDOWN:
        raise UsageError("--max-size cuts Markdown only", "take it out, or add --format markdown")
    if format is DiffFormat.MARKDOWN:
        from resedit.review.markdown import review_markdown

        write_result(review_markdown(entries, name, context, most or 0), output)
    elif format is DiffFormat.JSON:
        from resedit.review.plain import review_json

        write_result(review_json(entries), output)
    elif output == "-" and in_colour(console()):
        _print(entries, context)
    else:
        from resedit.review.plain import review_text

        write_result(review_text(entries, context), output)
    if any(entry.problems for entry in entries):
        return TROUBLE
    return FOUND if any(entry.differs for entry in entries) else 0


def export_review(
    entries: "Sequence[Entry]", format: ExportFormat, view: View, date: str, output: str, project: Path | None
) -> int:
    """Write each proposal to a file in the folder `output`, named as its own below the project's, print the paths, and
    give the exit code: 1 where one cannot be applied, else 0."""
    from resedit.cli.output import STDOUT, console, write_result
    from resedit.formats.terminal import print_problems
    from resedit.formats.write import write
    from resedit.project.tree import project_root

    if output == STDOUT:
        raise UsageError("with --git, -o names a folder", "resedit export --git --format docx -o redlines")
    root = project_root(project).resolve()
    written = []
    for entry in entries:
        if entry.redline is not None:
            below = Path(entry.file).resolve().relative_to(root)
            path = (Path(output) / below).with_suffix(SUFFIXES[format])
            path.parent.mkdir(parents=True, exist_ok=True)
            data = write(entry.redline, format.value, view, date=date, conference=entry.conference)
            write_result(data, str(path), [Path(entry.file)])
            written.append(path)
    write_result("".join(f"{path}\n" for path in written), STDOUT)
    problems = [problem for entry in entries for problem in entry.problems]
    print_problems(console(stderr=True), problems)
    return FOUND if problems else 0


def _print(entries: "Sequence[Entry]", context: int | None) -> None:
    from resedit.cli.output import console
    from resedit.formats import terminal
    from resedit.review.plain import beside_text, head_text

    out = console()
    for index, entry in enumerate(entries):
        terminal.print_line(out, ("\n" if index else "") + head_text(entry).rstrip("\n"))
        terminal.print_problems(out, entry.problems)
        terminal.print_changes(out, entry.changes, context)
        if entry.beside:
            terminal.print_line(out, beside_text(entry, context).rstrip("\n"))
