"""Where one amendment lands on a new base."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from resedit.amend.alone import alone
from resedit.amend.choose import GONE, status_of
from resedit.amend.counterparts import Counterparts
from resedit.amend.neighbours import LostError, same_place, spot, styled, suppressed_by
from resedit.amend.rewording import Landing, Rewording
from resedit.amend.shared import Shared
from resedit.model.address import FOOTNOTE, WHOLE_TEXT, footnote_label
from resedit.model.enums import Symbol
from resedit.model.proposal import Added, Amendment, Proposal
from resedit.model.resolution import Provision
from resedit.redline.redline import Redline, Tracked
from resedit.redline.references import renamed
from resedit.wording.difference import difference, similarity
from resedit.wording.excerpt import opening


class Lander:
    """Lands the amendments of one proposal, one by one. `land` raises LostError for one that cannot land, AddressError
    for an address that its own base does not have."""

    def __init__(self, known: Counterparts, proposal: Proposal) -> None:
        self.known = known
        self.names = dict(known.notes)
        self.present: dict[str, str] = {}
        """Labels of added footnotes that the new base has already, by the label they were given."""
        self.taken: set[str] = set()
        """Added provisions of the new base that some amendment has been found to ask for."""
        self.made = _lists_made(alone(Shared(known.old), proposal)[0])
        for amendment in proposal.amendments:
            label = footnote_label(amendment.address)
            if amendment.symbol is Symbol.ADD and label and status_of(amendment, proposal) not in GONE:
                self._name_note(label, amendment)

    def _name_note(self, label: str, amendment: Amendment) -> None:
        """What an added footnote is called: as the same one of the new base, else as no other there."""
        notes = self.known.new.resolution.footnotes
        used = {*self.names.values(), *(note.label for note in notes)}
        text = renamed(amendment.items[0].provision.text, self.known.notes) if amendment.items else ""
        same = [note.label for note in notes if note.text == text and note.label not in self.names.values()]
        if same:
            self.present[label] = self.names[label] = same[0]
            return
        numbers = [int(name) for name in used if name.isdecimal()]
        self.names[label] = str(max(numbers, default=0) + 1) if label in used else label

    def land(self, amendment: Amendment) -> Landing:
        """The amendment on the new base."""
        match amendment.symbol:
            case Symbol.ADD if footnote_label(amendment.address):
                return self._add_note(amendment)
            case Symbol.ADD:
                return self._add(amendment)
            case Symbol.MOVE:
                return self._move(amendment)
            case Symbol.SUP:
                return self._suppress(amendment)
            case Symbol.NOC:
                return self._stay(amendment)
            case _:
                return Rewording(self.known, self.names).land(amendment)

    def _suppress(self, amendment: Amendment) -> Landing:
        known = self.known
        was = known.old.find(amendment.address)
        now = known.of(was)
        if now:
            return self._as_it_stands(amendment, was, now)
        inside = None if was in known.gone else known.inside(renamed(known.old.text(was), self.names))
        if inside is not None:
            raise LostError(f"{was} is not there any more, but its words stand in {inside[0]}", closeness=inside[1])
        return Landing(amendment, "", is_present=True)

    def _stay(self, amendment: Amendment) -> Landing:
        known = self.known
        was = known.old.find(amendment.address)
        now = known.of(was)
        if not now:
            raise LostError(f"{was} is not in the text any more{suppressed_by(known.gone.get(was))}")
        return self._as_it_stands(amendment, was, now)

    def _as_it_stands(self, amendment: Amendment, was: str, now: str) -> Landing:
        """An amendment of a provision as a whole, with what changed in it and below it."""
        known = self.known
        landed = replace(amendment, address=styled(known.new, amendment.address, now))
        old, new = renamed(known.old.text(was), self.names), known.new.text(now)
        below = self._changed_below(was, now)
        said = (f"below it, {below} changed",) if below else ()
        if old == new:
            return Landing(landed, now, said=said)
        return Landing(landed, now, words=difference(old, new), closeness=similarity(old, new), said=said)

    def _changed_below(self, was: str, now: str) -> str:
        """How many provisions below one came, went or have other words; empty for none."""
        books = self.known.old, self.known.new
        if not (books[0].is_provision(was) and books[1].is_provision(now)):
            return ""
        old = [renamed(item.text, self.names) for item in list(books[0].provision(was).walk())[1:]]
        new = [item.text for item in list(books[1].provision(now).walk())[1:]]
        count = max(len(old), len(new)) - sum(1 for a, b in zip(old, new, strict=False) if a == b)
        return "1 provision" if count == 1 else f"{count} provisions" if count else ""

    def _move(self, amendment: Amendment) -> Landing:
        known = self.known
        was = known.old.find(amendment.address)
        if not known.old.is_provision(was):
            raise LostError(f"{was} is no provision and cannot be moved")
        parent = known.old.parent(was)
        if amendment.to:
            parent = "" if amendment.to.strip() == WHOLE_TEXT else known.old.find(amendment.to)
        now = known.of(was)
        if not now:
            raise LostError(f"{was} is not in the text any more{suppressed_by(known.gone.get(was))}")
        if self._has_moved(was, now):
            return Landing(amendment, now, is_present=True)
        place = spot(known, parent, amendment)
        to = amendment.to
        if to and place.parent:
            to = styled(known.new, to, place.parent)
        elif not to and known.new.parent(now) != place.parent:
            to = place.parent or WHOLE_TEXT
        landing = self._as_it_stands(replace(amendment, to=to, before=place.before, after=place.after), was, now)
        return landing._replace(said=(*place.said, *landing.said))

    def _has_moved(self, was: str, now: str) -> bool:
        """Whether a provision stands where the proposal would have it, and did not before."""
        known = self.known
        parent, order = self.made.get(was, ("", []))
        here = known.new.parent(now)
        siblings = [known.sources.get(name, "") for name in known.new.below(here)]
        stood = known.old.parent(was)
        if known.sources.get(here, "") != parent or not same_place(order, siblings, was):
            return False
        return stood != parent or not same_place(order, known.old.below(stood), was)

    def _add(self, amendment: Amendment) -> Landing:
        known = self.known
        parent = "" if amendment.address.strip() == WHOLE_TEXT else known.old.find(amendment.address)
        place = spot(known, parent, amendment)
        items = tuple(Added(self._provision(added.provision), added.numbered) for added in amendment.items)
        there = self._present(items, place.parent)
        if len(there) == len(items):
            self.taken |= {address for _, address in there}
            return Landing(amendment, there[0][1], is_present=True)
        if there:
            raise LostError(_in_part(items, dict(there)))
        address = styled(known.new, amendment.address, place.parent) if place.parent else amendment.address
        landed = replace(amendment, address=address, items=items, before=place.before, after=place.after)
        return Landing(landed, place.parent or WHOLE_TEXT, said=place.said)

    def _present(self, items: Iterable[Added], parent: str) -> list[tuple[int, str]]:
        """Which of these the new base added to a list, too, and their addresses there."""
        known = self.known
        free = [a for a in known.new.below(parent) if known.is_new(a) and a not in self.taken]
        found: list[tuple[int, str]] = []
        for index, added in enumerate(items):
            wanted = _content(added.provision)
            same = next((address for address in free if _content(known.new.provision(address)) == wanted), None)
            if same is not None:
                free.remove(same)
                found.append((index, same))
        return found

    def _provision(self, item: Provision) -> Provision:
        items = tuple(self._provision(below) for below in item.items)
        return replace(item, text=renamed(item.text, self.names), items=items)

    def _add_note(self, amendment: Amendment) -> Landing:
        label = footnote_label(amendment.address)
        name = self.names[label]
        if label in self.present:
            return Landing(amendment, f"{FOOTNOTE}/{name}", is_present=True)
        address = amendment.address if name == label else f"{FOOTNOTE}/{name}"
        said = () if name == label else (f"the footnote is called {name} here",)
        items = tuple(Added(self._provision(added.provision), added.numbered) for added in amendment.items)
        return Landing(replace(amendment, address=address, items=items), f"{FOOTNOTE}/{name}", said=said)


def _in_part(items: Sequence[Added], there: Mapping[int, str]) -> str:
    """What is said where some of the provisions that are added are in the text: which, where, and what is left."""
    known = ", ".join(f"“{opening(items[index].provision.text)}” ({address})" for index, address in there.items())
    left = ", ".join(f"“{opening(item.provision.text)}”" for index, item in enumerate(items) if index not in there)
    return f"already in the text: {known}; not in it: {left}; take out of items what is there, and the rest can land"


def _content(item: Provision) -> list[tuple[str, str]]:
    return [(below.kind, below.text) for below in item.walk()]


def _lists_made(redline: Redline) -> dict[str, tuple[str, list[str]]]:
    """For each provision of the old base that a proposal keeps, what it puts it under and the list there, as addresses
    of the old base."""
    made: dict[str, tuple[str, list[str]]] = {}

    def read(nodes: Sequence[Tracked], parent: str) -> None:
        stand = [node for node in nodes if node.state.in_final]
        order = [node.address for node in stand if node.address]
        for node in stand:
            if node.address:
                made[node.address] = (parent, order)
            read(node.items, node.address)

    read(redline.provisions, "")
    return made
