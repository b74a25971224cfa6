"""Footnotes that several proposals add under one label: each its own note, under a key of its own."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from resedit.amend.plan import Insertion, Plan
from resedit.model.address import FOOTNOTE
from resedit.model.resolution import Provision
from resedit.redline.references import renamed
from resedit.wording.segments import Op, Segment, Wording, wording

T = TypeVar("T")


def told_apart(plans: Iterable[Plan]) -> list[Plan]:
    """The plans, in their order, with added notes under one label only where they say the same; where they do not, the
    later one takes another key (`2A`). Numbers follow the references, so no key is printed as such."""
    notes: dict[str, str] = {}
    found = []
    for plan in plans:
        names: dict[str, str] = {}
        for label, (text, _) in plan.notes.items():
            key = label
            while notes.get(key, text) != text or (
                key != label and (key in plan.notes or plan.book.has(f"{FOOTNOTE}/{key}"))
            ):
                key += "A"
            notes[key] = text
            if key != label:
                names[label] = key
        found.append(_with_keys(plan, names) if names else plan)
    return found


def _with_keys(plan: Plan, names: Mapping[str, str]) -> Plan:
    """A plan whose own notes, and references to them, have other keys."""
    addresses = {f"{FOOTNOTE}/{old}": f"{FOOTNOTE}/{new}" for old, new in names.items()}
    return replace(
        plan,
        texts={address: _words(words, names) for address, words in plan.texts.items()},
        insertions={parent: [_insertion(i, names) for i in items] for parent, items in plan.insertions.items()},
        notes={names.get(label, label): (renamed(text, names), by) for label, (text, by) in plan.notes.items()},
        labels=_moved(plan.labels, addresses),
        touched=_moved(plan.touched, addresses),
        words=_moved(plan.words, addresses),
        places=_moved(plan.places, addresses),
    )


def _moved(by_address: Mapping[str, T], addresses: Mapping[str, str]) -> dict[str, T]:
    return {addresses.get(address, address): value for address, value in by_address.items()}


def _words(words: Wording, names: Mapping[str, str]) -> Wording:
    return wording(Segment(s.op, renamed(s.text, names) if s.op is Op.INSERT else s.text, s.by) for s in words.segments)


def _insertion(insertion: Insertion, names: Mapping[str, str]) -> Insertion:
    items = tuple(replace(added, provision=_provision(added.provision, names)) for added in insertion.items)
    return insertion._replace(items=items)


def _provision(item: Provision, names: Mapping[str, str]) -> Provision:
    below = tuple(_provision(inner, names) for inner in item.items)
    return replace(item, text=renamed(item.text, names), items=below)
