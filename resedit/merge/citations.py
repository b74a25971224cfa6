"""Where amendments meet in a footnote and in what refers to it: a reference keeps its note, and a note a reference; no
two notes have one label.

Where some suppress a note with its references and others change it, the references are contested as well; so is a new
reference to a note that others suppress, and what takes a reference away where together nothing would refer any more.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from resedit.merge.meetings import Meeting, Verdict
from resedit.merge.requests import Request, What, around
from resedit.model.address import FOOTNOTE, AddressBook
from resedit.redline.references import references


def note_meetings(book: AddressBook, asked: Sequence[Request]) -> Iterator[Meeting]:
    """The meetings of requests about a footnote of the base with those about references to it, and of those that give
    two footnotes one label; all of them conflicts. Their address is a footnote's."""
    yield from _labels(asked)
    notes = {note.label: f"{FOOTNOTE}/{note.label}" for note in book.resolution.footnotes}
    if not notes:
        return
    at: dict[str, list[Request]] = defaultdict(list)
    less: dict[str, list[Request]] = defaultdict(list)
    more: dict[str, list[Request]] = defaultdict(list)
    for request in asked:
        at[request.address].append(request)
        change = _change(book, request)
        for label in notes.keys() & change.keys():
            (more if change[label] > 0 else less)[label].append(request)
    for label, address in notes.items():
        gone = [request for request in at[address] if request.what is What.SUPPRESS]
        refused = {request.by for request in gone} & {request.by for request in more[label]}  # each by itself
        for suppressed in gone:
            for other in (request for request in at[address] if request.what is not What.SUPPRESS):
                for taken in (request for request in less[label] if request.by == suppressed.by != other.by):
                    yield _conflict(taken, other, address, "one takes away the reference to what the other changes")
            for added in () if refused else more[label]:
                yield _conflict(suppressed, added, address, "one suppresses what the other refers to")
        if not gone and not more[label] and _nothing_left(book, label, less[label]):
            for first, second in combinations(less[label], 2):
                if first.by != second.by:
                    yield _conflict(first, second, address, "together they take away what refers to it")


def _labels(asked: Sequence[Request]) -> Iterator[Meeting]:
    given: dict[str, list[Request]] = defaultdict(list)
    for request in asked:
        if request.what is What.LABEL and request.address.startswith(f"{FOOTNOTE}/"):
            given[request.text].append(request)
    for here in given.values():
        for first, second in combinations(here, 2):
            if first.by != second.by and first.address != second.address:
                yield _conflict(first, second, second.address, "two footnotes would have one label")


def _conflict(first: Request, second: Request, address: str, why: str) -> Meeting:
    first, second = sorted((first, second), key=lambda r: (r.rank, r.ref.number))
    return Meeting(first, second, Verdict.CONFLICTING, address, why)


def _change(book: AddressBook, request: Request) -> Mapping[str, int]:
    """How many more references to each note a text has under a request, fewer being less than 0."""
    found: Counter[str] = Counter()
    if request.words is not None and request.what is What.WORDS and not request.address.startswith(f"{FOOTNOTE}/"):
        found.update(references(request.words.final()))
        found.subtract(references(request.words.original()))
    elif request.what is What.SUPPRESS and book.is_provision(request.address):
        for item in book.provision(request.address).walk():
            found.subtract(references(item.text))
    elif request.what is What.ADD and request.insertion is not None:
        for added in request.insertion.items:
            found.update(key for item in added.provision.walk() for key in references(item.text))
    return {label: count for label, count in found.items() if count}


def _nothing_left(book: AddressBook, label: str, less: Sequence[Request]) -> bool:
    """Whether several take away, together, all references to a note."""
    if len({request.by for request in less}) < 2:
        return False
    cited = ((address, references(book.text(address)).count(label)) for address in book.all())
    return all(
        max(_taken(book, request, address, label) for request in less) >= count
        for address, count in cited
        if count and not address.startswith(f"{FOOTNOTE}/")
    )


def _taken(book: AddressBook, request: Request, address: str, label: str) -> int:
    """How many of the references at an address a request takes away."""
    if request.address == address:
        return -_change(book, request)[label]
    is_inside = request.what is What.SUPPRESS and request.address in around(book, address)
    return references(book.text(address)).count(label) if is_inside else 0
