"""Which footnotes a text has, and which ones its words refer to."""

from typing import NamedTuple

from resedit.model.resolution import Resolution
from resedit.redline.redline import Redline
from resedit.redline.references import cited_in, references
from resedit.validate.remember import remembering


class Notes(NamedTuple):
    """The labels of a text's notes, and those that its words refer to, in order."""

    known: tuple[str, ...]
    used: tuple[str, ...]


def notes_of_base(base: Resolution) -> Notes:
    """The notes of a base."""
    used = (label for label, _ in cited_in(base))
    return Notes(tuple(note.label for note in base.footnotes), tuple(dict.fromkeys(used)))


@remembering
def notes_of_redline(redline: Redline) -> tuple[Notes, Notes]:
    """The notes of a redline before and after, by its keys, which are what the proposal writes."""
    return _notes(redline, original=True), _notes(redline, original=False)


def _notes(redline: Redline, original: bool) -> Notes:
    nodes = [n for n in redline.walk() if (n.state.in_original if original else n.state.in_final)]
    notes = [n for n in redline.footnotes if (n.state.in_original if original else n.state.in_final)]
    wordings = [redline.title, redline.opening, *(node.text for node in nodes), *(note.text for note in notes)]
    used = (key for words in wordings for key in references(words.original() if original else words.final()))
    return Notes(tuple(note.key for note in notes), tuple(dict.fromkeys(used)))
