"""Conflicts in square brackets, as conference documents print them: `[ECP/24A5/1: …] [XYZ/7/2: …] [base: …]`.

What is agreed stands plain. In a text, the smallest stretch that is in conflict is bracketed; a provision that some
want to suppress or to move is bracketed as a whole, with all below it. The base's words are deleted by all who ask for
others, each side's words are inserted by those who ask for them, and the brackets themselves, with the base's words in
the last of them, by nobody but `BRACKETS`. So rejecting what is by BRACKETS and by all sides but one leaves that side.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from resedit.amend.build import added_node, revised
from resedit.amend.plan import By, Plan
from resedit.merge.joining import insertions, joined, names
from resedit.merge.meetings import Meeting, Texts
from resedit.merge.requests import WHOLE, Request, What
from resedit.merge.words import Side, Stretch, woven
from resedit.model.address import FOOTNOTE, TITLE, AddressBook
from resedit.model.enums import Kind
from resedit.model.proposal import Added
from resedit.model.resolution import Provision
from resedit.numbering.labels import is_counted
from resedit.redline.lines import NUMBER
from resedit.redline.redline import Tracked
from resedit.wording.segments import Op, Segment, Wording, kept, wording

BRACKETS = "brackets"
"""Whose the brackets are."""
BASE = "base"
NOTHING = "–"
"""What stands in a bracket where there are no words."""


class Contest(NamedTuple):
    """All requests, and the pairs of them that are in conflict, but for those about the whole resolution."""

    texts: Texts
    asked: Sequence[Request]
    pairs: Sequence[Meeting]

    @property
    def book(self) -> AddressBook:
        """The base's addresses."""
        return self.texts.book


def is_whole(request: Request) -> bool:
    """Whether a request is about the resolution as a whole: SUP or NOC of it."""
    return request.address == WHOLE and request.what in (What.SUPPRESS, What.KEEP)


def bracketed(plan: Plan, contest: Contest, wholes: Sequence[Request] = ()) -> Plan:
    """A plan of what is agreed with what is in conflict in brackets; `wholes` are requests about the resolution as a
    whole that others contest, which are said before the title."""
    made = replace(
        plan,
        texts=dict(plan.texts),
        suppressed=dict(plan.suppressed),
        insertions={parent: list(here) for parent, here in plan.insertions.items()},
    )
    roots = _roots(contest)
    for root, pairs in _by_root(contest, roots).items():
        _bracket_provision(made, contest, root, pairs)
    for address, parties in _by_address(contest, roots).items():
        _bracket_parts(made, contest, address, parties)
    if wholes:
        said = (_mark(f"[{request.by}: {'SUP' if request.what is What.SUPPRESS else 'NOC'}] ") for request in wholes)
        title = made.texts.get(TITLE) or kept(contest.book.text(TITLE))
        made.texts[TITLE] = wording((*said, *title.segments))
    return made


def _around(address: str) -> list[str]:
    """An address and those it stands under."""
    parts = address.split("/")
    return ["/".join(parts[:length]) for length in range(len(parts), 0, -1)] if address else []


def _roots(contest: Contest) -> list[str]:
    """The outermost provisions that are contested as a whole, in the base's order."""
    found = {
        request.address: None
        for pair in contest.pairs
        for request in (pair.first, pair.second)
        if request.what in (What.SUPPRESS, What.MOVE) and contest.book.is_provision(request.address)
    }
    return sorted((a for a in found if not any(o in found for o in _around(a)[1:])), key=contest.book.path)


def _reach(request: Request) -> list[str]:
    """The addresses a request is about, and where it puts something, with all that these stand under."""
    return _around(request.address) + (_around(request.text) if request.what is What.MOVE else [])


def _by_root(contest: Contest, roots: Iterable[str]) -> dict[str, list[Meeting]]:
    found: dict[str, list[Meeting]] = {root: [] for root in roots}
    for pair in contest.pairs:
        for address in dict.fromkeys((*_reach(pair.first), *_reach(pair.second))):
            if address in found:
                found[address].append(pair)
    return found


def _by_address(contest: Contest, roots: Iterable[str]) -> dict[str, list[Request]]:
    """The contested requests about what is not below a root, by address, with those they are in conflict with."""
    below = set(roots)
    found: dict[str, list[Meeting]] = defaultdict(list)
    for pair in contest.pairs:
        for request in (pair.first, pair.second):
            if request.what is not What.KEEP and below.isdisjoint(_around(request.address)):
                found[request.address].append(pair)
    return {address: _parties(pairs) for address, pairs in found.items()}


def _parties(pairs: Iterable[Meeting]) -> list[Request]:
    """The requests of some conflicts, each once, in the order of sources."""
    found = {(r.what, r.address, r.ref): r for pair in pairs for r in (pair.first, pair.second)}
    return sorted(found.values(), key=lambda r: (r.rank, r.ref.number))


def _bracket_provision(plan: Plan, contest: Contest, root: str, pairs: Iterable[Meeting]) -> None:
    """Put the sides of a provision that is contested as a whole in its place, the base last."""
    parties = _parties(pairs)
    gone = names(r for r in parties if r.what is What.SUPPRESS and r.address == root)
    moves = [r for r in parties if r.what is What.MOVE and r.address == root]
    others = set(names(parties))
    inside = [
        r
        for r in contest.asked
        if root in _reach(r) and not (r.address == root and r.what in (What.SUPPRESS, What.MOVE))
    ]

    def side(by: str = "") -> Provision:
        requests = [r for r in inside if r.by == by or r.by not in others]
        plan = joined(contest.texts, (), requests)
        found = revised(plan, root)
        return replace(found, label=plan.labels[root][0]) if root in plan.labels else found

    sides: dict[Provision, list[str]] = defaultdict(list)
    unchanged = side()
    for by in names(parties):
        if by not in gone and by not in names(moves):
            sides[side(by)].append(by)
    keepers = sides.pop(unchanged, [])
    said = [f"[{_list(gone)}: {NOTHING}] "] if gone else []
    for movers in _by_target(moves):
        said.append(f"[{_list(names(movers))}: → {movers[0].target(contest.book)}] ")
        _bracket_move(plan, movers, side(movers[0].by))
    base = _enclosed(unchanged, (BRACKETS,), f"{''.join(said)}[{_list((BASE, *keepers))}: ")
    plan.alternatives[root] = (*(_enclosed(text, tuple(by), f"[{_list(by)}: ") for text, by in sides.items()), base)
    plan.suppressed[root] = names(r for r in parties if r.by not in keepers)


def _by_target(moves: Iterable[Request]) -> list[list[Request]]:
    """Moves of one provision, those that lead to one place together."""
    found: dict[tuple[str, int], list[Request]] = defaultdict(list)
    for request in moves:
        found[request.text, request.insertion.gap if request.insertion else 0].append(request)
    return list(found.values())


def _bracket_move(plan: Plan, movers: Sequence[Request], provision: Provision) -> None:
    """Put a provision where some want to move it, in brackets."""
    first = movers[0].insertion
    assert first is not None
    by = names(movers)
    item = Added(provision, numbered=is_counted(provision.label))
    node = _enclosed(provision, by, f"[{_list(by)}: ")
    here = plan.insertions.setdefault(movers[0].text, [])
    here.append(first._replace(by=by, moved="", items=(item,), nodes=(node,)))


def _enclosed(provision: Provision, by: By, opening: str, closing: str = "]") -> Tracked:
    """A provision with all below it as inserted by some, in brackets from its first word to its last."""

    def opened(node: Tracked) -> Tracked:
        if node.items and node.kind in (Kind.TABLE, Kind.ROW):  # they have no words of their own
            return replace(node, items=(opened(node.items[0]), *node.items[1:]))
        mark = _mark(opening if node.text.segments else opening.rstrip())  # no text ends with a blank
        return replace(node, text=wording((mark, *node.text.segments)))

    def closed(node: Tracked) -> Tracked:
        if node.items:
            return replace(node, items=(*node.items[:-1], closed(node.items[-1])))
        return replace(node, text=wording((*node.text.segments, _mark(closing))))

    return opened(closed(added_node(provision, by)))


def _bracket_parts(plan: Plan, contest: Contest, address: str, parties: Sequence[Request]) -> None:
    """Bracket what is contested at one address: its words, its label, or what is added to it."""
    keepers = names(r for r in parties if r.what is What.KEEP)
    here = [r for r in parties if r.address == address]
    labels = [r for r in here if r.what is What.LABEL]
    added = [r for r in here if r.what is What.ADD]
    words = [r for r in here if r.what in (What.WORDS, What.SUPPRESS)]
    if address == NUMBER:
        plan.revision = _whole(contest.book.resolution.revision, here, keepers)
    if words:
        old = contest.book.text(address)
        if any(r.what is What.SUPPRESS for r in words):
            plan.texts[address] = _whole(old, words, keepers)
        else:
            everybody = [r for r in contest.asked if r.what is What.WORDS and r.address == address]
            plan.texts[address] = _bracketed_words(old, contest.texts.stretches(everybody), keepers)
    if labels:
        _bracket_label(plan, contest, address, labels, keepers)
    for insertion in (i for here in insertions([added]).values() for i in here):
        opening, closing = f"[{_list(insertion.by)}: ", f"] [{_list((BASE, *keepers))}: {NOTHING}]"
        nodes = tuple(_enclosed(item.provision, insertion.by, opening, closing) for item in insertion.items)
        plan.insertions.setdefault(address, []).append(insertion._replace(nodes=nodes))


def _bracket_label(plan: Plan, contest: Contest, address: str, labels: Sequence[Request], keepers: By) -> None:
    """Bracket a label; that of a footnote stays, as references repeat it, and what is asked stands before its words."""
    if contest.book.is_provision(address):
        plan.label_words[address] = _whole(contest.book.provision(address).label, labels, keepers)
        return
    old = address.removeprefix(f"{FOOTNOTE}/")
    said = (segment.text for segment in _whole(old, labels, keepers).segments if segment.op is Op.INSERT)
    words = plan.texts.get(address) or kept(contest.book.text(address))
    plan.texts[address] = wording((_mark(f"{''.join(said)} "), *words.segments))


def _whole(old: str, asked: Iterable[Request], keepers: By) -> Wording:
    """A text that is contested whole."""
    sides: dict[str, list[str]] = defaultdict(list)
    for request in asked:
        sides[request.words.final() if request.words else request.text].append(request.by)
    stretch = Stretch(0, len(old), tuple(Side(tuple(by), text) for text, by in sides.items()))
    return wording(_in_brackets(old, stretch, keepers))


def _bracketed_words(old: str, stretches: Iterable[Stretch], keepers: By) -> Wording:
    """A text with its contested stretches in brackets; where somebody keeps it as it is, that is all of them."""
    return woven(
        old,
        (
            (s.start, s.end, _in_brackets(old, s, keepers) if keepers or s.in_conflict else s.segments)
            for s in stretches
        ),
    )


def _in_brackets(old: str, stretch: Stretch, keepers: By) -> tuple[Segment, ...]:
    """A stretch as its sides, then the base; a blank parts the brackets from words around them."""
    words = old[stretch.start : stretch.end]
    by = tuple(dict.fromkeys(name for side in stretch.sides for name in side.by))
    segments = [Segment(Op.DELETE, words, by), _mark(" " if old[: stretch.start][-1:].isalnum() else "")]
    for side in stretch.sides:
        blank = "" if side.text[:1].isspace() else " "
        segments += [_mark(f"[{_list(side.by)}:{blank}"), Segment(Op.INSERT, side.text, side.by)]
        segments.append(_mark("] " if side.text else f"{NOTHING}] "))
    blank = "" if words[:1].isspace() else " "
    after = " " if old[stretch.end : stretch.end + 1].isalnum() else ""
    segments.append(_mark(f"[{_list((BASE, *keepers))}:{blank}{words or NOTHING}]{after}"))
    return tuple(segments)


def _mark(text: str) -> Segment:
    return Segment(Op.INSERT, text, (BRACKETS,))


def _list(by: Iterable[str]) -> str:
    return ", ".join(by)
