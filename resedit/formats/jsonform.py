"""JSON for machines: a resolution, a redline, a list of changes. Keys in a fixed order, UTF-8, two blanks of indent."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from resedit.amend.compilation import Compilation, Request
from resedit.amend.rebase import Rebased
from resedit.merge.meetings import Verdict
from resedit.model.address import AddressBook
from resedit.model.languages import number_line
from resedit.model.mend import Fixed
from resedit.model.place import Place
from resedit.model.problem import Problem
from resedit.model.resolution import Footnote, Provision, Remarks, Resolution
from resedit.redline.blame import BlamedLine
from resedit.redline.changes import Change, Renumbering, with_final_addresses
from resedit.redline.document import Cell, DocumentNote, PlainDocument, Revision, TrackedDocument, TrackedLine
from resedit.redline.document import Change as DatedChange
from resedit.redline.printed import printed
from resedit.redline.redline import Redline, State, Tracked, TrackedNote
from resedit.wording.segments import Op, Wording

if TYPE_CHECKING:
    from resedit.merge.report import Pair, Report, Side
    from resedit.redline.document import Loss
    from resedit.verify.compare import Mismatch, Unmerged


def dumps(data: Any) -> str:
    """A value as JSON text, ending with a line break."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def resolution_json(resolution: Resolution) -> str:
    """A resolution with its addresses."""
    addresses = iter(AddressBook(resolution))

    def provision(item: Provision) -> dict[str, Any]:
        address, _ = next(addresses)
        data: dict[str, Any] = {"address": address, "kind": item.kind.value, "label": item.label, "text": item.text}
        if item.origin is not None:
            data["origin"] = {"address": item.origin.address, "by": list(item.origin.by)}
        return {**data, **_remarks(item.remarks), "items": [provision(below) for below in item.items]}

    return dumps(
        {
            **_head(resolution),
            "number_line": number_line(resolution.number, resolution.revision, resolution.language),
            "revision": resolution.revision,
            "title": resolution.title,
            "opening": resolution.opening,
            **_remarks(resolution.remarks),
            "provisions": [provision(item) for item in resolution.provisions],
            "footnotes": [_footnote(note) for note in resolution.footnotes],
        }
    )


def redline_json(redline: Redline) -> str:
    """A redline: every text as segments, each provision with its address before (`old`) and after (`new`)."""
    redline = printed(redline)
    addresses = with_final_addresses(redline)

    def provision(item: Tracked) -> dict[str, Any]:
        _, new = next(addresses)
        return {
            "state": item.state.value,
            "by": list(item.by),
            "old": item.address,
            "new": new,
            "kind": item.kind.value,
            "label": segments(item.shown(item.label)),
            "text": segments(item.shown(item.text)),
            **_remarks(item.remarks),
            "items": [provision(below) for below in item.items],
        }

    return dumps(
        {
            **_head(redline.base),
            "proposals": [proposal.number for proposal in redline.proposals],
            "revision": segments(redline.revision),
            "title": segments(redline.title),
            "opening": segments(redline.opening),
            "provisions": [provision(item) for item in redline.provisions],
            "footnotes": [_tracked_note(note) for note in redline.footnotes],
        }
    )


def document_json(document: TrackedDocument) -> str:
    """A document with its history: every text as segments, each change with who made it and when; references are to the
    keys of notes. `not_carried` is what the file holds besides."""

    def item(of: TrackedLine | DocumentNote) -> dict[str, Any]:
        changed = {} if of.state is State.KEPT else _revision(of.revision)
        return {"state": of.state.value, **changed, "label": segments(of.label), "text": _dated(of.text, of.changes)}

    return dumps(
        {
            "language": document.language,
            "revisions": [asdict(revision) for revision in document.revisions],
            "lines": [
                {
                    "place": line.place,
                    "style": line.style,
                    "style_was": line.style_was,
                    **_cell(line.cell),
                    **item(line),
                }
                for line in document.lines
            ],
            "footnotes": [{"key": note.key, **item(note)} for note in document.notes],
            "not_carried": _losses(document),
        }
    )


def plain_json(text: PlainDocument, document: TrackedDocument) -> str:
    """One of the texts of a document."""
    return dumps(
        {
            "language": document.language,
            "lines": [
                {"style": line.style, **_cell(line.cell), "label": line.label, "text": line.text} for line in text.lines
            ],
            "footnotes": [note._asdict() for note in text.notes],
            "not_carried": _losses(document),
        }
    )


def _dated(marked: Wording, changes: Iterable[DatedChange]) -> list[dict[str, Any]]:
    """Segments, those that are changed run by run with who changed them and when."""
    runs = iter(changes)
    found: list[dict[str, Any]] = []
    for op, text, _ in marked.segments:
        if op is Op.KEEP:
            found.append({"op": op.value, "text": text})
            continue
        left = len(text)
        while left > 0:
            run = next(runs)
            left -= len(run.text)
            found.append({"op": op.value, "text": run.text, **_revision(run.revision)})
    return found


def _revision(revision: Revision) -> dict[str, Any]:
    return {"by": list(revision.by), **({"date": revision.date} if revision.date else {})}


def _cell(cell: Cell | None) -> dict[str, Any]:
    return {"cell": cell._asdict()} if cell else {}


def _losses(document: TrackedDocument) -> list[dict[str, Any]]:
    return [{**asdict(loss), "kind": loss.kind.value, "state": loss.state.value} for loss in document.losses]


def changes_json(found: Iterable[Change]) -> str:
    """A list of changes, whole."""
    return dumps([change_data(change) for change in found])


def change_data(change: Change) -> dict[str, Any]:
    """A change as JSON data."""
    return {"kind": change.kind.value, "old": change.old, "new": change.new, "line": segments(change.line)}


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
            **_head(whole.base),
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
    rows = [{"depth": row.depth, "kind": row.kind.value, "line": segments(row.line)} for row in request.rows]
    return {
        "proposal": request.proposal,
        "symbol": request.symbol.value,
        "said": request.said,
        "rows": rows,
        "reasons": request.reasons,
    }


def numbers_json(rows: Iterable[Renumbering]) -> str:
    """The table of old and new numbers."""
    return dumps(
        [
            {"old": r.old, "old_label": r.old_label, "new": r.new, "new_label": r.new_label, "by": list(r.by)}
            for r in rows
        ]
    )


def segments(marked: Wording) -> list[dict[str, Any]]:
    """A wording as a list of `{op, text, by}`; `by` only where something is changed."""
    return [
        {"op": s.op.value, "text": s.text, "by": list(s.by)} if s.by else {"op": s.op.value, "text": s.text}
        for s in marked.segments
    ]


def _head(resolution: Resolution) -> dict[str, Any]:
    return {"resolution": resolution.number, "base": resolution.reference, "language": resolution.language}


def _footnote(note: Footnote) -> dict[str, Any]:
    return {"label": note.label, "text": note.text, **_remarks(note.remarks)}


def _tracked_note(note: TrackedNote) -> dict[str, Any]:
    return {
        "state": note.state.value,
        "by": list(note.by),
        "key": note.key,
        "label": segments(note.shown(note.label)),
        "text": segments(note.shown(note.text)),
        **_remarks(note.remarks),
    }


def _remarks(remarks: Remarks) -> dict[str, str]:
    values = {"note": remarks.note, "query": remarks.query, "correction": remarks.correction}
    return {key: value for key, value in values.items() if value}


def losses_data(losses: "Iterable[Loss]") -> list[dict[str, Any]]:
    """What a document holds that is not carried, each with the paragraph it stands in."""
    return [{**asdict(loss), "kind": loss.kind.value, "state": loss.state.value} for loss in losses]


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
