"""The report of a merge: which amendments meet, what cannot all be adopted, and what became of each amendment."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from resedit.amend.choose import GONE, Fallen, refs, settled, status_of, without
from resedit.merge.meetings import Meeting, Verdict
from resedit.merge.merge import Merge
from resedit.merge.requests import WHOLE, Request, What
from resedit.model.address import WHOLE_TEXT, AddressBook
from resedit.model.enums import Kind, Symbol
from resedit.model.proposal import Amendment, Proposal, Ref
from resedit.redline.lines import NUMBER
from resedit.wording.segments import EMPTY, Op, Segment, Wording, deleted, inserted, kept, replaced, wording
from resedit.wording.tokens import count_words


class Pair(NamedTuple):
    """Two amendments of different proposals that meet, at some addresses; `why` says in words what they are."""

    first: Ref
    second: Ref
    verdict: Verdict
    addresses: tuple[str, ...]
    why: tuple[str, ...]


class Side(NamedTuple):
    """What one amendment asks: its symbol (and where to), its words, and how many words it changes."""

    ref: Ref
    address: str
    asks: str
    words: Wording
    reasons: str
    changed: int


class Cluster(NamedTuple):
    """Amendments that cannot all be adopted: each is in conflict with another of them. `base` gives the base's words by
    address. The sides stand in the order in which an assembly would usually take them, furthest from the base first."""

    base: tuple[tuple[str, str], ...]
    sides: tuple[Side, ...]


class Became(StrEnum):
    """What became of an amendment."""

    LANDED = "landed"
    SAME = "same as another"
    CONFLICT = "in conflict"
    FALLEN = "fallen"


class Outcome(NamedTuple):
    """What became of one amendment, or of a proposal without any; `why` names the others that it is due to."""

    ref: Ref
    became: Became
    why: str = ""


class Report(NamedTuple):
    """All of it."""

    pairs: tuple[Pair, ...]
    clusters: tuple[Cluster, ...]
    outcomes: tuple[Outcome, ...]

    def of(self, verdict: Verdict) -> tuple[Pair, ...]:
        """The pairs of a verdict."""
        return tuple(pair for pair in self.pairs if pair.verdict is verdict)


def report(merged: Merge, proposals: Sequence[Proposal], fallen: Sequence[Fallen] = ()) -> Report:
    """The report of a merge of these proposals; `fallen` are those that a decision took out before. What is said to
    replace others and was taken out itself replaces nothing."""
    found = pairs(merged.meetings)
    gone = {one.ref for one in fallen}.intersection(refs(proposals))  # not a revision that falls without its proposal
    became = _outcomes(found, without(proposals, gone))
    earlier = (Outcome(one.ref, Became.FALLEN, one.why) for one in fallen)
    return Report(found, clusters(merged), (*became, *earlier))


def pairs(met: Iterable[Meeting]) -> tuple[Pair, ...]:
    """The meetings of requests as those of amendments, in their order: two are identical where all that they ask is,
    and conflicting where any of it is."""
    by_refs: dict[tuple[Ref, Ref], list[Meeting]] = defaultdict(list)
    for meeting in met:
        by_refs[meeting.first.ref, meeting.second.ref].append(meeting)
    found = []
    for (first, second), meetings in by_refs.items():
        if len(meetings) == 1:  # as most do
            (only,) = meetings
            found.append(Pair(first, second, only.verdict, (only.address,), (only.why,)))
            continue
        verdicts = {meeting.verdict for meeting in meetings}
        verdict = next(v for v in reversed(Verdict) if v in verdicts)
        telling = [meeting for meeting in meetings if meeting.verdict is verdict]
        addresses = tuple(dict.fromkeys(meeting.address for meeting in telling))
        found.append(Pair(first, second, verdict, addresses, tuple(dict.fromkeys(m.why for m in telling))))
    return tuple(found)


def outcomes(merged: Merge, proposals: Sequence[Proposal]) -> tuple[Outcome, ...]:
    """What became of every amendment of the proposals that were merged, each exactly once."""
    return _outcomes(pairs(merged.meetings), proposals)


def _outcomes(met: Iterable[Pair], proposals: Sequence[Proposal]) -> tuple[Outcome, ...]:
    conflicting: dict[Ref, list[Ref]] = defaultdict(list)
    same: dict[Ref, Ref] = {}
    for pair in met:
        if pair.verdict is Verdict.CONFLICTING:
            conflicting[pair.first].append(pair.second)
            conflicting[pair.second].append(pair.first)
        elif pair.verdict is Verdict.IDENTICAL:
            same.setdefault(pair.second, pair.first)
    replaced = {one.ref: one.why for one in settled(proposals)[1]}
    gone = {ref: why for proposal in proposals for ref, why in _gone(proposal)}
    found = []
    for ref in dict.fromkeys(refs(proposals)):
        if ref in gone or ref in replaced:
            found.append(Outcome(ref, Became.FALLEN, gone.get(ref) or replaced[ref]))
        elif ref in conflicting:
            found.append(Outcome(ref, Became.CONFLICT, _list(conflicting[ref])))
        elif ref in same:
            found.append(Outcome(ref, Became.SAME, str(same[ref])))
        else:
            found.append(Outcome(ref, Became.LANDED))
    return tuple(found)


def _gone(proposal: Proposal) -> list[tuple[Ref, str]]:
    """The amendments of a proposal that are withdrawn or fallen."""
    found = [(number, status_of(amendment, proposal)) for number, amendment in proposal.numbered()]
    found = found or [(0, proposal.status)]
    return [(Ref(proposal.number, number), f"it is {status}") for number, status in found if status in GONE]


def _list(found: Iterable[Ref]) -> str:
    return ", ".join(map(str, dict.fromkeys(found)))


def clusters(merged: Merge) -> tuple[Cluster, ...]:
    """The conflicts of a merge, those that hang together as one, in the base's order."""
    book = AddressBook(merged.redline.base)
    groups = _components(merged.conflicts)
    met = [request for meeting in merged.meetings for request in (meeting.first, meeting.second)]
    asked: dict[Ref, list[Request]] = defaultdict(list)
    for request in {(request.ref, request.what, request.address): request for request in met}.values():
        asked[request.ref].append(request)
    amendments = {
        Ref(proposal.number, number): (amendment, proposal)
        for proposal in merged.redline.proposals
        for number, amendment in proposal.numbered()
    }
    proposals = {proposal.number: proposal for proposal in merged.redline.proposals}
    found = []
    order = {address: index for index, address in enumerate(book.all())} if groups else {}
    for group in groups:
        sides = [_side(book, asked[ref], *amendments.get(ref, (None, proposals[ref.proposal]))) for ref in group]
        sides.sort(key=lambda side: -side.changed)
        addresses = sorted({request.address for ref in group for request in asked[ref]}, key=_in_base(order))
        found.append(Cluster(tuple((a or WHOLE_TEXT, _base(book, a)) for a in addresses), tuple(sides)))
    return tuple(found)


def usual_order(cluster: Cluster, quote: str = "") -> str:
    """The order in which an assembly would usually take the sides, in words: furthest from the base first."""
    found = (
        f"{quote}{side.ref}{quote} ({side.changed} word{'' if side.changed == 1 else 's'} changed)"
        for side in cluster.sides
    )
    return ", ".join(found)


def _components(conflicts: Iterable[Meeting]) -> list[list[Ref]]:
    """The amendments in conflict, each group being those that conflicts lead from one to another; in order."""
    above: dict[Ref, Ref] = {}

    def root(ref: Ref) -> Ref:
        while above.setdefault(ref, ref) != ref:
            above[ref] = above[above[ref]]
            ref = above[ref]
        return ref

    ranks: dict[Ref, tuple[int, int]] = {}
    for meeting in conflicts:
        for request in (meeting.first, meeting.second):
            ranks[request.ref] = (request.rank, request.ref.number)
        above[root(meeting.second.ref)] = root(meeting.first.ref)
    groups: dict[Ref, list[Ref]] = defaultdict(list)
    for ref in ranks:
        groups[root(ref)].append(ref)
    return [sorted(group, key=ranks.__getitem__) for group in groups.values()]


def _in_base(order: Mapping[str, int]) -> Callable[[str], tuple[int, str]]:
    """How addresses stand in the order of the base: the whole and its revision first, notes that are added last."""
    return lambda address: (-1 if address in (WHOLE, NUMBER) else order.get(address, len(order)), address)


def _base(book: AddressBook, address: str) -> str:
    if address == NUMBER:
        return book.resolution.revision
    if address == WHOLE:
        count = sum(item.kind not in (Kind.ROW, Kind.CELL) for item in book.resolution.walk())
        begins = book.resolution.opening or book.resolution.title
        return f"{begins} … ({count} provision{'' if count == 1 else 's'})"
    return book.text(address) if book.has(address) else ""


def _side(book: AddressBook, asked: Sequence[Request], amendment: Amendment | None, proposal: Proposal) -> Side:
    """What an amendment asks, in words."""
    first = asked[0]
    symbol = amendment.symbol if amendment else (Symbol.MOD if first.what is What.REVISION else proposal.symbol)
    asks = symbol.value
    if first.insertion is not None:
        asks = f"{symbol.value} {first.target(book)}"
    elif first.address == WHOLE:
        asks = f"{symbol.value} of the whole resolution"
    parts = [_words(book, request) for request in asked]
    words = wording([s for part in parts for s in (*part.segments, Segment(Op.KEEP, " "))][:-1])
    changed = sum(count_words(s.text) for s in words.segments if s.op is not Op.KEEP)
    if first.address == WHOLE and first.insertion is None:
        words = EMPTY  # what it asks says it; all words of a resolution are no help
    reasons = (amendment.reasons if amendment else "") or proposal.reasons
    return Side(first.ref, first.address or WHOLE_TEXT, asks, words, reasons, changed)


def _words(book: AddressBook, request: Request) -> Wording:
    """What one request makes of the base's words."""
    by = (request.by,)
    match request.what:
        case What.WORDS | What.REVISION:
            return request.words or EMPTY
        case What.SUPPRESS if request.address == WHOLE:
            return deleted(" ".join(item.text for item in book.resolution.walk() if item.text), by)
        case What.SUPPRESS:
            return deleted(_all_words(book, request.address), by)
        case What.KEEP | What.MOVE:
            return kept(_base(book, request.address))
        case What.LABEL:
            is_item = book.is_provision(request.address)
            old = book.provision(request.address).label if is_item else request.address.partition("/")[2]
            return replaced(old, request.text, by)
        case _:
            items = request.insertion.items if request.insertion else ()
            texts = [item.text for added in items for item in added.provision.walk() if item.text]
            return inserted(" ".join(texts) or request.text, by)


def _all_words(book: AddressBook, address: str) -> str:
    if not book.is_provision(address):
        return book.text(address)
    return " ".join(item.text for item in book.provision(address).walk() if item.text)
