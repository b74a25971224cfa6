"""unknown-source: a proposal of a source that the conference does not name, or that its number does not name.

`ECP/24A5/1` is a proposal of ECP. Which sources there are, `sources:` in the conference's file says; where it names
none, any will do. Several may submit one together (`source: ECP, RCC`).
"""

import re
from collections.abc import Iterator
from difflib import get_close_matches

from resedit.model.problem import Problem, Severity
from resedit.validate.folding import folded
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import Subject

_CONFERENCE = (
    "conference: X-05\nname: A made-up conference\nplace: Elsewhere\nyear: 2005\n"
    "sources:\n  XYZ: A made-up group\n  XYW: Another\n"
)
_PROPOSAL = (
    "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\nrevision: Rev. Elsewhere, 2005\n"
    "source: {}\namendments:\n- SUP: resolves 1\nreasons: made up\n"
)

RULE = Rule(
    "unknown-source",
    Severity.WARNING,
    "a `source:` that the conference does not name, or another one than the proposal's number begins with",
    "Take the code that the conference uses, or add the source to its `sources:`.",
    source="the conference's `sources:`",
    failing=Example(proposal=_PROPOSAL.format("XYU"), conference=_CONFERENCE),
    passing=Example(proposal=_PROPOSAL.format("XYZ, XYW"), conference=_CONFERENCE),
)
_BETWEEN = re.compile(r"\s*[,;+&/]\s*|\s+and\s+")


def check(subject: Subject) -> Iterator[Problem]:
    """A finding for the source of a proposal, or for its number where that alone says it."""
    proposal, conference = subject.proposal, subject.conference
    if proposal is None or conference is None or not conference.sources:
        return
    codes = {folded(name): code for code, full in conference.sources for name in (code, full)}
    by_number = proposal.number.partition("/")[0]
    given = [name for name in _BETWEEN.split(proposal.source) if name] or [by_number]
    if folded(proposal.source) in codes:  # a name in full may hold a comma
        given = [proposal.source]
    unknown = [name for name in given if folded(name) not in codes]
    place = proposal.place_of("source" if proposal.source else "proposal")
    if unknown:
        close = get_close_matches(folded(unknown[0]), codes, n=1, cutoff=0.6)
        hint = f"closest: “{codes[close[0]]}”" if close else f"add it to the sources of {conference.short}"
        message = f"{conference.short} has no source “{unknown[0]}”"
        yield Problem(RULE.name, message, place, hint, RULE.severity)
    elif folded(by_number) in codes and codes[folded(by_number)] not in {codes[folded(name)] for name in given}:
        message = f"{proposal.number} is a number of {by_number}, its source is “{proposal.source}”"
        yield Problem(RULE.name, message, place, "write the source that its number begins with", RULE.severity)
