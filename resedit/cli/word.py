"""Word files on the command line: documents that show, diff and export read as they are, without a project."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from resedit.cli.options import Conflicts
from resedit.cli.output import console, in_colour, write_result
from resedit.model.enums import Numbering, Status, View
from resedit.model.problem import UsageError
from resedit.project.target import WordFileError
from resedit.redline.document import LossKind, TrackedDocument

if TYPE_CHECKING:
    from resedit.redline.redline import Redline

_MISSED = (LossKind.TEXT_BOX, LossKind.SYMBOL, LossKind.PICTURE, LossKind.OBJECT, LossKind.OTHER)
"""What a reader would miss who saw the pages."""


def read_word(word: WordFileError, given: Mapping[str, object]) -> TrackedDocument:
    """The document in a Word file; what of its pages cannot be shown is told on standard error.

    Raises UsageError if one of the options `given` (by name) has a value: they are about bases and proposals.
    """
    from resedit.formats.docx.tracked import read_tracked

    for option, value in given.items():
        if value:
            raise UsageError(f"{option} has no meaning for a Word file: {word.file} is read as it is", "leave it out")
    document = read_tracked(word.data, word.file)
    missed = Counter(loss.kind for loss in document.losses if loss.kind in _MISSED)
    if missed:
        from resedit.formats.terminal import print_line

        listed = ", ".join(f"{kind.value} ({count})" for kind, count in missed.items())
        print_line(console(stderr=True), f"{word.file}: not shown: {listed}; --format json says where")
    return document


def about_bases(
    numbering: Numbering, only: list[Status] | None, project: Path | None, base: Path | None
) -> dict[str, object]:
    """The options that bases and proposals share, as `read_word` wants them."""
    is_provisional = numbering is not Numbering.CONSOLIDATED
    return {"--numbering": is_provisional, "--only": only, "--project": project, "--base": base}


def about_merging(
    conflicts: Conflicts, accept: Sequence[str] | None, reject: Sequence[str] | None
) -> dict[str, object]:
    """The options about several proposals, as `read_word` wants them."""
    return {"--conflicts": conflicts is not Conflicts.STOP, "--accept": accept, "--reject": reject}


def tell_left_out(redline: "Redline", view: View) -> None:
    """Say on standard error what the Word file of a view of a redline does not hold."""
    from resedit.formats.docx.left_out import left_out
    from resedit.formats.terminal import print_line

    for line in left_out(redline, view):
        print_line(console(stderr=True), f"not in the Word file: {line}")


def show_word(document: TrackedDocument, view: View, as_json: bool) -> None:
    """Print a document: laid out in colour on a terminal, else as text with its list numbers."""
    from resedit.formats.write import write_document

    on = console()
    if as_json or not in_colour(on):
        write_result(write_document(document, "json" if as_json else "text", view, labels=True), "-")
        return
    from resedit.formats.terminal import print_document

    print_document(on, document if view is View.REDLINE else document.side(view).tracked())
