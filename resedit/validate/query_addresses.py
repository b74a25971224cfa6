"""The addresses that a proposal's queries are about: `missing-address` and `ambiguous-address` for them, too."""

from collections.abc import Iterator

from resedit.model.address import AddressBook, AddressError
from resedit.model.problem import Problem
from resedit.validate.subject import Subject


def check(subject: Subject) -> Iterator[Problem]:
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
