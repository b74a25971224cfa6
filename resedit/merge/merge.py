"""Merging: many proposals on one base as one redline, with every conflict as a value.

Every proposal is planned by itself, what its amendments ask for is put together address by address, and one builder
makes the one redline. Of one proposal it is what `amend.alone` makes, by a law that a test holds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from resedit.amend.addition import addition, is_addition
from resedit.amend.build import build
from resedit.amend.choose import choose, settled
from resedit.amend.shared import Shared
from resedit.merge.brackets import bracketed
from resedit.merge.citations import note_meetings
from resedit.merge.contest import Contest, is_whole
from resedit.merge.joining import joined
from resedit.merge.meetings import Meeting, Texts, meetings
from resedit.merge.notes import told_apart
from resedit.merge.requests import Request, What, in_order, requests
from resedit.model.address import AddressBook
from resedit.model.enums import Numbering
from resedit.model.place import Place
from resedit.model.problem import Problem, RefusedError, by_place
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.redline.redline import Redline


@dataclass(frozen=True, slots=True)
class Merge:
    """What many proposals make of one base.

    The `redline` holds what is agreed and, where there is a conflict, the base's words. `meetings` are those of
    requests of different proposals, in order of address; `problems` is what is wrong with the proposals themselves.
    """

    redline: Redline
    meetings: tuple[Meeting, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def conflicts(self) -> tuple[Meeting, ...]:
        """The meetings of what cannot both be adopted."""
        return tuple(meeting for meeting in self.meetings if meeting.in_conflict)


def merge_all(
    base: Resolution,
    proposals: Sequence[Proposal],
    sources: Sequence[str] = (),
    numbering: Numbering = Numbering.CONSOLIDATED,
    *,
    brackets: bool = False,
    shared: Shared | None = None,
) -> Merge:
    """The merge of proposals on their base; those that are withdrawn or fallen are left out, as are such amendments.

    `sources` is the conference's order of them: additions at one place stand in it, then by number. With `brackets`
    the redline holds every side of a conflict in square brackets, else the base's words there. The result depends on
    nothing but what the arguments hold; the order of the proposals is not part of that. What proposals on the
    base have in common may be `shared` with other redlines of it.
    """
    known, doubles = _single(in_order(proposals, sources))
    live, _ = settled(choose(known))
    if is_addition(base, live):
        return Merge(addition(live[0]))
    shared = shared or Shared(AddressBook(base))
    book = shared.book
    plans = told_apart(map(shared.plan, live))
    asked = [request for rank, plan in enumerate(plans) for request in requests(plan, rank)]
    texts = Texts(book)
    met = (*meetings(texts, asked), *note_meetings(book, asked))
    pairs = [meeting for meeting in met if meeting.in_conflict]
    plan = joined(texts, plans, _agreed(asked, pairs, brackets))
    if brackets and pairs:
        wholes = [r for r in asked if is_whole(r) and any(r in (pair.first, pair.second) for pair in pairs)]
        parts = [pair for pair in pairs if not (is_whole(pair.first) or is_whole(pair.second))]
        plan = bracketed(plan, Contest(texts, asked, parts, numbering), wholes)
    redline, problems = build(plan, numbering, shared.untouched)
    redline = replace(redline, is_open=True) if brackets and pairs else redline
    order = {address: index for index, address in enumerate(book.all())}
    by_address = sorted(
        met, key=lambda m: (order.get(m.address, -1), m.first.rank, m.first.ref, m.second.rank, m.second.ref)
    )
    return Merge(redline, tuple(by_address), tuple(sorted((*doubles, *problems), key=by_place)))


def _single(proposals: Iterable[Proposal]) -> tuple[list[Proposal], list[Problem]]:
    """The proposals, each once; others that have its number are a problem."""
    found: dict[str, Proposal] = {}
    problems = []
    for proposal in proposals:
        first = found.setdefault(proposal.number, proposal)
        if first != proposal:
            problems.append(duplicate(first, proposal))
    return list(found.values()), problems


def duplicate(first: Proposal, second: Proposal) -> Problem:
    """The finding for two proposals of one number."""
    message, place = f"{second.number} stands in {first.place.file}, too", second.place_of("proposal")
    return Problem("duplicate-proposal", message, place, "give one of the two another number")


def _agreed(asked: Iterable[Request], pairs: Iterable[Meeting], brackets: bool) -> list[Request]:
    """What can land. Words against words are settled stretch by stretch; and where brackets are wanted, what is said of
    the whole resolution is said before it and takes nothing else away."""
    contested: set[tuple[object, ...]] = set()
    for pair in pairs:
        both = (pair.first, pair.second)
        if pair.first.what is pair.second.what is What.WORDS:
            continue
        wholes = [request for request in both if is_whole(request)]
        contested |= {request.key for request in (wholes if brackets and wholes else both)}
    return [request for request in asked if request.key not in contested]


def try_apply(
    base: Resolution,
    proposals: Sequence[Proposal],
    numbering: Numbering = Numbering.CONSOLIDATED,
    sources: Sequence[str] = (),
    shared: Shared | None = None,
) -> tuple[Redline, tuple[Problem, ...]]:
    """What `apply` makes, with its problems as values in order of place, each conflict being one; where there are any,
    the redline leaves out what is at fault. `shared` is what `merge_all` takes."""
    merged = merge_all(base, proposals, sources, numbering, shared=shared)
    found = (*merged.problems, *conflict_problems(merged.conflicts))
    return merged.redline, tuple(sorted(found, key=by_place))


def apply(
    base: Resolution,
    proposals: Sequence[Proposal],
    numbering: Numbering = Numbering.CONSOLIDATED,
    sources: Sequence[str] = (),
) -> Redline:
    """The redline of a base under proposals: `original()` is the base, `final()` the consolidated text.

    Proposals that are withdrawn or fallen are left out, as are such amendments. The result does not depend on anything
    but the arguments, nor on the order of the proposals; `sources` is the order in which additions of several stand.
    Raises RefusedError with every problem found (missing or ambiguous address, stale wording, a proposal for another
    base, amendments of two proposals that cannot both be adopted …); then nothing is applied.
    """
    redline, problems = try_apply(base, proposals, numbering, sources)
    if problems:
        raise RefusedError(problems)
    return redline


def conflict_problems(conflicts: Iterable[Meeting]) -> tuple[Problem, ...]:
    """Conflicts as findings, one for each two amendments, or two proposals where one is about the whole resolution."""
    found: dict[tuple[object, ...], Problem] = {}
    for meeting in conflicts:
        first, second = meeting.first, meeting.second
        whole = not (first.ref.number and second.ref.number)
        key = (first.by, second.by) if whole else (first.ref, second.ref)
        if key not in found:
            found[key] = _problem(meeting)
    return tuple(found.values())


def _problem(meeting: Meeting) -> Problem:
    first, second = meeting.first, meeting.second
    if first.what is second.what is What.REVISION and first.words and second.words:
        message = f"{second.by} leads to {second.words.final()}, {first.by} to {first.words.final()}"
        return Problem("revisions-differ", message, second.place, "settle on one revision")
    where = meeting.address or "the whole resolution"
    message = f"{where}: {second.ref} conflicts with {first.ref} at {_shown(first.place)}: {meeting.why}"
    hint = "settle it with a status or a compromise, or see both with --conflicts brackets"
    return Problem("conflict", message, second.place, hint, address=meeting.address)


def _shown(place: Place) -> str:
    return str(place) if place.file else "a place that is not known"
