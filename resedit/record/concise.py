"""A proposal as a person would write it: the shortest plain form of each new wording."""

from dataclasses import replace
from itertools import pairwise

from resedit.amend.expand import StaleError, expand
from resedit.model.address import AddressBook
from resedit.model.proposal import Amendment, Marked, NewWording, Proposal, Replacement, Replacements
from resedit.model.resolution import Resolution
from resedit.wording import criticmarkup
from resedit.wording.segments import Op, Wording

MOST_PAIRS = 3
"""Up to how many replacements are read at a glance."""


def concise(base: Resolution, proposal: Proposal) -> Proposal:
    """The proposal with each wording in CriticMarkup written as replacements, where that says the same and is shorter.

    It says the same where nothing but some words give way to others, each found exactly once: then `replace:` names the
    old words and the new ones. Words that only come or only go are shown in their place.
    """
    book = AddressBook(base)

    def shortened(amendment: Amendment) -> Amendment:
        if not isinstance(amendment.wording, Marked):
            return amendment
        old = book.text(book.find(amendment.address))
        short = _replacements(criticmarkup.parse(amendment.wording.markup), old)
        return replace(amendment, wording=short) if short else amendment

    return replace(proposal, amendments=tuple(shortened(amendment) for amendment in proposal.amendments))


def _replacements(words: Wording, old: str) -> NewWording | None:
    """The pairs of old and new words, None where they would not say it all, or more than the markup does."""
    pairs = []
    segments = words.segments
    for before, after in pairwise(segments):
        if (before.op, after.op) == (Op.DELETE, Op.INSERT):
            pairs.append(Replacement(before.text.strip(), after.text.strip()))
    if not pairs or len(pairs) > MOST_PAIRS or len({pair.old for pair in pairs}) < len(pairs):
        return None
    if sum(len(pair.old) + len(pair.new) for pair in pairs) >= sum(len(s.text) for s in segments if s.op is Op.KEEP):
        return None
    short = Replacements(tuple(pairs))
    try:
        return short if expand(short, old).final() == words.final() else None
    except StaleError:
        return None
