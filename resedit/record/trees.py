"""Two structures of one document, before and after, as one tracked structure.

Each text has the structure that its own lines have. A provision is the same in both where its line is, it is of the
same kind, and it stands under the same one; else it goes in the one place and comes in the other.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from resedit.model.place import Place
from resedit.model.resolution import NOWHERE
from resedit.redline.redline import State, Tracked
from resedit.structure.elements import Node
from resedit.wording.difference import difference
from resedit.wording.segments import Wording, deleted, inserted, replaced


class Words(NamedTuple):
    """A line's label and text with their history."""

    label: Wording
    text: Wording


Lines = Mapping[int, Words]
"""The words of both texts by the keys of their paragraphs."""


def joined_trees(old: Sequence[Node], new: Sequence[Node], lines: Lines, by: tuple[str, ...]) -> tuple[Tracked, ...]:
    """The provisions of both texts in the document's order; `by` adds and suppresses them."""
    return _Trees(lines, by).both(old, new)


class _Trees:
    def __init__(self, lines: Lines, by: tuple[str, ...]) -> None:
        self.lines = lines
        self.by = by

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

    def _one(self, node: Node, state: State) -> Tracked:
        """A provision of one text only, with all that is in it."""
        come_or_go = inserted if state.in_final else deleted
        label, text = (come_or_go(part, self.by) for part in _said(node))
        items = tuple(self._one(item, state) for item in node.items)
        return Tracked(label, text, items, node.kind, state, self.by, place=_place(node))


def _place(node: Node) -> Place:
    return node.line.place if node.line else NOWHERE


def _said(node: Node) -> tuple[str, str]:
    """Label and text of a provision of one text."""
    return (node.line.label, node.line.text) if node.line else ("", "")


def _read(words: Words, original: bool) -> tuple[str, str]:
    label, text = (w.original() if original else w.final() for w in words)
    return label, text
