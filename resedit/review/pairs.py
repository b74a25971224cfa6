"""Which text of one end became which of the other."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from resedit.model.naming import natural
from resedit.project.git import Difference
from resedit.project.snapshot import Snapshot
from resedit.project.tree import BASE, is_yaml
from resedit.review.versions import Version

Read = Callable[[Snapshot, str], Version]


class Pair(NamedTuple):
    """A text at both ends, or at one where it comes or goes; `old` and `new` are paths from the repository's top."""

    old: str = ""
    new: str = ""
    before: Version | None = None
    after: Version | None = None


def pairs(differences: Sequence[Difference], old: Snapshot, new: Snapshot, read: Read) -> list[Pair]:
    """The texts that differ, in the order of the project's folders, bases first.

    git pairs files that look alike, but a proposal is known by its number: two of different numbers are one deleted and
    one added, however alike, unless they say the same; two of one number are one, however different.
    """
    below = new.root.relative_to(new.top)
    found: list[Pair] = []
    for difference in differences:
        name, now = _within(difference.old, below), _within(difference.new, below)
        pair = Pair(name, now, read(old, name) if name else None, read(new, now) if now else None)
        found += [pair] if _is_one_text(pair) else [Pair(name, "", pair.before), Pair("", now, None, pair.after)]
    gone = {pair.before.number: pair for pair in found if pair.before and not pair.after}
    come = {pair.after.number: pair for pair in found if pair.after and not pair.before}
    for number in (gone.keys() & come.keys()) - {""}:
        one, other = gone[number], come[number]
        joined = Pair(one.old, other.new, one.before, other.after)
        if _is_one_text(joined):
            found = [joined, *(pair for pair in found if pair is not one and pair is not other)]
    return sorted((pair for pair in found if pair.old or pair.new), key=_order)


def _within(name: str, below: Path) -> str:
    """A path as the project sees it: empty for what is not one of its files."""
    path = Path(name)
    if not path.is_relative_to(below) or not is_yaml(path):
        return ""
    return "" if any(part.startswith(".") for part in path.relative_to(below).parts) else name


def _is_one_text(pair: Pair) -> bool:
    before, after = pair.before, pair.after
    if before is None or after is None or before.value is None or after.value is None:
        return True
    if not after.is_about_the_text_of(before):
        return False
    if pair.old == pair.new or before.number == after.number:
        return True
    return before.redline is not None and after.redline is not None and before.redline.final() == after.redline.final()


def _order(pair: Pair) -> tuple[object, ...]:
    path = Path(pair.new or pair.old)
    return (natural(path.parent.as_posix()), path.name != BASE, natural(path.name), pair.new)
