"""The table of formats: a redline in one of its views, and a list of changes, written in a format by name."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from resedit.model.conference import Conference
from resedit.model.enums import View
from resedit.model.problem import UsageError
from resedit.model.resolution import Resolution
from resedit.redline.redline import Redline
from resedit.redline.view import side

if TYPE_CHECKING:
    from resedit.amend.compilation import Compilation
    from resedit.merge.report import Report
    from resedit.redline.changes import Change
    from resedit.redline.document import TrackedDocument

TEXTS = ("text", "markdown", "json", "yaml")
"""The formats that are text; `docx` is the one that is not."""
CHANGES = ("text", "markdown", "json")
"""The formats that a list of changes is written in, and a Word document that is no resolution."""

COMPILATIONS = ("markdown", "html", "json", "docx")
"""The formats that a compilation is written in."""

Writers = tuple[Callable[[Redline], str], Callable[[Resolution], str]]


def write(
    redline: Redline, format: str, view: View = View.REDLINE, *, date: str = "", conference: Conference | None = None
) -> str | bytes:
    """A redline in one of its views, as `text`, `markdown`, `json`, `yaml` (str) or `docx` (bytes).

    `date` (YYYY-MM-DD) is written into the tracked changes of Word. Raises UsageError for another format or a date
    that is none.
    """
    if format == "docx":
        from resedit.formats.docx.write import write_docx

        try:
            return write_docx(redline, view, date=date, conference=conference)
        except ValueError as error:
            raise UsageError(str(error), "write it as 2017-10-09") from None
    if format not in TEXTS:
        raise UsageError(f"there is no format “{format}”", f"one of: {', '.join([*TEXTS, 'docx'])}")
    of_redline, of_resolution = _writers(format)
    return of_redline(redline) if view is View.REDLINE else of_resolution(side(redline, view))


def _writers(format: str) -> Writers:
    """How a format writes a redline and a resolution; its module is loaded only when it is asked for."""
    if format == "markdown":
        from resedit.formats.markdown import markdown, redline_markdown

        return redline_markdown, markdown
    if format == "json":
        from resedit.formats.jsonform import redline_json, resolution_json

        return redline_json, resolution_json
    if format == "yaml":
        from resedit.formats.yamlform import redline_yaml, resolution_yaml

        return redline_yaml, resolution_yaml
    from resedit.formats.text import redline_text, text

    return redline_text, text


def write_document(
    document: "TrackedDocument", format: str, view: View = View.REDLINE, labels: bool | None = None
) -> str:
    """A Word document in one of its views, as `text`, `markdown` or `json`.

    `labels` says whether list numbers stand in the plain text; they do in the redline, and not in the original or the
    final text, unless it is given: those two are the words of the file, as other tools read them. Raises UsageError for
    another format.
    """
    if format not in CHANGES:
        raise UsageError(f"a Word file cannot be written as “{format}”", f"one of: {', '.join(CHANGES)}; or import it")
    is_redline = view is View.REDLINE
    if format == "json":
        from resedit.formats.jsonform import document_json, plain_json

        return document_json(document) if is_redline else plain_json(document.side(view), document)
    if format == "markdown":
        from resedit.formats.markdown import document_markdown

        return document_markdown(document if is_redline else document.side(view).tracked())
    from resedit.formats.text import document_text

    return document_text(document, view, is_redline if labels is None else labels)


def write_changes(found: "Iterable[Change]", format: str, title: str = "", context: int | None = None) -> str:
    """What `changes` found, as `text`, `markdown` (under the heading `title`) or `json`; in the first two, runs of
    unchanged words are cut to `context` around changes (None: shown whole). Raises UsageError for another format."""
    if format not in CHANGES:
        raise UsageError(f"changes cannot be written as “{format}”", f"one of: {', '.join(CHANGES)}")
    if format == "markdown":
        from resedit.formats.markdown import diff_markdown

        return diff_markdown(found, title, context)
    if format == "json":
        from resedit.formats.jsonform import changes_json

        return changes_json(found)
    from resedit.formats.text import diff_text

    return diff_text(found, context)


def write_conflicts(report: "Report", format: str, title: str = "") -> str:
    """The report of a merge as `text`, `markdown` (under a heading with `title`) or `json`. Raises UsageError for
    another format."""
    if format not in CHANGES:
        raise UsageError(f"conflicts cannot be written as “{format}”", f"one of: {', '.join(CHANGES)}")
    if format == "markdown":
        from resedit.formats.markdown import conflicts_markdown

        return conflicts_markdown(report, title)
    if format == "json":
        from resedit.formats.jsonform import conflicts_json

        return conflicts_json(report)
    from resedit.formats.text import conflicts_text

    return conflicts_text(report)


def write_compilation(
    whole: "Compilation", format: str, columns: bool = False, conference: Conference | None = None
) -> str | bytes:
    """A compilation, as `markdown`, `html`, `json` (str) or `docx` (bytes); in `columns`, the base and the proposals
    side by side (JSON has one form). Raises UsageError for another format."""
    if format == "markdown":
        from resedit.formats.markdown import compilation_markdown

        return compilation_markdown(whole, columns)
    if format == "html":
        from resedit.formats.html import compilation_html

        return compilation_html(whole, columns, conference)
    if format == "json":
        from resedit.formats.jsonform import compilation_json

        return compilation_json(whole)
    if format == "docx":
        from resedit.formats.docx.compilation import compilation_docx

        return compilation_docx(whole, columns, conference)
    raise UsageError(f"a compilation cannot be written as “{format}”", f"one of: {', '.join(COMPILATIONS)}")
