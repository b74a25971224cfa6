"""The table of formats: a redline in one of its views, written in a format by name."""

from collections.abc import Callable, Iterable

from resedit.amend.derive import derive
from resedit.formats import jsonform, markdown, text
from resedit.model.conference import Conference
from resedit.model.enums import View
from resedit.model.problem import UsageError
from resedit.model.resolution import Resolution
from resedit.redline.changes import Change
from resedit.redline.redline import Redline
from resedit.redline.view import side
from resedit.store.write import base_yaml, proposal_yaml

TEXT_FORMATS: dict[str, tuple[Callable[[Redline], str], Callable[[Resolution], str]]] = {
    "text": (text.redline_text, text.text),
    "markdown": (markdown.redline_markdown, markdown.markdown),
    "json": (jsonform.redline_json, jsonform.resolution_json),
    "yaml": (lambda redline: redline_yaml(redline), base_yaml),
}
"""By name: how a redline and how a resolution is written."""


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
    if format not in TEXT_FORMATS:
        raise UsageError(f"there is no format “{format}”", f"one of: {', '.join([*TEXT_FORMATS, 'docx'])}")
    write_redline, write_resolution = TEXT_FORMATS[format]
    return write_redline(redline) if view is View.REDLINE else write_resolution(side(redline, view))


def redline_yaml(redline: Redline) -> str:
    """A redline as the proposal that makes it, every wording written out as CriticMarkup."""
    if not redline.proposals:
        return base_yaml(redline.base)
    if len(redline.proposals) > 1:
        raise UsageError("the redline of several proposals is no single proposal", "export each, or use --format json")
    return proposal_yaml(derive(redline, redline.proposals[0]))


def write_changes(found: Iterable[Change], format: str, title: str = "", context: int | None = None) -> str:
    """What `changes` found, as `text`, `markdown` (under the heading `title`) or `json`; in the first two, runs of
    unchanged words are cut to `context` around changes (None: shown whole). Raises UsageError for another format."""
    if format == "json":
        return jsonform.changes_json(found)
    if format == "markdown":
        return markdown.diff_markdown(found, title, context)
    if format == "text":
        return text.diff_text(found, context)
    raise UsageError(f"changes cannot be written as “{format}”", "one of: text, markdown, json")
