"""unchanged: an amendment, or a whole proposal, that changes nothing.

A MOD whose new wording and label are the base's, or a MOVE to where the provision stands; a proposal to modify a
resolution that amends none of its provisions. NOC says that nothing changes, and is none.
"""

from collections.abc import Iterator

from resedit.amend.choose import GONE, status_of
from resedit.amend.expand import StaleError, expand
from resedit.model.address import FOOTNOTE, WHOLE_TEXT, AddressBook, AddressError
from resedit.model.enums import Symbol
from resedit.model.problem import Problem, Severity
from resedit.model.proposal import Amendment
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import Subject, book_of

RULE = Rule(
    "unchanged",
    Severity.WARNING,
    "an amendment that changes nothing: a MOD to the base's own words, a MOVE to where the provision stands; a MOD of "
    "the resolution without amendments",
    "Take it out, or write NOC.",
    source="ITU, PP-10, guidelines on proposals (doc-guidelines.html), 2.2: NOC stands by text for which no change is "
    "proposed",
    failing=Example("- resolves:\n  - 1: to study;\n  - 2: to report.", "- MOD: resolves 1\n  text: to study;"),
    passing=Example("- resolves:\n  - 1: to study;\n  - 2: to report.", "- NOC: resolves 1\n- SUP: resolves 2"),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Findings for the amendments that stand; what is wrong with them is for others to say."""
    proposal = subject.proposal
    if proposal is None:
        return
    if proposal.symbol in (Symbol.MOD, Symbol.EDITORIAL) and not proposal.amendments:
        message, hint = f"{proposal.number} modifies nothing", "write what it changes under amendments:, or symbol: NOC"
        yield Problem(RULE.name, message, proposal.place_of("symbol"), hint, RULE.severity)
    book = book_of(subject.base)
    symbols = [amendment.symbol for amendment in proposal.amendments]
    adds = symbols.count(Symbol.ADD) + symbols.count(Symbol.MOVE)
    recounts = adds > 0 or Symbol.SUP in symbols  # then a label asked for keeps what would be renumbered
    for amendment in proposal.amendments:
        if status_of(amendment, proposal) in GONE:
            continue
        try:
            address = book.find(amendment.address)
            is_mod = amendment.symbol in (Symbol.MOD, Symbol.EDITORIAL)
            if (
                is_mod
                and not (recounts and amendment.label is not None)
                and _has_all(book, address, amendment, proposal.number)
            ):
                message, hint = f"{address} has these words already", "take the amendment out, or write NOC"
            elif amendment.symbol is Symbol.MOVE and adds == 1 and _stands_there(book, address, amendment):
                message, hint = f"{address} stands there already", "take the amendment out"
            else:
                continue
        except (AddressError, StaleError):
            continue
        yield Problem(RULE.name, message, amendment.place_of("address"), hint, RULE.severity, address)


def _has_all(book: AddressBook, address: str, amendment: Amendment, by: str) -> bool:
    """Whether a MOD's words and label are the base's."""
    if amendment.label is not None and amendment.label != _label(book, address):
        return False
    text = book.text(address)
    return amendment.wording is None or expand(amendment.wording, text, (by,)).final() == text


def _label(book: AddressBook, address: str) -> str:
    if book.is_provision(address):
        return book.provision(address).label
    head, _, label = address.partition("/")
    return label if head == FOOTNOTE else ""


def _stands_there(book: AddressBook, address: str, amendment: Amendment) -> bool:
    """Whether a MOVE leads to where its provision is; looked at where nothing else comes into the text."""
    if not book.is_provision(address):
        return False
    path = book.path(address)
    parent = book.canonical(path[:-1]) if len(path) > 1 else ""
    if amendment.to:
        target = "" if amendment.to.strip() == WHOLE_TEXT else book.find(amendment.to)
        if target != parent:
            return False
    siblings = book.provision(parent).items if parent else book.resolution.provisions
    gap = len(siblings)
    anchor = amendment.before or amendment.after
    if anchor:
        gap = book.path(book.find_sibling(anchor, parent))[-1] + (0 if amendment.before else 1)
    return gap in (path[-1], path[-1] + 1)
