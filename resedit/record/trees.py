"""Two structures of one document, before and after, as one tracked structure.

Each text has the structure that its own lines have. A provision is the same in both where its line is, it is of the
same kind, and it stands under the same one; else it goes in the one place and comes in the other. It moves where the
document says so of its line, and what it comes to stand under is the original's, too.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from resedit.model.enums import Kind
from resedit.model.place import Place
from resedit.model.resolution import NOWHERE
from resedit.redline.redline import State, Tracked
from resedit.structure.elements import Node
from resedit.wording.difference import difference
from resedit.wording.segments import Wording, deleted, inserted, replaced

_MOVABLE = (Kind.CALL, Kind.PARAGRAPH)


class Words(NamedTuple):
    """A line's label and text with their history."""

    label: Wording
    text: Wording


class Way(NamedTuple):
    """A paragraph that moves: the key of the line where it was, and its text from there to where it comes to."""

    gone: int
    text: Wording


Lines = Mapping[int, Words]
"""The words of both texts by the keys of their paragraphs."""
Ways = Mapping[int, Way]
"""What moves, by the keys of the paragraphs that come."""
NO_WAYS: Ways = {}


def joined_trees(
    old: Sequence[Node], new: Sequence[Node], lines: Lines, by: tuple[str, ...], ways: Ways = NO_WAYS
) -> tuple[Tracked, ...]:
    """The provisions of both texts in the document's order; `by` adds, suppresses and moves them. What moves has the
    key of the line where it was for an address, in both of its places."""
    trees = _Trees(lines, by)
    if not ways:
        return trees.both(old, new)
    trees.both(old, new)
    return _Trees(lines, by, trees.moving(ways)).both(old, new)


class _Trees:
    def __init__(self, lines: Lines, by: tuple[str, ...], ways: Ways = NO_WAYS) -> None:
        self.lines = lines
        self.by = by
        self.ways = ways
        self.left = {way.gone for way in ways.values()}
        self.gone: dict[int, Kind] = {}
        self.come: dict[int, tuple[Kind, int | None]] = {}
        """What is in one text only, by key: its kind and, of what comes, what it stands under (None: what stays)."""

    def moving(self, ways: Ways) -> Ways:
        """Those that are provisions of one kind, and come to stand under what stays or moves."""
        found: dict[int, Way] = {}
        for key, (kind, above) in self.come.items():  # what stands above comes first
            way = ways.get(key)
            if way and self.gone.get(way.gone) is kind and kind in _MOVABLE and (above is None or above in found):
                found[key] = way
        return found

    def both(self, old: Sequence[Node], new: Sequence[Node]) -> tuple[Tracked, ...]:
        """Two lists of the same provision as one: what is only in one of them stands where the document has it."""
        where = {(node.key, node.kind): index for index, node in enumerate(new)}
        both = where.keys() & {(node.key, node.kind) for node in old}
        found: list[Tracked] = []
        done = 0
        for node in old:
            index = where.get((node.key, node.kind), -1)
            while done < len(new) and (new[done].key, new[done].kind) not in both and new[done].key < node.key:
                found.append(self._one(new[done], State.ADDED))
                done += 1
            if index < done:
                found.append(self._one(node, State.SUPPRESSED))
                continue
            found += [self._one(come, State.ADDED) for come in new[done:index]]
            found.append(self._kept(node, new[index]))
            done = index + 1
        return (*found, *(self._one(come, State.ADDED) for come in new[done:]))

    def _kept(self, old: Node, new: Node) -> Tracked:
        before, after = old.line, new.line
        words = self.lines[before.key] if before and after and before.key == after.key else None
        said = (_said(old), _said(new))
        if words is None or (_read(words, original=True), _read(words, original=False)) != said:
            (old_label, old_text), (new_label, new_text) = said
            words = Words(replaced(old_label, new_label, self.by), difference(old_text, new_text, self.by))
        return Tracked(words.label, words.text, self.both(old.items, new.items), new.kind, place=_place(new))

    def _one(self, node: Node, state: State, above: int | None = None) -> Tracked:
        """A provision of one text only, with all that is in it."""
        come_or_go = inserted if state.in_final else deleted
        label, text = (come_or_go(part, self.by) for part in _said(node))
        if state.in_final:
            self.come[node.key] = node.kind, above
        else:
            self.gone[node.key] = node.kind
        items = tuple(self._one(item, state, node.key) for item in node.items)
        way = self.ways.get(node.key) if state.in_final else None
        if way:
            moved = Tracked(label, way.text, items, node.kind, State.MOVED_TO, self.by, str(way.gone))
            return replace(moved, place=_place(node))
        one = Tracked(label, text, items, node.kind, state, self.by, place=_place(node))
        is_leaving = not state.in_final and node.key in self.left
        return replace(one, state=State.MOVED_FROM, address=str(node.key)) if is_leaving else one


def _place(node: Node) -> Place:
    return node.line.place if node.line else NOWHERE


def _said(node: Node) -> tuple[str, str]:
    """Label and text of a provision of one text."""
    return (node.line.label, node.line.text) if node.line else ("", "")


def _read(words: Words, original: bool) -> tuple[str, str]:
    label, text = (w.original() if original else w.final() for w in words)
    return label, text
