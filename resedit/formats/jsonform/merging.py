"""Many proposals: conflicts, a compilation, whose each word is, and what became of a proposal on another base."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from resedit.amend.compilation import Compilation, Request, Row
from resedit.amend.rebase import Rebased
from resedit.formats.jsonform.data import dumps, head, segments
from resedit.merge.meetings import Verdict
from resedit.redline.blame import BlamedLine

if TYPE_CHECKING:
    from resedit.merge.report import Pair, Report, Side


def conflicts_json(report: "Report") -> str:
    """The report of a merge."""
    return dumps(
        {
            **{verdict.value: [_pair(pair) for pair in report.of(verdict)] for verdict in Verdict},
            "clusters": [
                {"base": dict(cluster.base), "sides": [_side(side) for side in cluster.sides]}
                for cluster in report.clusters
            ],
            "outcomes": {str(one.ref): {"became": one.became.value, "why": one.why} for one in report.outcomes},
        }
    )


def _pair(pair: "Pair") -> dict[str, Any]:
    addresses, why = list(pair.addresses), list(pair.why)
    return {"first": str(pair.first), "second": str(pair.second), "addresses": addresses, "why": why}


def _side(side: "Side") -> dict[str, Any]:
    return {**side._asdict(), "ref": str(side.ref), "words": segments(side.words)}


def blame_json(lines: Iterable[BlamedLine]) -> str:
    """The lines of a final text as runs of one origin; `by` is empty for the base, `mixed` says that a run holds words
    of the base and of these proposals, and which is not known."""
    return dumps(
        [
            {
                "address": line.address,
                "old": line.old,
                "moved_by": list(line.moved_by),
                "runs": [{"text": run.text, "by": list(run.by), "mixed": run.is_mixed} for run in line.runs],
            }
            for line in lines
        ]
    )


def rebase_json(done: Rebased) -> str:
    """What became of each amendment of a proposal on another base; `closeness` is 1 where no words changed."""
    return dumps(
        {
            "proposal": done.proposal.number,
            "base": done.proposal.target,
            "amendments": [
                {
                    "number": carried.number,
                    "symbol": carried.before.symbol.value,
                    "old": carried.before.address,
                    "new": carried.after.address,
                    "address": carried.address,
                    "outcome": carried.outcome.value,
                    "closeness": 1.0 if carried.closeness is None else round(carried.closeness, 3),
                    "words": [] if carried.words is None else segments(carried.words),
                    "said": list(carried.said),
                }
                for carried in done.amendments
            ],
            "said": list(done.said),
        }
    )


def compilation_json(whole: Compilation) -> str:
    """A compilation: the proposals, then the base line by line with what is asked for each and added behind it."""
    return dumps(
        {
            **head(whole.base),
            "proposals": [
                {
                    "number": entry.proposal.number,
                    "symbol": entry.proposal.symbol.value,
                    "source": entry.proposal.source,
                    "status": entry.proposal.status.value,
                    "revision": entry.proposal.revision,
                    "touches": list(entry.touches),
                    "reasons": entry.proposal.reasons,
                    "problems": [str(problem) for problem in entry.problems],
                }
                for entry in whole.entries
            ],
            "sections": [
                {
                    "address": section.address,
                    "kind": section.kind.value,
                    "depth": section.depth,
                    "label": section.label,
                    "text": section.text,
                    "requests": [_request(request) for request in section.requests],
                    "additions": [_request(request) for request in section.additions],
                }
                for section in whole.sections
            ],
        }
    )


def _request(request: Request) -> dict[str, Any]:
    return {
        "proposal": request.proposal,
        "symbol": request.symbol.value,
        "said": request.said,
        "rows": [_row(row) for row in request.rows],
        "reasons": request.reasons,
    }


def _row(row: Row) -> dict[str, Any]:
    found = {"depth": row.depth, "kind": row.kind.value, "line": segments(row.line)}
    return {**found, "cells": [[segments(words) for words in cell] for cell in row.cells]} if row.cells else found
