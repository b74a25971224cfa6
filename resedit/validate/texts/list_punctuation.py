"""list-punctuation: a paragraph that ends otherwise than the text's own lists mostly do.

Resolutions are one long sentence: paragraphs inside a call end with “;”, the last words of a call with “,”, the last
words of all with “.”, and one that holds others with “:”. A text that does it otherwise, in its script or of its own
will, is taken at its word: what counts is what its paragraphs mostly do, and one without a clear habit is left alone.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

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
_QUOTED_MARK = re.compile(r"[.,;:!?。，；؛،][”’\"'»」』]$")

HOLDER, CALL_END, TEXT_END = -1, 0, -2
"""The positions besides the inner ones, which are numbered by their depth from 1."""
_WHERE = {HOLDER: "before the list that it holds", CALL_END: "at the end of the call", TEXT_END: "at the end"}


class _Ending(NamedTuple):
    position: int
    mark: str
    path: Path
    item: Provision


def check(text: Resolution) -> Iterator[Problem]:
    """Findings for the paragraphs of each call."""
    endings = list(_endings(text))
    habits = _habits(endings)
    for position, mark, path, item in endings:
        wanted = habits.get(position, "")
        if not wanted or mark == wanted or (position == TEXT_END and mark in FULL):
            continue
        has = f"ends with “{mark}”" if mark else "ends without a mark"
        words = Words(book_of(text).canonical(path), item.text, item.place)
        last = mark if mark and item.text.endswith(mark) else "".join(item.text.split()[-1:])
        where = _WHERE.get(position, "inside the list")
        yield finding(RULE, words, f"{has} {where}", f"end it with “{wanted}”", (), last, len(item.text) - len(last))


def _habits(endings: Iterable[_Ending]) -> Mapping[int, str]:
    """The mark that paragraphs in each position end with, where there is a clear one."""
    counts: dict[int, Counter[str]] = {}
    for (position, mark), count in Counter(ending[:2] for ending in endings).items():
        counts.setdefault(position, Counter())[mark] = count
    habits = {}
    for position, marks in counts.items():
        mark, count = marks.most_common(1)[0]
        if count >= max(FEWEST, SHARE * marks.total()):
            habits[position] = mark
    # there is one end only: it follows from the marks inside and between the calls, if these are the usual ones
    stops = {STOPS.get(habits[position], "") for position in (CALL_END, 1) if position in habits}
    if len(stops) == 1:
        habits[TEXT_END] = stops.pop()
    return habits


def _endings(text: Resolution) -> Iterator[_Ending]:
    items = [
        (i, call) for i, call in enumerate(text.provisions) if call.kind is not Kind.CALL or not is_annex(call.text)
    ]
    for index, call in items:  # annexes are no sentences
        if call.kind is Kind.CALL and not any(item.kind is Kind.CALL for item in call.items):
            is_last = index == items[-1][0]
            yield from _in_list(call.items, (index,), TEXT_END if is_last else CALL_END)


def _in_list(items: Sequence[Provision], path: Path, end: int) -> Iterator[_Ending]:
    """What the paragraphs of a list end with, the last of them in the position that the end of the list has."""
    marks = ["" if item.items else _mark(item.text) for item in items]
    is_bare = len(items) > 1 and not any(marks) and not any(item.items for item in items)
    last = len(items) - 1
    for index, (item, mark) in enumerate(zip(items, marks, strict=True)):
        position = end if index == last else len(path)
        if item.items:
            holds = _mark(item.text)
            if holds is not None:
                yield _Ending(HOLDER, holds, (*path, index), item)
            yield from _in_list(item.items, (*path, index), position)
        elif mark in _OPENING and index < last:
            continue  # it introduces what follows, though that stands beside it
        elif mark is not None and not is_bare:  # a list of names without any marks is meant so
            yield _Ending(position, mark, (*path, index), item)


@lru_cache(maxsize=TEXTS)
def _mark(text: str) -> str | None:
    """The mark at the end of a text, empty if there is none; None where it cannot be told from a quotation's."""
    bare = _CONJUNCTION.sub("", REFERENCE.sub("", text[-TAIL:]).rstrip())
    if _QUOTED_MARK.search(bare):
        return None
    return bare[-1] if bare[-1:] in MARKS else ""
