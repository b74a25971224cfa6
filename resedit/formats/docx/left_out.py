"""What a text and its proposals hold and their Word file does not: told when it is written."""

from collections.abc import Iterator, Sequence

from resedit.formats.docx.body import moves_of
from resedit.model.address import AddressBook
from resedit.model.enums import Status, Symbol, View
from resedit.model.proposal import Proposal
from resedit.model.resolution import Provision, Remarks, Resolution
from resedit.redline.redline import Redline, State, Tracked

_MOST = 8
"""How many addresses are named at a time."""
Found = Iterator[tuple[str, str]]
"""What is left out, and where."""


def left_out(redline: Redline, view: View = View.REDLINE) -> list[str]:
    """What the Word file of a view of a redline does not hold, one line a kind: `NOC (recalling/a, resolves/2)`."""
    named: dict[str, dict[str, None]] = {}
    for what, where in _found(redline, view):
        named.setdefault(what, {})[where] = None
    return [f"{what} ({_listed(list(wheres))})" for what, wheres in named.items()]


def _listed(wheres: list[str]) -> str:
    more = len(wheres) - _MOST
    return ", ".join(wheres[:_MOST]) + (f" and {more} more" if more > 0 else "")


def _found(redline: Redline, view: View) -> Found:
    yield from _of_text(redline.base)
    for proposal in redline.proposals if view is View.REDLINE else ():
        yield from _of_proposal(proposal)
    if view is View.REDLINE:
        written = moves_of(redline)
        for address in _moving(redline.provisions):
            if address not in written:
                yield "moves, as what goes in one place and comes in the other", address


def _moving(items: Sequence[Tracked]) -> Iterator[str]:
    """The addresses of the provisions that move, not of what they take along."""
    for item in items:
        if item.state is State.MOVED_FROM:
            yield item.address
        else:
            yield from _moving(item.items)


def _of_text(text: Resolution) -> Found:
    yield from _of_remarks(text.remarks, text.reference)
    if text.permanent:
        yield "that its numbers are permanent", text.reference
    for address, item in AddressBook(text):
        yield from _of_provision(item, address)
    for note in text.footnotes:
        yield from _of_remarks(note.remarks, f"footnote/{note.label}")


def _of_provision(item: Provision, address: str) -> Found:
    if item.id:
        yield "ids", address
    yield from _of_remarks(item.remarks, address)


def _of_proposal(proposal: Proposal) -> Found:
    yield from _of_remarks(proposal.remarks, proposal.number)
    if proposal.status is not Status.SUBMITTED:
        yield "what became of a proposal", proposal.number
    if proposal.replaces:
        yield "what a proposal is a compromise for", proposal.number
    for query in proposal.queries:
        yield "queries", query.address
    for amendment in proposal.amendments:
        yield from _of_remarks(amendment.remarks, amendment.address)
        if amendment.symbol is Symbol.NOC:
            yield "NOC", amendment.address
        if amendment.status is not None:
            yield "what became of an amendment", amendment.address
        for added in amendment.items:
            for item in added.provision.walk():
                yield from _of_provision(item, f"{amendment.address}, added")


def _of_remarks(remarks: Remarks, address: str) -> Found:
    for what, said in (("notes", remarks.note), ("queries", remarks.query), ("corrections", remarks.correction)):
        if said:
            yield what, address
