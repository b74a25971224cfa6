"""Provisions that move in a document: how their words change on the way, and what they are called in the base."""

from collections.abc import Sequence
from dataclasses import replace

from resedit.amend.derive import derive
from resedit.merge.merge import apply
from resedit.model.address import AddressBook
from resedit.model.enums import Symbol
from resedit.model.problem import ReseditError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.record.textlines import TextLine
from resedit.record.trees import Way
from resedit.redline.redline import Redline, State, Tracked
from resedit.structure.splitting import fitted, split_label
from resedit.wording.difference import difference
from resedit.wording.segments import EMPTY, attributed, composed

By = tuple[str, ...]


def ways(lines: Sequence[TextLine], by: By) -> dict[int, Way]:
    """What moves, with its words in either place and on the way: as a document says it where both ends agree on what
    moves, else compared."""
    gone = {line.line.move.name: line for line in lines if line.line.move and line.line.state is State.MOVED_FROM}
    found: dict[int, Way] = {}
    for line in lines:
        if line.line.move is None or line.line.state is not State.MOVED_TO or line.line.move.name not in gone:
            continue
        source = gone[line.line.move.name]
        assert source.line.move is not None
        leaving, arriving = (split_label(end.move.words)[1] for end in (source.line, line.line) if end.move)
        old, new = source.words.text.original(), line.words.text.final()
        text = fitted(composed(leaving, arriving)) if leaving.final() == arriving.original() else EMPTY
        if (text.original(), text.final()) != (old, new):
            text = difference(old, new)
        found[line.key] = Way(source.key, attributed(text, by))
    return found


def is_made(redline: Redline) -> bool:
    """Whether there are amendments that make a redline of its base."""
    number = redline.base.number
    try:
        proposal = derive(redline, Proposal("-", Symbol.MOD, number, redline.base.revision))
        return apply(redline.base, [proposal]).final() == redline.final()
    except ReseditError:
        return False


def with_addresses(items: Sequence[Tracked], base: Resolution) -> tuple[Tracked, ...]:
    """The provisions with their addresses in the original text; what moves, which is known by a name of its own, with
    the one it has there."""
    addresses = (address for address, _ in AddressBook(base))
    of_moves: dict[str, str] = {}

    def addressed(item: Tracked) -> Tracked:
        address = next(addresses) if item.state.in_original else item.address
        if item.state is State.MOVED_FROM:
            of_moves[item.address] = address
        return replace(item, address=address, items=tuple(map(addressed, item.items)))

    def arrived(item: Tracked) -> Tracked:
        address = of_moves[item.address] if item.state is State.MOVED_TO else item.address
        return replace(item, address=address, items=tuple(map(arrived, item.items)))

    found = tuple(map(addressed, items))
    return tuple(map(arrived, found)) if of_moves else found
