"""footnote-without-reference, reference-without-footnote: notes and references that miss each other.

Looked at in the base and in the text a proposal would make: a proposal that takes out the last reference to a note has
to take out the note, and one that writes `[^2]` has to add footnote 2.
"""

from collections.abc import Iterator

from resedit.model.address import FOOTNOTE
from resedit.model.place import Place
from resedit.model.problem import Problem
from resedit.model.resolution import Resolution
from resedit.redline.redline import Redline
from resedit.redline.references import references
from resedit.validate.subject import Subject

ORPHAN = "footnote-without-reference"
DANGLING = "reference-without-footnote"


def check(subject: Subject) -> Iterator[Problem]:
    """Findings for the base, or for what a proposal makes of it where the base itself is in order."""
    if subject.proposal is None:
        yield from _of_base(subject.base)
    elif subject.redline is not None:
        yield from _of_final(subject)


def _of_base(base: Resolution) -> Iterator[Problem]:
    known = {note.label for note in base.footnotes}
    used: set[str] = set()
    for text, place in _texts(base):
        for label in references(text):
            used.add(label)
            if label not in known:
                yield _dangling(label, place, known)
    for note in base.footnotes:
        if note.label not in used:
            yield _orphan(note.label, note.place)


def _texts(base: Resolution) -> Iterator[tuple[str, Place]]:
    yield base.title, base.place_of("title")
    yield base.opening, base.place_of("opening")
    for item in base.walk():
        yield item.text, item.place
    for note in base.footnotes:
        yield note.text, note.place


def _of_final(subject: Subject) -> Iterator[Problem]:
    """By the redline's keys, which are what the proposal writes."""
    assert subject.redline is not None and subject.proposal is not None
    redline = subject.redline
    before, after = (_known_and_used(redline, original) for original in (True, False))
    for label in after[1]:
        if label not in after[0] and (label in before[0] or label not in before[1]):
            yield _dangling(label, subject.place_of_words(f"[^{label}]"), set(after[0]))
    for label in after[0]:
        if label not in after[1] and (label in before[1] or label not in before[0]):
            yield _orphan(label, _place_of_loss(subject, redline, label))


def _place_of_loss(subject: Subject, redline: Redline, label: str) -> Place:
    """Where the proposal takes the reference out, or writes the note that nothing refers to."""
    for node in redline.walk():
        if node.changed and node.address and label in references(node.text.original()):
            return subject.place_of_change(node.address)
    return subject.place_of_change(f"{FOOTNOTE}/{label}")


def _known_and_used(redline: Redline, original: bool) -> tuple[list[str], list[str]]:
    """The keys of the notes that one side has, and those that its texts refer to."""
    nodes = [n for n in redline.walk() if (n.state.in_original if original else n.state.in_final)]
    wordings = [redline.title, redline.opening, *(node.text for node in nodes)]
    notes = [n for n in redline.footnotes if (n.state.in_original if original else n.state.in_final)]
    wordings += [n.text for n in redline.footnotes if (n.state.in_original if original else n.state.in_final)]
    used = [key for w in wordings for key in references(w.original() if original else w.final())]
    return [note.key for note in notes], list(dict.fromkeys(used))


def _dangling(label: str, place: Place, known: set[str]) -> Problem:
    hint = f"the text has {', '.join(sorted(known))}" if known else "add it under “footnotes:” or with ADD: footnote"
    return Problem(DANGLING, f"“[^{label}]” refers to a footnote that is not there", place, hint)


def _orphan(label: str, place: Place) -> Problem:
    return Problem(
        ORPHAN,
        f"nothing refers to footnote {label}",
        place,
        f"write “[^{label}]” where it belongs, or suppress it",
        address=f"{FOOTNOTE}/{label}",
    )
