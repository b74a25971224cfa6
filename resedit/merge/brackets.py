"""Conflicts in square brackets, as conference documents print them: `[ECP/24A5/1: …] [XYZ/7/2: …] [base: …]`.

What is agreed stands plain. In a text, the smallest stretch that is in conflict is bracketed; a provision that some
want to suppress or to move is bracketed as a whole, with all below it. The base's words are deleted by all who ask for
others, each side's words are inserted by those who ask for them; `BRACKETS` stands among their names, which tells it
from what is agreed. The brackets themselves, with the base's words in the last of them, are by nobody but BRACKETS. So
accepting what is agreed and all contested changes that name a proposal, and rejecting the rest, leaves that side.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from resedit.amend.build import added_node, revised
from resedit.amend.plan import By, Insertion, Plan
from resedit.merge.joining import insertions, joined, names
from resedit.merge.meetings import Meeting, Texts
from resedit.merge.requests import WHOLE, Request, What
from resedit.merge.words import Side, Stretch, woven
from resedit.model.address import FOOTNOTE, TITLE, AddressBook
from resedit.model.enums import Kind, Numbering
from resedit.model.proposal import Added
from resedit.model.resolution import Provision
from resedit.numbering.labels import is_counted
from resedit.redline.lines import NUMBER
from resedit.redline.redline import BRACKETS, Tracked
from resedit.redline.references import references
from resedit.wording.segments import Op, Segment, Wording, inserted, kept, wording

BASE = "base"
NOTHING = "–"
"""What stands in a bracket where there are no words."""


class Contest(NamedTuple):
    """All requests, and the pairs of them that are in conflict, but for those about the whole resolution."""

    texts: Texts
    asked: Sequence[Request]
    pairs: Sequence[Meeting]
    numbering: Numbering = Numbering.CONSOLIDATED

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
    contested = {request.key for pair in contest.pairs for request in (pair.first, pair.second)}
    for root, pairs in _by_root(contest, roots).items():
        _bracket_provision(made, contest, root, pairs, contested)
    for movers in _moves_out(contest, roots):
        address = movers[0].address
        _bracket_move(made, movers, _side(contest, address, movers[0].by, _inside(contest, address), contested))
    notes = {pair.address.partition("/")[2] for pair in contest.pairs if pair.address.startswith(f"{FOOTNOTE}/")}
    for address, parties in _by_address(contest, roots).items():
        _bracket_parts(made, contest, address, parties, notes)
    if wholes:
        title = made.texts.get(TITLE) or kept(contest.book.text(TITLE))
        made.texts[TITLE] = wording((*(segment for r in wholes for segment in _said(r)), *title.segments))
    return made


def _said(whole: Request) -> tuple[Segment, ...]:
    """What stands before the title: who takes the side of SUP is left with the word, as nothing else can go."""
    if whole.what is What.KEEP:
        return (_mark(f"[{whole.by}: NOC] "),)
    sup, blank = (Segment(Op.INSERT, text, _contested((whole.by,))) for text in ("SUP", " "))
    return _mark(f"[{whole.by}: "), sup, _mark("]"), blank


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
    found = {r.key: r for pair in pairs for r in (pair.first, pair.second)}
    return sorted(found.values(), key=lambda r: (r.rank, r.ref.number))


def _bracket_provision(
    plan: Plan, contest: Contest, root: str, pairs: Iterable[Meeting], contested: Collection[object]
) -> None:
    """Put the sides of a provision that is contested as a whole in its place, the base last; each with what is agreed
    about all that stands there."""
    parties = _parties(pairs)
    gone = names(r for r in parties if r.what is What.SUPPRESS and r.address == root)
    moves = [r for r in parties if r.what is What.MOVE and r.address == root]
    sides: dict[Provision, list[str]] = defaultdict(list)
    inside = _inside(contest, root)
    unchanged = _side(contest, root, "", inside, contested)
    for by in names(parties):
        if by not in gone and by not in names(moves):
            sides[_side(contest, root, by, inside, contested)].append(by)
    keepers = sides.pop(unchanged, [])
    said = [f"[{_list(gone)}: {NOTHING}] "] if gone else []
    for movers in _alike(moves):
        said.append(f"[{_list(names(movers))}: → {movers[0].target(contest.book)}] ")
        _bracket_move(plan, movers, _side(contest, root, movers[0].by, inside, contested))
    asking = names(r for r in parties if r.by not in keepers)
    base = _enclosed(unchanged, _holders(plan, root, asking), f"{''.join(said)}[{_list((BASE, *keepers))}: ")
    texts = (_enclosed(text, _contested(by), f"[{_list(by)}: ") for text, by in sides.items())
    plan.alternatives[root] = (*texts, base)
    plan.suppressed[root] = _contested(asking)


def _side(
    contest: Contest, address: str, by: str, inside: Iterable[Request], contested: Collection[object]
) -> Provision:
    """A provision as a proposal (nobody: the base) has it where it stands, with what is agreed of all that is asked for
    `inside` it."""
    standing = (r for r in inside if r.by == by or r.key not in contested)
    asked = [r for r in standing if not (r.address == address and r.what in (What.SUPPRESS, What.MOVE))]
    plan = joined(contest.texts, (), asked)
    found = revised(plan, address, contest.numbering)
    return replace(found, label=plan.labels[address][0]) if address in plan.labels else found


def _moves_out(contest: Contest, roots: Sequence[str]) -> list[list[Request]]:
    """The contested moves out of what is contested as a whole to where nothing is, those that are alike together."""
    known = set(roots)
    return _alike(
        r
        for r in _parties(contest.pairs)
        if r.what is What.MOVE and r.address not in known
        if not known.isdisjoint(_around(r.address)) and known.isdisjoint(_around(r.text))
    )


def _inside(contest: Contest, root: str) -> list[Request]:
    """What is asked for in a provision, and in all that somebody moves into it."""
    addresses, before = {root}, 0
    while len(addresses) > before:
        before = len(addresses)
        addresses |= {
            r.address for r in contest.asked if r.what is What.MOVE and addresses.intersection(_around(r.text))
        }
    return [request for request in contest.asked if addresses.intersection(_reach(request))]


def _holders(plan: Plan, root: str, asking: Collection[str]) -> By:
    """Whose the base's words are in the last bracket: nobody's, as they are there already; but where they come to stand
    elsewhere, with what an agreed MOVE takes along, they are inserted there by all who leave them alone."""
    if plan.moved.keys().isdisjoint(_around(root)):
        return _contested(())
    return _contested(p.number for p in plan.proposals if p.number not in asking)


def _alike(moves: Iterable[Request]) -> list[list[Request]]:
    """Moves, those that lead from one place to one place together."""
    found: dict[tuple[str, str, int], list[Request]] = defaultdict(list)
    for request in moves:
        found[request.address, request.text, request.insertion.gap if request.insertion else 0].append(request)
    return list(found.values())


def _bracket_move(plan: Plan, movers: Sequence[Request], provision: Provision) -> None:
    """Put a provision where some want to move it, in brackets."""
    first = movers[0].insertion
    assert first is not None
    by = _contested(names(movers))
    item = Added(provision, numbered=is_counted(provision.label))
    node = _enclosed(provision, by, f"[{_list(names(movers))}: ")
    _put(plan, movers[0].text, first._replace(by=by, moved="", items=(item,), nodes=(node,)))


def _put(plan: Plan, parent: str, insertion: Insertion) -> None:
    """Put something in among what is agreed, where it would stand if it were agreed, too."""
    ranks = {proposal.number: rank for rank, proposal in enumerate(plan.proposals)}
    here = plan.insertions.setdefault(parent, [])
    here.append(insertion)
    here.sort(key=lambda i: (i.gap, i.is_before, ranks[i.by[0]], i.number))


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


def _bracket_parts(
    plan: Plan, contest: Contest, address: str, parties: Sequence[Request], notes: Collection[str]
) -> None:
    """Bracket what is contested at one address: its words (with references to contested `notes`), its label, or what is
    added to it."""
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
            plan.texts[address] = _bracketed_words(old, contest.texts.stretches(everybody), keepers, notes)
    if labels:
        _bracket_label(plan, contest, address, labels, keepers)
    for insertion in (i for here in insertions([added]).values() for i in here):
        opening, closing = f"[{_list(insertion.by)}: ", f"] [{_list((BASE, *keepers))}: {NOTHING}]"
        by = _contested(insertion.by)
        nodes = tuple(_enclosed(item.provision, by, opening, closing) for item in insertion.items)
        _put(plan, address, insertion._replace(by=by, nodes=nodes))


def _bracket_label(plan: Plan, contest: Contest, address: str, labels: Sequence[Request], keepers: By) -> None:
    """Bracket a label; that of a footnote stays, as references repeat it, and what is asked stands before its words."""
    if contest.book.is_provision(address):
        plan.label_words[address] = _whole(contest.book.provision(address).label, labels, keepers)
        return
    key = address.removeprefix(f"{FOOTNOTE}/")
    is_added = key in plan.notes
    said = (s.text for s in _whole("" if is_added else key, labels, keepers).segments if s.op is Op.INSERT)
    text = inserted(*plan.notes[key]) if is_added else kept(contest.book.text(address))
    words = plan.texts.get(address) or text
    plan.texts[address] = wording((_mark(f"{''.join(said)} "), *words.segments))


def _whole(old: str, asked: Iterable[Request], keepers: By) -> Wording:
    """A text that is contested whole."""
    sides: dict[str, list[str]] = defaultdict(list)
    for request in asked:
        sides[request.words.final() if request.words else request.text].append(request.by)
    stretch = Stretch(0, len(old), tuple(Side(tuple(by), text) for text, by in sides.items()))
    return wording(_in_brackets(old, stretch, keepers))


def _bracketed_words(old: str, stretches: Iterable[Stretch], keepers: By, notes: Collection[str]) -> Wording:
    """A text with its contested stretches in brackets; where somebody keeps it as it is, that is all of them."""

    def is_contested(stretch: Stretch) -> bool:
        words = (old[stretch.start : stretch.end], *(side.text for side in stretch.sides))
        return bool(keepers) or stretch.in_conflict or any(key in notes for part in words for key in references(part))

    return woven(
        old, ((s.start, s.end, _in_brackets(old, s, keepers) if is_contested(s) else s.segments) for s in stretches)
    )


def _in_brackets(old: str, stretch: Stretch, keepers: By) -> tuple[Segment, ...]:
    """A stretch as its sides, then the base; a blank parts the brackets from words around them."""
    words = old[stretch.start : stretch.end]
    by = tuple(dict.fromkeys(name for side in stretch.sides for name in side.by))
    segments = [Segment(Op.DELETE, words, _contested(by)), _mark(" " if old[: stretch.start][-1:].isalnum() else "")]
    for side in stretch.sides:
        blank = "" if side.text[:1].isspace() else " "
        segments += [_mark(f"[{_list(side.by)}:{blank}"), Segment(Op.INSERT, side.text, _contested(side.by))]
        segments.append(_mark("] " if side.text else f"{NOTHING}] "))
    blank = "" if words[:1].isspace() else " "
    after = " " if old[stretch.end : stretch.end + 1].isalnum() else ""
    segments.append(_mark(f"[{_list((BASE, *keepers))}:{blank}{words or NOTHING}]{after}"))
    return tuple(segments)


def _contested(by: Iterable[str]) -> By:
    return (*by, BRACKETS)


def _mark(text: str) -> Segment:
    return Segment(Op.INSERT, text, (BRACKETS,))


def _list(by: Iterable[str]) -> str:
    return ", ".join(by)
