"""How brackets are written: `[ECP/24A5/1: …] [XYZ/7/2: …] [base: …]` around words, or around whole provisions."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from resedit.amend.build import added_node
from resedit.amend.plan import By
from resedit.merge.requests import Request
from resedit.merge.words import Side, Stretch, woven
from resedit.model.enums import Kind
from resedit.model.resolution import Provision
from resedit.redline.redline import BRACKETS, State, Tracked
from resedit.redline.references import references
from resedit.wording.segments import Op, Segment, Wording, wording

BASE = "base"
NOTHING = "–"
"""What stands in a bracket where there are no words."""


def taken_along(provision: Provision, movers: By, asking: By) -> Tracked:
    """A provision with all below it as the base has it, in what is moved: it stays so for all but those who ask for
    something else, who take the movers' words out again; the words that stand instead belong to the brackets."""

    def struck(words: str) -> Wording:
        return wording((Segment(Op.DELETE, words, contested_by(asking)), mark(words)))

    node = added_node(provision, movers)
    items = tuple(taken_along(item, movers, asking) for item in provision.items)
    return replace(node, state=State.MOVED_TO, label=struck(provision.label), text=struck(provision.text), items=items)


def enclosed(provision: Tracked, opening: str, closing: str = "]") -> Tracked:
    """What comes as a whole in brackets from its first word to its last."""

    def opened(node: Tracked) -> Tracked:
        if node.items and node.kind in (Kind.TABLE, Kind.ROW):  # they have no words of their own
            return replace(node, items=(opened(node.items[0]), *node.items[1:]))
        first = mark(opening if node.text.segments else opening.rstrip())  # no text ends with a blank
        return replace(node, text=wording((first, *node.text.segments)))

    def closed(node: Tracked) -> Tracked:
        if node.items:
            return replace(node, items=(*node.items[:-1], closed(node.items[-1])))
        return replace(node, text=wording((*node.text.segments, mark(closing))))

    return opened(closed(provision))


def contested_whole(old: str, asked: Iterable[Request], keepers: By) -> Wording:
    """A text that is contested whole."""
    sides: dict[str, list[str]] = defaultdict(list)
    for request in asked:
        sides[request.words.final() if request.words else request.text].append(request.by)
    stretch = Stretch(0, len(old), tuple(Side(tuple(by), text) for text, by in sides.items()))
    return wording(_in_brackets(old, stretch, keepers))


def bracketed_words(old: str, stretches: Iterable[Stretch], keepers: By, notes: Collection[str]) -> Wording:
    """A text with its contested stretches in brackets; where somebody keeps it as it is, that is all of them."""

    def is_contested(stretch: Stretch) -> bool:
        words = (old[stretch.start : stretch.end], *(side.text for side in stretch.sides))
        return bool(keepers) or stretch.in_conflict or any(key in notes for part in words for key in references(part))

    return woven(
        old, ((s.start, s.end, _in_brackets(old, s, keepers) if is_contested(s) else s.segments) for s in stretches)
    )


def _in_brackets(old: str, stretch: Stretch, keepers: By) -> tuple[Segment, ...]:
    """A stretch as its sides, then the base; a blank parts the brackets from words around them."""
    words = old[stretch.start : stretch.end]
    by = tuple(dict.fromkeys(name for side in stretch.sides for name in side.by))
    segments = [Segment(Op.DELETE, words, contested_by(by)), mark(" " if old[: stretch.start][-1:].isalnum() else "")]
    for side in stretch.sides:
        blank = "" if side.text[:1].isspace() else " "
        segments += [mark(f"[{listed(side.by)}:{blank}"), Segment(Op.INSERT, side.text, contested_by(side.by))]
        segments.append(mark("] " if side.text else f"{NOTHING}] "))
    blank = "" if words[:1].isspace() else " "
    after = " " if old[stretch.end : stretch.end + 1].isalnum() else ""
    segments.append(mark(f"[{listed((BASE, *keepers))}:{blank}{words or NOTHING}]{after}"))
    return tuple(segments)


def contested_by(by: Iterable[str]) -> By:
    """Whose a change is that others contest."""
    return (*by, BRACKETS)


def mark(text: str) -> Segment:
    """Words that belong to the brackets."""
    return Segment(Op.INSERT, text, (BRACKETS,))


def listed(by: Iterable[str]) -> str:
    """Names as they stand in a bracket."""
    return ", ".join(by)
