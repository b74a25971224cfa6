"""What a rule looks at."""

from collections.abc import Iterator
from typing import NamedTuple

from resedit.model.address import AddressBook, AddressError
from resedit.model.conference import Conference
from resedit.model.enums import Symbol
from resedit.model.place import Place
from resedit.model.problem import Slip
from resedit.model.proposal import Amendment, Marked, Proposal, Replacements, Whole
from resedit.model.resolution import Provision, Resolution
from resedit.redline.redline import Redline, Untouched
from resedit.validate.remember import remembering

book_of = remembering(AddressBook)
"""The addresses of a text, for those that only look them up."""


@remembering
def final_of(redline: Redline, untouched: Untouched | None = None) -> Resolution:
    """The consolidated text, which may share what is `untouched` with others of its base."""
    return redline.final(untouched)


class Subject(NamedTuple):
    """A base, or a proposal on its base: `redline` is what the proposal makes of it (None where it cannot be applied,
    or where the base alone is looked at), `conference` the meeting it is submitted to, where that is known."""

    base: Resolution
    proposal: Proposal | None = None
    redline: Redline | None = None
    conference: Conference | None = None

    def place_of_words(self, words: str) -> tuple[Place, Slip | None]:
        """Where the proposal writes these words, and which of what is written there they are; its own place where it
        does not."""
        assert self.proposal is not None
        for amendment in self.proposal.amendments:
            for place, text in _written_in(amendment):
                if words in text:
                    return place, Slip(words, text.index(words))
        return self.proposal.place, None

    def place_of_change(self, address: str, key: str = "address") -> Place:
        """Where the proposal amends an address or what it stands under (its value of `key`, where it has one); its own
        place where it does not."""
        assert self.proposal is not None
        book = book_of(self.base)
        for amendment in self.proposal.amendments:
            try:
                found = book.find(amendment.address)
            except AddressError:
                found = "/".join(amendment.address.replace("/", " ").split())  # a footnote that it adds
            if address == found or address.startswith(f"{found}/"):
                return amendment.place_of(key if key in dict(amendment.places) else "address")
        return self.proposal.place

    def place_of_cause(self, address: str) -> Place:
        """Where the proposal adds to, takes from or moves in the list that an address (in the base) stands in, or else
        in the nearest list around; its own place where it does not."""
        assert self.proposal is not None
        book = book_of(self.base)
        by_list: dict[str, Place] = {}
        for amendment in self.proposal.amendments:
            place = amendment.place_of("address")
            if amendment.symbol is Symbol.ADD:
                by_list["/".join(amendment.address.split())] = place
            elif amendment.symbol in (Symbol.SUP, Symbol.MOVE):
                try:
                    by_list[book.find(amendment.address).rpartition("/")[0]] = place
                    if amendment.to:
                        by_list[book.find(amendment.to)] = place
                except AddressError:
                    continue
        while address:
            address = address.rpartition("/")[0]
            if address in by_list:
                return by_list[address]
        return self.proposal.place_of("amendments")


def _written_in(amendment: Amendment) -> Iterator[tuple[Place, str]]:
    """The texts that an amendment writes, and where."""
    match amendment.wording:
        case Marked(text) | Whole(text):
            yield amendment.place_of_wording, text
        case Replacements(pairs):
            yield from ((pair.new_place, pair.new) for pair in pairs)
            yield from ((pair.place, pair.old) for pair in pairs)
    yield from ((item.place, item.text) for added in amendment.items for item in added.provision.walk())


def lists(resolution: Resolution) -> "list[tuple[str, tuple[Provision, ...]]]":
    """Every list of a resolution with what it stands under."""
    found = [("the text", resolution.provisions)]
    found += [(item.label or item.text[:40], item.items) for item in resolution.walk() if item.items]
    return found
