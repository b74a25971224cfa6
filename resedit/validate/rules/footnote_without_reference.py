"""footnote-without-reference: a footnote that nothing refers to.

Looked at in the base and in the text a proposal would make: a proposal that takes out the last reference to a note has
to take out the note, too.
"""

from collections.abc import Iterator

from resedit.model.address import FOOTNOTE
from resedit.model.place import Place
from resedit.model.problem import Problem, Severity
from resedit.redline.redline import Redline
from resedit.redline.references import references
from resedit.validate.notes import notes_of_base, notes_of_redline
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import Subject

_NOTED = "- resolves:\n  - 1: to study[^1];\n  - 2: to report."

RULE = Rule(
    "footnote-without-reference",
    Severity.ERROR,
    "a footnote that nothing refers to",
    "Refer to it, or suppress it.",
    source="United Nations Editorial Manual Online, Footnotes and other references, IX.A: every footnote has a "
    "corresponding footnote indicator",
    failing=Example(_NOTED, "- SUP: resolves 1", footnotes="  1: A made-up note."),
    passing=Example(_NOTED, "- SUP: resolves 1\n- SUP: footnote 1", footnotes="  1: A made-up note."),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Findings for the base, or for what a proposal makes of it where the base itself is in order."""
    if subject.proposal is None:
        notes = notes_of_base(subject.base)
        for note in subject.base.footnotes:
            if note.label not in notes.used:
                yield _orphan(note.label, note.place)
    elif subject.redline is not None:
        before, after = notes_of_redline(subject.redline)
        for label in after.known:
            if label not in after.used and (label in before.used or label not in before.known):
                yield _orphan(label, _place_of_loss(subject, subject.redline, label))


def _place_of_loss(subject: Subject, redline: Redline, label: str) -> Place:
    """Where the proposal takes the reference out, or writes the note that nothing refers to."""
    for node in redline.walk():
        if node.changed and node.address and label in references(node.text.original()):
            return subject.place_of_change(node.address)
    return subject.place_of_change(f"{FOOTNOTE}/{label}")


def _orphan(label: str, place: Place) -> Problem:
    message, hint = f"nothing refers to footnote {label}", f"write “[^{label}]” where it belongs, or suppress it"
    return Problem(RULE.name, message, place, hint, RULE.severity, f"{FOOTNOTE}/{label}")
