"""One plan from the requests of several proposals: what is agreed, each part naming all who ask for it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from resedit.amend.plan import By, Insertion, Plan
from resedit.merge.meetings import Texts
from resedit.merge.requests import WHOLE, Request, What, around
from resedit.merge.words import landed
from resedit.model.address import FOOTNOTE, AddressBook
from resedit.wording.segments import attributed


class Joined:
    """The requests that stand, by what is asked and of which address."""

    def __init__(self, asked: Iterable[Request]) -> None:
        self.by_what: dict[What, dict[str, list[Request]]] = {what: defaultdict(list) for what in What}
        for request in asked:
            self.by_what[request.what][request.address].append(request)

    def of(self, what: What) -> dict[str, list[Request]]:
        """What is asked, by address; each list in the order of sources."""
        return self.by_what[what]


def joined(texts: Texts, plans: Iterable[Plan], asked: Sequence[Request]) -> Plan:
    """The plan for requests that do not contradict each other (but for words of one text: where those are in conflict,
    the base's stay). `plans` are the proposals' own, for what is wrong with them and where their words stand."""
    book, by_what, plans = texts.book, Joined(asked), list(plans)
    plan = Plan(
        book,
        tuple(proposal for own in plans for proposal in own.proposals),
        labels={address: (here[0].text, names(here)) for address, here in by_what.of(What.LABEL).items()},
        suppressed=_suppressed(book, by_what.of(What.SUPPRESS)),
        moved={address: names(here) for address, here in by_what.of(What.MOVE).items()},
        unchanged=set(by_what.of(What.KEEP)),
        targets={address: here[0].text for address, here in by_what.of(What.MOVE).items()},
        insertions=insertions((*by_what.of(What.ADD).values(), *by_what.of(What.MOVE).values())),
        notes={
            address.partition("/")[2]: (here[0].text, names(here)) for address, here in by_what.of(What.NOTE).items()
        },
        problems=[problem for own in plans for problem in own.problems],
    )
    for here in by_what.of(What.REVISION).values():
        if here[0].words is not None:
            plan.revision = attributed(here[0].words, names(here))
    for address, here in by_what.of(What.WORDS).items():
        only = here[0].words if len(here) == 1 else None
        plan.texts[address] = only or landed(book.text(address), texts.stretches(here))
    for own in reversed(plans):
        plan.places.update(own.places)
        plan.words.update({address: place for address, place in own.words.items() if _has_words(plan, address)})
    return plan


def names(requests: Iterable[Request]) -> By:
    """Whose requests they are, each once, in their order."""
    return tuple(dict.fromkeys(request.by for request in requests))


def _has_words(plan: Plan, address: str) -> bool:
    return address in plan.texts or address.partition("/")[2] in plan.notes


def _suppressed(book: AddressBook, asked: dict[str, list[Request]]) -> dict[str, By]:
    """Who suppresses what; inside what others suppress, they do so, too."""
    everything = asked.get(WHOLE, [])
    if everything:
        tops = [book.canonical((index,)) for index in range(len(book.resolution.provisions))]
        tops += [f"{FOOTNOTE}/{note.label}" for note in book.resolution.footnotes]
        asked = {address: [*everything, *asked.get(address, ())] for address in dict.fromkeys((*tops, *asked))}
    found = {}
    for address, here in asked.items():
        outer = [request for above in around(book, address) for request in asked.get(above, ())]
        if address != WHOLE:
            found[address] = names(sorted((*here, *outer), key=lambda request: request.rank))
    return found


def insertions(asked: Iterable[Sequence[Request]]) -> dict[str, list[Insertion]]:
    """What is put in, by list: at one place in the order of sources, and what is the same once, by all who ask."""
    at: dict[tuple[str, int], list[Request]] = defaultdict(list)
    for here in asked:
        for request in here:
            if request.insertion is not None:
                at[request.text, request.insertion.gap].append(request)
    found: dict[str, list[Insertion]] = defaultdict(list)
    for (parent, _), here in at.items():
        here.sort(key=lambda r: (r.insertion is not None and r.insertion.is_before, r.rank, r.ref.number))
        found[parent] += _once(here)
    return found


def _once(here: Sequence[Request]) -> list[Insertion]:
    """The insertions at one place, each item by itself; one that others ask for as well names them all."""
    ranks = {request.by: request.rank for request in here}
    found: list[Insertion] = []
    for request in here:
        assert request.insertion is not None
        taken: set[int] = set()
        for single in _singles(request.insertion):
            same = next((i for i, other in enumerate(found) if i not in taken and _is_another(other, single)), None)
            if same is None:
                taken.add(len(found))
                found.append(single)
            else:
                taken.add(same)
                found[same] = found[same]._replace(
                    by=tuple(sorted((*found[same].by, *single.by), key=ranks.__getitem__))
                )
    return found


def _singles(insertion: Insertion) -> list[Insertion]:
    return [insertion] if insertion.moved else [insertion._replace(items=(item,)) for item in insertion.items]


def _is_another(other: Insertion, single: Insertion) -> bool:
    """Whether two insertions of different proposals are the same."""
    return (other.items, other.moved) == (single.items, single.moved) and not set(single.by) & set(other.by)
