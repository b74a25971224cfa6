"""From what an amendment says to the wording it makes: the short forms expanded, the old words proved."""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, pairwise

from resedit.model.address import AddressBook
from resedit.model.proposal import Amendment, Marked, NewWording, Proposal, Replacement, Replacements, Whole
from resedit.model.resolution import Resolution
from resedit.wording import criticmarkup
from resedit.wording.difference import difference
from resedit.wording.segments import Op, Segment, Wording, attributed, wording
from resedit.wording.tokens import tokens
from resedit.wording.visible import unseen

REBASE = "`resedit rebase` carries a proposal over to a base that changed"
CONTEXT = 40
"""How many characters around a difference a hint shows."""


class StaleError(ValueError):
    """A new wording that does not fit the base's words: `rule` names what is wrong, `hint` what differs."""

    def __init__(self, rule: str, message: str, hint: str, position: int = -1) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint
        self.position = position
        """Which replacement is at fault, from 0, or which character of CriticMarkup; -1 where it is the whole."""


@lru_cache(maxsize=2048)  # asked for by what checks an amendment, what applies it by itself, and what merges it
def expand(new: NewWording, old: str, by: tuple[str, ...] = ()) -> Wording:
    """The wording an amendment makes of the base's words `old`.

    Its `original()` is `old`, always. Raises StaleError (rule `stale-wording`, `replacement-count`,
    `unbalanced-markup`) where the amendment does not fit.
    """
    if isinstance(new, Whole):
        return difference(old, new.text, by)
    if isinstance(new, Replacements):
        return _replace(new, old, by)
    return _marked(new, old, by)


def spelled_out(base: Resolution, proposal: Proposal) -> Proposal:
    """A proposal with every new wording written out as CriticMarkup over the base's words; all else stays.

    Raises StaleError or AddressError where an amendment does not fit the base.
    """
    book = AddressBook(base)

    def spelled(amendment: Amendment) -> Amendment:
        if amendment.wording is None:
            return amendment
        words = expand(amendment.wording, book.text(book.find(amendment.address)))
        return replace(amendment, wording=Marked(criticmarkup.write(words))) if words.changed else amendment

    return replace(proposal, amendments=tuple(spelled(amendment) for amendment in proposal.amendments))


def _marked(new: Marked, old: str, by: tuple[str, ...]) -> Wording:
    try:
        marked = criticmarkup.parse(new.markup)
    except criticmarkup.MarkupError as error:
        around = new.markup[max(0, error.offset - CONTEXT) : error.offset + CONTEXT]
        raise StaleError("unbalanced-markup", error.message, f"near “{around.strip()}”", error.offset) from None
    if marked.original() != old:
        raise StaleError(
            "stale-wording",
            "the old wording is not the base's",
            _how_it_differs(difference(marked.original(), old)),
        )
    return attributed(marked, by)


def _how_it_differs(marked: Wording) -> str:
    names = unseen(marked)
    return f"the base differs so: {excerpt(marked)}{f' ({names})' if names else ''} ({REBASE})"


Span = tuple[int, int, str]
"""From, to (in the base's words), and what is put there."""


def _replace(new: Replacements, old: str, by: tuple[str, ...]) -> Wording:
    """The base's words with each pair replaced. Whole words change, never letters inside a word."""
    segments: list[Segment] = []
    done = 0
    spans = [(start, end, pair.new) for start, end, pair in found_in(old, new)]
    for left, right, text in _in_whole_words(spans, old):
        segments.append(Segment(Op.KEEP, old[done:left]))
        segments += difference(old[left:right], text, by).segments
        done = right
    return wording([*segments, Segment(Op.KEEP, old[done:])])


def found_in(old: str, new: Replacements) -> list[tuple[int, int, Replacement]]:
    """From where to where each pair is found in the base's words, in order. Raises StaleError where it is not found as
    often as it says, or two meet."""
    spans: list[tuple[int, int, Replacement]] = []
    for position, pair in enumerate(new.pairs):
        found = old.count(pair.old) if pair.old else 0
        if found != pair.times:
            raise StaleError("replacement-count", *_count_message(pair.old, found, pair.times, old), position)
        end = 0
        for _ in range(found):
            start = old.index(pair.old, end)
            end = start + len(pair.old)
            spans.append((start, end, pair))
    spans.sort(key=lambda span: span[:2])
    for (_, end, _), (start, _, _) in pairwise(spans):
        if start < end:
            raise StaleError("replacement-count", f"two replacements meet in “{old[start:end]}”", "join them into one")
    return spans


def _in_whole_words(spans: list[Span], old: str) -> list[Span]:
    """The spans widened to the words they stand in, those in one word joined."""
    edges = [0, *accumulate(len(token) for token in tokens(old))]
    widened: list[Span] = []
    reached = 0
    for start, end, text in spans:
        left, right = edges[bisect_right(edges, start) - 1], edges[bisect_left(edges, end)]
        if widened and left < widened[-1][1]:
            first, last, before = widened.pop()
            before = before[: len(before) - (last - reached)]
            widened.append((first, right, before + old[reached:start] + text + old[end:right]))
        else:
            widened.append((left, right, old[left:start] + text + old[end:right]))
        reached = end
    return widened


def _count_message(words: str, found: int, times: int, old: str) -> tuple[str, str]:
    wanted = "once" if times == 1 else f"{times} times"
    if not found:
        start = old[: 2 * CONTEXT] + ("…" if len(old) > 2 * CONTEXT else "")
        return f"“{words}” is not in the base's words", f"they begin: {start}"
    return (
        f"“{words}” is found {found} times, not {wanted}",
        f"write more of the words around it, or times: {found}",
    )


def excerpt(marked: Wording) -> str:
    """A wording as CriticMarkup with long kept runs cut short."""
    pieces = []
    last = len(marked.segments) - 1
    for index, segment in enumerate(marked.segments):
        text = segment.text
        if segment.op is Op.KEEP and len(text) > 2 * CONTEXT:
            head = text[:CONTEXT] if index else ""
            tail = text[-CONTEXT:] if index < last else ""
            text = f"{head}…{tail}"
        pieces.append(criticmarkup.write(Wording((Segment(segment.op, text),))))
    return "".join(pieces)
