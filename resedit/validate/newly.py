"""What a proposal brings about: findings in the text it would make that are not in its base already."""

from collections.abc import Iterable
from dataclasses import replace

from resedit.model.problem import Problem
from resedit.model.resolution import Resolution
from resedit.validate.places import written
from resedit.validate.subject import Subject, book_of


def newly_found(
    subject: Subject, final: Resolution, found: Iterable[Problem], known: Iterable[Problem]
) -> list[Problem]:
    """Of what was found in the consolidated text, what was not `known` in the base, each where the proposal brings it
    about: in the words it writes, or in the amendment that makes a list end elsewhere."""
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
        if (problem.rule, origin, _about(problem)) in in_base:
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


def _about(problem: Problem) -> str:
    """The message without the address it begins with."""
    return problem.message.removeprefix(f"{problem.address}: ")
