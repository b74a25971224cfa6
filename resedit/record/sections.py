"""A document with its history cut into the proposals in it: what stands before them, each one's text, its reasons."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from resedit.model.enums import Symbol
from resedit.model.languages import REASONS, read_number_line
from resedit.redline.document import TrackedLine
from resedit.redline.references import references

PROPOSAL = "proposal"
NUMBER = "resno"
REASON = "reasons"
NOTE = "footnotetext"
TITLES = ("restitle", "restitel", "rectitle")
"""Styles of the ITU templates, in lower case."""
_HEAD = re.compile(r"^\s*(?P<symbol>ADD|\(MOD\)|MOD|SUP|NOC)[\s\xa0]+(?P<number>[\w()&+.-]+(?:/[\w()&+.-]+)+)\s*$")
_REASONS = re.compile(rf"^\s*(?:{'|'.join(REASONS.values())})\s*[:：]\s*")


@dataclass(slots=True)
class Section:
    """One proposal in a document: its symbol and number, the lines of its text and of its reasons, and those that
    belong to neither; `front` is what stands before the first proposal, or between the last one's reasons and this."""

    symbol: Symbol
    number: str
    place: int
    front: list[TrackedLine] = field(default_factory=list)
    text: list[TrackedLine] = field(default_factory=list)
    reasons: list[TrackedLine] = field(default_factory=list)
    stray: list[TrackedLine] = field(default_factory=list)


def style(line: TrackedLine) -> str:
    """The id of a line's style as styles are told apart here."""
    return (line.style or line.style_was).lower()


def words(line: TrackedLine) -> str:
    """What a line says in the final text, in the original where it stands only there; its label first."""
    label, text = (w.final() if line.state.in_final else w.original() for w in (line.label, line.text))
    return f"{label}\t{text}" if label else text


def sections(lines: Sequence[TrackedLine]) -> tuple[list[Section], list[TrackedLine]]:
    """The proposals of a document in order, and what stands after the last one's reasons (or everything, without any
    proposal)."""
    found: list[Section] = []
    loose: list[TrackedLine] = []
    where = "front"
    for line in lines:
        head = _head(line)
        if head:
            found.append(Section(*head, line.place, front=loose))
            loose, where = [], "stray"
            continue
        if not found:
            loose.append(line)
            continue
        where = _next_part(line, where)
        if where == "front":
            loose.append(line)
        else:
            getattr(found[-1], where).append(line)
    return found, loose


def _head(line: TrackedLine) -> tuple[Symbol, str] | None:
    match = _HEAD.match(words(line).replace("\t", " ")) if _may_be_head(line) else None
    return (Symbol(match["symbol"]), match["number"]) if match else None


def _next_part(line: TrackedLine, where: str) -> str:
    """Which part of a proposal a line belongs to, after a line of the part `where`."""
    if _may_be_head(line) and (style(line) == REASON or _REASONS.match(words(line))):
        return "reasons"
    if where == "reasons":
        return "front" if words(line).strip() else "reasons"
    if where == "stray" and is_number_line(line):
        return "text"
    return where


def _may_be_head(line: TrackedLine) -> bool:
    """Whether a line can stand outside of a text: no title does, no cell, and nothing that the file says to be a
    provision."""
    return line.cell is None and line.level is None and style(line) not in TITLES


def is_number_line(line: TrackedLine) -> bool:
    """Whether a line is the number line of a resolution."""
    return (
        line.cell is None
        and line.level is None
        and (style(line) == NUMBER or read_number_line(words(line)) is not None)
    )


def without_head(reasons: str) -> str:
    """Reasons without the word that they begin with."""
    return _REASONS.sub("", reasons, count=1)


def cited(lines: Sequence[TrackedLine]) -> Iterator[str]:
    """The keys of the notes that lines refer to, in order."""
    for line in lines:
        for segment in line.text.segments:
            yield from references(segment.text)
