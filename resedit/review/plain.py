"""A review as plain text and as JSON."""

from collections.abc import Iterable
from typing import Any

from resedit.formats.jsonform import change_data, dumps, problem_data, segments
from resedit.formats.terminal import printable
from resedit.formats.text import diff_text
from resedit.review.review import Entry, Event
from resedit.wording import criticmarkup
from resedit.wording.excerpt import excerpt


def head_text(entry: Entry) -> str:
    """What stands above the changes of an entry: how it is cited, what happens to it, its file, and the remark."""
    was = f", was {entry.old_file}" if entry.old_file else ""
    lines = [printable(line) for line in (f"{entry.heading or entry.file}: {entry.event}", f"  {entry.file}{was}")]
    if entry.event is Event.BROKEN:
        lines.append("  It does not differ itself, but no longer fits what it is written for.")
    return "".join(f"{line}\n" for line in [*lines, *([f"  {entry.remark}"] if entry.remark else [])])


def beside_text(entry: Entry, context: int | None) -> str:
    """What differs beside the text."""
    rows = []
    for key, words in entry.beside:
        shown = excerpt(words, context) if words.changed and context is not None else words
        rows.append(f"{key}: {criticmarkup.write(shown)}\n")
    return "".join(rows)


def review_text(entries: Iterable[Entry], context: int | None) -> str:
    """A review as plain text, changes as CriticMarkup; of an error its message and hint."""
    parts = []
    for entry in entries:
        lines = [line for p in entry.problems for line in (str(p), f"  hint: {p.hint}" if p.hint else "") if line]
        errors = "".join(f"{printable(line)}\n" for line in lines)
        parts.append(head_text(entry) + errors + diff_text(entry.changes, context) + beside_text(entry, context))
    return "\n".join(parts)


def review_json(entries: Iterable[Entry]) -> str:
    """A review as a list of entries."""
    return dumps([_data(entry) for entry in entries])


def _data(entry: Entry) -> dict[str, Any]:
    return {
        "event": entry.event.value,
        "file": entry.file,
        "old_file": entry.old_file,
        "heading": entry.heading,
        "remark": entry.remark,
        "changes": [change_data(change) for change in entry.changes],
        "whole": [change_data(change) for change in entry.whole],
        "beside": {key: segments(words) for key, words in entry.beside},
        "problems": [problem_data(problem) for problem in entry.problems],
    }
