"""Markdown, as pull requests and job summaries show it: `<ins>` and `<del>` for changes, a list for what changes."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from resedit.amend.compilation import Compilation, Request, Row, Section, blocks, in_columns, with_tables
from resedit.merge.meetings import Verdict
from resedit.merge.report import Pair, Report, usual_order
from resedit.model.enums import Kind
from resedit.model.languages import heads, number_line, run_in_reasons
from resedit.model.resolution import Resolution
from resedit.redline.changes import Change
from resedit.redline.document import TrackedDocument
from resedit.redline.lines import (
    Rows,
    joined,
    lines_rows,
    note_wording,
    number_wording,
    provision_wording,
    tab_wording,
    table_rows,
)
from resedit.redline.printed import printed, printed_document
from resedit.redline.redline import Redline, Tracked
from resedit.redline.references import REFERENCE
from resedit.redline.view import untracked
from resedit.wording.excerpt import excerpt
from resedit.wording.segments import Op, Segment, Wording, kept, wording
from resedit.wording.visible import unseen

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~&#])")
CONTEXT = 12
"""How many unchanged words a report shows around what changes."""
_BLOCK = re.compile(r"^(\s*)((?:[-+]|\d+[.)])(?=\s|$)|-(?=[-\s]*$))")
"""What would begin an item of a list, or be a rule across the page."""
_NOTE = re.compile(r"^\[\^")
"""What would begin the definition of a footnote."""
_ALIVE = re.compile(
    r"@(?=\w)"  # a mention, an address
    r"|(?<=\bhttp):(?=//)|(?<=\bhttps):(?=//)|(?<=\bftp):(?=//)|(?<=\bwww)\.(?=\S)"  # a link
    r"|#(?=\d)|(?<=\bGH)-(?=\d)"  # an issue
    r"|:(?=[\w+-]+:)"  # a picture, `:+1:`
    r"|\$",  # a formula
    re.IGNORECASE,
)
"""The characters by which GitHub brings plain text to life. One in an element of its own is dead, and the text
stays the same to the eye and when copied. Source: GitHub, “Writing mathematical expressions”, on `<span>$</span>`."""


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
            yield "\n".join("> " * depth + line for line in _table(table_rows(item)))
            continue
        label = joined(item.shown(item.label), _spaced(tab_wording(item)))
        yield _block(label, item.shown(item.text), item.kind, depth)
        yield from _tracked(item.items, depth if item.kind is Kind.CALL else depth + 1)


def document_markdown(document: TrackedDocument) -> str:
    """A document as Markdown, its tables as tables, ending with a line break."""
    document = printed_document(document)
    blocks = []
    for table, lines in groupby(document.lines, key=lambda line: line.cell and line.cell.table):
        if table:
            blocks.append("\n".join(_table(lines_rows(lines))))
        else:
            blocks += [_guard(spans(_spaced(provision_wording(line)))) for line in lines if line.text.segments]
    blocks += [_guard(spans(note_wording(note))) for note in document.notes]
    return "\n\n".join(blocks) + "\n"


def _table(rows: Rows) -> Iterator[str]:
    """A table's lines; its first row is the head that Markdown wants, paragraphs in a cell are apart by `<br>`."""
    width = max(map(len, rows))
    for index, row in enumerate(rows):
        cells = ["<br>".join(spans(_spaced(words)) for words in cell) for cell in row]
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
    rows = [change_item(change, context) for change in found]
    return f"### {escape(title)}\n\n" + ("".join(rows) or "No differences.\n")


def change_item(change: Change, context: int | None) -> str:
    """One change as an item of a list, ending with a line break."""
    line = excerpt(change.line, context) if context is not None else change.line
    words = _NOTE.sub(r"\\[^", _guard(spans(_spaced(line))))
    names = unseen(change.line)
    told = f"{code(change.name)} ({names})" if names else code(change.name)
    return f"- **{change.kind}** {told}  \n  {words}\n"


def conflicts_markdown(report: Report, title: str) -> str:
    """The report of a merge, for a comment: each conflict under its heading, then the pairs that are none."""
    rows = [f"### Conflicts: {escape(title)}", ""]
    for number, cluster in enumerate(report.clusters, start=1):
        rows += [f"#### {number}. {', '.join(f'`{address}`' for address, _ in cluster.base)}", ""]
        is_one = len(cluster.base) == 1
        rows += [f"> {'' if is_one else f'`{a}` '}{_guard(escape(words))}\n" for a, words in cluster.base if words]
        for side in cluster.sides:
            words = f": {spans(excerpt(side.words, CONTEXT))}" if side.words.segments else ""
            rows.append(f"- **`{side.ref}`** {escape(side.asks)}{words}")
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
    """A text whose characters are not taken for Markdown, nor for a mention, a link or a reference to an issue;
    footnote references stay references."""
    if "[^" not in text:
        return _dead(text)
    pieces: list[str] = []
    done = 0
    for match in REFERENCE.finditer(text):
        pieces += [_dead(text[done : match.start()]), match[0]]
        done = match.end()
    return "".join([*pieces, _dead(text[done:])])


def code(text: str) -> str:
    """A name in the type of a machine, whatever is in it."""
    text = " ".join(text.split())
    runs = [len(run) for run in re.findall("`+", text)]
    fence = "`" * (max(runs, default=0) + 1)
    blank = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{blank}{text}{blank}{fence}"


def _dead(text: str) -> str:
    """A text without references, escaped."""
    if not _may_live(text):
        return _SPECIAL.sub(r"\\\1", text)
    pieces: list[str] = []
    done = 0
    for match in _ALIVE.finditer(text):
        pieces += [_SPECIAL.sub(r"\\\1", text[done : match.start()]), f"<span>{match[0]}</span>"]
        done = match.end()
    return "".join([*pieces, _SPECIAL.sub(r"\\\1", text[done:])])


def _may_live(text: str) -> bool:
    """Whether it is worth looking for what Markdown would make alive: most texts have none of its signs."""
    return any(map(text.lower().__contains__, ("@", "#", "$", "://", "www.", "gh-"))) or text.count(":") > 1


def _guard(line: str) -> str:
    return _BLOCK.sub(lambda m: m[1] + (f"\\{m[2]}" if m[2] in "-+" else f"{m[2][:-1]}\\{m[2][-1]}"), line)


def compilation_markdown(whole: Compilation, columns: bool = False) -> str:
    """A compilation: the list of proposals, then the text with what is asked for each provision below it or, in
    `columns`, beside it; last the reasons. Its heads are in the language of the base, where that has any."""
    base = whole.base
    head = heads(base.language)
    title = head.title.format(escape(number_line(base.number, base.revision, base.language)))
    names = (head.proposal, head.symbol, head.source, head.status, head.touches)
    rows = [f"| {' | '.join(names)} |", "|---" * len(names) + "|"]
    for entry in whole.entries:
        proposal = entry.proposal
        touches = [
            *map(escape, entry.touches),
            *(f"**{head.not_applied}:** {escape(p.message)}" for p in entry.problems),
        ]
        cells = (
            escape(proposal.number),
            proposal.symbol,
            escape(proposal.source),
            proposal.status,
            "<br>".join(touches),
        )
        rows.append(f"| {' | '.join(cells)} |")
    parts = [f"# {title}", "\n".join(rows), f"## {head.text}"]
    why = f"*{run_in_reasons(base.language)}*"
    if columns:
        parts.append("\n".join(_compiled_table(whole, why)))
    else:
        parts += [block for section in with_tables(whole.sections) for block in _compiled(section, why)]
    reasons = [f"**{escape(p.number)}:** {escape(_flat(p.reasons))}" for p in whole.shown if p.reasons]
    return "\n\n".join([*parts, *([f"## {head.reasons}", *reasons] if reasons else [])]) + "\n"


def _compiled(section: Section, why: str) -> Iterator[str]:
    if section.rows:
        yield "\n".join("> " * section.depth + _raised(line) for line in _table(section.rows))
    elif section.text or section.label:
        yield _raised(
            _block(kept(f"{section.label} " if section.label else ""), kept(section.text), section.kind, section.depth)
        )
    asked = [*section.requests, *section.additions]
    if asked:
        yield "\n".join(_item(request, why) for request in asked)


def _item(request: Request, why: str) -> str:
    """What a proposal asks for, as an item of a list."""
    lines = [f"- {_request_head(request)}"]
    for block in blocks(request.rows):
        if isinstance(block, Row):
            lines[-1] += f"  \n  {_raised(_row(block))}"
        else:
            lines += ["", *(f"  {_raised(line)}" for line in _table(block)), ""]
    if request.reasons:
        said = f"{why} {escape(_flat(request.reasons))}"
        lines[-1] += f"  \n  {said}" if lines[-1] else f"  {said}"
    return "\n".join(lines).rstrip("\n")


def _request_head(request: Request) -> str:
    return " ".join(part for part in (f"**{request.symbol}**", f"`{request.proposal}`", escape(request.said)) if part)


def _row(row: Row) -> str:
    line = spans(_spaced(row.line))
    return f"*{line}*" if row.kind is Kind.CALL else line


def _compiled_table(whole: Compilation, why: str) -> Iterator[str]:
    """The text and the proposals side by side."""
    head = heads(whole.base.language)
    names = [escape(number) for number in whole.columns] or [head.proposals]
    yield f"| {head.base} | {' | '.join(names)} |"
    yield "|---" * (len(names) + 1) + "|"
    for section in with_tables(whole.sections):
        own = escape(f"{section.label} {section.text}".strip())
        own = f"*{own}*" if section.kind is Kind.CALL else "<br>".join(map(_row_line, section.rows)) or own
        for text, asked in ((own, section.requests), ("", section.additions)):
            if text or asked:
                cells = (_cell(found, whole.columns, why) for found in in_columns(asked, whole.columns))
                yield _raised(f"| {' | '.join([text, *cells])} |")


def _cell(asked: Iterable[Request], columns: tuple[str, ...], why: str) -> str:
    lines: list[str] = []
    for request in asked:
        name = "" if request.proposal in columns else f" `{request.proposal}`"
        lines.append(f"**{request.symbol}**{name} {escape(request.said)}".rstrip())
        lines += [_row_line(row.cells) if row.cells else _row(row) for row in request.rows]
        if request.reasons:
            lines.append(f"{why} {escape(_flat(request.reasons))}")
    return "<br>".join(lines)


def _row_line(cells: Iterable[Iterable[Wording]]) -> str:
    """A row of a table as one line, as Markdown has no tables in tables."""
    return " \\| ".join("; ".join(spans(_spaced(words)) for words in cell) for cell in cells)


def _raised(line: str) -> str:
    """A line whose references to footnotes are raised numbers: the notes stand in the text like all else."""
    return REFERENCE.sub(r"<sup>\1</sup>", line)


def _flat(text: str) -> str:
    return " ".join(text.split())
