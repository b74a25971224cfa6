"""A document with its history, or one of its texts."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from resedit.formats.jsonform.data import dumps, segments
from resedit.redline.document import Cell, DocumentNote, PlainDocument, Revision, TrackedDocument, TrackedLine
from resedit.redline.document import Change as DatedChange
from resedit.redline.redline import State
from resedit.wording.segments import Op, Wording

if TYPE_CHECKING:
    from resedit.redline.document import Loss


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
            "not_carried": losses_data(document.losses),
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
            "not_carried": losses_data(document.losses),
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


def losses_data(losses: "Iterable[Loss]") -> list[dict[str, Any]]:
    """What a document holds that is not carried, each with the paragraph it stands in."""
    return [{**asdict(loss), "kind": loss.kind.value, "state": loss.state.value} for loss in losses]
