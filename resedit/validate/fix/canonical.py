"""The short forms of a new wording (`replace:`, a whole `text:`) written out as CriticMarkup over the base's words."""

from collections.abc import Iterator

from resedit.amend.expand import StaleError, expand
from resedit.model.address import AddressError
from resedit.model.place import Place
from resedit.model.proposal import Amendment, Replacements, Whole
from resedit.store.edit import Edit, Repair
from resedit.store.source import At
from resedit.validate.fix.bundle import State
from resedit.validate.fix.edits import Change
from resedit.wording import criticmarkup


def short_forms(state: State) -> Iterator[tuple[Amendment, Change]]:
    """The amendments in a short form that fit the base, and what each becomes. One that changes nothing stays."""
    if state.base is None:
        return
    book = state.book
    for proposal in state.proposals.values():
        for amendment in proposal.amendments:
            if not isinstance(amendment.wording, (Replacements, Whole)):
                continue
            try:
                words = expand(amendment.wording, book.text(book.find(amendment.address)))
            except (AddressError, StaleError):
                continue
            markup = criticmarkup.write(words)
            if words.changed and criticmarkup.is_marked(markup):
                yield amendment, _change(amendment, markup)


def _change(amendment: Amendment, markup: str) -> Change:
    places = dict(amendment.places)
    if isinstance(amendment.wording, Whole):
        return Change(amendment.place.file, Edit(_at(places["text"]), markup))
    without = (_at(places["times"]),) if "times" in places else ()
    return Change(amendment.place.file, Repair(_at(places["replace"]), "text", markup, without))


def _at(place: Place) -> At:
    return place.line, place.column
