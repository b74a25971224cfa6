"""A proposal as a person would write it: the shortest plain form of each new wording."""

import re
from dataclasses import replace

from resedit.amend.expand import StaleError, expand
from resedit.model.address import AddressBook
from resedit.model.proposal import Amendment, Marked, NewWording, Proposal, Replacement, Replacements
from resedit.model.resolution import Resolution
from resedit.wording import criticmarkup
from resedit.wording.segments import Op, Segment, Wording

MOST_PAIRS = 3
"""Up to how many replacements are read at a glance,"""
LONGEST = 80
"""and how many characters on either side."""
WIDEST = 3
"""How many words are taken along, at most, to say which ones are meant."""
_BEFORE, _AFTER = re.compile(r"\S*\s*$"), re.compile(r"^\s*\S*")


def concise(base: Resolution, proposal: Proposal) -> Proposal:
    """The proposal with each wording in CriticMarkup written as replacements, where that says the same and is short.

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
    segments = (Segment(Op.KEEP, ""), *words.segments, Segment(Op.KEEP, ""))
    pairs = []
    for before, gone, come, after in zip(segments, segments[1:], segments[2:], segments[3:], strict=False):
        if (gone.op, come.op) == (Op.DELETE, Op.INSERT):
            left, right = (side.text if side.op is Op.KEEP else "" for side in (before, after))
            pairs.append(_pair(gone.text, come.text, left, right, old))
    if not pairs or len(pairs) > MOST_PAIRS or len({pair.old for pair in pairs}) < len(pairs):
        return None
    if any(max(len(pair.old), len(pair.new)) > LONGEST for pair in pairs):
        return None
    short = Replacements(tuple(pairs))
    try:
        return short if expand(short, old).final() == words.final() else None
    except StaleError:
        return None


def _pair(gone: str, come: str, before: str, after: str, text: str) -> Replacement:
    """The words that give way and those that come, with as many of the words around, `before` and `after` them, as it
    takes to name a word, and one that stands once in the text."""
    pair = Replacement(gone.strip(), come.strip())
    for _ in range(WIDEST):
        if any(map(str.isalnum, pair.old)) and text.count(pair.old) == 1:
            break
        head, tail = _BEFORE.findall(before)[0], _AFTER.findall(after)[0]
        tail = "" if head.strip() and tail[:1].isspace() else tail
        before, after = before[: len(before) - len(head)], after[len(tail) :]
        gone, come = f"{head}{gone}{tail}", f"{head}{come}{tail}"
        pair = Replacement(gone.strip(), come.strip())
    return pair
