"""Where in a file the very words stand that a finding is about, for one that is known to be in a text of it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import accumulate

from resedit.model.place import Place
from resedit.model.problem import Problem
from resedit.store.nodes import Written, scalars, yaml_errors
from resedit.store.scalars import written_at


def pointed(problems: Iterable[Problem], text: str) -> Iterator[Problem]:
    """The findings in a file with this text, each at the words it is about where it names some and the text that is
    written at its place has them; else as they are. In a folded text they may be lines further on."""
    try:
        known = {scalar.at: scalar for scalar in scalars(text)}
    except yaml_errors():  # somebody has changed it meanwhile
        known = {}
    starts = list(accumulate((len(line) + 1 for line in text.split("\n")), initial=0))
    for problem in problems:
        at = _found(problem, text, known)
        if at is not None:
            line = bisect_right(starts, at)
            problem = replace(problem, place=Place(problem.place.file, line, at - starts[line - 1] + 1))
        yield problem


def _found(problem: Problem, text: str, known: Mapping[tuple[int, int], Written]) -> int | None:
    """Where the words begin that a problem is about."""
    slip, scalar = problem.slip, known.get((problem.place.line, problem.place.column))
    if slip is None or scalar is None or not scalar.value.startswith(slip.words, slip.start):
        return None
    at = written_at(text[scalar.start : scalar.end], scalar.style, scalar.value, slip.start)
    return None if at is None else scalar.start + at
