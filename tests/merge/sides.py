"""A redline of which some changes are accepted and all others rejected, as a chair does in Word."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from resedit.model.resolution import Resolution
from resedit.redline.redline import BRACKETS, Redline, State, Tracked
from resedit.wording.segments import Op, Wording, kept

Accepts = Callable[[tuple[str, ...]], bool]
NOBODY = "nobody"


def by_name(name: str) -> Accepts:
    """Who accepts all that a proposal asks, agreed or contested."""
    return lambda by: name in by


def agreed_and(name: str) -> Accepts:
    """Who accepts all that is agreed, and of what is contested all that a proposal asks."""
    return lambda by: name in by or BRACKETS not in by


def taken(redline: Redline, accepts: Accepts) -> Resolution:
    """The text that is left; a note whose words are gone is gone."""
    notes = (
        replace(note, label=decided(note.label, accepts), text=decided(note.text, accepts), state=State.KEPT)
        for note in redline.footnotes
        if stands(note.state, note.by, accepts)
    )
    return replace(
        redline,
        number=decided(redline.number, accepts),
        revision=decided(redline.revision, accepts),
        title=decided(redline.title, accepts),
        opening=decided(redline.opening, accepts),
        provisions=tuple(taken_nodes(redline.provisions, accepts)),
        footnotes=tuple(note for note in notes if note.text.segments),
    ).final()


def taken_nodes(nodes: Iterable[Tracked], accepts: Accepts) -> Iterator[Tracked]:
    """The provisions of a list that are left."""
    for node in nodes:
        if stands(node.state, node.by, accepts):
            label, words = decided(node.label, accepts), decided(node.text, accepts)
            items = tuple(taken_nodes(node.items, accepts))
            yield replace(node, label=label, text=words, items=items, state=State.KEPT)


def stands(state: State, by: tuple[str, ...], accepts: Accepts) -> bool:
    """Whether something that may come or go is left."""
    return state is State.KEPT or state.in_final is accepts(by)


def decided(words: Wording, accepts: Accepts) -> Wording:
    """The words that are left."""
    stay = (s.text for s in words.segments if s.op is Op.KEEP or (s.op is Op.INSERT) is accepts(s.by))
    return kept("".join(stay))
