"""What is kept of each text to compare the texts of a project: small, and plain data, as texts are checked apart."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resedit.model.conference import Conference
from resedit.model.place import Place
from resedit.model.problem import Slip
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.validate.places import written
from resedit.validate.texts.citations import body_in
from resedit.validate.texts.instruments import OWN, Instrument, instruments

_YEAR = re.compile(r"(?:19|20)\d\d")


class Cites(NamedTuple):
    """That a text knows an instrument in a revision: the year of the text, the instrument, its revision with the year,
    and where it is cited, in which words. A base knows itself: then there is no address."""

    year: int
    instrument: Instrument
    revision: str
    of_year: int
    shown: str
    place: Place
    address: str = ""
    slip: Slip | None = None


def facts_of_base(base: Resolution) -> tuple[Cites, ...]:
    """The instruments that a base cites, and the base itself."""
    year = _year(base.revision)
    itself = Instrument("resolution", base.number.casefold(), body_in(base.opening))
    own = Cites(year, itself, base.revision, year, f"Resolution {base.number}", base.place_of("revision"))
    return (own, *_cited(base, year))


def facts_of_proposal(
    base: Resolution, proposal: Proposal, final: Resolution, conference: Conference | None
) -> tuple[Cites, ...]:
    """The instruments that a proposal makes a text cite, and that its base does not cite in that revision."""
    year = _year(proposal.revision) or _year(conference.year if conference else "")
    known = {(fact.instrument, fact.revision) for fact in _cited(base, year)}
    return tuple(
        _written(fact, base, proposal) for fact in _cited(final, year) if (fact.instrument, fact.revision) not in known
    )


def _written(fact: Cites, base: Resolution, proposal: Proposal) -> Cites:
    """What a text cites, with the place where the proposal that makes the text writes it."""
    if fact.place.file != proposal.place.file:
        return fact._replace(place=proposal.place_of("amendments"), slip=None)
    place, slip = written(base, proposal, fact.place, fact.slip)
    return fact._replace(place=place, slip=slip)


def _cited(text: Resolution, year: int) -> Iterator[Cites]:
    """Each revision of each instrument once, where it is cited first, if it is known whose the instrument is."""
    for instrument, cited in instruments(text).items():
        seen: set[str] = set()
        for words, citation in cited:
            if instrument.body not in ("", OWN) and citation.same_revision not in seen:
                seen.add(citation.same_revision)
                found = (citation.revision, citation.year, citation.shown, words.place, words.address)
                yield Cites(year, instrument, *found, Slip(citation.revision, citation.at))


def _year(text: str) -> int:
    found = _YEAR.search(text)
    return int(found[0]) if found else 0
