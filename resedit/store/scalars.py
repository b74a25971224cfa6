"""How a scalar's value is written in the source text: which characters of the file make which of its characters.

YAML 1.2.2, 7.3 (flow scalars: quoting, escapes, folded line breaks) and 8.1 (literal and folded blocks).
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

Unit = tuple[str, int, int]
"""A piece of the value, and from where to where in the scalar's source it is written."""
Span = tuple[int, int, str]
"""From, to (in the value), and what is put there."""

_BREAKS = re.compile(r"[ \t]*(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*[ \t]*")
_BREAK = re.compile(r"\r\n?|\n")
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|((?:\r\n?|\n)[ \t]*)|(.))", re.DOTALL)
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b",
    " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_HEADER = re.compile(r"[|>][-+]?[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)")


def respelled(source: str, style: str, value: str, spans: Sequence[Span]) -> str | None:
    """A scalar's source with some of its characters changed (spans in order, apart from each other) and all else as it
    was written; None where the change cannot be made in its style."""
    units = list(_units(source, style))
    if "".join(piece for piece, _, _ in units) != value:
        return None
    starts = {offset: index for index, offset in enumerate(accumulate((len(u[0]) for u in units), initial=0))}
    result = source
    for first, last, new in reversed(spans):
        if first not in starts or last not in starts or not _can_hold(new, style):
            return None
        left, right = starts[first], starts[last]
        start = units[left][1] if left < len(units) else (units[-1][2] if units else len(source))
        end = units[right - 1][2] if right > left else start
        result = result[:start] + _encoded(new, style) + result[end:]
    return result


def written_at(source: str, style: str, value: str, offset: int) -> int | None:
    """Where in a scalar's source a character of its value is written; None where it has no such character."""
    end = 0
    pieces: list[str] = []
    for piece, start, _ in _units(source, style):
        if offset < end + len(piece):
            return start if value.startswith("".join([*pieces, piece])) else None
        pieces.append(piece)
        end += len(piece)
    return None


def quoted(value: str) -> Iterator[str]:
    """The value between quotes: single ones, which cannot hold a line break, and double ones."""
    yield "'" + _encoded(value, "'") + "'"
    yield '"' + _encoded(value, '"') + '"'


def _can_hold(new: str, style: str) -> bool:
    return style == '"' or not any(character in new for character in "\r\n\t")


def _encoded(new: str, style: str) -> str:
    if style == "'":
        return new.replace("'", "''")
    if style == '"':
        escaped = new.replace("\\", "\\\\").replace('"', '\\"')
        return escaped.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return new


def _units(source: str, style: str) -> Iterator[Unit]:
    if style in ("|", ">"):
        return _of_block(source, style)
    edge = 1 if style in ("'", '"') else 0
    return _of_flow(source, style, edge, len(source) - edge)


def _of_flow(source: str, style: str, position: int, end: int) -> Iterator[Unit]:
    """Plain and quoted scalars: a line break is a blank, each further one a line break."""
    while position < end:
        fold = _BREAKS.match(source, position, end)
        if fold:
            breaks = len(_BREAK.findall(fold[0]))
            yield " " if breaks == 1 else "\n" * (breaks - 1), position, fold.end()
            position = fold.end()
        elif style == '"' and (escape := _ESCAPE.match(source, position, end)):
            code = escape[1] or escape[2] or escape[3]
            piece = chr(int(code, 16)) if code else "" if escape[4] else _ESCAPED.get(escape[5], "")
            yield piece, position, escape.end()
            position = escape.end()
        else:
            width = 2 if style == "'" and source.startswith("''", position) else 1
            yield source[position], position, position + width
            position += width


def _of_block(source: str, style: str) -> Iterator[Unit]:
    """Literal and folded blocks without the line breaks at their end."""
    header = _HEADER.match(source)
    lines = list(_lines(source, header.end())) if header else []
    first = next((source[start:end] for start, end in lines if source[start:end].strip()), "")
    indent = len(first) - len(first.lstrip(" "))
    before: tuple[int, bool] | None = None  # where the last line with words ended, and whether it was set in deeper
    breaks = 0
    for start, end in lines:
        begin = min(start + indent, end)
        words = source[begin:end]
        if words.strip(" ") or (words and style == "|"):
            is_deeper = words[0] in " \t"
            if before is not None or breaks:
                folds = style == ">" and before is not None and not is_deeper and not before[1]
                piece = "\n" * breaks if not folds else " " if breaks == 1 else "\n" * (breaks - 1)
                yield piece, before[0] if before else start, begin
            yield from ((source[at], at, at + 1) for at in range(begin, end))
            before, breaks = (end, is_deeper), 0
        breaks += 1


def _lines(source: str, position: int) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends, without its break."""
    while position < len(source):
        found = _BREAK.search(source, position)
        yield position, found.start() if found else len(source)
        position = found.end() if found else len(source)
