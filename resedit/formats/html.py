"""A compilation as one HTML file: no scripts, nothing loaded from elsewhere, `<ins>` and `<del>` for changes, readable
with any program, on paper and aloud."""

from collections.abc import Iterable, Iterator
from html import escape as _escape

from resedit.amend.compilation import Compilation, Entry, Request, Row, Section, blocks, in_columns, with_tables
from resedit.model.conference import Conference
from resedit.model.enums import Kind
from resedit.model.languages import HEADS, Heads, heads, is_right_to_left, number_line, primary, run_in_reasons
from resedit.redline.lines import Rows
from resedit.redline.references import REFERENCE
from resedit.wording.segments import Op, Wording

_TAGS = {Op.KEEP: "{}", Op.INSERT: "<ins>{}</ins>", Op.DELETE: "<del>{}</del>"}

_STYLE = """
:root { color-scheme: light; --ins: #0b6b2e; --del: #a4161a; --line: #c9ced6; --soft: #f4f6f9; }
body { font: 1rem/1.5 Calibri, Carlito, "Segoe UI", Arial, sans-serif; color: #1b1f24; max-width: 52rem;
  margin: 2rem auto; padding: 0 1rem; }
body.wide { max-width: none; }
h1 { font-size: 1.5rem; text-align: center; } h2 { font-size: 1.15rem; margin-top: 2.5rem; }
header p { text-align: center; color: #57606a; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; table-layout: fixed; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; vertical-align: top; text-align: start;
  overflow-wrap: anywhere; }
thead th { background: var(--soft); }
.list { table-layout: auto; } .list th[scope=row] { white-space: nowrap; }
.list th, .list td:not(:last-child) { overflow-wrap: normal; }
.base, .row { margin: .6rem 0; } .call { font: inherit; font-style: italic; margin-inline-start: 3.5rem; }
.labelled { padding-inline-start: 2.4rem; text-indent: -2.4rem; }
.label { display: inline-block; min-width: 2.4rem; text-indent: 0; } td .base { margin: 0; }
.request { margin: .4rem 0 .8rem 1.2rem; margin-inline: 1.2rem 0; padding: .35rem .8rem;
  border-inline-start: 3px solid var(--line); background: var(--soft); }
.request p { margin: .2rem 0; } .head { font-size: .92rem; } .head b { letter-spacing: .03em; }
td .request { margin: 0 0 .5rem; padding: 0; border: 0; background: none; }
.held { width: auto; table-layout: auto; margin-block: .6rem; } .request .held { margin-block: .3rem; }
.reasons { color: #57606a; } .trouble { color: var(--del); }
ins { color: var(--ins); text-decoration: underline; } del { color: var(--del); text-decoration: line-through; }
@page { margin: 2cm 1.8cm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; } thead { display: table-header-group; }
  .request, .base, tr { break-inside: avoid; } .base { break-after: avoid; } .call, h2, h3 { break-after: avoid; }
}
"""
_TROUBLE = '<br><strong class="trouble">{}: {}</strong>'
_ACROSS = "@page { size: A4 landscape; }\n"


def compilation_html(whole: Compilation, columns: bool = False, conference: Conference | None = None) -> str:
    """A compilation as a page: the list of proposals, then the text with what is asked for each provision below it or,
    in `columns`, beside it; last the reasons."""
    base = whole.base
    head = heads(base.language)
    title = head.title.format(number_line(base.number, base.revision, base.language))
    direction = "rtl" if is_right_to_left(base.language) else "ltr"
    meeting = f"<p>{escape(conference.name)}</p>\n" if conference else ""
    sections = with_tables(whole.sections)
    said = "" if primary(base.language) in HEADS else ' lang="en"'
    why = run_in_reasons(base.language)
    body = _table(whole, why) if columns else "".join(_section(section, why) for section in sections)
    reasons = "".join(f"<dt>{escape(p.number)}</dt>\n<dd>{_lines(p.reasons)}</dd>\n" for p in whole.shown if p.reasons)
    wide = ' class="wide"' if columns else ""
    last = f"<section>\n<h2{said}>{head.reasons}</h2>\n<dl>\n{reasons}</dl>\n</section>\n" if reasons else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(base.language)}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}{_ACROSS if columns else ''}</style>\n</head>\n"
        f"<body{wide}>\n<header>\n<h1>{escape(title)}</h1>\n{meeting}</header>\n<main>\n"
        f"{_list(whole.entries, head, said)}<section>\n<h2{said}>{head.text}</h2>\n{body}</section>\n{last}</main>\n"
        "</body>\n</html>\n"
    )


def escape(text: str) -> str:
    """A text that no reader of HTML takes for markup, also inside an attribute."""
    return _escape(text, quote=True)


def spans(marked: Wording) -> str:
    """A wording with its changes marked, references to footnotes raised."""
    return "".join(_TAGS[s.op].format(_raised(s.text)) for s in marked.segments)


def _raised(text: str) -> str:
    return REFERENCE.sub(lambda match: f"<sup>{match[1]}</sup>", escape(text)).replace("\t", " ")


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.splitlines())


def _list(entries: Iterable[Entry], head: Heads, said: str) -> str:
    """The proposals with what they touch; `said` tells the language of the heads where it is not the page's."""
    names = (head.proposal, head.symbol, head.source, head.status, head.touches)
    tops = "".join(f'<th scope="col"{said}>{name}</th>' for name in names)
    rows = []
    for entry in entries:
        proposal = entry.proposal
        touches = escape(", ".join(entry.touches))
        trouble = "".join(_TROUBLE.format(head.not_applied, escape(p.message)) for p in entry.problems)
        cells = (proposal.symbol, proposal.source, proposal.status)
        rows.append(
            f'<tr><th scope="row">{escape(proposal.number)}</th>'
            + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
            + f"<td>{touches}{trouble}</td></tr>\n"
        )
    return (
        f'<section>\n<h2{said}>{head.proposals}</h2>\n<table class="list">\n<thead><tr>{tops}</tr></thead>\n'
        f"<tbody>\n{''.join(rows)}</tbody>\n</table>\n</section>\n"
    )


def _section(section: Section, why: str) -> str:
    """A provision of the base and what is asked for it."""
    asked = "".join(_request(request, why) for request in (*section.requests, *section.additions))
    return f"<article>\n{_base(section)}{asked}</article>\n"


def _base(section: Section) -> str:
    if section.rows:
        return _held(section.rows, section.depth)
    if not (section.text or section.label):
        return ""
    label = f'<span class="label">{escape(section.label)}</span>' if section.label else ""
    if section.kind is Kind.CALL:
        return f'<h3 class="base call">{_raised(section.text)}</h3>\n'
    name = "base labelled" if label else "base"
    return f'<p class="{name}"{_indent(section.depth)}>{label}{_raised(section.text)}</p>\n'


def _indent(depth: int) -> str:
    return f' style="margin-inline-start: {depth * 2.4:g}rem"' if depth else ""


def _held(rows: Rows, depth: int = 0) -> str:
    """A table of the text; the last cell of a row with fewer cells than others spans what is left."""
    width = max(map(len, rows))
    lines = []
    for row in rows:
        spare = width - len(row) + 1
        ends = ["" for _ in row[1:]] + [f' colspan="{spare}"' if spare > 1 else ""]
        cells = zip(ends, ("<br>".join(spans(words) for words in cell) for cell in row), strict=True)
        lines.append("<tr>" + "".join(f"<td{span}>{cell}</td>" for span, cell in cells) + "</tr>\n")
    return f'<table class="held"{_indent(depth)}>\n<tbody>\n{"".join(lines)}</tbody>\n</table>\n'


def _request(request: Request, why: str, columns: tuple[str, ...] = ()) -> str:
    """What a proposal asks for: symbol and number, its redline, its reasons."""
    name = "" if request.proposal in columns else f" {escape(request.proposal)}"
    said = f" {escape(request.said)}" if request.said else ""
    rows = "".join(_row(block) if isinstance(block, Row) else _held(block) for block in blocks(request.rows))
    reasons = f'<p class="reasons">{why} {_lines(request.reasons)}</p>\n' if request.reasons else ""
    head = f'<p class="head"><b>{escape(request.symbol)}</b>{name}{said}</p>'
    return f'<div class="request">\n{head}\n{rows}{reasons}</div>\n'


def _row(row: Row) -> str:
    name = "row call" if row.kind is Kind.CALL else "row"
    return f'<p class="{name}"{_indent(row.depth)}>{spans(row.line)}</p>\n'


def _table(whole: Compilation, why: str) -> str:
    """The text and the proposals side by side."""
    head = heads(whole.base.language)
    names = (head.base, *(whole.columns or (head.proposals,)))
    tops = "".join(f'<th scope="col">{escape(name)}</th>' for name in names)
    rows = "".join(row for s in with_tables(whole.sections) for row in _table_rows(s, why, whole.columns))
    return f"<table>\n<thead><tr>{tops}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _table_rows(section: Section, why: str, columns: tuple[str, ...]) -> Iterator[str]:
    for own, asked in ((_base(section), section.requests), ("", section.additions)):
        if own or asked:
            found = in_columns(asked, columns)
            cells = ("".join(_request(request, why, columns) for request in requests) for requests in found)
            yield "<tr>" + "".join(f"<td>{cell}</td>" for cell in (own, *cells)) + "</tr>\n"
