"""What a redline changes, provision by provision: the list that a diff shows, and the table of old and new numbers."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from resedit.model.address import FOOTNOTE, OPENING, TITLE, AddressBook
from resedit.model.enums import Kind
from resedit.redline.document import DocumentNote, TrackedDocument, TrackedLine
from resedit.redline.lines import NUMBER, note_wording, number_wording, provision_wording, row_wording
from resedit.redline.printed import printed, printed_document
from resedit.redline.redline import Redline, State, Tracked, TrackedNote
from resedit.wording.segments import Wording


class ChangeKind(StrEnum):
    """What happens to a provision; RENUMBERED is one whose label alone changes."""

    ADD = "ADD"
    MOD = "MOD"
    SUP = "SUP"
    MOVE_FROM = "MOVE from"
    MOVE_TO = "MOVE to"
    RENUMBERED = "renumbered"


KINDS = {
    State.ADDED: ChangeKind.ADD,
    State.SUPPRESSED: ChangeKind.SUP,
    State.MOVED_FROM: ChangeKind.MOVE_FROM,
    State.MOVED_TO: ChangeKind.MOVE_TO,
}


class Change(NamedTuple):
    """One changed provision: its address in the original and in the final text (empty where it does not stand there)
    and its whole line (label, tab, text) with history."""

    kind: ChangeKind
    old: str
    new: str
    line: Wording

    @property
    def name(self) -> str:
        """The addresses as people read them: `recalling/a → recalling/c`."""
        return " → ".join(dict.fromkeys(address for address in (self.old, self.new) if address))


class Renumbering(NamedTuple):
    """One row of the table of old and new numbers: addresses and printed labels, empty where it does not stand."""

    old: str
    old_label: str
    new: str
    new_label: str
    by: tuple[str, ...]


def changes(redline: Redline) -> Iterator[Change]:
    """Everything that differs between original and final text, in the redline's order. A row that comes or goes is one
    change, a table its rows."""
    redline = printed(redline)
    head = ((NUMBER, number_wording(redline)), (TITLE, redline.title), (OPENING, redline.opening))
    for address, line in head:
        if line.changed:
            yield Change(ChangeKind.MOD, address if line.original() else "", address if line.final() else "", line)
    told: set[int] = set()
    for item, new in with_final_addresses(redline):
        if id(item) in told:
            continue
        if item.changed and item.kind is not Kind.TABLE:
            if item.kind is Kind.ROW:
                told.update(id(below) for below in item.walk())
            kind = KINDS.get(item.state, ChangeKind.MOD if item.text.changed else ChangeKind.RENUMBERED)
            line = row_wording(item) if item.kind is Kind.ROW else provision_wording(item)
            yield Change(kind, item.address, new, line)
    for note in redline.footnotes:
        line = note_wording(note)
        if line.changed:
            yield _change(note, *_note_names(note), line)


def _note_names(note: TrackedNote | DocumentNote) -> tuple[str, str]:
    old, new = (f"{FOOTNOTE}/{part}" if part else "" for part in (note.label.original(), note.label.final()))
    return old, new


def _change(item: Tracked | TrackedLine | TrackedNote | DocumentNote, old: str, new: str, line: Wording) -> Change:
    """The change of something that is called `old` where it stands in the original and `new` in the final text."""
    kind = KINDS.get(item.state, ChangeKind.MOD if item.text.changed else ChangeKind.RENUMBERED)
    return Change(kind, old if item.state.in_original else "", new if item.state.in_final else "", line)


def document_changes(document: TrackedDocument) -> Iterator[Change]:
    """Everything that differs between the two texts of a document, named by the number of the paragraph or by cell."""
    document = printed_document(document)
    for line in document.lines:
        if line.changed and (line.label.segments or line.text.segments):
            name = "table {}/row {}/cell {}".format(*line.cell) if line.cell else f"paragraph {line.place}"
            yield _change(line, name, name, provision_wording(line))
    for note in document.notes:
        if note.changed:
            yield _change(note, *_note_names(note), note_wording(note))


def with_final_addresses(redline: Redline) -> Iterator[tuple[Tracked, str]]:
    """Every provision of the redline with its address in the final text, empty where it does not stand there."""
    addresses = (address for address, _ in AddressBook(redline.final()))
    for item in redline.walk():
        yield item, next(addresses) if item.state.in_final else ""


def renumberings(redline: Redline) -> Iterator[Renumbering]:
    """The table of old and new numbers: every provision of either text, a moved one once, where it goes; proposals are
    named in their order in the redline."""
    ranks = {proposal.number: rank for rank, proposal in enumerate(redline.proposals)}
    labels_before = {item.address: item.label.original() for item in redline.walk() if item.state.in_original}
    for item, new in with_final_addresses(redline):
        if item.state is State.MOVED_FROM:
            continue
        old_label = labels_before.get(item.address, "")
        names = dict.fromkeys((*item.by, *item.text.by(), *item.label.by()))
        by = tuple(sorted(names, key=lambda name: ranks.get(name, len(ranks))))
        yield Renumbering(item.address, old_label, new, item.label.final(), by)


def numbers_of(redline: Redline) -> tuple[Renumbering, ...]:
    """The table of old and new numbers of a redline; for a consolidated text that nothing changes, the one it
    remembers."""
    if redline.proposals or redline.base.consolidation is None:
        return tuple(renumberings(redline))
    rows = [
        Renumbering(item.origin.address, "", address, item.label, item.origin.by)
        for address, item in AddressBook(redline.base)
        if item.origin is not None
    ]
    gone = [Renumbering(address, "", "", "", by) for address, by in redline.base.consolidation.suppressed]
    return (*rows, *gone)
