"""call-order: a call that stands behind one that it belongs before.

The preamble says why, the operative part what is done; within them, conferences have habits of their own. `calls:` in
the conference's file gives them in order, in groups whose calls may stand in any order among themselves.
"""

from collections.abc import Iterator, Sequence

from resedit.model.conference import Conference
from resedit.model.problem import Problem, Severity
from resedit.validate.calls import Call, check_calls
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import Subject

_CONFERENCE = (
    "conference: X-05\nname: A made-up conference\nplace: Elsewhere\nyear: 2005\n"
    "calls:\n  en:\n  - [recalling, noting]\n  - [resolves, instructs]\n"
)

RULE = Rule(
    "call-order",
    Severity.WARNING,
    "a call that stands behind one that the conference's order puts after it",
    "Move it before the call that the hint names.",
    source="the conference's `calls:`; United Nations Editorial Manual Online, Resolutions and other formal decisions, "
    "II.C: the preamble, then the operative part",
    failing=Example(
        "- resolves:\n  - to study,\n- noting:\n  - the report,\n- instructs the Director:\n  - to act.",
        conference=_CONFERENCE,
    ),
    passing=Example(
        "- noting:\n  - the report,\n- recalling:\n  - the study,\n- further instructs the Director:\n  - to act.",
        conference=_CONFERENCE,
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Findings for the base, or for what a proposal makes of it and the base was not."""
    return check_calls(subject, _find)


def _find(calls: Sequence[Call], conference: Conference) -> Iterator[Problem]:
    hindmost: Call | None = None
    for call in (call for call in calls if call.group is not None):
        if hindmost is None or (call.group or 0) > (hindmost.group or 0):
            hindmost = call
        elif call.group != hindmost.group:
            message = f"{call.address}: “{call.heading}” stands behind “{hindmost.heading}”"
            hint = f"{conference.short} puts it before “{hindmost.heading}”"
            yield Problem(RULE.name, message, call.place, hint, RULE.severity, call.address)
