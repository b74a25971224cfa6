"""Building the redline of a plan: the one way from what people ask for to a redline."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from resedit.amend.plan import Insertion, Plan
from resedit.model.address import FOOTNOTE, OPENING, TITLE, Path, label_part
from resedit.model.enums import Kind, Numbering
from resedit.model.place import Place
from resedit.model.problem import Problem, by_place
from resedit.model.proposal import Added
from resedit.model.resolution import NOWHERE, Footnote, Provision, footnote_order
from resedit.numbering.labels import is_counted
from resedit.numbering.sequence import Slot, UnknownScheme, renumber
from resedit.redline.redline import (
    BRACKETS,
    Redline,
    State,
    Tracked,
    TrackedNote,
    Untouched,
    final_provision,
)
from resedit.redline.references import references
from resedit.wording.excerpt import opening
from resedit.wording.segments import Op, Wording, deleted, inserted, kept, replaced, wording

By = tuple[str, ...]


def build(
    plan: Plan, numbering: Numbering = Numbering.CONSOLIDATED, untouched: Untouched | None = None
) -> tuple[Redline, tuple[Problem, ...]]:
    """The redline that a plan makes of its base, with every problem of the plan and of what it leads to, in order of
    place; where there are any, the redline leaves out what is at fault. `untouched` keeps the provisions that nothing
    happens to, so that many plans of one book make them once."""
    builder = _Builder(plan, numbering, untouched)
    redline = builder.redline()
    return redline, tuple(sorted((*plan.problems, *builder.problems), key=by_place))


def revised(plan: Plan, address: str, numbering: Numbering = Numbering.CONSOLIDATED) -> Provision:
    """What a plan makes of one provision of the base, with all below it."""
    builder = _Builder(plan, numbering)
    path = plan.book.path(address)
    return final_provision(builder.kept_node(path))


class _Seat(NamedTuple):
    """A provision in a list that is being built: its slot for numbering and, if it is printed, its node."""

    slot: Slot
    node: Tracked | None
    label: tuple[str, By] | None = None
    """A label asked for by an amendment."""
    before: int = 0
    """How many seats before stands the one whose label this one has, too: it is another side of it."""


class _Builder:
    """Builds the redline of one plan, list by list."""

    def __init__(self, plan: Plan, numbering: Numbering, untouched: Untouched | None = None) -> None:
        self.plan = plan
        self.touched = _touched(plan)
        self.recounted = _recounted(plan)
        self.untouched = Untouched() if untouched is None else untouched
        self.book = plan.book
        self.numbering = Numbering.PROVISIONAL if plan.book.resolution.permanent else numbering
        self.problems: list[Problem] = []
        self.as_typed: dict[int, Tracked] = {}
        """Nodes, by identity, whose label was asked for: it does not follow a renumbered one above."""

    def redline(self) -> Redline:
        base = self.book.resolution
        redline = Redline(
            base=base,
            number=kept(base.number),
            revision=self.plan.revision if self.plan.revision.segments else kept(base.revision),
            title=self._text(TITLE, base.title),
            opening=self._text(OPENING, base.opening),
            provisions=self._list((), base.provisions, State.KEPT, ()),
            proposals=tuple(self.plan.proposals),
            places=tuple((key, self.plan.words.get(key, place)) for key, place in base.places),
        )
        self._check_left_empty(redline)
        self._check_cells(redline)
        notes = self._notes(redline)
        return replace(redline, footnotes=notes) if notes else redline

    def _check_left_empty(self, redline: Redline) -> None:
        """What has no words of its own and loses all it held says nothing, and no file can hold it; a cell can."""
        for node in self._amended(redline.provisions):
            if not node.state.in_final or not node.address or node.text.final():
                continue
            if node.kind is not Kind.CELL and not any(item.state.in_final for item in node.items):
                problem = Problem(
                    "shape",
                    f"{node.address} would be left without words and without anything below it",
                    self._place_of(tuple(name for item in node.items for name in item.by)),
                    "suppress it as a whole",
                    address=node.address,
                )
                self.problems.append(problem)

    def _amended(self, items: Iterable[Tracked]) -> Iterator[Tracked]:
        """The provisions that something happens to, or to what is below them."""
        for item in items:
            if item not in self.untouched:
                yield item
                yield from self._amended(item.items)

    def kept_node(self, path: tuple[int, ...]) -> Tracked:
        """One provision of the base that stays, with what becomes of its words and of what is below it."""
        return self._node(path, self.book.at(path), State.KEPT, ())

    def _check_cells(self, redline: Redline) -> None:
        """What goes into a cell may take a table along that another amendment adds to it."""
        for node in self._amended(redline.provisions):
            if node.kind is Kind.CELL and node.state.in_final:
                for below in (b for item in node.items for b in item.walk()):
                    if below.state.in_final and below.kind is not Kind.PARAGRAPH:
                        message = f"a {below.kind} would stand in the cell {node.address or 'that is added'}"
                        place = self._place_of(below.by or node.by)
                        self.problems.append(Problem("shape", message, place, "put it outside of the table"))
                        break

    def _text(self, address: str, text: str) -> Wording:
        return self.plan.texts.get(address) or kept(text)

    def _list(self, path: tuple[int, ...], items: Sequence[Provision], state: State, by: By) -> tuple[Tracked, ...]:
        """One list of the base with what becomes of it; `state` and `by` are its parent's."""
        parent = self.book.canonical(path) if path else ""
        if not items and parent not in self.plan.insertions:
            return ()  # most provisions hold nothing
        if state is State.KEPT and path not in self.recounted:
            return tuple([self._in_place((*path, index), item) for index, item in enumerate(items)])
        gaps: dict[int, list[_Seat]] = {}
        insertions = self.plan.insertions.get(parent, ()) if state.in_final else ()
        for insertion in sorted(insertions, key=lambda i: i.is_before):
            gaps.setdefault(insertion.gap, []).extend(self._inserted(insertion, items))
        places: list[_Seat] = []
        for gap, item in enumerate(items):
            places += gaps.get(gap, ())
            places.append(self._stays_or_goes((*path, gap), item, state, by))
            places += self._alternatives((*path, gap), places[-1], state)
        return self._numbered([*places, *gaps.get(len(items), ())])

    def _stays_or_goes(self, path: tuple[int, ...], item: Provision, parent_state: State, parent_by: By) -> _Seat:
        """A provision of the base in its old place."""
        if parent_state is State.KEPT and path not in self.touched:
            return _Seat(Slot(item.label), self._in_place(path, item))
        address = self.book.canonical(path)
        state, by = parent_state, parent_by
        if address in self.plan.moved and not (BRACKETS in parent_by and self._moves_within(address)):
            state, by = State.MOVED_FROM, self.plan.moved[address]
        elif parent_state in (State.KEPT, State.MOVED_TO, State.SUPPRESSED) and address in self.plan.suppressed:
            state, by = State.SUPPRESSED, self.plan.suppressed[address]
        if parent_state is State.MOVED_TO and not state.in_final:
            return _Seat(Slot(old=item.label, stays=address in self.plan.alternatives), None)
        if parent_state is State.MOVED_FROM and state is State.MOVED_FROM and self._goes_anyway(address):
            state, by = State.SUPPRESSED, self.plan.suppressed[address]
        node = self._node(path, item, state, by)
        stays = state.in_final or (parent_state.in_final and address in self.plan.alternatives)
        return _Seat(Slot(old=item.label, stays=stays), node, self.plan.labels.get(address))

    def _moves_within(self, address: str) -> bool:
        """Whether a provision moves inside of one that is contested as a whole: the base's own has it where it was."""
        places = (f"{address}/", f"{self.plan.targets.get(address, '')}/")
        return any(all(place.startswith(f"{root}/") for place in places) for root in self.plan.alternatives)

    def _goes_anyway(self, address: str) -> bool:
        """Whether a provision goes, and nobody contests it; else what moves takes it along."""
        return BRACKETS not in self.plan.suppressed.get(address, (BRACKETS,))

    def _in_place(self, path: Path, item: Provision) -> Tracked:
        """A provision that stays with its label; made once for all plans where nothing happens below it, either."""
        if path in self.touched:
            return self._node(path, item, State.KEPT, ())
        node = self.untouched.tracked.get(path)
        if node is None:
            node = self._node(path, item, State.KEPT, ())
            self.untouched.keep(path, node)
        return node

    def _alternatives(self, path: tuple[int, ...], seat: _Seat, parent_state: State) -> list[_Seat]:
        """What stands in place of a contested provision: with the label it would have, or one asked for by a side."""
        if not self.plan.alternatives or not parent_state.in_final:
            return []
        nodes = self.plan.alternatives.get(self.book.canonical(path), ())
        seats = []
        for before, node in enumerate(nodes, start=1):
            label = node.label.final()
            if label == self.book.at(path).label:
                seats.append(_Seat(Slot(old=None, numbered=False), node, seat.label, before))
            else:
                seats.append(_Seat(Slot(old=None, typed=label, numbered=False), node, (label, node.by)))
        return seats

    def _node(self, path: tuple[int, ...], item: Provision, state: State, by: By) -> Tracked:
        address = self.book.canonical(path)
        text = self._text(address, item.text) if state.in_final else deleted(item.text, by)
        return Tracked(
            label=kept(item.label) if state.in_final else deleted(item.label, by),
            text=text,
            items=self._list(path, item.items, state, by),
            kind=item.kind,
            state=state,
            by=by,
            address=address,
            id=item.id,
            remarks=item.remarks,
            place=self.plan.words.get(address, item.place),
        )

    def _inserted(self, insertion: Insertion, siblings: Sequence[Provision]) -> list[_Seat]:
        if not insertion.moved:
            seats = [_added_place(added, insertion.by) for added in insertion.items]
            if not insertion.nodes:
                return seats
            return [
                seat._replace(node=node, slot=seat.slot._replace(aside=seat.slot.numbered))
                for seat, node in zip(seats, insertion.nodes, strict=True)
            ]
        path = self.book.path(insertion.moved)
        item = self.book.at(path)
        asked = self.plan.labels.get(insertion.moved)
        label = asked[0] if asked else item.label
        in_scheme = not asked and is_counted(label) and any(is_counted(sibling.label) for sibling in siblings)
        slot = Slot(old=None, typed="" if in_scheme else label, numbered=is_counted(label))
        return [_Seat(slot, self._node(path, item, State.MOVED_TO, insertion.by), asked)]

    def _numbered(self, places: list[_Seat]) -> tuple[Tracked, ...]:
        """The nodes of a list with their final labels."""
        if all(self._keeps_label(place) for place in places):
            return tuple(place.node for place in places if place.node is not None)
        slots = [place.slot for place in places]
        try:
            labels = renumber(slots, self.numbering)
        except UnknownScheme as error:
            node = places[error.index].node
            whose = node.by if node else ()
            problem = Problem(
                "unknown-scheme",
                f"{error}, so the label of “{opening(node.text.final()) if node else ''}” cannot be worked out",
                node.place if node and node.place != NOWHERE else self._place_of(whose),
                "give the added provision its label",
            )
            self.problems.append(problem)
            labels = [slot.old or slot.typed for slot in slots]
        labels = [labels[index - place.before] for index, place in enumerate(places)]
        causes = self._in_order(_causes(places))
        return tuple(
            self._labelled(place, label, causes)
            for place, label in zip(places, labels, strict=True)
            if place.node is not None
        )

    def _keeps_label(self, place: _Seat) -> bool:
        """Whether a provision of the base stays in its place and nobody asks for another label."""
        node = place.node
        is_kept = node is not None and node.state is State.KEPT and place.label is None
        return is_kept and node is not None and node.address not in self.plan.label_words

    def _labelled(self, place: _Seat, label: str, causes: By) -> Tracked:
        """The node with its final label, and the labels below that repeat it (`2.1` under `2`) following it."""
        assert place.node is not None
        node = place.node
        if place.label is not None:
            label, causes = place.label
        if not node.state.in_final:
            return node
        old = node.label.original() if node.state is not State.ADDED else place.slot.typed
        if node.state is State.KEPT:
            node = node.labelled(replaced(old, label, causes)) if label != old else node
        elif any(segment.op is Op.DELETE for segment in node.label.segments):  # by those who contest it
            node = node.labelled(wording(segment._replace(text=label) for segment in node.label.segments))
        else:
            node = node.labelled(inserted(label, place.label[1] if place.label else node.by))
        if node.address in self.plan.label_words:
            node = node.labelled(self.plan.label_words[node.address])
        if label != old and old and node.items:
            below = (self._follow(item, label_part(old), label_part(label), causes) for item in node.items)
            node = replace(node, items=tuple(below))
        if place.label is not None or (place.slot.old is None and not place.slot.numbered):
            self.as_typed[id(node)] = node
        return node

    def _follow(self, node: Tracked, old: str, new: str, causes: By) -> Tracked:
        """A compound label below a renumbered one: `2.1` becomes `3.1` when `2` becomes `3`."""
        was = node.label.original()
        label = node.label.final()
        is_compound = bool(old) and label.startswith(f"{old}.") and len(label) > len(old) + 1
        if not node.state.in_final or not is_compound or id(node) in self.as_typed:
            return node
        follows = f"{new}{label[len(old) :]}"
        wording = replaced(was, follows, causes) if node.state is State.KEPT else inserted(follows, node.by)
        items = tuple(self._follow(item, old, new, causes) for item in node.items)
        return replace(node, label=wording, items=items)

    def _in_order(self, names: By) -> By:
        """The names in the plan's order of proposals."""
        order = (*(proposal.number for proposal in self.plan.proposals), BRACKETS)
        return names if len(names) < 2 else tuple(name for name in order if name in names)

    def _place_of(self, by: By) -> Place:
        return next((p.place for p in self.plan.proposals if p.number in by), self.book.resolution.place)

    def _notes(self, redline: Redline) -> tuple[TrackedNote, ...]:
        notes = []
        for note in self.book.resolution.footnotes:
            address = f"{FOOTNOTE}/{note.label}"
            by = self.plan.suppressed.get(address)
            state = State.SUPPRESSED if by else State.KEPT
            text = deleted(note.text, by or ()) if by else self._text(address, note.text)
            notes.append(
                TrackedNote(
                    note.label, kept(note.label), text, state, by or (), note.remarks, self._words_of(address, note)
                )
            )
        for label, (words, by) in self.plan.notes.items():
            notes.append(
                TrackedNote(
                    label,
                    inserted(label, by),
                    self.plan.texts.get(f"{FOOTNOTE}/{label}") or inserted(words, by),
                    State.ADDED,
                    by,
                    place=self.plan.words[f"{FOOTNOTE}/{label}"],
                )
            )
        return self._number_notes(redline, notes) if notes else ()

    def _same_label(self, key: str, label: str, by: By) -> Problem:
        address = f"{FOOTNOTE}/{key}"
        place = self.plan.places.get(address, self._place_of(by))
        message = f"{address} would have the label {label} of another footnote"
        return Problem("footnote-exists", message, place, "give one of the two another label", address=address)

    def _free_numbers(self, counted: Sequence[str], first: int) -> Iterator[str]:
        """The numbers of notes in their order, without those that are asked for another note."""
        taken = {label for address, (label, _) in self.plan.labels.items() if address.startswith(f"{FOOTNOTE}/")}
        number = first
        for key in counted:
            while f"{FOOTNOTE}/{key}" not in self.plan.labels and str(number) in taken:
                number += 1
            yield str(number)
            number += 1

    def _words_of(self, address: str, note: Footnote) -> Place:
        return self.plan.words.get(address, note.place)

    def _number_notes(self, redline: Redline, notes: list[TrackedNote]) -> tuple[TrackedNote, ...]:
        """Notes count on in the order in which the final text refers to them, once any was added or suppressed or a
        reference came to stand elsewhere."""
        gone = [note for note in notes if note.state is State.SUPPRESSED]
        stay = [note for note in notes if note.state is not State.SUPPRESSED]
        causes = tuple(dict.fromkeys(name for note in notes if note.state is not State.KEPT for name in note.by))
        causes = self._in_order(causes or _moves_of_references(redline))
        names = {note.key: note.key for note in stay}
        if causes and self.numbering is Numbering.CONSOLIDATED:
            order = {key: index for index, key in reversed(list(enumerate(_references(redline, original=False))))}
            counted = [note.key for note in stay if note.key.isdecimal() or note.state is State.ADDED]
            counted.sort(key=lambda key: (order.get(key, len(order)), footnote_order(key)))
            first = min((int(note.key) for note in notes if note.key.isdecimal() and note.state is not State.ADDED),
                        default=1)  # fmt: skip
            names.update(zip(counted, self._free_numbers(counted, first), strict=True))
        result = [replace(note, label=deleted(note.key, note.by)) for note in gone]
        used: set[str] = set()
        for note in stay:
            label, by = self.plan.labels.get(f"{FOOTNOTE}/{note.key}", (names[note.key], causes))
            if label in used:
                self.problems.append(self._same_label(note.key, label, by))
            used.add(label)
            is_new = note.state is State.ADDED
            result.append(replace(note, label=inserted(label, note.by) if is_new else replaced(note.key, label, by)))
        return tuple(sorted(result, key=lambda note: footnote_order(note.key)))


def _touched(plan: Plan) -> set[Path]:
    """The paths of what a plan speaks of, and of all above."""
    book = plan.book
    spoken_of = (plan.texts, plan.labels, plan.suppressed, plan.moved, plan.alternatives, plan.label_words)
    addresses = [address for part in spoken_of for address in part if book.is_provision(address)]
    addresses += [parent for parent in plan.insertions if parent]
    paths = (book.path(address) for address in addresses)
    return {path[:length] for path in paths for length in range(len(path) + 1)}


def _recounted(plan: Plan) -> set[Path]:
    """The paths of what holds the lists in which a plan puts in, takes out or labels anything."""
    book = plan.book
    counted = (plan.labels, plan.suppressed, plan.moved, plan.alternatives, plan.label_words)
    paths = {book.path(address)[:-1] for part in counted for address in part if book.is_provision(address)}
    return paths | {book.path(parent) if parent else () for parent in plan.insertions}


def _added_place(added: Added, by: By) -> _Seat:
    provision = added.provision
    is_numbered = added.numbered and provision.kind is Kind.PARAGRAPH
    return _Seat(Slot(old=None, typed=provision.label, numbered=is_numbered), added_node(provision, by))


def added_node(provision: Provision, by: By) -> Tracked:
    """A provision, and all below it, as added by proposals."""
    return Tracked(
        label=inserted(provision.label, by),
        text=inserted(provision.text, by),
        items=tuple(added_node(item, by) for item in provision.items),
        kind=provision.kind,
        state=State.ADDED,
        by=by,
        id=provision.id,
        remarks=provision.remarks,
        place=provision.place,
    )


def _causes(places: Sequence[_Seat]) -> By:
    """Who changes the count of a list: the proposals that its renumbering is due to; what is contested changes none."""
    nodes = [place.node for place in places if place.node is not None and place.node.state is not State.KEPT]
    return tuple(dict.fromkeys(name for node in nodes if BRACKETS not in node.by for name in node.by))


def _moves_of_references(redline: Redline) -> By:
    """Who moves references so that notes are referred to in another order, where the base has them in order."""
    before = [key for key in _references(redline, original=True) if key.isdecimal()]
    after = [key for key in _references(redline, original=False) if key.isdecimal()]
    if before == after or before != sorted(before, key=int):
        return ()
    changed = (node for node in redline.walk() if node.changed and references(node.text.final() + node.text.original()))
    return tuple(dict.fromkeys(name for node in changed for name in (*node.by, *node.text.by())))


def _references(redline: Redline, original: bool) -> list[str]:
    """Keys of the footnotes in the order in which a text first refers to them."""
    if original:
        texts = [redline.title.original(), redline.opening.original()]
        texts += [node.text.original() for node in redline.walk() if node.state.in_original]
        return list(dict.fromkeys(key for text in texts for key in references(text)))
    texts = [redline.title.final(), redline.opening.final()]
    texts += [node.text.final() for node in redline.walk() if node.state.in_final]
    return list(dict.fromkeys(key for text in texts for key in references(text)))
