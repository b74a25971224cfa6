"""Checking texts: everything found in one run, errors being what apply, diff and export refuse."""

from collections.abc import Sequence
from dataclasses import replace

from resedit.amend.alone import alone
from resedit.amend.shared import Shared
from resedit.merge.merge import duplicate, try_apply
from resedit.model.conference import Conference
from resedit.model.problem import Problem, Severity
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.validate import query_addresses
from resedit.validate.newly import newly_found
from resedit.validate.rules import missing_replacement
from resedit.validate.subject import Subject, book_of, final_of
from resedit.validate.table import SUBJECTS, TEXTS


def check_base(base: Resolution, conference: Conference | None = None) -> list[Problem]:
    """Everything that is wrong with a base as a text, and for its conference."""
    return [*_check(Subject(base, conference=conference)), *check_text(base)]


def check_text(text: Resolution) -> list[Problem]:
    """What an editing committee would find in its words: never errors, so that apply need not look."""
    return [problem for rule in TEXTS for problem in rule.check(text)]


def check_proposal(
    base: Resolution,
    proposal: Proposal,
    conference: Conference | None = None,
    known: Sequence[Problem] | None = None,
) -> list[Problem]:
    """Everything that is wrong with a proposal on its base, and for its conference. `known` is what `check_text` found
    in the base, where that has been looked at before."""
    return examine(base, proposal, conference, check_text(base) if known is None else known)[0]


def examine(
    base: Resolution,
    proposal: Proposal,
    conference: Conference | None,
    known: Sequence[Problem],
    shared: Shared | None = None,
) -> tuple[list[Problem], Resolution | None]:
    """What is wrong with a proposal, and the text it would make, None where it cannot be applied. What the
    proposals on the base have in common is `shared` from one to the next."""
    shared = shared or Shared(book_of(base))
    redline, problems = alone(shared, proposal)
    if problems:
        return [*problems, *_check(Subject(base, proposal, None, conference))], None
    final = final_of(redline, shared.untouched)
    subject = Subject(base, proposal, redline, conference)
    return [*_check(subject), *newly_found(subject, final, check_text(final), known)], final


def check_together(
    base: Resolution, proposals: Sequence[Proposal], known: Sequence[Problem], shared: Shared | None = None
) -> list[Problem]:
    """What is wrong with the proposals of a folder side by side: two of one number, and, as warnings, where they cannot
    be applied together. `shared` is what `examine` takes."""
    replaced = list(missing_replacement.check(proposals))
    if len(proposals) < 2:
        return replaced
    firsts: dict[str, Proposal] = {}
    doubles = [duplicate(firsts[p.number], p) for p in proposals if firsts.setdefault(p.number, p) is not p]
    _, problems = try_apply(base, list(firsts.values()), shared=shared)
    apart = [replace(problem, severity=Severity.WARNING) for problem in problems if problem not in known]
    return [*doubles, *replaced, *apart]


def _check(subject: Subject) -> list[Problem]:
    """What the rules about bases and proposals find."""
    checks = [rule.check for rule in SUBJECTS]
    return [problem for check in (*checks, query_addresses.check) for problem in check(subject)]
