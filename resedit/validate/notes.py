"""Which footnotes a text has, and which ones its words refer to."""

from typing import NamedTuple

from resedit.model.resolution import Resolution
from resedit.redline.redline import Redline, State
from resedit.redline.references import cited_in, references
from resedit.validate.remember import remembering
from resedit.wording.segments import Wording


class Notes(NamedTuple):
    """The labels of a text's notes, and those that its words refer to, in order."""

    known: tuple[str, ...]
    used: tuple[str, ...]


def notes_of_base(base: Resolution) -> Notes:
    """The notes of a base."""
    used = (reference.label for reference in cited_in(base))
    return Notes(tuple(note.label for note in base.footnotes), tuple(dict.fromkeys(used)))


@remembering
def notes_of_redline(redline: Redline) -> tuple[Notes, Notes]:
    """The notes of a redline before and after, by its keys, which are what the proposal writes."""
    texts = [(State.KEPT, redline.title), (State.KEPT, redline.opening)]
    texts += [(node.state, node.text) for node in redline.walk() if _may_refer(node.text)]
    texts += [(note.state, note.text) for note in redline.footnotes]
    before = [key for state, text in texts if state.in_original for key in references(text.original())]
    after = [key for state, text in texts if state.in_final for key in references(text.final())]
    return (
        Notes(tuple(n.key for n in redline.footnotes if n.state.in_original), tuple(dict.fromkeys(before))),
        Notes(tuple(n.key for n in redline.footnotes if n.state.in_final), tuple(dict.fromkeys(after))),
    )


def _may_refer(text: Wording) -> bool:
    """Whether it is worth looking for references: most texts are of one segment and have none."""
    return len(text.segments) != 1 or "[^" in text.segments[0].text
