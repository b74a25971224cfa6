"""list-punctuation: a paragraph that ends otherwise than the text's own lists mostly do.

Resolutions are one long sentence: paragraphs inside a call end with “;”, the last words of a call with “,”, the last
words of all with “.”, and one that holds others with “:”. A text that does it otherwise, in its script or of its own
will, is taken at its word: what counts is what its paragraphs mostly do, and one without a clear habit is left alone.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from resedit.model.address import Path
from resedit.model.enums import Kind
from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Provision, Resolution
from resedit.redline.references import REFERENCE
from resedit.structure.calls import is_annex
from resedit.validate.remember import TEXTS
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import book_of
from resedit.validate.texts.wordings import Words, finding

RULE = Rule(
    "list-punctuation",
    Severity.WARNING,
    "a paragraph that does not end as the text's other lists do: “;” inside, “,” at the end of a call, “.” at the end",
    "End it with the mark that the hint names.",
    source="ITU English Language Style Guide, Foreword: usage is consistent throughout a document or set of documents",
    failing=Example(
        "- resolves:\n  - 1: to study;\n  - 2: to plan;\n  - 3: to act.\n  - 4: to train;\n  - 5: to report."
    ),
    passing=Example(
        "- resolves:\n  - 1: to study;\n  - 2: to plan;\n  - 3: to act;\n  - 4: to train;\n  - 5: to report."
    ),
)
FEWEST = 3
"""How many paragraphs in the same position make a habit."""
SHARE = 0.7
"""How many of them have to agree."""
TAIL = 100
"""How many characters tell how a text ends, references to footnotes included."""
MARKS = frozenset(";,.:!?؛،؟۔；，。：、！？।")
_OPENING = frozenset(":：")
FULL = frozenset(".!?؟۔。！？।")
STOPS = {";": ".", ",": ".", "؛": ".", "،": ".", "；": "。", "，": "。"}
"""The full stop of the script that a mark inside lists belongs to."""
_CONJUNCTION = re.compile(r"(?<=[;,؛،；，])\s*(?:and(?:/or)?|or|et|ou|y|e|o|u|и|или|و|أو|以及|和|或)$")
LONGEST = 12
"""How many characters a conjunction has at most, with blanks."""
_CLOSING = frozenset("”’\"'»」』")
_QUOTED = frozenset(".,;:!?。，；؛،")

HOLDER, CALL_END, TEXT_END = -1, 0, -2
"""The positions besides the inner ones, which are numbered by their depth from 1."""
_WHERE = {HOLDER: "before the list that it holds", CALL_END: "at the end of the call", TEXT_END: "at the end"}

Endings = dict[tuple[int, str], list[tuple[Path, Provision]]]
"""The paragraphs with their paths, by their position and the mark they end with."""


def check(text: Resolution) -> Iterator[Problem]:
    """Findings for the paragraphs of each call, in reading order."""
    endings: Endings = {}
    calls = [
        (i, item) for i, item in enumerate(text.provisions) if item.kind is not Kind.CALL or not is_annex(item.text)
    ]
    for index, call in calls:  # annexes are no sentences
        if call.kind is Kind.CALL and not any(item.kind is Kind.CALL for item in call.items):
            is_last = index == calls[-1][0]
            _note(endings, call.items, (index,), TEXT_END if is_last else CALL_END)
    habits = _habits(endings)
    others = [
        (path, item, position, mark)
        for (position, mark), places in endings.items()
        if habits.get(position, "") not in ("", mark) and not (position == TEXT_END and mark in FULL)
        for path, item in places
    ]
    for path, item, position, mark in sorted(others, key=lambda other: other[0]):
        has = f"ends with “{mark}”" if mark else "ends without a mark"
        words = Words(book_of(text).canonical(path), item.text, item.place)
        last = mark if mark and item.text.endswith(mark) else "".join(item.text.split()[-1:])
        where, hint = _WHERE.get(position, "inside the list"), f"end it with “{habits[position]}”"
        yield finding(RULE, words, f"{has} {where}", hint, (), last, len(item.text) - len(last))


def _habits(endings: Endings) -> Mapping[int, str]:
    """The mark that paragraphs in each position end with, where there is a clear one."""
    counts: dict[int, dict[str, int]] = {}
    for (position, mark), places in endings.items():
        counts.setdefault(position, {})[mark] = len(places)
    habits = {}
    for position, marks in counts.items():
        mark = max(marks, key=marks.__getitem__)
        if marks[mark] >= max(FEWEST, SHARE * sum(marks.values())):
            habits[position] = mark
    # there is one end only: it follows from the marks inside and between the calls, if these are the usual ones
    stops = {STOPS.get(habits[position], "") for position in (CALL_END, 1) if position in habits}
    if len(stops) == 1:
        habits[TEXT_END] = stops.pop()
    return habits


def _note(endings: Endings, items: Sequence[Provision], path: Path, end: int) -> None:
    """Take note of what the paragraphs of a list end with, the last of them in the position that the end of the list
    has."""
    marks = ["" if item.items else _mark(item.text) for item in items]
    is_bare = not any(marks) and len(items) > 1 and not any(item.items for item in items)
    inside, last = len(path), len(items) - 1
    for index, (item, mark) in enumerate(zip(items, marks, strict=True)):
        position = end if index == last else inside
        if item.items:
            holds = _mark(item.text)
            if holds is not None:
                endings.setdefault((HOLDER, holds), []).append(((*path, index), item))
            _note(endings, item.items, (*path, index), position)
        elif mark in _OPENING and index < last:
            continue  # it introduces what follows, though that stands beside it
        elif mark is not None and not is_bare:  # a list of names without any marks is meant so
            endings.setdefault((position, mark), []).append(((*path, index), item))


@lru_cache(maxsize=TEXTS)
def _mark(text: str) -> str | None:
    """The mark at the end of a text, empty if there is none; None where it cannot be told from a quotation's."""
    tail = text[-TAIL:]
    bare = (REFERENCE.sub("", tail) if "[^" in tail else tail).rstrip()
    if bare[-1:].isalpha():
        bare = _CONJUNCTION.sub("", bare[-LONGEST:])
    if bare[-1:] in _CLOSING and bare[-2:-1] in _QUOTED:
        return None
    return bare[-1] if bare[-1:] in MARKS else ""
