"""The gate before every output: what validate calls an error in a text is refused. Loads nothing but what it needs."""

from collections.abc import Callable, Collection, Iterator

from resedit.amend.choose import choose
from resedit.merge.merge import try_apply
from resedit.model.enums import Numbering, Status
from resedit.model.problem import Problem, RefusedError, Severity, by_place
from resedit.project.target import Target
from resedit.redline.redline import Redline
from resedit.redline.view import untracked
from resedit.validate import query_addresses
from resedit.validate.rules import footnote_without_reference, reference_without_footnote
from resedit.validate.subject import Subject

Check = Callable[[Subject], Iterator[Problem]]

ERRORS: tuple[Check, ...] = (
    reference_without_footnote.check,
    footnote_without_reference.check,
    query_addresses.check,
)
"""The rules about whole texts whose findings are errors; all others only warn."""


def checked_redline(
    target: Target,
    numbering: Numbering = Numbering.CONSOLIDATED,
    only: Collection[Status] | None = None,
) -> Redline:
    """The redline of a target, if validate finds no error in it. Raises RefusedError with the errors otherwise."""
    chosen = choose(target.proposals, only)
    sources = target.sources
    redline, problems = try_apply(target.base, chosen, numbering, sources) if chosen else (untracked(target.base), ())
    subjects = [Subject(target.base)]
    if not problems:
        subjects += [Subject(target.base, proposal, redline) for proposal in chosen]
    found = [*problems, *(problem for subject in subjects for check in ERRORS for problem in check(subject))]
    errors = sorted((problem for problem in found if problem.severity is Severity.ERROR), key=by_place)
    if errors:
        raise RefusedError(errors)
    return redline
