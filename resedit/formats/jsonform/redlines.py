"""A resolution, a redline, its changes and its numbers."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from resedit.formats.jsonform.data import dumps, head, remarks_data, segments
from resedit.model.address import AddressBook
from resedit.model.languages import number_line
from resedit.model.resolution import Footnote, Provision, Resolution
from resedit.redline.changes import Change, Renumbering, with_final_addresses
from resedit.redline.printed import printed
from resedit.redline.redline import Redline, Tracked, TrackedNote

if TYPE_CHECKING:
    pass


def resolution_json(resolution: Resolution) -> str:
    """A resolution with its addresses."""
    addresses = iter(AddressBook(resolution))

    def provision(item: Provision) -> dict[str, Any]:
        address, _ = next(addresses)
        data: dict[str, Any] = {"address": address, "kind": item.kind.value, "label": item.label, "text": item.text}
        if item.origin is not None:
            data["origin"] = {"address": item.origin.address, "by": list(item.origin.by)}
        return {**data, **remarks_data(item.remarks), "items": [provision(below) for below in item.items]}

    return dumps(
        {
            **head(resolution),
            "number_line": number_line(resolution.number, resolution.revision, resolution.language),
            "revision": resolution.revision,
            "title": resolution.title,
            "opening": resolution.opening,
            **remarks_data(resolution.remarks),
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
            **remarks_data(item.remarks),
            "items": [provision(below) for below in item.items],
        }

    return dumps(
        {
            **head(redline.base),
            "proposals": [proposal.number for proposal in redline.proposals],
            "revision": segments(redline.revision),
            "title": segments(redline.title),
            "opening": segments(redline.opening),
            "provisions": [provision(item) for item in redline.provisions],
            "footnotes": [_tracked_note(note) for note in redline.footnotes],
        }
    )


def changes_json(found: Iterable[Change]) -> str:
    """A list of changes, whole."""
    return dumps([change_data(change) for change in found])


def change_data(change: Change) -> dict[str, Any]:
    """A change as JSON data."""
    return {"kind": change.kind.value, "old": change.old, "new": change.new, "line": segments(change.line)}


def numbers_json(rows: Iterable[Renumbering]) -> str:
    """The table of old and new numbers."""
    return dumps(
        [
            {"old": r.old, "old_label": r.old_label, "new": r.new, "new_label": r.new_label, "by": list(r.by)}
            for r in rows
        ]
    )


def _footnote(note: Footnote) -> dict[str, Any]:
    return {"label": note.label, "text": note.text, **remarks_data(note.remarks)}


def _tracked_note(note: TrackedNote) -> dict[str, Any]:
    return {
        "state": note.state.value,
        "by": list(note.by),
        "key": note.key,
        "label": segments(note.shown(note.label)),
        "text": segments(note.shown(note.text)),
        **remarks_data(note.remarks),
    }
