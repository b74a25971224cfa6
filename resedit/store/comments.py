"""Comments that speak to resedit (`# resedit: allow …`), which the nodes of a file do not hold."""

import re
from bisect import bisect_right
from itertools import accumulate
from typing import NamedTuple

from resedit.model.place import Place
from resedit.store.nodes import scalars

MARK = "resedit:"
_COMMENT = re.compile(rf"(?:^|(?<=[ \t]))#[ \t]*{MARK}")
_BLANK_OR_COMMENT = re.compile(r"[ \t\r]*(?:#|$)")


class Comment(NamedTuple):
    """What a comment says behind `resedit:`, where it stands, and the line it is about: its own, or the next with data
    where it stands alone."""

    text: str
    place: Place
    line: int


def comments(data: bytes, file: str) -> tuple[Comment, ...]:
    """The comments to resedit in a file that has been parsed without error."""
    if MARK.encode() not in data:
        return ()
    text = data.decode("utf-8-sig")
    lines = text.split("\n")
    begins = list(accumulate((len(line) + 1 for line in lines), initial=0))
    spans = [(scalar.words, scalar.end) for scalar in scalars(text)]

    def is_of_a_text(at: int) -> bool:
        scalar = bisect_right(spans, (at, len(text))) - 1
        return scalar >= 0 and at < spans[scalar][1]

    found: list[Comment] = []
    below = -1  # the next line with data
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        marks = _COMMENT.finditer(line) if MARK in line else ()
        match = next((match for match in marks if not is_of_a_text(begins[index] + match.start())), None)
        if match:
            is_alone = not line[: match.start()].strip()
            about = below if is_alone and below >= 0 else index
            place = Place(file, index + 1, match.start() + 1)
            found.append(Comment(line[match.end() :].strip(), place, about + 1))
        if not _BLANK_OR_COMMENT.match(line):
            below = index
    return tuple(reversed(found))
