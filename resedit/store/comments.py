"""Comments that speak to resedit (`# resedit: allow …`), which the nodes of a file do not hold."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resedit.model.place import Place
from resedit.store.nodes import scalar_spans

MARK = "resedit:"
_COMMENT = re.compile(rf"(?:^|(?<=[ \t]))#[ \t]*{MARK}[ \t]*(?P<text>.*?)[ \t\r]*$", re.MULTILINE)
_SAYS_NOTHING = re.compile(r"[ \t]*(?:#.*)?\r?$")


class Comment(NamedTuple):
    """What a comment says behind `resedit:`, where it stands, and the line it is about: its own, or the next with data
    where it stands alone."""

    text: str
    place: Place
    line: int


def comments(data: bytes, file: str) -> tuple[Comment, ...]:
    """The comments to resedit in a file that has been parsed without error."""
    return tuple(_comments(data.decode("utf-8-sig"), file)) if MARK.encode() in data else ()


def _comments(text: str, file: str) -> Iterator[Comment]:
    lines = text.split("\n")
    spans: list[tuple[tuple[int, int], tuple[int, int]]] | None = None
    for match in _COMMENT.finditer(text):
        if spans is None:
            spans = scalar_spans(text)
        line = text.count("\n", 0, match.start())
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1)
        if any(start <= (line, column) < end for start, end in spans):
            continue  # words of a text, not a comment
        about = line
        if not lines[line][:column].strip():
            about = next((i for i in range(line + 1, len(lines)) if not _SAYS_NOTHING.match(lines[i])), line)
        yield Comment(match["text"], Place(file, line + 1, column + 1), about + 1)
