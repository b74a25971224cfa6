"""What a proposal brings about: findings in the text it would make that are not in its base already."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from resedit.model.address import FOOTNOTE, OPENING, TITLE
from resedit.model.problem import Problem, Slip
from resedit.model.resolution import Resolution
from resedit.redline.redline import Redline
from resedit.validate.places import written
from resedit.validate.subject import Subject, book_of
from resedit.wording.segments import Op, Segment, Wording


def newly_found(
    subject: Subject, final: Resolution, found: Iterable[Problem], known: Iterable[Problem]
) -> list[Problem]:
    """Of what was found in the consolidated text, what was not `known` in the base's own words, each where the proposal
    brings it about: in the words it writes, or in the amendment that makes a list end elsewhere."""
    assert subject.proposal is not None
    found = list(found)
    if not found:
        return []
    origins = {address: item.origin.address for address, item in book_of(final) if item.origin}
    in_base = {(problem.rule, problem.address, _about(problem)) for problem in known}
    own = subject.proposal.place.file
    new = []
    for problem in found:
        origin = origins.get(problem.address, problem.address)
        if (problem.rule, origin, _about(problem)) in in_base and _is_kept(subject, origin, problem.slip):
            continue
        if problem.place.file != own:
            problem = replace(problem, place=subject.place_of_cause(origin), slip=None)
        else:
            place, slip = written(subject.base, subject.proposal, problem.place, problem.slip)
            problem = replace(problem, place=place, slip=slip)
        if any(mend.place.file != own for mend in problem.mends):
            problem = replace(problem, mends=())  # these are words of the base
        new.append(problem)
    return new


def _is_kept(subject: Subject, origin: str, slip: Slip | None) -> bool:
    """Whether the words that a finding is about are all of the base, where it is about any."""
    if slip is None or subject.redline is None:
        return True
    start = 0
    for segment in _wording(subject.redline, origin):
        if segment.op is not Op.DELETE:
            end = start + len(segment.text)
            if segment.op is Op.INSERT and start < slip.start + len(slip.words) and slip.start < end:
                return False
            start = end
    return True


def _wording(redline: Redline, origin: str) -> Sequence[Segment]:
    """What becomes of the words that the base has at an address."""
    texts = {TITLE: redline.title, OPENING: redline.opening}
    texts |= {f"{FOOTNOTE}/{note.key}": note.text for note in redline.footnotes}
    found = texts.get(origin) or next((node.text for node in redline.walk() if node.address == origin), Wording())
    return found.segments


def _about(problem: Problem) -> str:
    """The message without the address it begins with."""
    return problem.message.removeprefix(f"{problem.address}: ")
