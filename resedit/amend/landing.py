"""Where one amendment lands on a new base, and with which words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from resedit.amend.alone import alone
from resedit.amend.choose import GONE, status_of
from resedit.amend.counterparts import Counterparts
from resedit.amend.expand import StaleError, expand
from resedit.amend.neighbours import LostError, same_place, spot, styled, suppressed_by
from resedit.model.address import FOOTNOTE, WHOLE_TEXT, AddressError, footnote_label
from resedit.model.enums import Symbol
from resedit.model.proposal import Added, Amendment, Marked, NewWording, Proposal, Replacement, Replacements, Whole
from resedit.model.resolution import Provision
from resedit.redline.redline import Redline, Tracked
from resedit.redline.references import renamed
from resedit.wording import criticmarkup
from resedit.wording.carry import carry
from resedit.wording.difference import difference, similarity
from resedit.wording.segments import Segment, Wording, wording


class Landing(NamedTuple):
    """An amendment on the new base: `is_present` when the text has it already; `words` and `closeness` where the base's
    words changed: a MOD's on the new words, of others what changed in the base; `said` are remarks."""

    amendment: Amendment
    address: str
    is_present: bool = False
    words: Wording | None = None
    closeness: float | None = None
    said: tuple[str, ...] = ()


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
        self.made = _lists_made(alone(known.old, proposal)[0])
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
                return self._modify(amendment)

    def _modify(self, amendment: Amendment) -> Landing:
        known = self.known
        was = self._address(amendment)
        old = renamed(known.old.text(was), self.names) if was else ""
        change = self._change(amendment.wording, old)
        if change is not None and not known.of(was) and (there := known.added_with(change.final())):
            return Landing(amendment, there, is_present=True)
        now, remark = self._found(was or amendment.address, old if change is None else change.original())
        new = known.new.text(now)
        moved = replace(amendment, address=styled(known.new, amendment.address, now))
        said = (remark,) if remark else ()
        asks_label = amendment.label is not None and amendment.label != known.old.label(was)
        has_label = asks_label and amendment.label == known.new.label(now)
        if change is None:
            return Landing(moved, now, has_label, said=said)
        carried = carry(change, new)
        if carried.lost is not None:
            reason = f"the words it changes are others now: {criticmarkup.write(carried.lost).strip()}"
            raise LostError(reason, difference(change.original(), new), carried.closeness)
        has_words = change.changed and not carried.words.changed
        is_done = (has_words or not change.changed) and (has_label or not asks_label) and (has_words or has_label)
        if is_done:
            return Landing(amendment, now, is_present=True)
        form = None if has_words else self._rewritten(amendment.wording, carried.words)
        landed = replace(moved, wording=form)
        if change.original() == new:
            return Landing(landed, now, said=said)
        return Landing(landed, now, words=carried.words, closeness=carried.closeness, said=said)

    def _change(self, new: NewWording | None, old: str) -> Wording | None:
        """What a MOD does to its own old words, footnotes under their new labels."""
        if new is None:
            return None
        try:
            if isinstance(new, Marked):
                return self._renamed(criticmarkup.parse(new.markup))
            return expand(self._named(new), old)
        except criticmarkup.MarkupError as error:
            raise LostError(error.message) from None
        except StaleError as error:
            raise LostError(f"{error.message}; {error.hint}") from None

    def _found(self, was: str, words: str) -> tuple[str, str]:
        """The new address of what a MOD is about, and a remark where its words stand in another provision now."""
        now = self.known.of(was)
        if now:
            return now, ""
        if was in self.known.gone:
            raise LostError(f"{was} is not in the text any more{suppressed_by(self.known.gone[was])}")
        inside = self.known.inside(words)
        if inside is None:
            raise LostError(f"{was} is not in the text any more, nor are words like its own")
        address, close = inside
        return address, f"{was} is not there any more; its words stand in {address} ({close:.0%} alike)"

    def _address(self, amendment: Amendment) -> str:
        """The address of a MOD in the old base; empty where it has none, but the amendment itself spells the words."""
        try:
            return self.known.old.find(amendment.address)
        except AddressError:
            if isinstance(amendment.wording, Marked):
                return ""
            raise

    def _rewritten(self, new: NewWording | None, words: Wording) -> NewWording:
        """A new wording for other words, in the form in which its author wrote it where that says the same."""
        if new is not None:
            if isinstance(new, Whole) and not criticmarkup.is_marked(words.final()):
                return Whole(words.final())
            if self._named(new) == new and _still_says(new, words):
                return new
        return Marked(criticmarkup.write(words))

    def _named(self, new: NewWording) -> NewWording:
        """A new wording with footnotes under their new labels."""
        if isinstance(new, Whole):
            return Whole(renamed(new.text, self.names))
        if isinstance(new, Replacements):
            return Replacements(tuple(self._pair_named(pair) for pair in new.pairs))
        return Marked(renamed(new.markup, self.names))

    def _pair_named(self, pair: Replacement) -> Replacement:
        return replace(pair, old=renamed(pair.old, self.names), new=renamed(pair.new, self.names))

    def _renamed(self, words: Wording) -> Wording:
        return wording(Segment(s.op, renamed(s.text, self.names), s.by) for s in words.segments)

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
            self.taken |= set(there)
            return Landing(amendment, there[0], is_present=True)
        if there:
            raise LostError(f"{len(there)} of the {len(items)} provisions that it adds are in the text already")
        address = styled(known.new, amendment.address, place.parent) if place.parent else amendment.address
        landed = replace(amendment, address=address, items=items, before=place.before, after=place.after)
        return Landing(landed, place.parent or WHOLE_TEXT, said=place.said)

    def _present(self, items: Iterable[Added], parent: str) -> list[str]:
        """Which provisions that the new base added to a list are these, in their order."""
        known = self.known
        free = [a for a in known.new.below(parent) if known.is_new(a) and a not in self.taken]
        found: list[str] = []
        for added in items:
            wanted = _content(added.provision)
            same = next((a for a in free if a not in found and _content(known.new.provision(a)) == wanted), None)
            if same is not None:
                found.append(same)
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


def _still_says(new: NewWording, words: Wording) -> bool:
    """Whether a new wording, as it is, makes of other words what it should."""
    try:
        return expand(new, words.original()).final() == words.final()
    except StaleError:
        return False


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
