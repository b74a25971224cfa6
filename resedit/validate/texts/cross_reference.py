"""cross-reference: a mention of one of the text's own provisions that is not there.

Where a list skips the label that is mentioned, `label-sequence` says so, and the mention is left alone.
Where a proposal renumbers the provision and another comes to stand under its old name, the mention leads astray without
dangling: `rules/renumbered_reference.py` looks for that in the redline, under the same name.
"""

from collections.abc import Iterator

from resedit.model.address import AddressBook, label_part
from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Resolution
from resedit.numbering.sequence import out_of_sequence
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import book_of
from resedit.validate.texts.mentions import mentions_in
from resedit.validate.texts.wordings import Words, finding

RULE = Rule(
    "cross-reference",
    Severity.WARNING,
    "a reference to one of the text's own provisions (*resolves* 7, *recalling* c), paragraph 3 above) that is not "
    "there, or that a proposal renumbers",
    "Name the provision that is meant by the label it has now.",
    source="United Nations Editorial Manual Online, Instructions for the preparation of documents: internal "
    "cross-references are checked in the final draft, as the paragraph numbers may have changed",
    failing=Example(
        "- resolves:\n  - 1: to study;\n  - 2: to report,\n"
        "- instructs the Director:\n  - to carry out resolves 3 above."
    ),
    passing=Example(
        "- resolves:\n  - 1: to study;\n  - 2: to report,\n"
        "- instructs the Director:\n  - to carry out resolves 1 and 2 above."
    ),
)


def check(text: Resolution) -> Iterator[Problem]:
    """Findings for each mention that leads nowhere."""
    book = book_of(text)
    now: dict[str, str] | None = None
    for address, mentions in mentions_in(book).items():
        for mention in mentions:
            if mention.found or any(_is_a_slip_of_labels(book, meant) for meant in mention.meant):
                continue
            if now is None:
                now = addresses_now(book)
            moved = next((now[meant] for meant in mention.meant if meant in now), "")
            hint = f"it was renumbered: now {said(moved)}" if moved else "name a provision that the text has"
            item = book.provision(address)
            words = Words(address, item.text, item.place)
            slip = item.text[mention.start : mention.end]
            yield finding(RULE, words, f"“{mention.shown}” is not in the text", hint, (), slip, mention.start)


def _is_a_slip_of_labels(book: AddressBook, address: str) -> bool:
    """Whether a list that skips a label makes an address name nothing: then it is the label that is to be mended."""
    above, _, name = address.rpartition("/")
    items = book.provision(above).items if book.is_provision(above) else ()
    return any(label_part(expected) == name for _, expected in out_of_sequence([item.label for item in items]))


def addresses_now(final: AddressBook) -> dict[str, str]:
    """The addresses of a consolidated text by those its provisions had in the base."""
    return {item.origin.address: address for address, item in final if item.origin and item.origin.address}


def said(address: str) -> str:
    """An address as people say it: `resolves 9 i`."""
    return address.replace("/", " ")
