"""Comparing the footnotes of two texts: which one of the new text is which one of the old."""

from collections.abc import Sequence
from dataclasses import replace

from resedit.model.resolution import Footnote, Provision, Resolution, footnote_order
from resedit.redline.redline import State, TrackedNote
from resedit.redline.references import cited_in, renamed, renaming
from resedit.wording.difference import difference, similarity
from resedit.wording.segments import deleted, inserted, replaced

SAME_NOTE = 0.5
"""How much of their words two notes share, at least, to be one reworded."""


def compare_notes(old: Resolution, new: Resolution, by: tuple[str, ...]) -> tuple[tuple[TrackedNote, ...], Resolution]:
    """The notes of both texts, and the new text with its references renamed to the notes' keys."""
    if _has_dangling_references(new):  # a note's key could be what they read: every note keeps its label
        partners = {note.label: note for note in old.footnotes}
    else:
        partners = _pair_notes(old.footnotes, new.footnotes)
    used = {note.label for note in old.footnotes}
    keys: dict[str, str] = {}
    for note in new.footnotes:
        partner = partners.get(note.label)
        keys[note.label] = partner.label if partner else _free_key(note.label, used)
        used.add(keys[note.label])
    names = renaming(keys.items())
    news = {keys[note.label]: note for note in new.footnotes}
    notes = []
    for note in old.footnotes:
        partner = news.pop(note.label, None)
        if partner is None:
            gone = TrackedNote(note.label, deleted(note.label, by), deleted(note.text, by), State.SUPPRESSED, by)
            notes.append(replace(gone, remarks=note.remarks, place=note.place))
        else:
            words = difference(note.text, renamed(partner.text, names), by)
            label = replaced(note.label, partner.label, by)
            notes.append(TrackedNote(note.label, label, words, remarks=note.remarks, place=partner.place))
    for new_key, note in news.items():
        words = inserted(renamed(note.text, names), by)
        label = inserted(note.label, by)
        notes.append(TrackedNote(new_key, label, words, State.ADDED, by, note.remarks, note.place))
    notes.sort(key=lambda note: footnote_order(note.key))
    return tuple(notes), _with_references_renamed(new, names)


def _has_dangling_references(resolution: Resolution) -> bool:
    labels = {note.label for note in resolution.footnotes}
    return any(reference.label not in labels for reference in cited_in(resolution))


def _pair_notes(old: Sequence[Footnote], new: Sequence[Footnote]) -> dict[str, Footnote]:
    """For each label of the new text the old note it is, by words; what is left on both sides under one label is one
    note in other words."""
    options = [
        (-similarity(a.text, b.text), a.label != b.label, i, j) for i, a in enumerate(old) for j, b in enumerate(new)
    ]
    partners: dict[str, Footnote] = {}
    taken: set[int] = set()
    for likeness, _, i, j in sorted(options):
        if -likeness >= SAME_NOTE and i not in taken and new[j].label not in partners:
            partners[new[j].label] = old[i]
            taken.add(i)
    left = {note.label: note for i, note in enumerate(old) if i not in taken}
    return partners | {note.label: left[note.label] for note in new if note.label in left.keys() - partners.keys()}


def _free_key(label: str, used: set[str]) -> str:
    while label in used:
        label += "A"
    return label


def _with_references_renamed(resolution: Resolution, names: dict[str, str]) -> Resolution:
    def changed(item: Provision) -> Provision:
        return replace(item, text=renamed(item.text, names), items=tuple(changed(below) for below in item.items))

    if not names:
        return resolution
    return replace(
        resolution,
        title=renamed(resolution.title, names),
        opening=renamed(resolution.opening, names),
        provisions=tuple(changed(item) for item in resolution.provisions),
    )
