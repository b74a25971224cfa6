"""Rebase: carrying a proposal that was written for one text over to another.

Each amendment is looked at by itself: where its provision stands in the new base, what became of the words it changes,
whether what it asks for is there already. What cannot land stays in the proposal as it was, fallen, with the reason as
a query, so that people decide; nothing is dropped.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from resedit.amend.alone import alone
from resedit.amend.choose import GONE, status_of
from resedit.amend.counterparts import Counterparts, counterparts
from resedit.amend.landing import Lander
from resedit.amend.neighbours import LostError, styled
from resedit.amend.rewording import Landing
from resedit.amend.shared import Shared
from resedit.model.address import TITLE, AddressBook, AddressError
from resedit.model.enums import Status, Symbol
from resedit.model.place import Place
from resedit.model.problem import Problem, UsageError
from resedit.model.proposal import Added, Amendment, Proposal, Query, Replacements
from resedit.model.resolution import Provision, Remarks, Resolution
from resedit.wording.segments import Wording


class Outcome(StrEnum):
    """What became of an amendment on the new base."""

    UNCHANGED = "landed unchanged"
    CHANGED = "landed on changed words"
    PRESENT = "already in the text"
    LOST = "cannot land"
    LEFT = "left as it is"
    """It is withdrawn or fallen, so that nothing is to be carried over."""


class Carried(NamedTuple):
    """One amendment carried over: its number in the file from 1, what it was and what it is now, the address in the new
    base (empty where it has none), the words where they changed (from the new base's to the amendment's) and how close
    the new base's are to the old ones; `said` are remarks, the reason last where it cannot land."""

    number: int
    before: Amendment
    after: Amendment
    outcome: Outcome
    address: str = ""
    words: Wording | None = None
    closeness: float | None = None
    said: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The amendment as people read it: `MOD recalling a → recalling c`."""
        places = dict.fromkeys((self.before.address, self.after.address))
        return f"{self.before.symbol} {' → '.join(places)}"

    @property
    def verdict(self) -> str:
        """The outcome and, where the base's words changed, how much of them is the same."""
        return str(self.outcome) if self.closeness is None else f"{self.outcome}, {self.closeness:.0%} alike"


class Rebased(NamedTuple):
    """A proposal on its new base, with what became of each amendment, in order, and remarks on the rest of it."""

    proposal: Proposal
    amendments: tuple[Carried, ...]
    said: tuple[str, ...] = ()

    @property
    def all_landed(self) -> bool:
        """Whether nothing is left that cannot land."""
        return not any(carried.outcome is Outcome.LOST for carried in self.amendments)

    @property
    def tally(self) -> str:
        """How many amendments came to which outcome: `3 landed unchanged, 1 cannot land`."""
        counts = Counter(carried.outcome for carried in self.amendments)
        return ", ".join(f"{counts[outcome]} {outcome}" for outcome in Outcome if counts[outcome]) or "no amendments"


def rebase(old: Resolution, new: Resolution, proposal: Proposal) -> Rebased:
    """The proposal, written for the base `old`, as a proposal for the base `new`.

    Applied to `new` it has no problem: an amendment that would have one is marked as what cannot land. Its amendments
    are as many as before, in their order. Raises UsageError for a proposal that adds a resolution, ReseditError for
    texts in different languages.
    """
    if proposal.symbol is Symbol.ADD:
        raise UsageError(f"{proposal.number} adds a resolution, which has no base", "rebase proposals that amend one")
    known = counterparts(old, new)
    lander = Lander(known, proposal)
    carried = [_carried(lander, number, proposal) for number in range(1, len(proposal.amendments) + 1)]
    queries, said = _queries(known, proposal.queries)
    target = replace(proposal, resolution=new.number, base_revision=new.revision, queries=queries)
    while True:
        made = replace(target, amendments=tuple(one.after for one in carried))
        refused = _refused(new, made)
        if not refused:
            return Rebased(made, tuple(carried), said)
        for index, message in refused.items():
            carried[index] = _lost(carried[index], message, new)


def _carried(lander: Lander, number: int, proposal: Proposal) -> Carried:
    amendment = proposal.amendments[number - 1]
    status = status_of(amendment, proposal)
    if status in GONE:
        return Carried(number, amendment, amendment, Outcome.LEFT, said=(f"it is {status}",))
    start = Carried(number, amendment, amendment, Outcome.UNCHANGED)
    new = lander.known.new.resolution
    try:
        landing = lander.land(amendment)
    except LostError as error:
        return _lost(start, error.message, new)._replace(closeness=error.closeness, words=error.words)
    except AddressError as error:
        return _lost(start, f"{error.message} it was written for", new)
    if landing.is_present:
        note = f"rebase: already in the text of {new.reference}"
        after = replace(amendment, status=Status.FALLEN, remarks=_with_note(amendment.remarks, note))
        return start._replace(after=after, outcome=Outcome.PRESENT, address=landing.address)
    return _landed(start, landing)


def _landed(start: Carried, landing: Landing) -> Carried:
    outcome = Outcome.CHANGED if landing.words is not None or landing.said else Outcome.UNCHANGED
    return start._replace(
        after=landing.amendment,
        outcome=outcome,
        address=landing.address,
        words=landing.words,
        closeness=landing.closeness,
        said=landing.said,
    )


def _lost(carried: Carried, reason: str, new: Resolution) -> Carried:
    """The amendment as it was, marked as what cannot land."""
    before = carried.before
    query = f"rebase: cannot land on {new.reference}: {reason}"
    after = replace(before, status=Status.FALLEN, remarks=_with_query(before.remarks, query))
    return Carried(carried.number, before, after, Outcome.LOST, carried.address, said=(reason,))


def _with_note(remarks: Remarks, text: str) -> Remarks:
    """The remarks with a note more, behind what people wrote."""
    return replace(remarks, note=f"{remarks.note} – {text}" if remarks.note else text)


def _with_query(remarks: Remarks, text: str) -> Remarks:
    """The remarks with a query more, behind what people wrote."""
    return replace(remarks, query=f"{remarks.query} – {text}" if remarks.query else text)


def _refused(new: Resolution, proposal: Proposal) -> dict[int, str]:
    """Why the new base does not take amendments, by their number from 0: each problem by its place or, where it is not
    about one amendment, the last one without which there is a problem less."""
    problems = _problems(new, proposal)
    by_place = {_index(p.place): _cited(p.message) for p in reversed(problems) if p.place.file.startswith("#")}
    if by_place or not problems:
        return by_place
    for index in reversed(range(len(proposal.amendments))):
        without = replace(proposal, amendments=(*proposal.amendments[:index], *proposal.amendments[index + 1 :]))
        if len(_problems(new, without)) < len(problems):
            return {index: _cited(problems[0].message)}
    return {}


def _index(place: Place) -> int:
    return int(place.file.removeprefix("#")) - 1


def _cited(message: str) -> str:
    """A message that names amendments by their numbers instead of places."""
    return _PLACE.sub(r"\1", message)


_PLACE = re.compile(r"(#\d+):1:1\b")


def _problems(new: Resolution, proposal: Proposal) -> tuple[Problem, ...]:
    """What is wrong with a proposal, its amendments told apart by places: the file is called by their number (`#1`)."""
    marked = tuple(_placed(amendment, Place(f"#{number}")) for number, amendment in enumerate(proposal.amendments, 1))
    return alone(Shared(AddressBook(new)), replace(proposal, amendments=marked))[1]


def _placed(amendment: Amendment, place: Place) -> Amendment:
    wording = amendment.wording
    if isinstance(wording, Replacements):
        wording = Replacements(tuple(replace(pair, place=place) for pair in wording.pairs))
    items = tuple(Added(_provision_placed(item.provision, place), item.numbered) for item in amendment.items)
    return replace(amendment, wording=wording, items=items, place=place, places=())


def _provision_placed(item: Provision, place: Place) -> Provision:
    return replace(item, place=place, items=tuple(_provision_placed(below, place) for below in item.items))


def _queries(known: Counterparts, queries: Sequence[Query]) -> tuple[tuple[Query, ...], tuple[str, ...]]:
    """The questions at their new addresses; where a provision is gone, at the title."""
    moved, said = [], []
    for query in queries:
        address = _new_address(known, query.address)
        if not address:
            said.append(f"query {query.address}: it is not in the text any more; asked at {TITLE}")
        moved.append(replace(query, address=styled(known.new, query.address, address or TITLE)))
    return tuple(moved), tuple(said)


def _new_address(known: Counterparts, address: str) -> str:
    try:
        return known.of(known.old.find(address))
    except AddressError:
        return ""
