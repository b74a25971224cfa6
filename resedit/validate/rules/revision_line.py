"""revision-line: the revision a proposal leads to does not fit the conference, or its opening line does not fit it.

A text is revised where and when its conference meets: `Rev. Buenos Aires, 2017` with the opening line “… (Buenos Aires,
2017),”. The name of the place is looked at in English texts, as a conference's file gives it once and other languages
write it otherwise; the year in all of them. A revision may name the conference instead, as those of radio conferences
do: `Rev.WRC-12` with “… (Geneva, 2012),”.
"""

import re
from collections.abc import Iterator

from resedit.model.conference import Conference
from resedit.model.enums import Symbol
from resedit.model.languages import primary
from resedit.model.place import Place
from resedit.model.problem import Problem, Severity
from resedit.validate.folding import letters
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import Subject

RULE = Rule(
    "revision-line",
    Severity.WARNING,
    "a `revision:` that does not name the conference's place and year, or an opening line that names others",
    "Write place and year of the conference in both.",
    source="ITU, Drafting of ITU Resolutions (PP-18): place and date are an integral part of the number",
    failing=Example(
        "- resolves:\n  - 1: to study;\n  - 2: to report.",
        "- SUP: resolves 1",
        conference="conference: X-06\nname: A made-up conference\nplace: Elsewhere\nyear: 2006\n",
    ),
    passing=Example(
        "- resolves:\n  - 1: to study;\n  - 2: to report.",
        "- SUP: resolves 1",
        conference="conference: X-05\nname: A made-up conference\nplace: Elsewhere\nyear: 2005\n",
    ),
)
_BY_CONFERENCE = re.compile(r"[^\W\d_]{2,}[-‐‑](\d\d)$")
_MEETING = re.compile(r"[(（]([^()（）]*\d{4}[^()（）]*)[)）]")


def check(subject: Subject) -> Iterator[Problem]:
    """Findings for a proposal that revises its base."""
    proposal = subject.proposal
    if proposal is None or not proposal.revision or proposal.symbol in (Symbol.SUP, Symbol.NOC):
        return
    place = proposal.place_of("revision")
    revision = letters(proposal.revision)
    missing = _missing(subject.conference, revision, subject.base.language) if subject.conference else ""
    if missing and subject.conference:
        message = f"the revision “{proposal.revision}” does not name {missing} of {subject.conference.short}"
        yield Problem(RULE.name, message, place, f"the conference is {_meets(subject.conference)}", RULE.severity)
    if subject.redline is None or not (subject.redline.revision.changed or subject.redline.opening.changed):
        return
    named = _MEETING.findall(subject.redline.opening.final())
    if named and not _fits(named[-1], proposal.revision):
        message = f"the opening line says “{named[-1]}”, the revision “{proposal.revision}”"
        yield Problem(
            RULE.name,
            message,
            _place_of_opening(subject, place),
            "write the same place and year",
            RULE.severity,
            "opening",
        )


def _fits(meeting: str, revision: str) -> bool:
    """Whether a revision is of a meeting: it has its place and year, or names a conference of that year."""
    year = _BY_CONFERENCE.search(revision)
    return re.search(rf"\d\d{year[1]}\b", meeting) is not None if year else letters(meeting) in letters(revision)


def _missing(conference: Conference, revision: str, language: str) -> str:
    """What of the conference's place and year a revision lacks; nothing where it names the conference itself."""
    if _BY_CONFERENCE.search(conference.short) and letters(conference.short) in revision:
        return ""
    lacks = []
    if conference.venue and primary(language) == "en" and letters(conference.venue) not in revision:
        lacks.append(f"the place ({conference.venue})")
    if conference.year and letters(conference.year) not in revision:
        lacks.append(f"the year ({conference.year})")
    return " and ".join(lacks)


def _meets(conference: Conference) -> str:
    return ", ".join(part for part in (conference.venue, conference.year) if part)


def _place_of_opening(subject: Subject, otherwise: Place) -> Place:
    """Where the proposal writes the opening line; else where it writes the revision."""
    assert subject.redline is not None
    return subject.place_of_change("opening") if subject.redline.opening.changed else otherwise
