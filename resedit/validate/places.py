"""Where a proposal writes the words of the text that it makes."""

from resedit.amend.expand import found_in
from resedit.model.place import Place
from resedit.model.problem import Slip
from resedit.model.proposal import Amendment, Marked, Proposal, Replacements
from resedit.model.resolution import NOWHERE, Resolution
from resedit.validate.subject import book_of
from resedit.wording.criticmarkup import places_in_final


def written(base: Resolution, proposal: Proposal, place: Place, slip: Slip | None) -> tuple[Place, Slip | None]:
    """Where in the proposal's file the words stand that are the `slip` of a text that it makes, whose new wording is at
    `place`, and which of what is written there they are: in CriticMarkup behind the words that it deletes, in exact
    replacements in one of them, or beside the nearest where they are the base's own. The proposal can be applied."""
    if slip is None or place == NOWHERE:
        return place, slip
    reworded = (amendment for amendment in proposal.amendments if amendment.wording)
    amendment = next((one for one in reworded if one.place_of_wording == place), None)
    match amendment:
        case Amendment(wording=Marked(markup)):
            return place, _in_markup(markup, slip)
        case Amendment(wording=Replacements() as new, address=address):
            book = book_of(base)
            return _in_replacements(new, book.text(book.find(address)), slip)
    return place, slip


def _in_markup(markup: str, slip: Slip) -> Slip:
    """The beginning of the words, as far as no marker comes between them."""
    places = places_in_final(markup)[slip.start : slip.start + len(slip.words)]
    together = [place for index, place in enumerate(places) if place == places[0] + index]
    return Slip(slip.words[: len(together)], places[0] if places else len(markup))


def _in_replacements(new: Replacements, old: str, slip: Slip) -> tuple[Place, Slip | None]:
    """The part of the words that one of the replacements puts there, or else the nearest of them."""
    apart: list[tuple[int, Place]] = []
    moved = 0
    for start, end, pair in found_in(old, new):
        first = start + moved
        last = first + len(pair.new)
        moved = last - end
        left, right = max(first, slip.start), min(last, slip.start + len(slip.words))
        if left < right:
            return pair.new_place, Slip(slip.words[left - slip.start : right - slip.start], left - first)
        apart.append((left - right, pair.place))
    return min(apart)[1], None
