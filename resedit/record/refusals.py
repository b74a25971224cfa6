"""What stops an import before any text is read: a document that does not say which text is whose."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from resedit.model.problem import ReseditError
from resedit.record.edited import quoted
from resedit.redline.document import TrackedLine
from resedit.store.proposal import as_number
from resedit.structure.sections import Section, words

NUMBER_LINES = "“RESOLUTION 30 (Rev. Dubai, 2014)”, a new one “DRAFT NEW RESOLUTION [XYZ-1] (Nowhere, 2001)”"
"""How number lines read, as hints say it."""
_MOST_WORDS = 12
_INSTRUMENTS = re.compile(
    "resol|résol|резолюц|决议|قرار|decisi|décisi|решени|决定|مقرر|recom|рекоменд|建议|توصية", re.IGNORECASE
)
"""What the numbers of resolutions, decisions and recommendations stand behind."""


def named(found: Sequence[Section], loose: Sequence[TrackedLine], number: str = "") -> list[Section]:
    """The sections of a document, each with the number of its proposal; `number` is that of the one proposal of a
    document in which no line names any.

    Raises UsageError for a `number` that no proposal can have, ReseditError where there is no text, one of no proposal,
    a number twice, one text below two proposals, or the document names another proposal than `number`.
    """
    if number:
        as_number(number)
    if not found:
        raise no_resolution(loose)
    if not any(one.number for one in found):
        return [_numbered(found, number)]
    for one in found:
        if not one.number:
            what = f"{quoted(words(one.text[0]))}, in paragraph {one.place}, begins a text of no proposal"
            hint = "put a line such as “MOD XYZ/1/2” above it, or join it with the paragraph that it belongs to"
            raise ReseditError(what, hint)
        if number and one.number != number:
            hint = "leave out --proposal: a line names each one"
            raise ReseditError(f"the document names {one.number}, not {number}", hint)
    _check_once(found)
    for first, second in pairwise(found):
        if not (first.text or first.stray or first.reasons) and second.text:
            names = f"{first.number} and {second.number}"
            raise ReseditError(f"{names} propose changes to one text", "import each from a document of its own")
    return list(found)


def _numbered(found: Sequence[Section], number: str) -> Section:
    """The one section of a document that names no proposal, with its number."""
    if len(found) > 1:
        places = ", ".join(str(one.place) for one in found)
        what = f"the document holds {len(found)} resolutions (paragraphs {places}) and names no proposal"
        raise ReseditError(what, "put a line such as “MOD XYZ/1/1” above each")
    if not number:
        raise ReseditError("no line of the document names a proposal (MOD XYZ/1/1)", "name it with --proposal")
    return replace(found[0], number=number)


def _check_once(found: Sequence[Section]) -> None:
    """Raises ReseditError where two proposals have one number."""
    known: dict[str, Section] = {}
    for one in found:
        first = known.setdefault(one.number, one)
        if first is not one:
            places = f"paragraphs {first.place} and {one.place}"
            raise ReseditError(f"two proposals are called {one.number} ({places})", "give each a number of its own")


def no_resolution(lines: Sequence[TrackedLine]) -> ReseditError:
    """What is said of lines that hold no number line: which one comes nearest."""
    near = _nearest(lines)
    if near:
        return no_number_line(words(near), near.place)
    return ReseditError("the document holds no resolution", f"its number line reads as {NUMBER_LINES}")


def no_text(section: Section) -> ReseditError:
    """What is said of a proposal that no number line follows: what stands in its place."""
    name = f"{section.symbol} {section.number}"
    first = _nearest(section.stray) or next((line for line in section.stray if words(line).strip()), None)
    if first is None:
        return ReseditError(f"{name}, in paragraph {section.place}, stands above no text", "put the text below it")
    return no_number_line(words(first), first.place, f", below {name},")


def no_number_line(said: str, place: int, where: str = "") -> ReseditError:
    """What is said of a paragraph that stands in the place of a number line."""
    what = f"{quoted(said)}, in paragraph {place}{where} is no number line of a resolution"
    return ReseditError(what, f"a number line reads as {NUMBER_LINES}; no other texts are imported")


def _nearest(lines: Sequence[TrackedLine]) -> TrackedLine | None:
    """The first line that reads as the head of an instrument."""
    for line in lines:
        begins = words(line).split()
        if line.cell is None and len(begins) <= _MOST_WORDS and _INSTRUMENTS.search(" ".join(begins[:3])):
            return line
    return None
