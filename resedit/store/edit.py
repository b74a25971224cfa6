"""Changing single values in the text of a YAML file. Everything else stays byte for byte: comments, order, quotes,
line breaks. What comes out is read again and has exactly the changes asked for, or nothing comes out."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from resedit.store.nodes import decode, yaml_errors
from resedit.store.scalars import Span, quoted, respelled
from resedit.store.source import At, Source, Value
from resedit.store.write import OTHER_TYPES, dump
from resedit.wording.difference import difference
from resedit.wording.segments import Op

_BOM = b"\xef\xbb\xbf"
_COMMENT = re.compile(r"(?<![^\s])#[^\r\n]*")
_REST_OF_LINE = re.compile(r"[ \t]*(#[^\r\n]*)?(?:\r\n?|\n|\Z)")


class EditError(ValueError):
    """A change that cannot be made without touching more than it should."""


class Edit(NamedTuple):
    """The scalar that begins `at` a place has the value `new`."""

    at: At
    new: str


class Repair(NamedTuple):
    """The pair whose value begins `at` a place gives way to `key: new`, and pairs with the values at `without` go."""

    at: At
    key: str
    new: str
    without: tuple[At, ...] = ()


class Addition(NamedTuple):
    """Pairs of key and value that come behind the pair whose value, a text, begins `at` a place."""

    at: At
    pairs: tuple[tuple[str, str], ...]


Change = Edit | Repair | Addition


def edited(data: bytes, edits: Sequence[Change], file: str) -> bytes:
    """The file with other values at some places, each named once. Line breaks and the mark at its beginning stay.

    Raises EditError where there is nothing at a place, or a change does not fit where it should be made.
    """
    if not edits:
        return data
    text = decode(data, file)
    result = _all_at_once(text, edits)
    if result is None:  # one of them does not fit in the first form it could have
        result = text
        for edit in sorted(edits, key=lambda edit: edit.at, reverse=True):
            result = _one(result, edit)
    return (_BOM if data.startswith(_BOM) else b"") + result.encode("utf-8")


Piece = tuple[int, int, str]
"""From, to (in the source), and what is put there."""


def _all_at_once(text: str, edits: Sequence[Change]) -> str | None:
    source = Source(text)
    changes = [change for edit in edits for change in next(_forms(source, edit))]
    return _made(source, edits, sorted(changes))


def _one(text: str, edit: Change) -> str:
    source = Source(text)
    for form in _forms(source, edit):
        result = _made(source, [edit], sorted(form))
        if result is not None:
            return result
    raise EditError("it cannot be written without changing more of the file")


def _made(source: Source, edits: Sequence[Change], changes: Sequence[Piece]) -> str | None:
    """The text with the changes made, if it then reads as it should."""
    if any(end > start for (_, end, _), (start, _, _) in pairwise(changes)):
        return None
    pieces, done = [], 0
    for start, end, new in changes:
        pieces += [source.text[done:start], new]
        done = end
    text = "".join([*pieces, source.text[done:]])
    return text if _reads_as(text, _wanted(source, edits)) else None


def _reads_as(text: str, values: Sequence[str | None]) -> bool:
    try:
        return Source(text).values == values
    except yaml_errors():
        return False


def _wanted(source: Source, edits: Sequence[Change]) -> list[str | None]:
    """The values that the file should have afterwards."""
    cuts: list[tuple[int, int, list[str | None]]] = []
    for edit in edits:
        if isinstance(edit, Edit):
            node = _scalar(source, edit.at)
            cuts.append((node.first, node.last + 1, [edit.new]))
        elif isinstance(edit, Addition):
            node, _ = _pair(source, edit.at)
            cuts.append((node.last + 1, node.last + 1, [value for pair in edit.pairs for value in pair]))
        else:
            for at in (edit.at, *edit.without):
                node, key = _pair(source, at)
                cuts.append((key.first, node.last + 1, [edit.key, edit.new] if at == edit.at else []))
    values = list(source.values)
    for first, last, new in sorted(cuts, key=lambda cut: cut[0], reverse=True):
        values[first:last] = new
    return values


def _scalar(source: Source, at: At) -> Value:
    if at not in source.scalars:
        raise EditError("there is no text at this place")
    return source.scalars[at]


def _pair(source: Source, at: At) -> tuple[Value, Value]:
    node = source.in_pairs.get(at)
    if node is None or node.key is None:
        raise EditError("there is no key with a value at this place")
    return node, node.key


def _forms(source: Source, edit: Change) -> Iterator[list[Piece]]:
    """The ways to make an edit, the one that keeps most of what people wrote first."""
    if isinstance(edit, Repair):
        yield _repaired(source, edit)
        return
    if isinstance(edit, Addition):
        yield [_added(source, edit)]
        return
    node = _scalar(source, edit.at)
    written, value = source.text[node.start : node.end], source.values[node.first] or ""
    plain_again = node.style or not OTHER_TYPES.match(edit.new) or OTHER_TYPES.match(value)
    spelled = respelled(written, node.style, value, _spans(value, edit.new)) if plain_again else None
    whole = respelled(written, node.style, value, [(0, len(value), edit.new)]) if plain_again else None
    for form in (spelled, whole, *quoted(edit.new)):
        if form is not None:
            yield [(node.start, node.end, form)]


def _spans(old: str, new: str) -> list[Span]:
    """Where two values differ, to the character."""
    spans: list[Span] = []
    position = 0
    for segment in difference(old, new).segments:
        if segment.op is Op.INSERT and spans and spans[-1][1] == position:
            spans[-1] = (spans[-1][0], position, segment.text)
        elif segment.op is Op.INSERT:
            spans.append((position, position, segment.text))
        else:
            if segment.op is Op.DELETE:
                spans.append((position, position + len(segment.text), ""))
            position += len(segment.text)
    return [_trimmed(old, span) for span in spans]


def _trimmed(value: str, span: Span) -> Span:
    """A span without what its old and new characters begin and end with alike."""
    start, end, new = span
    while new and start < end and value[start] == new[0]:
        start, new = start + 1, new[1:]
    while new and start < end and value[end - 1] == new[-1]:
        end, new = end - 1, new[:-1]
    return start, end, new


def _repaired(source: Source, edit: Repair) -> list[Piece]:
    """The pair written anew in its place. Comments inside it come to stand on lines of their own before it."""
    node, key = _pair(source, edit.at)
    pair = f"{edit.key}: {next(quoted(edit.new))}" if key.in_flow else dump({edit.key: edit.new}).rstrip("\n")
    comments = _comments(source, key.start, node.end)
    margin = source.text[: key.start].rpartition("\n")[2]
    if comments and margin.strip():
        raise EditError("it holds comments that would have no place")
    ending = "\r\n" if "\r\n" in source.text else "\n"
    changes = [(key.start, node.end, "".join(f"{comment}{ending}{margin}" for comment in comments) + pair)]
    return changes + [_without(source, at) for at in edit.without]


def _added(source: Source, edit: Addition) -> Piece:
    """Pairs on lines of their own behind another, in line with its key; between brackets, on its line."""
    node, key = _pair(source, edit.at)
    if key.in_flow:
        return node.end, node.end, "".join(f", {name}: {next(quoted(value))}" for name, value in edit.pairs)
    ending = "\r\n" if "\r\n" in source.text else "\n"
    margin = " " * (key.start - source.text.rfind("\n", 0, key.start) - 1)
    lines = [dump({name: value}).rstrip("\n").replace("\n", f"{ending}{margin}") for name, value in edit.pairs]
    rest = _REST_OF_LINE.match(source.text, node.end)
    end = rest.end(1) if rest and rest[1] else node.end
    return end, end, "".join(f"{ending}{margin}{line}" for line in lines)


def _without(source: Source, at: At) -> Piece:
    """A pair on a line of its own taken out; a comment behind it stays."""
    node, key = _pair(source, at)
    start = source.text.rfind("\n", 0, key.start) + 1
    rest = _REST_OF_LINE.match(source.text, node.end)
    if source.text[start : key.start].strip() or rest is None:
        raise EditError("it stands on a line with others")
    return (key.start, rest.start(1), "") if rest[1] else (start, rest.end(), "")


def _comments(source: Source, start: int, end: int) -> list[str]:
    """The comments between two places: what is in no scalar is brackets, blanks and comments."""
    inside = [(left, right) for left, right in source.extents if start <= left < end]
    edges = [start, *(edge for extent in inside for edge in extent), end]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    return [found for left, right in gaps for found in _COMMENT.findall(source.text[left:right])]
