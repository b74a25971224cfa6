"""call-wording: a call that is worded otherwise than the conference words its calls.

*recognising* for *recognizing*, *request* for *requests*: small things, which make two calls out of one in every
table and index. `calls:` in the conference's file lists the wordings; what follows them (*instructs* the Director of …)
is free.
"""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from functools import partial

from resedit.model.conference import Conference
from resedit.model.problem import Problem, Severity
from resedit.validate.calls import Call, check_calls
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import Subject

_CONFERENCE = (
    "conference: X-05\nname: A made-up conference\nplace: Elsewhere\nyear: 2005\n"
    "calls:\n  en: [recognizing, taking into account, resolves]\n"
)

RULE = Rule(
    "call-wording",
    Severity.WARNING,
    "a call that begins with none of the conference's wordings",
    "Take the closest wording, or add the call to the conference's `calls:`.",
    source="the conference's `calls:`; United Nations Editorial Manual Online, Resolutions and other formal decisions, "
    "II.C: a paragraph of the preamble begins with a participle or an adjective, an operative one with a verb",
    failing=Example("- recognising:\n  - the report,\n- resolves:\n  - to study.", conference=_CONFERENCE),
    passing=Example("- recognizing further:\n  - the report,\n- resolves:\n  - to study.", conference=_CONFERENCE),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Findings for the base, or for the calls that a proposal adds or words anew."""
    return check_calls(subject, partial(_find, language=subject.base.language))


def _find(calls: Sequence[Call], conference: Conference, language: str) -> Iterator[Problem]:
    wordings = [wording for group in conference.calls_in(language) for wording in group]
    for call in calls:
        if call.group is None:
            words = call.heading.casefold().split()
            starts = [" ".join(words[first : first + length]) for first in (0, 1) for length in (1, 2, 3)]
            close = [match for start in starts for match in get_close_matches(start, wordings, n=1, cutoff=0.75)]
            hint = f"closest: “{close[0]}”" if close else f"add it to the calls of {conference.short}, if it is one"
            message = f"{call.address}: “{call.heading}” is no call of {conference.short}"
            yield Problem(RULE.name, message, call.place, hint, RULE.severity, call.address)
