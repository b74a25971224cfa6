"""What reads as a label, in a text that was typed."""

import re
from collections.abc import Iterable

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
