"""A proposal as a person would write it: the shortest plain form of each new wording."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from resedit.amend.expand import StaleError, expand
from resedit.model.address import AddressBook
from resedit.model.proposal import Amendment, Marked, NewWording, Proposal, Replacement, Replacements
from resedit.model.resolution import Resolution
from resedit.wording import criticmarkup
from resedit.wording.segments import Op, Wording, wording

LONGEST = 80
"""How many characters of old or of new words are read at a glance."""
MOST_PAIRS = 3
"""Up to how many replacements are."""
LONG = 300
"""From how many characters on a text is too long to be repeated for a word that comes or goes."""
WIDEST = 3
"""How many words are taken along, at most, to say which ones are meant."""
_BEFORE, _AFTER = re.compile(r"\S*\s*$"), re.compile(r"^\s*\S*")


def concise(base: Resolution, proposal: Proposal) -> Proposal:
    """The proposal with each wording in CriticMarkup written as replacements, where that says the same and is short.

    It says the same where nothing but some words give way to others, each found exactly once: then `replace:` names the
    old words and the new ones. Words that only come or only go are shown in their place, but for a long text.
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
    """The pairs of old and new words, None where they would not say it all, or not as well as the markup does."""
    pairs = []
    for before, gone, come, after in _changes(words):
        if not (gone and come) and len(old) < LONG:
            continue  # seen in its place
        pairs.append(_pair(gone, come, before, after, old))
    if not pairs or len(pairs) > MOST_PAIRS or len({pair.old for pair in pairs}) < len(pairs):
        return None
    if any(max(len(pair.old), len(pair.new)) > LONGEST for pair in pairs):
        return None
    short = Replacements(tuple(pairs))
    try:
        return short if expand(short, old).final() == words.final() else None
    except StaleError:
        return None


def _changes(words: Wording) -> Iterator[tuple[str, str, str, str]]:
    """Of each change what is kept before it, what goes, what comes, what is kept behind it."""
    runs = [(is_kept, wording(run)) for is_kept, run in groupby(words.segments, key=lambda s: s.op is Op.KEEP)]
    runs = [(True, Wording()), *runs, (True, Wording())]
    for (_, before), (is_kept, run), (_, after) in zip(runs, runs[1:], runs[2:], strict=False):
        if not is_kept:
            yield before.final(), run.original(), run.final(), after.final()


def _pair(gone: str, come: str, before: str, after: str, text: str) -> Replacement:
    """The words that give way and those that come, with as many of the words around, `before` and `after` them, as it
    takes to name a word, and one that stands once in the text."""
    pair = Replacement(gone.strip(), come.strip())
    for _ in range(WIDEST):
        if pair.new and any(map(str.isalnum, pair.old)) and text.count(pair.old) == 1:
            break
        head, tail = _BEFORE.findall(before)[0], _AFTER.findall(after)[0]
        tail = "" if head.strip() and tail[:1].isspace() else tail
        before, after = before[: len(before) - len(head)], after[len(tail) :]
        gone, come = f"{head}{gone}{tail}", f"{head}{come}{tail}"
        pair = Replacement(gone.strip(), come.strip())
    return pair
