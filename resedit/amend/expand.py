"""From what an amendment says to the wording it makes: the short forms expanded, the old words proved."""

from resedit.model.proposal import Marked, NewWording, Replacements, Whole
from resedit.wording import criticmarkup
from resedit.wording.difference import difference
from resedit.wording.segments import Op, Segment, Wording, attributed, wording

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
        """Which of the replacements is at fault, from 0; -1 for other forms."""


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


def _marked(new: Marked, old: str, by: tuple[str, ...]) -> Wording:
    try:
        marked = criticmarkup.parse(new.markup)
    except criticmarkup.MarkupError as error:
        around = new.markup[max(0, error.offset - CONTEXT) : error.offset + CONTEXT]
        raise StaleError("unbalanced-markup", error.message, f"near “{around.strip()}”") from None
    if marked.original() != old:
        raise StaleError(
            "stale-wording",
            "the old wording is not the base's",
            f"the base differs so: {excerpt(difference(marked.original(), old))}",
        )
    return attributed(marked, by)


def _replace(new: Replacements, old: str, by: tuple[str, ...]) -> Wording:
    spans: list[tuple[int, int, str]] = []
    for position, pair in enumerate(new.pairs):
        found = old.count(pair.old) if pair.old else 0
        if found != pair.times:
            raise StaleError("replacement-count", *_count_message(pair.old, found, pair.times, old), position)
        start = -1
        for _ in range(found):
            start = old.index(pair.old, start + 1 if start < 0 else start)
            spans.append((start, start + len(pair.old), pair.new))
            start += len(pair.old)
    spans.sort()
    segments: list[Segment] = []
    done = 0
    for start, end, text in spans:
        if start < done:
            raise StaleError("replacement-count", f"two replacements meet in “{old[start:done]}”", "join them into one")
        segments.append(Segment(Op.KEEP, old[done:start]))
        segments += difference(old[start:end], text, by).segments
        done = end
    return wording([*segments, Segment(Op.KEEP, old[done:])])


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
