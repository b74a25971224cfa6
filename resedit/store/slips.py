"""Where in a file the very words stand that a finding is about, for one that is known to be in a text of it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from resedit.model.place import Place
from resedit.model.problem import Problem
from resedit.store.nodes import scalar_spans, yaml_errors

At = tuple[int, int]


def pointed(problems: Iterable[Problem], text: str) -> Iterator[Problem]:
    """The findings in a file with this text, each at the words it is about where it names some and they are found in
    the text that begins at its place; else as they are. In a folded text they may be lines further on."""
    try:
        ends = dict(scalar_spans(text))
    except yaml_errors():  # somebody has changed it meanwhile
        ends = {}
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    for problem in problems:
        at = _found(problem, text, ends, starts) if problem.slip else None
        if at is not None:
            line = bisect_right(starts, at)
            problem = replace(problem, place=Place(problem.place.file, line, at - starts[line - 1] + 1))
        yield problem


def _found(problem: Problem, text: str, ends: Mapping[At, At], starts: Sequence[int]) -> int | None:
    """Where the words begin that a problem is about."""
    slip, line, column = problem.slip, problem.place.line - 1, problem.place.column - 1
    if slip is None or line >= len(starts):
        return None
    begin = starts[line] + column
    in_block = text[begin : begin + 1] in ("|", ">")  # it begins on the line below its mark
    end = ends.get((line + 1, 0) if in_block else (line, column))
    if end is None:
        return None
    found = _pattern(slip.words).finditer(text, begin, starts[end[0]] + end[1])
    places = [match.start() for match in found]
    # there are more or fewer where words are spelled otherwise, or taken out
    return places[slip.nth] if len(places) == slip.times else None


def _pattern(words: str) -> re.Pattern[str]:
    """The words as a file may have them: with a line break for a blank, and blanks that are not an indentation."""
    if words.isspace():
        return re.compile(rf"(?<=\S){re.escape(words)}")
    return re.compile(r"(?: |[ \t]*\r?\n[ \t]*)".join(map(re.escape, words.split(" "))))
