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

from resedit.amend.build import added_node
from resedit.amend.plan import By, Insertion, Plan
from resedit.merge.contest import (
    Contest,
    alike,
    around_or_at,
    by_address,
    by_root,
    contested_roots,
    inside_of,
    moves_out,
    parties_of,
    side,
)
from resedit.merge.joining import insertions, names
from resedit.merge.marks import (
    BASE,
    NOTHING,
    bracketed_words,
    contested_by,
    contested_whole,
    enclosed,
    listed,
    mark,
    taken_along,
)
from resedit.merge.meetings import Meeting
from resedit.merge.requests import Request, What
from resedit.model.address import FOOTNOTE, TITLE
from resedit.model.proposal import Added
from resedit.model.resolution import Provision
from resedit.numbering.labels import is_counted
from resedit.redline.lines import NUMBER
from resedit.redline.redline import Tracked
from resedit.wording.segments import Op, Segment, inserted, kept, wording


def bracketed(plan: Plan, contest: Contest, wholes: Sequence[Request] = ()) -> Plan:
    """A plan of what is agreed with what is in conflict in brackets; `wholes` are requests about the resolution as a
    whole that others contest, which are said before the title."""
    made = replace(
        plan,
        texts=dict(plan.texts),
        suppressed=dict(plan.suppressed),
        insertions={parent: list(here) for parent, here in plan.insertions.items()},
    )
    roots = contested_roots(contest)
    contested = {request.key for pair in contest.pairs for request in (pair.first, pair.second)}
    for root, pairs in by_root(contest, roots).items():
        _bracket_provision(made, contest, root, pairs, contested)
    for movers in moves_out(contest, roots):
        address = movers[0].address
        _bracket_move(made, movers, side(contest, address, movers[0].by, inside_of(contest, address), contested))
    notes = {pair.address.partition("/")[2] for pair in contest.pairs if pair.address.startswith(f"{FOOTNOTE}/")}
    for address, parties in by_address(contest, roots).items():
        _bracket_parts(made, contest, address, parties, notes)
    if wholes:
        title = made.texts.get(TITLE) or kept(contest.book.text(TITLE))
        made.texts[TITLE] = wording((*(segment for r in wholes for segment in _said(r)), *title.segments))
    return made


def _said(whole: Request) -> tuple[Segment, ...]:
    """What stands before the title: who takes the side of SUP is left with the word, as nothing else can go."""
    if whole.what is What.KEEP:
        return (mark(f"[{whole.by}: NOC] "),)
    sup, blank = (Segment(Op.INSERT, text, contested_by((whole.by,))) for text in ("SUP", " "))
    return mark(f"[{whole.by}: "), sup, mark("]"), blank


def _bracket_provision(
    plan: Plan, contest: Contest, root: str, pairs: Iterable[Meeting], contested: Collection[object]
) -> None:
    """Put the sides of a provision that is contested as a whole in its place, the base last; each with what is agreed
    about all that stands there."""
    parties = parties_of(pairs)
    gone = names(r for r in parties if r.what is What.SUPPRESS and r.address == root)
    moves = [r for r in parties if r.what is What.MOVE and r.address == root]
    sides: dict[Provision, list[str]] = defaultdict(list)
    inside = inside_of(contest, root)
    unchanged = side(contest, root, "", inside, contested)
    for by in names(parties):
        if by not in gone and by not in names(moves):
            sides[side(contest, root, by, inside, contested)].append(by)
    keepers = sides.pop(unchanged, [])
    said = [f"[{listed(gone)}: {NOTHING}] "] if gone else []
    for movers in alike(moves):
        said.append(f"[{listed(names(movers))}: → {movers[0].target(contest.book)}] ")
        _bracket_move(plan, movers, side(contest, root, movers[0].by, inside, contested))
    asking = names(r for r in parties if r.by not in keepers)
    base = enclosed(_base(plan, root, unchanged, asking), f"{''.join(said)}[{listed((BASE, *keepers))}: ")
    texts = (enclosed(added_node(text, contested_by(by)), f"[{listed(by)}: ") for text, by in sides.items())
    plan.alternatives[root] = (*texts, base)
    plan.suppressed[root] = contested_by(asking)


def _base(plan: Plan, root: str, unchanged: Provision, asking: By) -> Tracked:
    """The base's words for the last bracket: nobody's, as they are there already; but where an agreed MOVE takes them
    along, it brings them."""
    movers = next((plan.moved[above] for above in around_or_at(root) if above in plan.moved), ())
    return taken_along(unchanged, movers, asking) if movers else added_node(unchanged, contested_by(()))


def _bracket_move(plan: Plan, movers: Sequence[Request], provision: Provision) -> None:
    """Put a provision where some want to move it, in brackets."""
    first = movers[0].insertion
    assert first is not None
    by = contested_by(names(movers))
    item = Added(provision, numbered=is_counted(provision.label))
    node = enclosed(added_node(provision, by), f"[{listed(names(movers))}: ")
    _put(plan, movers[0].text, first._replace(by=by, moved="", items=(item,), nodes=(node,)))


def _put(plan: Plan, parent: str, insertion: Insertion) -> None:
    """Put something in among what is agreed, where it would stand if it were agreed, too."""
    ranks = {proposal.number: rank for rank, proposal in enumerate(plan.proposals)}
    here = plan.insertions.setdefault(parent, [])
    here.append(insertion)
    here.sort(key=lambda i: (i.gap, i.is_before, ranks[i.by[0]], i.number))


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
        plan.revision = contested_whole(contest.book.resolution.revision, here, keepers)
    if words:
        old = contest.book.text(address)
        if any(r.what is What.SUPPRESS for r in words):
            plan.texts[address] = contested_whole(old, words, keepers)
        else:
            everybody = [r for r in contest.asked if r.what is What.WORDS and r.address == address]
            plan.texts[address] = bracketed_words(old, contest.texts.stretches(everybody), keepers, notes)
    if labels:
        _bracket_label(plan, contest, address, labels, keepers)
    for insertion in (i for here in insertions([added]).values() for i in here):
        opening, closing = f"[{listed(insertion.by)}: ", f"] [{listed((BASE, *keepers))}: {NOTHING}]"
        by = contested_by(insertion.by)
        nodes = tuple(enclosed(added_node(item.provision, by), opening, closing) for item in insertion.items)
        _put(plan, address, insertion._replace(by=by, nodes=nodes))


def _bracket_label(plan: Plan, contest: Contest, address: str, labels: Sequence[Request], keepers: By) -> None:
    """Bracket a label; that of a footnote stays, as references repeat it, and what is asked stands before its words."""
    if contest.book.is_provision(address):
        plan.label_words[address] = contested_whole(contest.book.provision(address).label, labels, keepers)
        return
    key = address.removeprefix(f"{FOOTNOTE}/")
    is_added = key in plan.notes
    said = (s.text for s in contested_whole("" if is_added else key, labels, keepers).segments if s.op is Op.INSERT)
    text = inserted(*plan.notes[key]) if is_added else kept(contest.book.text(address))
    words = plan.texts.get(address) or text
    plan.texts[address] = wording((mark(f"{''.join(said)} "), *words.segments))
