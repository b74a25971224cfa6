"""Where a label of the base changes, proposals name the same provisions by their new addresses."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from resedit.model.address import WHOLE_TEXT, AddressBook, AddressError, Path
from resedit.model.enums import Symbol
from resedit.model.place import Place
from resedit.model.proposal import Amendment, Proposal
from resedit.model.resolution import Provision
from resedit.wording.mend import MendError

Find = Callable[[AddressBook, str], Path]
"""From an address as it is written to the provision it names. Raises AddressError or KeyError."""


def readdressed(old: AddressBook, proposal: Proposal, place: Place, label: str) -> Iterator[tuple[Place, str]]:
    """The addresses of a base in a proposal that have to be written otherwise when the label at a place becomes
    another: where each stands, and what it is then. Names that the base does not have stay as they are.

    Raises MendError where one that names nothing, or several provisions, would come to name one: which is for people to
    say."""
    base = old.resolution
    new = AddressBook(replace(base, provisions=_relabelled(base.provisions, place, label)))
    for written, at, find in _addresses(old, proposal):
        now = _renamed(old, new, written, find)
        if now != written:
            yield at, now


def _relabelled(items: Sequence[Provision], place: Place, label: str) -> tuple[Provision, ...]:
    return tuple(
        replace(i, label=label if i.label_place == place else i.label, items=_relabelled(i.items, place, label))
        for i in items
    )


def _addresses(book: AddressBook, proposal: Proposal) -> Iterator[tuple[str, Place, Find]]:
    """Every address of the base in a proposal, where it stands, and how it is looked up."""
    for query in proposal.queries:
        yield query.address, query.place, _find
    for amendment in proposal.amendments:
        yield amendment.address, amendment.place_of("address"), _find
        if amendment.to:
            yield amendment.to, amendment.place_of("to"), _find
        for key in ("before", "after"):
            if getattr(amendment, key):
                try:
                    parent = _parent(book, amendment)
                except (AddressError, KeyError):
                    continue
                yield getattr(amendment, key), amendment.place_of(key), _sibling_under(parent)


def _find(book: AddressBook, written: str) -> Path:
    return book.path(book.find(written))


def _sibling_under(parent: Path) -> Find:
    return lambda book, written: book.path(book.find_sibling(written, book.canonical(parent) if parent else ""))


def _parent(book: AddressBook, amendment: Amendment) -> Path:
    """The list that an amendment adds to or moves into."""
    named = amendment.address if amendment.symbol is Symbol.ADD else amendment.to
    if named.strip() == WHOLE_TEXT:
        return ()
    return _find(book, named) if named else _find(book, amendment.address)[:-1]


def _renamed(old: AddressBook, new: AddressBook, written: str, find: Find) -> str:
    """The address that names in the new book what `written` names in the old one, in the form it was written in."""
    try:
        path = find(old, written)
    except (AddressError, KeyError):
        _stays_nameless(new, written, find)
        return written
    canonical = new.canonical(path)
    own, spaced = canonical.rpartition("/")[2], canonical.replace("/", " ")
    like = canonical if "/" in written else spaced if " " in written else own
    for form in (written, like):
        try:
            if find(new, form) == path:
                return form
        except (AddressError, KeyError):
            continue
    return canonical


def _stays_nameless(new: AddressBook, written: str, find: Find) -> None:
    """Raise MendError for an address that names one provision in the new book, and did not in the old one."""
    with suppress(AddressError, KeyError):
        find(new, written)
        raise MendError(f"“{written}” in a proposal would come to name a provision, and does not name one now")
