"""Labels that were typed with a blank behind them, where a tab should be."""

from collections.abc import Sequence
from dataclasses import replace

from resedit.model.resolution import Resolution
from resedit.record.edited import Edited, quoted
from resedit.record.textlines import Likes, TextLine, side
from resedit.record.trees import Words
from resedit.redline.document import Loss, LossKind
from resedit.structure.elements import Paragraph
from resedit.structure.labels import Begun, Typed, begun
from resedit.structure.outline import HEADING_STYLES
from resedit.structure.splitting import cut_at, fitted

_SIDES = (True, False)
"""Original, final."""


def with_labels_apart(lines: Sequence[TextLine], likes: Likes) -> tuple[list[TextLine], list[Loss]]:
    """The lines of a text in Word, labels apart also where only a blank parts them from the words, and what is to be
    told of that: where it is so, and what begins as labels do and is read as words. What is known of a line decides,
    then the lines near by."""
    found: dict[int, list[Begun | None]] = {}
    for index, original in enumerate(_SIDES):
        there = [line for line in lines if line.stands(original) and line.line.cell is None]
        typed = [Typed(*(side(part, original) for part in line.words)) for line in there]
        for line, head in zip(there, begun(typed), strict=True):
            if head and head.end < len(side(line.words.text, original)) and not _is_settled(line):
                found.setdefault(line.key, [None, None])[index] = head
    made, losses = [], []
    for line in lines:
        heads = found.get(line.key)
        known = _known(line, heads[0], likes) if heads else None
        if heads and (known or (known is None and any(head.is_label for head in heads if head))):
            before, after = (head.end if head else 0 for head in heads)
            line = replace(line, words=Words(*map(fitted, cut_at(line.words.text, (before, after)))))
            losses.append(Loss(LossKind.OTHER, line.line.place, "a blank behind a label, read as a tab"))
        elif heads and known is None:
            what = _read_as_words(side(line.words.text, heads[0] is not None))
            losses.append(Loss(LossKind.OTHER, line.line.place, what))
        made.append(line)
    return made, losses


def _is_settled(line: TextLine) -> bool:
    """Whether a line has a label, is a call, or the file says itself what it is."""
    is_call = any(line.style(original).startswith(HEADING_STYLES) for original in _SIDES)
    return bool(line.words.label.segments) or is_call or line.line.level is not None


def _known(line: TextLine, head: Begun | None, likes: Likes) -> bool | None:
    """Whether what a line begins with is the label that it is known by, or no label; None where that is not known."""
    like = likes.get(line.key)
    if head is None or like is None:
        return None
    if like.item.label:
        return True if like.item.label == head.label else None
    return False if like.item.text.startswith(side(line.words.text, original=True)[: head.end]) else None


def _read_as_words(text: str) -> str:
    return f"{quoted(text)} begins as a label does, and is read as words"


def with_labels_told(edited: Edited, base: Resolution) -> tuple[Edited, list[Loss]]:
    """A copy in plain text with labels apart also where only a blank parts them from the words, and what begins as
    labels do and is read as words. What the base says of such words decides, then the lines near by."""
    known = {f"{item.label} {item.text}" for item in base.walk() if item.label}
    bare = tuple(item.text for item in base.walk() if not item.label)
    typed = [Typed(e.label, e.text) if isinstance(e, Paragraph) else Typed("", "") for e in edited.elements]
    elements, losses = list(edited.elements), []
    for index, head in enumerate(begun(typed)):
        element = elements[index]
        if head is None or not isinstance(element, Paragraph) or head.end == len(element.text):
            continue
        start, rest = element.text[: head.end], element.text[head.end :]
        if any(text.startswith(start + rest.split()[0]) for text in bare):
            continue
        if head.is_label or f"{head.label} {rest}" in known:
            elements[index] = element._replace(label=head.label, text=rest)
        else:
            what = f"line {element.place.line}: {_read_as_words(element.text)}"
            losses.append(Loss(LossKind.OTHER, detail=what))
    return edited._replace(elements=tuple(elements)), losses
