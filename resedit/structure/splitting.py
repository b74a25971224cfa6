"""The words of a line cut where its label ends, and freed of what a provision cannot hold, in both of its texts."""

import re
from collections.abc import Iterator
from itertools import pairwise

from resedit.wording.segments import Op, Segment, Wording, wording

LONGEST_LABEL = 10
"""How many characters a label has, at most."""
_UNFIT = re.compile("[\t\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_ORIGINAL, _FINAL = 0, 1
_SIDES = {Op.KEEP: (True, True), Op.DELETE: (True, False), Op.INSERT: (False, True)}


def split_label(words: Wording) -> tuple[Wording, Wording]:
    """Label and text of a line that sets them apart by a tab; each of its two texts is cut at its own tab."""
    return cut_at(words, (_label_end(words.original()), _label_end(words.final())))


def cut_at(words: Wording, ends: tuple[int, int]) -> tuple[Wording, Wording]:
    """Label and text of a line, the label with what parts them being so many characters in the original and in the
    final text; 0 where there is none."""
    if not any(ends):
        return Wording(), words
    label: list[Segment] = []
    text: list[Segment] = []
    at = [0, 0]
    for segment in words.segments:
        for part in _cut(segment, at, ends):
            sides = [side for side, is_in in enumerate(_SIDES[part.op]) if is_in]
            inside = [at[side] < ends[side] for side in sides]
            for side in sides:
                at[side] += len(part.text)
            if all(inside):
                label.append(part)
            elif not any(inside):
                text.append(part)
            else:  # a kept word that is label in one text only
                for side, is_label in zip(sides, inside, strict=True):
                    op = Op.DELETE if side == _ORIGINAL else Op.INSERT
                    (label if is_label else text).append(Segment(op, part.text))
    return wording(s._replace(text=s.text.replace("\t", "")) for s in label), wording(text)


def _label_end(text: str) -> int:
    """How long the label is with its tab; 0 where there is none."""
    label, tab, _ = text.partition("\t")
    return len(label) + 1 if tab and 0 < len(label.strip()) <= LONGEST_LABEL else 0


def _cut(segment: Segment, at: list[int], ends: tuple[int, int]) -> Iterator[Segment]:
    """A segment cut where a label ends in it."""
    cuts = {ends[side] - at[side] for side, is_in in enumerate(_SIDES[segment.op]) if is_in}
    edges = [0, *sorted(cut for cut in cuts if 0 < cut < len(segment.text)), len(segment.text)]
    for start, end in pairwise(edges):
        yield segment._replace(text=segment.text[start:end])


def fitted(words: Wording) -> Wording:
    """The words as a provision can hold them: tabs and control characters as blanks, no blank at either end of either
    text."""
    clean = [s._replace(text=_UNFIT.sub(" ", s.text)) for s in words.segments]
    return wording(_without_edge(_without_edge(clean, at_end=False), at_end=True))


def in_order(words: Wording) -> Wording:
    """The words with an insertion at their end behind the deletion that it makes up for, and what both have in common
    kept: the writer of Word files turns them, so that LibreOffice does not join paragraphs."""
    nothing = Segment(Op.KEEP, "")
    *rest, before, last = (nothing, nothing, *words.segments)
    if (before.op, last.op) != (Op.INSERT, Op.DELETE):
        return words
    if before.text.startswith(last.text):
        return wording([*rest, Segment(Op.KEEP, last.text), before._replace(text=before.text[len(last.text) :])])
    return wording([*rest, last, before])


def _without_edge(segments: list[Segment], at_end: bool) -> list[Segment]:
    """The segments without the blanks that either text has at one of its ends; a kept blank may be an end in one text
    only, and then stays in the other."""
    at_edge = [True, True]
    left: list[Segment] = []
    for segment in reversed(segments) if at_end else segments:
        bare = segment.text.rstrip() if at_end else segment.text.lstrip()
        size = len(segment.text) - len(bare)
        blanks = segment.text[len(bare) :] if at_end else segment.text[:size]
        stay = [side for side in (_ORIGINAL, _FINAL) if _SIDES[segment.op][side] and not at_edge[side]]
        if blanks and stay:
            op = segment.op if len(stay) == sum(_SIDES[segment.op]) else (Op.DELETE, Op.INSERT)[stay[0]]
            left.append(Segment(op, blanks, segment.by))
        if bare:
            left.append(segment._replace(text=bare))
            at_edge = [edge and not is_in for edge, is_in in zip(at_edge, _SIDES[segment.op], strict=True)]
    return left[::-1] if at_end else left
