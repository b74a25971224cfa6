"""A wording: a text with its history, as segments that are kept, inserted or deleted."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from resedit.model.quick import quick


class Op(StrEnum):
    """What happens to a segment between the original and the final text."""

    KEEP = "keep"
    INSERT = "insert"
    DELETE = "delete"


class Segment(NamedTuple):
    """A run of text; `by` names the proposals that insert or delete it (empty for kept text)."""

    op: Op
    text: str
    by: tuple[str, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Wording:
    """A sequence of segments in reading order. Build it with `wording()`, which brings it into normal form."""

    segments: tuple[Segment, ...] = ()

    def original(self) -> str:
        """The text before: kept and deleted segments."""
        return _joined(self.segments, Op.INSERT)

    def final(self) -> str:
        """The text after: kept and inserted segments."""
        return _joined(self.segments, Op.DELETE)

    @property
    def changed(self) -> bool:
        """Whether anything is inserted or deleted."""
        segments = self.segments
        return segments[0].op is not Op.KEEP if len(segments) == 1 else any(s.op is not Op.KEEP for s in segments)

    def by(self) -> tuple[str, ...]:
        """The proposals that change this wording, each once, in order of appearance."""
        return tuple(dict.fromkeys(name for s in self.segments for name in s.by))


def _joined(segments: tuple[Segment, ...], without: Op) -> str:
    """The text of segments without those of one kind; of one segment, as most wordings are, without building it."""
    if len(segments) == 1:
        return segments[0].text if segments[0].op is not without else ""
    return "".join([s.text for s in segments if s.op is not without])


EMPTY = Wording()


def wording(segments: Iterable[Segment]) -> Wording:
    """A wording in normal form: no empty segments, and neighbours that say the same of themselves are one."""
    found = [segment for segment in segments if segment.text]
    if len(found) < 2 or all(a.op is not b.op or a.by != b.by for a, b in pairwise(found)):
        return Wording(tuple(found))  # as most are
    runs: list[tuple[Op, tuple[str, ...], list[str]]] = []
    for op, text, by in found:
        if runs and runs[-1][0] is op and runs[-1][1] == by:
            runs[-1][2].append(text)
        else:
            runs.append((op, by, [text]))
    return Wording(tuple([Segment(op, "".join(texts), by) for op, by, texts in runs]))


@lru_cache(maxsize=4096)  # labels are few, and texts are asked for by each proposal
def kept(text: str) -> Wording:
    """A text that nothing changes."""
    return Wording((Segment(Op.KEEP, text),)) if text else EMPTY


def inserted(text: str, by: tuple[str, ...] = ()) -> Wording:
    """A text that is wholly new."""
    return Wording((Segment(Op.INSERT, text, by),)) if text else EMPTY


def deleted(text: str, by: tuple[str, ...] = ()) -> Wording:
    """A text that is wholly taken out."""
    return Wording((Segment(Op.DELETE, text, by),)) if text else EMPTY


def replaced(old: str, new: str, by: tuple[str, ...] = ()) -> Wording:
    """A text put in another's place as a whole, as labels are; kept where both are the same."""
    if old == new:
        return kept(old)
    return Wording((*deleted(old, by).segments, *inserted(new, by).segments))


def attributed(marked: Wording, by: tuple[str, ...]) -> Wording:
    """The same changes, made by the proposals `by`."""
    return wording(Segment(s.op, s.text, () if s.op is Op.KEEP else by) for s in marked.segments)


def composed(first: Wording, second: Wording) -> Wording:
    """Two changes after one another as one: from the original of the first to the final text of the second, which is a
    change of the first one's final text. What the first inserts and the second deletes is in neither."""
    found: list[Segment] = []
    waiting = list(reversed(second.segments))
    for op, text, by in first.segments:
        if op is Op.DELETE:
            found.append(Segment(op, text, by))
            continue
        left = text
        while left:
            after = waiting.pop()
            if after.op is Op.INSERT:
                found.append(after)
                continue
            part, left = left[: len(after.text)], left[len(after.text) :]
            if len(part) < len(after.text):
                waiting.append(after._replace(text=after.text[len(part) :]))
            if after.op is Op.KEEP:
                found.append(Segment(op, part, by))
            elif op is Op.KEEP:
                found.append(after._replace(text=part))
    return wording([*found, *reversed(waiting)])
