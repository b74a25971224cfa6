"""open-query: an editorial question that nobody has answered yet. Listed, and no error."""

from collections.abc import Iterator

from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Remarks
from resedit.validate.subject import Subject

RULE = "open-query"


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


def _queries(remarks: Remarks, about: str) -> Iterator[Problem]:
    if remarks.query:
        yield _query(remarks, about)


def _query(remarks: Remarks, about: str) -> Problem:
    question = " ".join(remarks.query.split())
    message = f"{about}: {question}" if about else question
    return Problem(RULE, message, remarks.place, severity=Severity.QUERY, address=about)
