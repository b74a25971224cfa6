"""The gate before every output: what validate calls an error in a text is refused. Loads nothing but what it needs."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from resedit.amend.choose import Fallen, choose
from resedit.merge.decisions import decided
from resedit.merge.merge import conflict_problems, merge_all
from resedit.merge.report import Report, report
from resedit.merge.requests import in_order
from resedit.model.enums import Numbering, Status
from resedit.model.problem import Problem, RefusedError, Severity, by_place
from resedit.model.resolution import OPEN_CONFLICTS
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


class Checked(NamedTuple):
    """A redline that may be shown, and which amendments fell by what is accepted, rejected or replaced."""

    redline: Redline
    fallen: tuple[Fallen, ...] = ()


def checked(
    target: Target,
    numbering: Numbering = Numbering.CONSOLIDATED,
    only: Collection[Status] | None = None,
    *,
    accept: Sequence[str] = (),
    reject: Sequence[str] = (),
    brackets: bool = False,
) -> Checked:
    """The redline of a target, if validate finds no error in it: of its proposals with a status among `only`, as they
    would stand if some were accepted and some rejected; a conflict is an error unless it is shown in `brackets`.

    Raises RefusedError with the errors, UsageError for a name in `accept` or `reject` that is not there.
    """
    _refuse(_open_conflicts(target))
    chosen, fallen = decided(target.base, choose(target.proposals, only), accept, reject)
    redline = untracked(target.base)
    problems: tuple[Problem, ...] = ()
    if chosen:
        merged = merge_all(target.base, chosen, target.sources, numbering, brackets=brackets)
        redline = merged.redline
        problems = (*merged.problems, *(() if brackets else conflict_problems(merged.conflicts)))
    subjects = [Subject(target.base)]
    if not problems:
        subjects += [Subject(target.base, proposal, redline) for proposal in chosen]
    _refuse((*problems, *(problem for subject in subjects for check in ERRORS for problem in check(subject))))
    return Checked(redline, fallen)


def checked_report(
    target: Target, only: Collection[Status] | None = None, *, accept: Sequence[str] = (), reject: Sequence[str] = ()
) -> Report:
    """The report of what meets among the proposals of a target, chosen and decided as in `checked`. Raises RefusedError
    where a proposal does not fit the base by itself, UsageError for a name that is not there."""
    _refuse(_open_conflicts(target))
    known = in_order(target.proposals, target.sources)
    before = choose(known, only)
    chosen, fallen = decided(target.base, before, accept, reject)
    merged = merge_all(target.base, chosen, target.sources)
    _refuse(merged.problems)
    return report(merged, before if only else known, fallen)


def _open_conflicts(target: Target) -> Iterator[Problem]:
    """What is wrong with a base for proposals that was written with conflicts in brackets."""
    base = target.base
    if target.proposals and base.remarks.query.startswith(OPEN_CONFLICTS):
        hint = "write it anew without brackets: --accept and --reject decide a conflict, or statuses in the proposals"
        yield Problem("conflict", f"{base.reference} is no base: it has conflicts in square brackets", base.place, hint)


def _refuse(found: Iterable[Problem]) -> None:
    """Raise RefusedError with those that are errors, if any is."""
    errors = sorted((problem for problem in found if problem.severity is Severity.ERROR), key=by_place)
    if errors:
        raise RefusedError(errors)


def checked_redline(
    target: Target,
    numbering: Numbering = Numbering.CONSOLIDATED,
    only: Collection[Status] | None = None,
) -> Redline:
    """The redline of a target, if validate finds no error in it. Raises RefusedError with the errors otherwise."""
    return checked(target, numbering, only).redline
