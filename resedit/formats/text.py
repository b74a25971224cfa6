"""Plain text: the fixed form that other tools compare.

UTF-8, one line a provision in reading order, `label<TAB>text` where there is a label and the text alone where there is
none; first the number line, then the title, then the opening line; a footnote reference is `[^1]`, and the notes stand
last as `[^1]: text`. A table is its cells, row by row, one line a paragraph, empty cells none. In the redline,
changes are CriticMarkup; a provision added or suppressed as a whole is one.
"""

from collections.abc import Iterable, Iterator

from resedit.amend.rebase import Rebased
from resedit.merge.meetings import Verdict
from resedit.merge.report import Report, usual_order
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
from resedit.wording.segments import Wording
from resedit.wording.visible import unseen

CONTEXT = 12
"""How many unchanged words a report shows around what changes."""
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
    texts = (criticmarkup.write(line) if view is View.REDLINE else line.final() for line in lines)
    return "".join(f"{text}\n" for text in texts if text.strip())


def diff_text(found: Iterable[Change], context: int | None) -> str:
    """What changes: kind and addresses, the characters that differ without looking different, then the line as
    CriticMarkup, kept words cut to `context` around changes."""
    rows = []
    for change in found:
        line = change.line if context is None else excerpt(change.line, context)
        gap = "  " if change.kind is ChangeKind.RENUMBERED else "\n     "
        names = unseen(change.line)
        told = f"{change.name} ({names})" if names else change.name
        rows.append(f"{change.kind:<4} {told}{gap}{criticmarkup.write(line)}\n")
    return "".join(rows)


def blame_text(lines: Iterable[BlamedLine]) -> str:
    """Blame as columns: who, where, the words; one run a line."""
    table = [(run.origin, where, words) for run, where, words in rows(lines)]
    first, second = (max((len(row[column]) for row in table), default=0) for column in (0, 1))
    return "".join(f"{who:<{first}}  {where:<{second}}  {words}\n" for who, where, words in table)


def conflicts_text(report: Report) -> str:
    """The report of a merge, changes as CriticMarkup: what is in conflict in full, then the pairs that are not."""
    rows = []
    for number, cluster in enumerate(report.clusters, start=1):
        rows.append(f"conflict {number} of {len(report.clusters)}: {', '.join(address for address, _ in cluster.base)}")
        is_one = len(cluster.base) == 1
        rows += [f"    base{'' if is_one else f', {address}'}: {words}" for address, words in cluster.base if words]
        for side in cluster.sides:
            rows.append(f"  {side.ref} {side.asks}")
            rows += [f"    {criticmarkup.write(excerpt(side.words, CONTEXT))}"] if side.words.segments else []
            rows += [f"    reasons: {' '.join(side.reasons.split())}"] if side.reasons else []
        rows += [f"  usual order (a suggestion): {usual_order(cluster)}", ""]
    for verdict in (Verdict.COMPATIBLE, Verdict.IDENTICAL):
        found = report.of(verdict)
        rows += [f"{verdict}: {len(found)}"] if found else []
        rows += [f"  {', '.join(p.addresses)}: {p.first}, {p.second} ({'; '.join(p.why)})" for p in found]
    return "".join(f"{row}\n" for row in rows)


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
