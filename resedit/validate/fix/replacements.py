"""Mending the pairs of a `replace:`: what they look for follows the base, what they put there is mended in them.

A pair that is found several times is mended in all of these places alike.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from resedit.amend.expand import found_in
from resedit.model.mend import Mend
from resedit.model.place import Place
from resedit.model.proposal import Replacement, Replacements
from resedit.wording.mend import MendError, in_text


def following(new: Replacements, base: str, mends: Sequence[Mend]) -> Iterator[tuple[Place, str]]:
    """What the pairs have to look for in the base's words when these are mended: each value that changes and where it
    stands. Raises MendError where the places that a pair is found in would differ, StaleError where it does not fit."""
    wanted: dict[Replacement, str] = {}
    for start, end, pair in found_in(base, new):
        inside = [_cut(mend, start, end) for mend in mends if mend.start < end and mend.end > start]
        words = in_text(pair.old, inside)
        if wanted.setdefault(pair, words) != words:
            raise MendError(f"“{pair.old}” would not stand {pair.times} times in the base any more")
    yield from ((pair.place, words) for pair, words in wanted.items() if words != pair.old)


def _cut(mend: Mend, start: int, end: int) -> Mend:
    """The part of a mend that falls between two places of a text, counted from the first: each old character becomes
    one of the new ones, the last of them all that are left."""
    first, last = max(mend.start, start), min(mend.end, end)
    begin = first - mend.start
    stop = len(mend.new) if last == mend.end else last - mend.start
    return replace(mend, start=first - start, old=mend.old[begin : last - mend.start], new=mend.new[begin:stop])


class _Letter(NamedTuple):
    """One character of a final text: the pair that puts it there (None: it is the base's), and where it is in the
    pair's new words, or in the base's."""

    text: str
    pair: Replacement | None
    at: int


def in_final(new: Replacements, base: str, mends: Iterable[Mend]) -> Iterator[tuple[Place, str]]:
    """What the pairs have to be for the final text to be mended: each value that changes, and where it stands. Of a run
    of blanks, those that a pair puts there go first; a pair that puts nothing between two takes the second along.

    Raises MendError where the old words are not there, or are words of the base; StaleError where a pair does not fit.
    """
    letters = list(_letters(new, base))
    inside: dict[Replacement, set[Mend]] = {}
    longer: dict[Replacement, str] = {}
    for mend in mends:
        found = letters[mend.start : mend.end]
        if "".join(letter.text for letter in found) != mend.old:
            raise MendError("the words are not there any more")
        first = found[0]
        is_of_one = first.pair and all((one.pair, one.at) == (first.pair, first.at + n) for n, one in enumerate(found))
        if first.pair and is_of_one:
            inside.setdefault(first.pair, set()).add(replace(mend, start=first.at))
            continue
        surplus = len(mend.old) - len(mend.new)
        is_blank = mend.old.isspace() and mend.old.startswith(mend.new)
        own = [(letter.pair, letter.at) for letter in found if letter.pair and is_blank][:surplus]
        if own and len(own) == surplus:
            for pair, at in own:
                inside.setdefault(pair, set()).add(Mend(mend.place, at, mend.old[0], ""))
        elif is_blank and len(found) == 2 and surplus == 1:
            pair = _between(new, base, *found)
            longer[pair] = f"{pair.old}{mend.old[1]}"
        else:
            raise MendError("the words are the base's")
    yield from ((pair.place, words) for pair, words in longer.items())
    yield from ((pair.new_place, in_text(pair.new, changes)) for pair, changes in inside.items())


def _letters(new: Replacements, base: str) -> Iterator[_Letter]:
    done = 0
    for start, end, pair in found_in(base, new):
        yield from (_Letter(base[at], None, at) for at in range(done, start))
        yield from (_Letter(character, pair, at) for at, character in enumerate(pair.new))
        done = end
    yield from (_Letter(base[at], None, at) for at in range(done, len(base)))


def _between(new: Replacements, base: str, left: _Letter, right: _Letter) -> Replacement:
    """The pair that takes out all that stands between two characters of the base."""
    for start, end, pair in found_in(base, new):
        if left.pair is right.pair is None and (start, end) == (left.at + 1, right.at):
            return pair
    raise MendError("the words are the base's")
