"""From a finding with one right answer to the places in the files that have to change for it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resedit.amend.expand import StaleError, expand
from resedit.model.address import AddressBook, AddressError
from resedit.model.mend import Mend
from resedit.model.place import Place
from resedit.model.problem import Problem
from resedit.model.proposal import Amendment, Marked, Proposal, Replacements, Whole
from resedit.model.resolution import Resolution
from resedit.store.edit import Edit, Repair
from resedit.validate.fix.addresses import readdressed
from resedit.validate.fix.bundle import State
from resedit.validate.texts.wordings import texts
from resedit.wording import criticmarkup
from resedit.wording.mend import MendError, in_final, in_original, in_text
from resedit.wording.segments import Wording


class Change(NamedTuple):
    """One edit of one file."""

    file: str
    edit: Edit | Repair

    @property
    def place(self) -> Place:
        """Where it is made."""
        return Place(self.file, *self.edit.at)


def changes_for(state: State, problem: Problem) -> list[Change]:
    """The edits that mend a finding, in the base and in the proposals that quote it.

    Raises MendError with the reason where it is for people to decide.
    """
    by_place: dict[Place, list[Mend]] = {}
    for mend in problem.mends:
        by_place.setdefault(mend.place, []).append(mend)
    found: list[Change] = []
    for place, mends in by_place.items():
        if place.file != problem.place.file or place.file not in state.files:
            raise MendError("the words are the base's")
        if place.file in state.unread:
            found.append(_direct(state, place, mends))
        elif place.file == state.bundle.base:
            found += _in_base(state, place, mends)
        else:
            found.append(_in_proposal(state, place, mends))
    return found


def _direct(state: State, place: Place, mends: Sequence[Mend]) -> Change:
    """The scalar at a place with its value mended as it stands."""
    value = state.values.get(place.file, {}).get((place.line, place.column))
    if value is None:
        raise MendError("the words are not written as one text")
    return _edit(place, in_text(value, mends))


def _edit(place: Place, new: str) -> Change:
    return Change(place.file, Edit((place.line, place.column), new))


def _in_base(state: State, place: Place, mends: Sequence[Mend]) -> Iterator[Change]:
    """A text or label of the base, and what the proposals beside it say of it."""
    unread = next((name for name in sorted(state.unread) if name != place.file), "")
    if unread:
        raise MendError(f"{unread} cannot be read, so that it is not known what it quotes")
    if state.base is None:
        raise MendError("the base cannot be read")
    yield _direct(state, place, mends)
    address = next((words.address for words in texts(state.base) if words.place == place), "")
    for proposal in state.proposals.values():
        if address:
            yield from _quotations(state.base, proposal, address, mends)
        else:
            yield from (_edit(*change) for change in readdressed(state.base, proposal, place, mends[0].new))


def _quotations(base: Resolution, proposal: Proposal, address: str, mends: Sequence[Mend]) -> Iterator[Change]:
    """The amendments of a text whose words are mended, with the words of the base they keep or delete."""
    book = AddressBook(base)
    for amendment in proposal.amendments:
        if amendment.wording is None or not _is_about(book, amendment, address):
            continue
        try:
            marked = expand(amendment.wording, book.text(address))
        except StaleError:
            continue  # it does not fit now either
        mended = in_original(marked, mends)
        place = amendment.place_of("text")
        if isinstance(amendment.wording, Marked):
            yield _edit(place, _written(mended, amendment.wording))
        elif isinstance(amendment.wording, Whole) and mended.final() != amendment.wording.text:
            yield _edit(place, mended.final())


def _is_about(book: AddressBook, amendment: Amendment, address: str) -> bool:
    try:
        return book.find(amendment.address) == address
    except AddressError:
        return False


def _in_proposal(state: State, place: Place, mends: Sequence[Mend]) -> Change:
    """Words that a proposal writes: those of an amendment's new wording, or of something that it adds."""
    for amendment in state.proposals[place.file].amendments:
        if isinstance(amendment.wording, Replacements) and amendment.place_of("replace") == place:
            raise MendError("the words come from replacements: --fix=canonical writes them out")
        if amendment.wording is None or amendment.place_of("text") != place:
            continue
        if state.base is None:
            raise MendError("the base cannot be read")
        book = AddressBook(state.base)
        mended = in_final(expand(amendment.wording, book.text(book.find(amendment.address))), mends)
        is_whole = isinstance(amendment.wording, Whole)
        return _edit(place, mended.final() if is_whole else _written(mended, amendment.wording))
    return _direct(state, place, mends)


def _written(mended: Wording, before: object) -> str:
    """A wording as CriticMarkup, in the notation for substitutions that it was written in."""
    substitutes = isinstance(before, Marked) and "{~~" in before.markup
    return criticmarkup.write(mended, substitutes)
