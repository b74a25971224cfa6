"""Markdown, as pull requests and job summaries show it: `<ins>` and `<del>` for changes, a list for what changes."""

import re
from collections.abc import Iterable, Iterator

from resedit.merge.meetings import Verdict
from resedit.merge.report import Pair, Report, usual_order
from resedit.model.enums import Kind
from resedit.model.resolution import Resolution
from resedit.redline.changes import Change
from resedit.redline.lines import joined, note_wording, number_wording, provision_wording, tab_wording
from resedit.redline.printed import printed
from resedit.redline.redline import Redline, Tracked
from resedit.redline.references import REFERENCE
from resedit.redline.view import untracked
from resedit.wording.excerpt import excerpt
from resedit.wording.segments import Op, Segment, Wording, wording

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&#])")
CONTEXT = 12
"""How many unchanged words a report shows around what changes."""
_BLOCK = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s|$)")


def markdown(resolution: Resolution) -> str:
    """A resolution as Markdown, ending with a line break."""
    return redline_markdown(untracked(resolution))


def redline_markdown(redline: Redline) -> str:
    """A redline as Markdown, ending with a line break."""
    redline = printed(redline)
    blocks = [f"# {spans(number_wording(redline))}", f"## {spans(redline.title)}"]
    if redline.opening.segments:
        blocks.append(_guard(spans(redline.opening)))
    blocks += _tracked(redline.provisions, 0)
    blocks += [_guard(spans(note_wording(note))) for note in redline.footnotes]
    return "\n\n".join(blocks) + "\n"


def _tracked(items: Iterable[Tracked], depth: int) -> Iterator[str]:
    for item in items:
        if item.kind is Kind.TABLE:
            yield "\n".join("> " * depth + line for line in _table(item))
            continue
        label = joined(item.shown(item.label), _spaced(tab_wording(item)))
        yield _block(label, item.shown(item.text), item.kind, depth)
        yield from _tracked(item.items, depth if item.kind is Kind.CALL else depth + 1)


def _table(table: Tracked) -> Iterator[str]:
    """A table's lines; its first row is the head that Markdown wants, paragraphs in a cell are apart by `<br>`."""
    width = max(len(row.items) for row in table.items)
    for index, row in enumerate(table.items):
        cells = ["<br>".join(spans(_spaced(provision_wording(item))) for item in cell.walk()) for cell in row.items]
        yield f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"
        if not index:
            yield "|" + " --- |" * width


def _spaced(line: Wording) -> Wording:
    """A line with a blank for the tab behind its label."""
    return wording(Segment(s.op, s.text.replace("\t", " "), s.by) for s in line.segments)


def _block(label: Wording, text: Wording, kind: Kind, depth: int) -> str:
    """A paragraph: a call in italics, a nested one in a quotation as deep as it is nested."""
    if kind is Kind.CALL:
        return f"*{spans(text)}*"
    return "> " * depth + _guard(spans(joined(label, text)))


def diff_markdown(found: Iterable[Change], title: str, context: int | None) -> str:
    """What changes, for a pull request: a heading, then each change with its address, kept words cut to `context`."""
    rows = [f"### {escape(title)}", ""]
    count = 0
    for change in found:
        count += 1
        line = excerpt(change.line, context) if context is not None else change.line
        rows.append(f"- **{change.kind}** `{change.name}`  \n  {spans(_spaced(line))}")
    rows.append("No differences." if not count else "")
    return "\n".join(rows).rstrip() + "\n"


def conflicts_markdown(report: Report, title: str) -> str:
    """The report of a merge, for a comment: each conflict under its heading, then the pairs that are none."""
    rows = [f"### Conflicts: {escape(title)}", ""]
    for number, cluster in enumerate(report.clusters, start=1):
        rows += [f"#### {number}. {', '.join(f'`{address}`' for address, _ in cluster.base)}", ""]
        is_one = len(cluster.base) == 1
        rows += [f"> {'' if is_one else f'`{a}` '}{_guard(escape(words))}\n" for a, words in cluster.base if words]
        for side in cluster.sides:
            rows.append(f"- **`{side.ref}`** {escape(side.asks)}: {spans(excerpt(side.words, CONTEXT))}")
            rows += [f"  *{escape(' '.join(side.reasons.split()))}*"] if side.reasons else []
        rows += ["", f"Usual order (a suggestion): {usual_order(cluster, '`')}", ""]
    rows += [] if report.clusters else ["No conflicts.", ""]
    for verdict in (Verdict.COMPATIBLE, Verdict.IDENTICAL):
        found = report.of(verdict)
        if found:
            rows += [f"<details><summary>{verdict.capitalize()}: {len(found)}</summary>", ""]
            rows += [_pair_line(pair) for pair in found]
            rows += ["", "</details>", ""]
    return "\n".join(rows).rstrip() + "\n"


def _pair_line(pair: Pair) -> str:
    addresses = ", ".join(f"`{address}`" for address in pair.addresses)
    return f"- {addresses}: `{pair.first}`, `{pair.second}` ({escape('; '.join(pair.why))})"


def spans(marked: Wording) -> str:
    """A wording with its changes as `<ins>` and `<del>`; blanks at their edges stay visible inside them."""
    tags = {Op.INSERT: "<ins>{}</ins>", Op.DELETE: "<del>{}</del>", Op.KEEP: "{}"}
    return "".join(tags[segment.op].format(escape(segment.text)) for segment in marked.segments)


def escape(text: str) -> str:
    """A text whose characters are not taken for Markdown; footnote references stay references."""
    pieces: list[str] = []
    done = 0
    for match in REFERENCE.finditer(text):
        pieces += [_SPECIAL.sub(r"\\\1", text[done : match.start()]), match[0]]
        done = match.end()
    return "".join([*pieces, _SPECIAL.sub(r"\\\1", text[done:])])


def _guard(line: str) -> str:
    return _BLOCK.sub(lambda m: m[1] + (f"\\{m[2]}" if m[2] in "-+" else f"{m[2][:-1]}\\{m[2][-1]}"), line)
