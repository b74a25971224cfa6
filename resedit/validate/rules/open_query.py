"""open-query: an editorial question that nobody has answered yet.

`query:` may stand on a base, a provision, a proposal, an amendment or a conference. It is listed until somebody answers
it, and stops nothing.
"""

from collections.abc import Iterator

from resedit.model.conference import Conference
from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Remarks
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import Subject

RULE = Rule(
    "open-query",
    Severity.QUERY,
    "an open editorial question",
    "Answer it and take the `query:` out.",
    failing=Example(amendments="- SUP: resolves 1\n  query: is the study done?"),
    passing=Example(amendments="- SUP: resolves 1\n  note: the study is done"),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Every `query:` of a base, or of a proposal and its amendments."""
    if subject.proposal is None:
        yield from _queries(subject.base.remarks, "")
        for item in subject.base.walk():
            yield from _queries(item.remarks, item.label or item.text[:40])
        for note in subject.base.footnotes:
            yield from _queries(note.remarks, f"footnote {note.label}")
        return
    yield from _queries(subject.proposal.remarks, "")
    for query in subject.proposal.queries:
        yield _query(Remarks(query=query.question, place=query.place), query.address)
    for amendment in subject.proposal.amendments:
        yield from _queries(amendment.remarks, amendment.address)
        for added in amendment.items:
            for item in added.provision.walk():
                yield from _queries(item.remarks, amendment.address)


def of_conference(conference: Conference) -> Iterator[Problem]:
    """The `query:` of a conference, which stands in a file of its own."""
    yield from _queries(conference.remarks, "")


def _queries(remarks: Remarks, about: str) -> Iterator[Problem]:
    if remarks.query:
        yield _query(remarks, about)


def _query(remarks: Remarks, about: str) -> Problem:
    question = " ".join(remarks.query.split())
    message = f"{about}: {question}" if about else question
    return Problem(RULE.name, message, remarks.place, severity=RULE.severity, address=about)
