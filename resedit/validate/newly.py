"""What a proposal brings about: findings in the text it would make that are not in its base already."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from resedit.model.address import FOOTNOTE, OPENING, TITLE
from resedit.model.problem import Problem, Slip
from resedit.model.resolution import Resolution
from resedit.redline.redline import Redline, Tracked
from resedit.redline.references import before_renaming
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
    origins |= _origins_of_notes(subject.redline)
    written_as = _before_renaming(subject.redline, final)
    in_base = {(problem.rule, problem.address, _about(problem)) for problem in known}
    own = subject.proposal.place.file
    new = []
    for problem in found:
        if problem.slip and problem.address in written_as:
            problem = replace(problem, slip=_renamed_back(problem.slip, *written_as[problem.address]))
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


def _origins_of_notes(redline: Redline | None) -> dict[str, str]:
    """The addresses of notes in the base, by those that they have in the consolidated text."""
    notes = (note for note in (redline.footnotes if redline else ()) if note.state.in_final)
    return {f"{FOOTNOTE}/{note.label.final()}": f"{FOOTNOTE}/{note.key}" for note in notes}


def _before_renaming(redline: Redline | None, final: Resolution) -> dict[str, tuple[str, str]]:
    """The texts that refer to notes by other numbers than their authors wrote, by their addresses in the consolidated
    text: as they read there, and as they were written. Empty where no note has another number."""
    if redline is None or not any(note.label.final() != note.key for note in redline.footnotes if note.state.in_final):
        return {}
    nodes = (node.text.final() for node in _standing(redline.provisions))
    notes = {f"{FOOTNOTE}/{n.label.final()}": n.text.final() for n in redline.footnotes if n.state.in_final}
    read = {TITLE: final.title, OPENING: final.opening} | {f"{FOOTNOTE}/{n.label}": n.text for n in final.footnotes}
    found = {TITLE: redline.title.final(), OPENING: redline.opening.final(), **notes}
    pairs = {address: (text, found[address]) for address, text in read.items()}
    pairs |= {address: (item.text, text) for (address, item), text in zip(book_of(final), nodes, strict=True)}
    return {address: (after, before) for address, (after, before) in pairs.items() if after != before}


def _standing(items: Iterable[Tracked]) -> Iterator[Tracked]:
    """The provisions of the consolidated text, in its order."""
    for item in items:
        if item.state.in_final:
            yield item
            yield from _standing(item.items)


def _renamed_back(slip: Slip, after: str, before: str) -> Slip:
    """The words as they were written."""
    start = before_renaming(slip.start, after, before)
    return Slip(before[start : before_renaming(slip.start + len(slip.words), after, before)], start)


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
