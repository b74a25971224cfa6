"""The part of a wording that changes, with a few words around."""

from functools import lru_cache

from resedit.wording.segments import Op, Segment, Wording
from resedit.wording.tokens import is_word, tokens

GAP = " … "


def excerpt(marked: Wording, context: int) -> Wording:
    """A wording with kept runs cut to `context` words on the sides of changes; what is cut shows as an ellipsis.

    A wording that nothing changes keeps its first words. Inserted and deleted text is never cut, nor is a label (what
    stands before a tab).
    """
    last = len(marked.segments) - 1
    return Wording(
        tuple(
            Segment(s.op, _cut(s.text, context, index > 0, index < last), s.by) if s.op is Op.KEEP else s
            for index, s in enumerate(marked.segments)
        )
    )


def opening(text: str, most: int = 40) -> str:
    """A text, or its first words, at least one, where it has more than so many characters, with an ellipsis."""
    if len(text) <= most:
        return text
    return f"{text[: most + 1].rpartition(' ')[0] or text[:most]} …"


@lru_cache(maxsize=1024)  # the words around what several proposals ask for are asked for each of them
def _cut(text: str, context: int, after_change: bool, before_change: bool) -> str:
    label, tab, text = text.rpartition("\t")
    if tab:
        return label + tab + _cut(text, context, False, before_change)
    words = tokens(text)
    places = [index for index, word in enumerate(words) if is_word(word)]
    head = context if after_change or not before_change else 0
    tail = context if before_change else 0
    if len(places) <= head + tail + 2:
        return text
    end = _to_blank(words, places[head - 1], 1) + 1 if head else 0
    start = _to_blank(words, places[len(places) - tail], -1) if tail else len(words)
    if start - end < 3:
        return text
    kept_head, kept_tail = "".join(words[:end]), "".join(words[start:])
    gap = GAP if kept_head and kept_tail else GAP.lstrip() if kept_tail else GAP.rstrip()
    return kept_head + gap + kept_tail


def _to_blank(words: list[str], index: int, step: int) -> int:
    """The index of the last token before the next blank: what hangs together (*non-exclusion*) is not cut."""
    while 0 <= index + step < len(words) and not words[index + step].isspace():
        index += step
    return index
