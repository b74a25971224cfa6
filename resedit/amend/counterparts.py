"""Where the provisions of an old base stand in a new one: by what a consolidated text remembers, else by words."""

from dataclasses import dataclass, field

from resedit.amend.compare import compare
from resedit.model.address import FOOTNOTE, OPENING, TITLE, AddressBook
from resedit.model.resolution import Resolution
from resedit.redline.redline import State
from resedit.redline.references import references
from resedit.wording.difference import similarity
from resedit.wording.fuzzy import find_closest
from resedit.wording.tokens import count_words

INSIDE = 0.8
"""How close words have to be, at least, to be found inside another provision, and"""
INSIDE_WORDS = 0.5
"""how much of them its words have to hold for a closer look."""


@dataclass(slots=True)
class Counterparts:
    """Which address of the new base is which of the old: `addresses` maps old ones to new ones; `gone` names, of those
    that are not there any more, who suppressed them, where that is remembered; `notes` maps footnotes' labels."""

    old: AddressBook
    new: AddressBook
    addresses: dict[str, str] = field(default_factory=dict)
    gone: dict[str, tuple[str, ...]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    """Old addresses by new ones."""

    def __post_init__(self) -> None:
        self.sources = {new: old for old, new in self.addresses.items()}

    def of(self, address: str) -> str:
        """The new address of an old one (canonical), empty where it is not there any more."""
        if address in (TITLE, OPENING):
            return address if self.new.has(address) and (self.new.text(address) or not self.old.text(address)) else ""
        head, _, label = address.partition("/")
        if head == FOOTNOTE and not self.old.is_provision(address):
            return f"{FOOTNOTE}/{self.notes[label]}" if label in self.notes else ""
        return self.addresses.get(address, "")

    def is_new(self, address: str) -> bool:
        """Whether a provision of the new base was added to the old one."""
        return address not in self.sources

    def added_with(self, words: str) -> str:
        """What the new base has that was not in the old one and reads exactly so; empty for none."""
        notes = self.notes.values()
        found = [
            f"{FOOTNOTE}/{n.label}" for n in self.new.resolution.footnotes if n.text == words and n.label not in notes
        ]
        found += [address for address, item in self.new if item.text == words and self.is_new(address)]
        return found[0] if found else ""

    def inside(self, words: str) -> tuple[str, float] | None:
        """The provision of the new base that took these words in, nearly, and how close they are: not one that has read
        as it does before."""
        best: tuple[float, str] | None = None
        for address, item in self.new:
            source = self.sources.get(address)
            if source is not None and self.old.text(source) == item.text:
                continue
            if item.text and _held(words, item.text) >= INSIDE_WORDS:
                found = find_closest(words, item.text)
                if found and found.closeness >= INSIDE and (best is None or found.closeness > best[0]):
                    best = (found.closeness, address)
        return (best[1], best[0]) if best else None


def _held(words: str, text: str) -> float:
    """How much of some words a text holds, from their similarity, which counts the words of both."""
    count = count_words(words)
    return similarity(words, text) * (count + count_words(text)) / (2 * count) if count else 0.0


def counterparts(old: Resolution, new: Resolution) -> Counterparts:
    """Which provision of the new base is which of the old.

    A consolidated text made of the old base says so itself; what it does not speak of is paired as in `compare`, in
    place by the words shared, elsewhere when nearly the same. Raises ReseditError for texts in different languages.
    """
    redline = compare(old, new)
    books = AddressBook(old), AddressBook(new)
    standing = (item for item in redline.walk() if item.state.in_final)
    pairs = zip(standing, books[1], strict=True)
    addresses = {item.address: address for item, (address, _) in pairs if item.address}
    gone: dict[str, tuple[str, ...]] = {}
    if new.consolidation is not None and new.consolidation.base == old.reference:
        gone = dict(new.consolidation.suppressed)
        known = {
            item.origin.address: address
            for address, item in books[1]
            if item.origin is not None and books[0].is_provision(item.origin.address)
        }
        taken = {address for address, item in books[1] if item.origin is not None}
        guessed = {was: now for was, now in addresses.items() if was not in gone and now not in taken}
        addresses = guessed | known
    notes = _cited(books, addresses)
    for note in redline.footnotes:
        was, now = note.label.original(), note.label.final()
        if note.state is State.KEPT and was not in notes and now not in notes.values():
            notes[was] = now
    return Counterparts(*books, addresses, gone, notes)


def _cited(books: tuple[AddressBook, AddressBook], addresses: dict[str, str]) -> dict[str, str]:
    """Footnotes by the references in provisions that are otherwise the same."""
    labels = [{note.label for note in book.resolution.footnotes} for book in books]
    found: dict[str, str] = {}
    for was, now in addresses.items():
        before, after = books[0].text(was), books[1].text(now)
        cited = references(before), references(after)
        if cited[0] and len(cited[0]) == len(cited[1]) and _blank(before, cited[0]) == _blank(after, cited[1]):
            for old, new in zip(*cited, strict=True):
                if old in labels[0] and new in labels[1] and new not in found.values():
                    found.setdefault(old, new)
    return found


def _blank(text: str, labels: list[str]) -> str:
    """A text whose references to footnotes say no number."""
    for label in labels:
        text = text.replace(f"[^{label}]", "[^]")
    return text
