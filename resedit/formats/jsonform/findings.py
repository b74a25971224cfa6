"""Findings, what was mended, and where a text is not what it should be."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from resedit.formats.jsonform.data import dumps, segments
from resedit.model.mend import Fixed
from resedit.model.place import Place
from resedit.model.problem import Problem

if TYPE_CHECKING:
    from resedit.verify.compare import Mismatch, Unmerged


def problems_json(problems: Iterable[Problem]) -> str:
    """Findings, in their order."""
    return dumps([problem_data(problem) for problem in problems])


def problem_data(problem: Problem) -> dict[str, Any]:
    """A finding as JSON data."""
    return {
        **_place(problem.place),
        "severity": problem.severity.value,
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
        "address": problem.address,
        "mendable": bool(problem.mends),
    }


def _place(place: Place) -> dict[str, Any]:
    return {"file": place.file, "line": place.line, "column": place.column}


def fixed_json(fixed: Fixed, problems: Iterable[Problem], diff: str | None = None) -> str:
    """What was mended (or, with `diff`, would be), what was left and why, and the findings that there are."""
    data: dict[str, Any] = {
        "mended": [
            {**_place(m.place), "rule": m.rule, "message": m.message, "changes": [_place(at) for at in m.changes]}
            for m in fixed.mended
        ],
        "left": [{**_place(n.place), "rule": n.rule, "message": n.message, "reason": n.reason} for n in fixed.left],
        "findings": [problem_data(problem) for problem in problems],
    }
    return dumps(data if diff is None else {**data, "diff": diff})


def mismatches_json(differing: "Iterable[Mismatch]") -> str:
    """The lines of a text that do not say the same as a view."""
    return dumps(
        [{"address": mismatch.address, "but": mismatch.but, "line": segments(mismatch.line)} for mismatch in differing]
    )


def unmerged_json(apart: "Iterable[Unmerged]") -> str:
    """Where a flattened text stops being a merge of original and final text."""
    return dumps([asdict(place) for place in apart])
