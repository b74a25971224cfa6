"""What the amendments of several proposals ask for, one request each, by the address they are about."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from resedit.amend.plan import Insertion, Plan
from resedit.model.address import FOOTNOTE, WHOLE_TEXT, AddressBook
from resedit.model.enums import Symbol
from resedit.model.naming import natural
from resedit.model.place import Place
from resedit.model.proposal import Proposal, Ref
from resedit.redline.lines import NUMBER
from resedit.wording.segments import Wording

WHOLE = ""
"""The address of the resolution as a whole."""


class What(StrEnum):
    """What is asked."""

    WORDS = "words"
    LABEL = "label"
    SUPPRESS = "suppress"
    KEEP = "keep"
    """That something stays as it is (NOC)."""
    MOVE = "move"
    ADD = "add"
    NOTE = "note"
    """That a footnote is added."""
    REVISION = "revision"


class Request(NamedTuple):
    """One thing that one amendment asks of one address; `rank` is its proposal's in the order of sources.

    Beside WORDS, LABEL, MOVE, ADD and NOTE stands what is asked for. The address of ADD is the list's."""

    what: What
    address: str
    ref: Ref
    rank: int
    place: Place
    words: Wording | None = None
    text: str = ""
    insertion: Insertion | None = None

    @property
    def by(self) -> str:
        """Whose it is."""
        return self.ref.proposal

    @property
    def key(self) -> tuple[What, str, Ref]:
        """What tells it from all other requests."""
        return self.what, self.address, self.ref

    def target(self, book: AddressBook) -> str:
        """Where it puts something, in words: `before recalling/a`, `at the end of calls`."""
        assert self.insertion is not None
        path = book.path(self.text) if self.text else ()
        siblings = book.provision(self.text).items if self.text else book.resolution.provisions
        if self.insertion.gap < len(siblings):
            return f"before {book.canonical((*path, self.insertion.gap))}"
        return f"at the end of {self.text or WHOLE_TEXT}"


def in_order(proposals: Iterable[Proposal], sources: Sequence[str] = ()) -> tuple[Proposal, ...]:
    """The proposals in the conference's order of sources, those of other sources last, and by number (2 before 10)."""
    ranks = {source: rank for rank, source in enumerate(sources)}

    def key(proposal: Proposal) -> tuple[int, list[tuple[int, str]], str, Place]:
        return ranks.get(proposal.source, len(ranks)), natural(proposal.number), proposal.number, proposal.place

    return tuple(sorted(proposals, key=key))


def requests(plan: Plan, rank: int) -> Iterator[Request]:
    """What the plan of one proposal asks for."""
    (proposal,) = plan.proposals
    number = proposal.number

    def ask(what: What, address: str, of: int, **given: object) -> Request:
        place = plan.places.get(address, proposal.place)
        return Request(what, address, Ref(number, of), rank, place, **given)  # type: ignore[arg-type]

    if plan.revision.segments:
        yield ask(What.REVISION, NUMBER, 0, words=plan.revision)._replace(place=proposal.place_of("revision"))
    if proposal.symbol in (Symbol.SUP, Symbol.NOC):
        what = What.SUPPRESS if proposal.symbol is Symbol.SUP else What.KEEP
        yield ask(what, WHOLE, 0)._replace(place=proposal.place_of("symbol"))
    for address, words in plan.texts.items():
        if words.changed:
            yield ask(What.WORDS, address, plan.touched[address][1], words=words)
    for address, (label, _) in plan.labels.items():
        yield ask(What.LABEL, address, plan.touched[address][1], text=label)
    for address in plan.suppressed:
        if address in plan.touched:
            yield ask(What.SUPPRESS, address, plan.touched[address][1])
    for address in sorted(plan.unchanged):
        yield ask(What.KEEP, address, plan.touched[address][1])
    for label, (text, _) in plan.notes.items():
        address = f"{FOOTNOTE}/{label}"
        yield ask(What.NOTE, address, plan.touched[address][1], text=text)
    for parent, insertions in plan.insertions.items():
        for insertion in insertions:
            what, address = (What.MOVE, insertion.moved) if insertion.moved else (What.ADD, parent)
            yield ask(what, address, insertion.number, insertion=insertion, text=parent)._replace(place=insertion.place)


def around(book: AddressBook, address: str) -> Iterator[str]:
    """The addresses that a provision stands under, the nearest first, and at last the whole."""
    if book.is_provision(address):
        path = book.path(address)
        for length in range(len(path) - 1, 0, -1):
            yield book.canonical(path[:length])
    yield WHOLE
