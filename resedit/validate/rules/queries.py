"""open-query: an editorial question that nobody has answered yet. Listed, and no error."""

from collections.abc import Iterator

from resedit.model.address import AddressBook, AddressError
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


def check_addresses(subject: Subject) -> Iterator[Problem]:
    """Errors for queries about addresses that the base does not have."""
    if subject.proposal is None or not subject.proposal.queries:
        return
    book = AddressBook(subject.base)
    for query in subject.proposal.queries:
        try:
            book.find(query.address)
        except AddressError as error:
            close = ", ".join(f"“{name}”" for name in error.candidates)
            hint = f"closest: {close}" if close else "`resedit show --addresses` lists what the base has"
            rule = "ambiguous-address" if error.ambiguous else "missing-address"
            yield Problem(rule, f"query: {error.message}", query.place, hint, address=query.address)


def _queries(remarks: Remarks, about: str) -> Iterator[Problem]:
    if remarks.query:
        yield _query(remarks, about)


def _query(remarks: Remarks, about: str) -> Problem:
    question = " ".join(remarks.query.split())
    message = f"{about}: {question}" if about else question
    return Problem(RULE, message, remarks.place, severity=Severity.QUERY, address=about)
