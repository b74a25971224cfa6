"""The inverse of apply: from a redline to the proposal that makes it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from resedit.amend.build import build
from resedit.amend.planning import make_plan
from resedit.model.address import FOOTNOTE, OPENING, TITLE, WHOLE_TEXT, AddressBook
from resedit.model.enums import Symbol
from resedit.model.problem import ReseditError
from resedit.model.proposal import Added, Amendment, Marked, Proposal
from resedit.model.resolution import Kind, Provision
from resedit.redline.redline import Redline, State, Tracked, TrackedNote, final_provision
from resedit.wording import criticmarkup
from resedit.wording.segments import Wording


def derive(redline: Redline, like: Proposal) -> Proposal:
    """A proposal with amendments that make `redline` of its base: `apply(base, [derive(redline, like)])` has the same
    original and final text. Number, source, cover matter and reasons are those of `like`.

    Wordings come out as CriticMarkup, labels only where renumbering alone would not give them.
    Raises ReseditError if the redline holds a change that no amendment expresses (the number, a title taken away) or a
    text that no base could hold.
    """
    if redline.number.changed:
        raise ReseditError("a proposal cannot change the number of a resolution", "suppress one and add another")
    for text, what in ((redline.revision, "revision"), (redline.title, "title")):
        if text.original() and not text.final():
            raise ReseditError(f"a proposal cannot take the {what} of a resolution away", "give the new one")
    proposal = replace(
        like,
        resolution=redline.base.number,
        base_revision=redline.base.revision,
        revision=redline.revision.final(),
    )
    labels, book = _Labels(), AddressBook(redline.base)
    while True:
        proposal = replace(proposal, amendments=tuple(_Deriver(redline, labels).amendments()))
        made, problems = build(make_plan(book, proposal))
        if _learn_labels(labels, redline, made) or (problems and _fix_all_labels(labels, redline)):
            continue
        if problems:
            raise ReseditError(f"no amendment makes this text: {problems[0].message}", problems[0].hint)
        return proposal


@dataclass(slots=True)
class _Labels:
    """What renumbering does not give by itself: labels to type for added provisions (by position in the redline),
    those that must stand as typed, and labels to ask for at an address."""

    typed: set[int] = field(default_factory=set)
    fixed: set[int] = field(default_factory=set)
    asked: dict[str, str] = field(default_factory=dict)


def _learn_labels(labels: _Labels, wanted: Redline, made: Redline) -> bool:
    """Note where the labels that come out are not the wanted ones; whether anything new was noted."""
    learnt = False
    kept_wrong: dict[str, str] = {}
    for position, (want, have) in enumerate(zip(wanted.walk(), made.walk(), strict=True)):
        if not want.state.in_final or want.label.final() == have.label.final():
            continue
        if want.state is not State.ADDED:
            kept_wrong[want.address] = want.label.final()
        elif position not in labels.typed:
            labels.typed.add(position)
            learnt = True
        elif position not in labels.fixed:
            labels.fixed.add(position)
            learnt = True
    if learnt:
        return True
    for want_note, have_note in zip(wanted.footnotes, made.footnotes, strict=True):
        if want_note.label.final() != have_note.label.final():
            kept_wrong[f"{FOOTNOTE}/{want_note.key}"] = want_note.label.final()
    learnt = any(labels.asked.get(address) != label for address, label in kept_wrong.items())
    labels.asked.update(kept_wrong)
    return learnt


def _fix_all_labels(labels: _Labels, wanted: Redline) -> bool:
    """Have every added or moved label stand as typed, for lists of no scheme; whether anything new was noted."""
    added = {
        position
        for position, node in enumerate(wanted.walk())
        if node.state is State.ADDED and node.kind is Kind.PARAGRAPH
    }
    moved = {n.address: n.label.final() for n in wanted.walk() if n.state is State.MOVED_TO and n.label.final()}
    learnt = not (added <= labels.fixed and moved.items() <= labels.asked.items())
    labels.fixed |= added
    labels.asked |= moved
    return learnt


class _Deriver:
    """Walks one redline and says which amendments make it."""

    def __init__(self, redline: Redline, labels: _Labels) -> None:
        self.redline = redline
        self.labels = labels
        self.book = AddressBook(redline.base)
        self.positions = {id(node): position for position, node in enumerate(redline.walk())}

    def amendments(self) -> Iterator[Amendment]:
        for address, text in ((TITLE, self.redline.title), (OPENING, self.redline.opening)):
            if text.changed:
                is_gone = address == OPENING and not text.final()
                yield Amendment(Symbol.SUP, address) if is_gone else Amendment(Symbol.MOD, address, _marked(text))
        yield from self._list(self.redline.provisions, "")
        for note in self.redline.footnotes:
            yield from self._note(note)

    def _note(self, note: TrackedNote) -> Iterator[Amendment]:
        address = f"{FOOTNOTE}/{note.key}"
        label = self.labels.asked.get(address)
        if note.state is State.SUPPRESSED:
            yield Amendment(Symbol.SUP, address)
        elif note.state is State.ADDED:
            added = Added(Provision(note.text.final(), label or ""), numbered=label is None)
            yield Amendment(Symbol.ADD, address, label=label, items=(added,))
        elif note.text.changed or label is not None:
            yield Amendment(Symbol.MOD, address, _marked(note.text), label=label)

    def _list(self, nodes: Sequence[Tracked], parent: str) -> Iterator[Amendment]:
        """The amendments of one list, in the redline's order. What is added stands after the base's provision
        before it."""
        of_the_list = self._of_the_list(nodes, parent)
        first = next((node for node in nodes if id(node) in of_the_list), None)
        anchor = _Anchor(before=_own_part(first) if first else "")
        pending: list[Added] = []
        for node in nodes:
            if node.state is State.ADDED:
                item = self._added(node)
                if pending and not (item.numbered and pending[-1].numbered):
                    yield anchor.hold(_add(parent, pending))
                    pending = []
                pending.append(item)
                continue
            if pending:
                yield anchor.hold(_add(parent, pending))
                pending = []
            if node.state.in_final and id(node) not in of_the_list:
                yield anchor.hold(Amendment(Symbol.MOVE, node.address, to=parent or WHOLE_TEXT))
            yield from self._modified(node) if node.state.in_final else _suppressed(node)
            if id(node) in of_the_list:
                anchor = _Anchor(after=_own_part(node))
        if pending:
            yield anchor.hold(_add(parent, pending))

    def _of_the_list(self, nodes: Sequence[Tracked], parent: str) -> set[int]:
        """Which nodes stand in the base's order in this list: those of the original and, where the whole list moved
        with its parent, those that came along."""
        found = {id(node) for node in nodes if node.state.in_original}
        last = -1
        for node in nodes if not found else ():
            path = self.book.path(node.address) if node.state is State.MOVED_TO else ()
            if path and path[-1] > last and (self.book.canonical(path[:-1]) if path[1:] else "") == parent:
                found.add(id(node))
                last = path[-1]
        return found

    def _modified(self, node: Tracked) -> Iterator[Amendment]:
        label = self.labels.asked.get(node.address)
        if node.text.changed or label is not None:
            yield Amendment(Symbol.MOD, node.address, _marked(node.text), label=label)
        yield from self._list(node.items, node.address)

    def _added(self, node: Tracked) -> Added:
        provision = final_provision(node)
        position = self.positions[id(node)]
        if position in self.labels.fixed:
            return Added(provision, numbered=False)
        return Added(provision if position in self.labels.typed else replace(provision, label=""))


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The base's provision that the next addition is told to stand by."""

    before: str = ""
    after: str = ""

    def hold(self, amendment: Amendment) -> Amendment:
        return replace(amendment, before=self.before, after=self.after)


def _suppressed(node: Tracked, inside: bool = False) -> Iterator[Amendment]:
    """SUP for what is suppressed (once for all that goes with it), and for what a moved one leaves behind."""
    is_suppressed = node.state is State.SUPPRESSED
    if is_suppressed and not inside:
        yield Amendment(Symbol.SUP, node.address)
    for item in node.items:
        yield from _suppressed(item, inside=is_suppressed)


def _own_part(node: Tracked) -> str:
    return node.address.rpartition("/")[2]


def _marked(text: Wording) -> Marked | None:
    return Marked(criticmarkup.write(text)) if text.changed else None


def _add(parent: str, items: Sequence[Added]) -> Amendment:
    label = None if items[0].numbered else items[0].provision.label
    return Amendment(Symbol.ADD, parent or WHOLE_TEXT, items=tuple(items), label=label)
