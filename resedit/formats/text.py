"""Plain text: the fixed form that other tools compare.

UTF-8, one line a provision in reading order, `label<TAB>text` where there is a label and the text alone where there is
none; first the number line, then the title, then the opening line; a footnote reference is `[^1]`, and the notes stand
last as `[^1]: text`. A table is its cells, row by row, one line a paragraph, empty cells none. In the redline,
changes are CriticMarkup; a provision added or suppressed as a whole is one.
"""

from collections.abc import Iterable, Iterator

from resedit.amend.rebase import Rebased
from resedit.model.enums import View
from resedit.model.resolution import Resolution
from resedit.redline.blame import BlamedLine, rows
from resedit.redline.changes import Change, ChangeKind
from resedit.redline.document import TrackedDocument
from resedit.redline.lines import note_wording, number_wording, provision_wording, text_lines, with_lines
from resedit.redline.printed import printed, printed_document
from resedit.redline.redline import Redline
from resedit.wording import criticmarkup
from resedit.wording.excerpt import excerpt
from resedit.wording.segments import Wording, attributed

REBASE_CONTEXT = 8
"""How many unchanged words a report of a rebase shows around changes."""


def text(resolution: Resolution) -> str:
    """The plain text of a resolution, ending with a line break."""
    return "".join(f"{line}\n" for line in text_lines(resolution))


def redline_text(redline: Redline) -> str:
    """The plain text of a redline, changes as CriticMarkup, ending with a line break."""
    return "".join(f"{criticmarkup.write(line)}\n" for line in redline_lines(redline))


def redline_lines(redline: Redline) -> Iterator[Wording]:
    """The lines of the redline's plain text."""
    redline = printed(redline)
    yield number_wording(redline)
    yield redline.title
    if redline.opening.segments:
        yield redline.opening
    for item in with_lines(redline):
        yield provision_wording(item)
    for note in redline.footnotes:
        yield note_wording(note)


def document_text(document: TrackedDocument, view: View, labels: bool = True) -> str:
    """The plain text of a document: a line for each paragraph that is not empty, those in tables too, then the notes.

    In the redline, changes are CriticMarkup. `labels` says whether list numbers stand before the lines.
    """
    shown = document if view is View.REDLINE else document.side(view).tracked()
    shown = printed_document(shown)
    lines = [provision_wording(line) if labels else line.text for line in shown.lines]
    lines += [note_wording(note) for note in shown.notes]
    texts = (criticmarkup.write(attributed(line, ())) if view is View.REDLINE else line.final() for line in lines)
    return "".join(f"{text}\n" for text in texts if text.strip())


def diff_text(found: Iterable[Change], context: int | None) -> str:
    """What changes: kind and addresses, then the line as CriticMarkup, kept words cut to `context` around changes."""
    rows = []
    for change in found:
        line = change.line if context is None else excerpt(change.line, context)
        gap = "  " if change.kind is ChangeKind.RENUMBERED else "\n     "
        rows.append(f"{change.kind:<4} {change.name}{gap}{criticmarkup.write(line)}\n")
    return "".join(rows)


def blame_text(lines: Iterable[BlamedLine]) -> str:
    """Blame as columns: who, where, the words; one run a line."""
    table = [(run.origin, where, words) for run, where, words in rows(lines)]
    first, second = (max((len(row[column]) for row in table), default=0) for column in (0, 1))
    return "".join(f"{who:<{first}}  {where:<{second}}  {words}\n" for who, where, words in table)


def rebase_text(done: Rebased) -> str:
    """What became of each amendment: number, symbol and address before and after, outcome; below it its words where the
    base's changed, kept words cut, and what is to be said. Last the count of outcomes."""
    width = max((len(carried.name) for carried in done.amendments), default=0)
    rows = []
    for carried in done.amendments:
        rows.append(f"{carried.number:>3}  {carried.name:<{width}}  {carried.verdict}\n")
        if carried.words is not None:
            rows.append(f"     {criticmarkup.write(excerpt(carried.words, REBASE_CONTEXT))}\n")
        rows += [f"     {remark}\n" for remark in carried.said]
    return "".join([*rows, *(f"{remark}\n" for remark in done.said), f"{done.tally}\n"])
