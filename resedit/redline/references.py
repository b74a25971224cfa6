"""Footnote references inside texts (`[^1]`) and what they are called on either side of a redline."""

import re
from collections.abc import Iterable, Mapping

REFERENCE = re.compile(r"\[\^([^\]\s]+)\]")


def references(text: str) -> list[str]:
    """The labels of the footnotes a text refers to, in order, repeats included."""
    return REFERENCE.findall(text) if "[^" in text else []


def renamed(text: str, names: Mapping[str, str]) -> str:
    """A text whose references `[^old]` read `[^new]`."""
    if not names or "[^" not in text:
        return text
    return REFERENCE.sub(lambda match: f"[^{names.get(match[1], match[1])}]", text)


def renaming(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The pairs of old and new label that differ."""
    return {old: new for old, new in pairs if old != new}
