"""The redline as it is printed: footnote references under the numbers the two texts give them, notes in their order.

A redline's wordings refer to notes by key. What people read shows numbers: the old one deleted and the new one inserted
where a note is renumbered, so that accepting or rejecting what is printed gives exactly the one text or the other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from resedit.model.resolution import footnote_order
from resedit.redline.document import DocumentNote, TrackedDocument
from resedit.redline.redline import Redline, State, Tracked, TrackedNote
from resedit.redline.references import REFERENCE
from resedit.wording.segments import Op, Segment, Wording, wording

Labels = Mapping[str, Wording]


def printed(redline: Redline) -> Redline:
    """The redline with references as they are printed. For printing only: its references no longer mean keys."""
    if not redline.footnotes:
        return redline
    labels = {note.key: note.label for note in redline.footnotes}
    notes = sorted(redline.footnotes, key=_order)
    if all({label.original() or key, label.final() or key} == {key} for key, label in labels.items()):
        return replace(redline, footnotes=tuple(notes))  # every key is what is printed
    return replace(
        redline,
        title=_printed(redline.title, labels),
        opening=_printed(redline.opening, labels),
        provisions=tuple(_provision(item, labels) for item in redline.provisions),
        footnotes=tuple(replace(n, text=_printed(n.text, labels)) for n in notes),
    )


def printed_document(document: TrackedDocument) -> TrackedDocument:
    """A document with references as they are printed. For printing only: its references no longer mean keys."""
    labels = {note.key: note.label for note in document.notes}
    return replace(
        document,
        lines=tuple(replace(line, text=_printed(line.text, labels)) for line in document.lines),
        notes=tuple(replace(n, text=_printed(n.text, labels)) for n in sorted(document.notes, key=_order)),
    )


def _order(note: TrackedNote | DocumentNote) -> tuple[tuple[bool, int, str], bool]:
    label = note.label.final() or note.label.original()
    return footnote_order(label), note.state is not State.SUPPRESSED


def _provision(item: Tracked, labels: Labels) -> Tracked:
    items = tuple(_provision(below, labels) for below in item.items)
    return replace(item, text=_printed(item.text, labels), items=items)


def _printed(words: Wording, labels: Labels) -> Wording:
    if not any("[^" in segment.text for segment in words.segments):
        return words
    return wording(part for segment in words.segments for part in _parts(segment, labels))


def _parts(segment: Segment, labels: Labels) -> Iterator[Segment]:
    """A segment with its references under their numbers."""
    done = 0
    for match in REFERENCE.finditer(segment.text):
        label = labels.get(match[1])
        if label is None:
            continue
        yield Segment(segment.op, f"{segment.text[done : match.start()]}[^", segment.by)
        done = match.end() - 1
        old, new = label.original() or match[1], label.final() or match[1]
        if segment.op is Op.KEEP and old != new:
            yield Segment(Op.DELETE, old, label.by())
            yield Segment(Op.INSERT, new, label.by())
        else:
            yield Segment(segment.op, old if segment.op is Op.DELETE else new, segment.by)
    yield Segment(segment.op, segment.text[done:], segment.by)
