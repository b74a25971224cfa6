"""What reads as a label, in a text that was typed."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from resedit.numbering.labels import read_labels
from resedit.wording.tokens import is_word, tokens

LABEL = re.compile(
    r"(?P<label>[-–—•·◦○▪■*‣⁃]|[\[(]?(?:\d+\.)*[^\W_]{1,4}\s?[\])]|(?:\d+\.)+\d*|\d{1,3}[A-Z]{0,2}\.?)\s+(?=\S|$)"
)
"""What reads as a label at the start of a line whose form does not set labels apart."""
_APART = re.compile(
    r"[-–—•·◦○▪■*‣⁃]"
    r"|[\[(]?(?:\d+\.)*[^\W_]{1,6}\s?[\])][.:]?"  # a) (a) 2.b] xviii)
    r"|(?:[^\W\d_]{1,2}\.)?(?:\d+\.)*\d+(?:\s?(?:[A-Z]{1,2}|[a-z]{2,9}))?[.:]?"  # 7 7A 7.1 A.7 7bis 7 quater
    r"|(?:[^\W\d_]{1,2}|[ivxlc]{1,7}|[IVXLC]{1,7})[.:]?"  # A XIV.
)


def alike(one: str, other: str) -> bool:
    """Whether two labels are of one kind: both a sign, or both counting with the same signs around."""
    return _kind(one) == _kind(other)


def _kind(label: str) -> str:
    number = re.sub(r"(?<=\d)\s?[^\W\d_]+", "", label)  # 7A counts as 7 does
    return re.sub(r"[^\W\d_]+", "a", _shape(number)) if any(map(str.isalnum, label)) else label and "–"


def reads_as_label(words: str, known: Iterable[str]) -> bool:
    """Whether words that a tab sets apart from what follows are a label: one of the `known`, one that differs from such
    a label in its numbers only, or one of the forms that labels have."""
    shape = _shape(words)
    return bool(_APART.fullmatch(words)) or any(shape == _shape(label) for label in known)


def _shape(label: str) -> str:
    return re.sub(r"\d+", "0", label)


class Typed(NamedTuple):
    """A line as it was typed: the label that a tab sets apart, if any does, and its words."""

    label: str
    text: str


class Begun(NamedTuple):
    """What reads as a label at the start of a line, where the words behind it begin, and whether it is one."""

    label: str
    end: int
    is_label: bool


NEAR = 30
"""How many lines on either side are looked at for the label before or after one."""
_SIGNS = frozenset("-–—•·◦○▪■‣⁃")
_HEADING = re.compile(r"[^.,;:!?،؛؟。，；：]$")
"""How a line ends below which labels begin anew."""


def begun(lines: Sequence[Typed]) -> list[Begun | None]:
    """Of each line without a label, what reads as one before a blank; None where nothing does.

    It is one if it is a dash or a bullet, counts on from a label near by (up to a heading), or that from it, or has
    signs around as others there have. A number alone (`2 billion people`) is one only beside another before a blank, or
    if the words begin as there, and not if a tab sets the same apart near by.
    """
    found = [None if line.label else LABEL.match(line.text) for line in lines]
    heads = [line.label or (match["label"] if match else "") for line, match in zip(lines, found, strict=True)]
    return [
        match and Begun(match["label"], match.end(), match["label"] in _SIGNS or _fits(index, lines, heads))
        for index, match in enumerate(found)
    ]


def _fits(index: int, lines: Sequence[Typed], heads: Sequence[str]) -> bool:
    label, is_number = heads[index], heads[index].rstrip(".").isalnum()
    stretch = _stretch(index, lines, heads)
    if is_number and any(lines[other].label == label for other in stretch):
        return False
    if not is_number and any(lines[other].label and alike(heads[other], label) for other in stretch):
        return True
    beside = [
        other
        for other in stretch
        if heads[other] and _follows(*((heads[other], label) if other < index else (label, heads[other])))
    ]
    if not is_number:
        return bool(beside)
    return any(not lines[other].label or _first(lines[other], heads[other]) == _first(lines[index], label)
               for other in beside)  # fmt: skip


def _stretch(index: int, lines: Sequence[Typed], heads: Sequence[str]) -> list[int]:
    """The lines near by that no heading parts from one."""

    def until_heading(others: Iterable[int]) -> list[int]:
        return list(takewhile(lambda other: bool(heads[other]) or not _HEADING.search(lines[other].text), others))

    before = until_heading(range(index - 1, max(index - NEAR, 0) - 1, -1))
    return [*before, *until_heading(range(index + 1, min(index + NEAR, len(lines))))]


def _follows(before: str, label: str) -> bool:
    """Whether a label is the one behind another of its list."""
    first, second = read_labels([before, label])
    if first is None or second is None or first.scheme != second.scheme:
        return False
    return second.ordinal - first.ordinal in ((0, 1) if second.suffix else (1,))


def _first(line: Typed, label: str) -> str:
    """The first word behind a label."""
    text = line.text if line.label else line.text[len(label) :]
    return next(filter(is_word, tokens(text)), "")
