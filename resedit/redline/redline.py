"""The redline: the whole tracked document, the one value everything else is made from.

Reading it one way gives the base, the other way the consolidated text; exports, diffs and checks are folds over it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from resedit.model.enums import Kind
from resedit.model.place import Place
from resedit.model.proposal import Proposal
from resedit.model.resolution import (
    NO_REMARKS,
    NOWHERE,
    OPEN_CONFLICTS,
    Consolidation,
    Footnote,
    Origin,
    Provision,
    Remarks,
    Resolution,
    footnote_order,
)
from resedit.redline.references import renamed, renaming
from resedit.wording.segments import EMPTY, Op, Segment, Wording, deleted, wording

BRACKETS = "brackets"
"""Whose the square brackets around a conflict are; among others' names, it tells that what they ask is contested."""


class State(StrEnum):
    """Whether a provision stands in the original, in the final text, or in both."""

    KEPT = "kept", True, True
    ADDED = "added", False, True
    SUPPRESSED = "suppressed", True, False
    MOVED_FROM = "moved from", True, False
    MOVED_TO = "moved to", False, True

    in_original: bool
    """Whether it stands in the original text."""
    in_final: bool
    """Whether it stands in the final text."""

    def __new__(cls, name: str, in_original: bool, in_final: bool) -> "State":
        """A state by its name; where it stands is asked of every provision, so it is looked up and not worked out."""
        state = str.__new__(cls, name)
        state._value_ = name
        state.in_original = in_original
        state.in_final = in_final
        return state


@dataclass(frozen=True, slots=True)
class Tracked:
    """A provision with its history.

    `label` and `text` are wordings of the single provision, `state` and `by` tell what happens to it as a whole.
    `address` is its address in the base (empty for an added one); a moved provision stands twice, under one address:
    where it was (MOVED_FROM, its original words) and where it goes (MOVED_TO, words changed on the way marked).
    What is in an added provision is added or moved there, what is in a suppressed one suppressed or moved away.
    """

    label: Wording
    text: Wording
    items: tuple["Tracked", ...] = ()
    kind: Kind = Kind.PARAGRAPH
    state: State = State.KEPT
    by: tuple[str, ...] = ()
    address: str = ""
    id: str = ""
    remarks: Remarks = field(default=NO_REMARKS, compare=False)
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    """Where its words were last written: in the base, or by an amendment."""

    @property
    def changed(self) -> bool:
        """Whether this provision itself (not what is below it) differs between original and final."""
        return self.state is not State.KEPT or self.label.changed or self.text.changed

    def shown(self, part: Wording) -> Wording:
        """`label` or `text` as a redline prints it: whole insertions and deletions for what is not simply kept."""
        if self.state is State.KEPT:
            return part
        if self.state.in_final:
            return wording(Segment(Op.INSERT, s.text, s.by or self.by) for s in part.segments if s.op is not Op.DELETE)
        return wording(Segment(Op.DELETE, s.text, s.by or self.by) for s in part.segments if s.op is not Op.INSERT)

    def labelled(self, label: Wording) -> "Tracked":
        """The same with another label."""
        return Tracked(
            label,
            self.text,
            self.items,
            self.kind,
            self.state,
            self.by,
            self.address,
            self.id,
            self.remarks,
            self.place,
        )

    def walk(self) -> Iterator["Tracked"]:
        """This provision and all below it, in reading order."""
        yield self
        for item in self.items:
            if item.items:
                yield from item.walk()
            else:
                yield item


def final_provision(item: Tracked) -> Provision:
    """A provision as it stands in the final text with all below it, references still by the redline's keys."""
    return Provision(
        item.text.final(),
        item.label.final(),
        tuple(final_provision(below) for below in item.items if below.state.in_final),
        item.kind,
        item.id,
        item.remarks,
    )


class Untouched:
    """The provisions of one base that nothing happens to, which all redlines of it have in common, each made once: as
    redlines hold them, by their paths, and as they stand in every final text."""

    def __init__(self) -> None:
        self.tracked: dict[tuple[int, ...], Tracked] = {}
        self._final: dict[int, Provision | None] = {}
        """By the identity of the tracked one; None until it is asked for."""

    def keep(self, path: tuple[int, ...], item: Tracked) -> None:
        """Keep a provision that nothing happens to."""
        self.tracked[path] = item
        self._final[id(item)] = None

    def __contains__(self, item: Tracked) -> bool:
        """Whether this very provision is one that nothing happens to."""
        return id(item) in self._final

    def final(self, item: Tracked) -> Provision:
        """One of them as it stands in final texts."""
        known = self._final[id(item)]
        if known is None:
            known = self._final[id(item)] = _side(item, False, {})
        return known


@dataclass(frozen=True, slots=True)
class TrackedNote:
    """A footnote with its history. `key` is what the redline's wordings refer to (`[^key]`): the base's label, or for
    an added note one that the base does not use; `label` is the printed one before and after."""

    key: str
    label: Wording
    text: Wording
    state: State = State.KEPT
    by: tuple[str, ...] = ()
    remarks: Remarks = field(default=NO_REMARKS, compare=False)
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    def shown(self, part: Wording) -> Wording:
        """`label` or `text` as a redline prints it."""
        if self.state is State.KEPT:
            return part
        if self.state is State.ADDED:
            return wording(Segment(Op.INSERT, s.text, s.by or self.by) for s in part.segments if s.op is not Op.DELETE)
        return deleted(part.original(), self.by)


@dataclass(frozen=True, slots=True)
class Redline:
    """A resolution with its history: `base` gives what has none (its language, how it is cited), the rest is tracked.

    `proposals` are those it was made from.
    """

    base: Resolution
    number: Wording
    revision: Wording
    title: Wording
    opening: Wording = EMPTY
    provisions: tuple[Tracked, ...] = ()
    footnotes: tuple[TrackedNote, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    places: tuple[tuple[str, Place], ...] = field(default=(), compare=False, repr=False)
    is_open: bool = field(default=False, compare=False)
    """Whether the final text holds conflicts in square brackets."""

    def walk(self) -> Iterator[Tracked]:
        """All provisions of both texts, in the redline's order."""
        for provision in self.provisions:
            yield from provision.walk()

    @property
    def changed(self) -> bool:
        """Whether original and final differ."""
        texts = (self.number, self.revision, self.title, self.opening)
        return (
            any(part.changed for part in texts)
            or any(provision.changed for provision in self.walk())
            or any(n.state is not State.KEPT or n.label.changed or n.text.changed for n in self.footnotes)
        )

    def original(self) -> Resolution:
        """The text with every change rejected."""
        return self._side(original=True)

    def final(self, untouched: Untouched | None = None) -> Resolution:
        """The text with every change accepted: the consolidated text, each provision with its origin. Provisions that
        are `untouched` are shared with the other final texts of the base."""
        return self._side(original=False, untouched=untouched)

    def _side(self, original: bool, untouched: Untouched | None = None) -> Resolution:
        pick = Wording.original if original else Wording.final
        names = renaming((note.key, pick(note.label)) for note in self._notes(original))
        return Resolution(
            number=pick(self.number),
            revision=pick(self.revision),
            title=renamed(pick(self.title), names),
            opening=renamed(pick(self.opening), names),
            provisions=_sides(self.provisions, original, names, None if names else untouched),
            footnotes=tuple(
                Footnote(pick(note.label), renamed(pick(note.text), names), note.remarks, note.place)
                for note in self._notes(original)
            ),
            language=self.base.language,
            permanent=self.base.permanent,
            remarks=self.base.remarks if original else self._remarks(),
            place=self.base.place,
            places=self.base.places if original else self.places,
            consolidation=self.base.consolidation if original else self._consolidation(),
        )

    def _notes(self, original: bool) -> list[TrackedNote]:
        """The notes of one side in their order there."""
        pick = Wording.original if original else Wording.final
        notes = [note for note in self.footnotes if _stands(note.state, original)]
        return sorted(notes, key=lambda note: footnote_order(pick(note.label)))

    def _remarks(self) -> Remarks:
        """The base's; where conflicts stand in the text, an open query says so first."""
        own = self.base.remarks
        if not self.is_open:
            return own
        return replace(own, query=f"{OPEN_CONFLICTS} – {own.query}" if own.query else OPEN_CONFLICTS)

    def _consolidation(self) -> Consolidation:
        gone = ((item.address, item.by) for item in self.walk() if item.state is State.SUPPRESSED)
        return Consolidation(
            base=self.base.reference,
            proposals=tuple(proposal.number for proposal in self.proposals),
            suppressed=tuple(gone),
        )


def _stands(state: State, original: bool) -> bool:
    return state.in_original if original else state.in_final


def _sides(
    items: tuple[Tracked, ...], original: bool, names: dict[str, str], untouched: Untouched | None = None
) -> tuple[Provision, ...]:
    """Those of a list that stand on one side. What is `untouched` reads the same wherever no note has another name."""
    if not items:
        return ()
    standing = [item for item in items if _stands(item.state, original)]
    if untouched is None:
        return tuple([_side(item, original, names) for item in standing])
    return tuple(
        [untouched.final(item) if item in untouched else _side(item, original, names, untouched) for item in standing]
    )


def _side(item: Tracked, original: bool, names: dict[str, str], untouched: Untouched | None = None) -> Provision:
    pick = Wording.original if original else Wording.final
    changed_by = tuple(dict.fromkeys((*item.by, *item.text.by()))) if item.by or item.text.changed else ()
    return Provision(
        text=renamed(pick(item.text), names),
        label=pick(item.label),
        items=_sides(item.items, original, names, untouched),
        kind=item.kind,
        id=item.id,
        remarks=item.remarks,
        place=item.place,
        origin=None if original else Origin(item.address, changed_by),
    )
