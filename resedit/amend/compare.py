"""Comparing two texts that share no proposal: the redline that leads from one to the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from resedit.amend.align import align, is_move, is_reworded, key
from resedit.amend.compare_notes import compare_notes
from resedit.model.address import AddressBook, Path
from resedit.model.enums import Kind
from resedit.model.problem import ReseditError
from resedit.model.resolution import Provision, Resolution
from resedit.redline.redline import Redline, State, Tracked
from resedit.wording.difference import difference
from resedit.wording.segments import deleted, inserted, replaced


def compare(old: Resolution, new: Resolution, by: tuple[str, ...] = ()) -> Redline:
    """The redline whose `original()` is `old` and whose `final()` is `new`, each provision paired with the right one.

    Provisions that moved stand in both places; numbers that changed are changes of the label. `by` names whose
    changes they are. Addresses in the result are `old`'s, places `new`'s but for what is gone. Raises ReseditError for
    texts in different languages.
    """
    if old.language != new.language:
        raise ReseditError(f"the texts are in different languages, {old.language} and {new.language}")
    notes, new = compare_notes(old, new, by)
    comparison = _Comparison(AddressBook(old), by)
    comparison.pair(old.provisions, new.provisions, (), ())
    comparison.find_moves(old.provisions, new.provisions)
    comparison.pair_left(old.provisions, new.provisions, (), ())
    return Redline(
        base=old,
        number=difference(old.number, new.number, by),
        revision=difference(old.revision, new.revision, by),
        title=difference(old.title, new.title, by),
        opening=difference(old.opening, new.opening, by),
        provisions=comparison.tracked(old.provisions, new.provisions, (), ()),
        footnotes=notes,
        places=new.places,
    )


@dataclass(slots=True)
class _Comparison:
    """Which provision of the new text is which of the old: by path, `pairs` in place and `moves` elsewhere."""

    book: AddressBook
    by: tuple[str, ...]
    pairs: dict[Path, Path] = field(default_factory=dict)
    back: dict[Path, Path] = field(default_factory=dict)
    moves: dict[Path, Path] = field(default_factory=dict)
    arrivals: dict[Path, Path] = field(default_factory=dict)

    def pair(self, old: Sequence[Provision], new: Sequence[Provision], above: Path, new_above: Path) -> None:
        """Pair two lists, and below each pair theirs."""
        for i, j in align(old, new):
            self.pairs[*above, i] = (*new_above, j)
            self.back[*new_above, j] = (*above, i)
            self.pair(old[i].items, new[j].items, (*above, i), (*new_above, j))

    def find_moves(self, old: Sequence[Provision], new: Sequence[Provision]) -> None:
        """Pair what is left over on both sides where it is nearly the same: most alike first, then in reading order.

        What is left over goes to places that the old text knows; into an added provision it counts as new.
        """
        gone = [(path, item) for path, item in _paths(old) if path not in self.pairs]
        come = [
            (path, item)
            for path, item in _paths(new)
            if path not in self.back and (len(path) == 1 or path[:-1] in self.back)
        ]
        come.sort(key=lambda found: -sum(1 for _ in found[1].walk()))  # what holds others takes them along
        by_text: dict[tuple[Kind, str], list[tuple[Path, Provision]]] = {}
        for path, item in gone:
            by_text.setdefault(key(item), []).append((path, item))
        for path, item in come:
            same = by_text.get(key(item), [])
            others = same if same or len(gone) * len(come) > 40_000 else gone
            found = next((p for p, candidate in others if self._is_free(p) and is_move(candidate, item)), None)
            if found is not None:
                self.moves[found] = path
                self.arrivals[path] = found
                self._pair_below(self.book.at(found).items, item.items, found, path)

    def pair_left(self, old: Sequence[Provision], new: Sequence[Provision], above: Path, new_above: Path) -> None:
        """Pair what stands between the same neighbours under the same label, however few of its words are left, and so
        in the lists of each pair."""
        partners = [self.pairs.get((*above, i)) for i in range(len(old))]
        both = [(i, p[-1]) for i, p in enumerate(partners) if p is not None and p[:-1] == new_above]
        i = j = 0
        for next_i, next_j in [*both, (len(old), len(new))]:
            if next_i - i == next_j - j:
                for path, new_path in zip(range(i, next_i), range(j, next_j), strict=True):
                    self._pair_left((*above, path), (*new_above, new_path), old[path], new[new_path])
            i, j = next_i + 1, next_j + 1
        for i, item in enumerate(old):
            partner = self.pairs.get((*above, i))
            if partner is not None and partner[:-1] == new_above:
                self.pair_left(item.items, new[partner[-1]].items, (*above, i), partner)

    def _pair_left(self, path: Path, new_path: Path, old: Provision, new: Provision) -> None:
        is_free = self._is_free(path) and not any(a[: len(new_path)] == new_path for a in self.arrivals)
        if is_free and old.label == new.label and is_reworded(old, new):
            self.pairs[path] = new_path
            self.back[new_path] = path
            self.pair(old.items, new.items, path, new_path)

    def _is_free(self, path: Path) -> bool:
        """Whether a provision of the old text, and all around and below it, is not taken by another move."""
        return not any(m[: len(path)] == path or path[: len(m)] == m for m in self.moves)

    def _pair_below(self, old: Sequence[Provision], new: Sequence[Provision], above: Path, new_above: Path) -> None:
        taken = {p for p in self.pairs if p[: len(above)] == above}
        if not taken:
            self.pair(old, new, above, new_above)

    def tracked(
        self, old: Sequence[Provision], new: Sequence[Provision], above: Path, new_above: Path
    ) -> tuple[Tracked, ...]:
        """Two paired lists as one: what is only in the old one stands before what is only in the new one."""
        nodes: list[Tracked] = []
        j = 0
        for i, item in enumerate(old):
            partner = self.pairs.get((*above, i))
            if partner is None or partner[:-1] != new_above:
                nodes.append(self._gone(item, (*above, i), State.SUPPRESSED))
                continue
            nodes += [self._come(new[k], (*new_above, k)) for k in range(j, partner[-1])]
            nodes.append(self._both(item, new[partner[-1]], (*above, i), partner, State.KEPT))
            j = partner[-1] + 1
        return (*nodes, *(self._come(new[k], (*new_above, k)) for k in range(j, len(new))))

    def _both(self, old: Provision, new: Provision, path: Path, new_path: Path, state: State) -> Tracked:
        moved = state is State.MOVED_TO
        return Tracked(
            label=inserted(new.label, self.by) if moved else replaced(old.label, new.label, self.by),
            text=difference(old.text, new.text, self.by),
            items=self._moved_items(old, new, new_path)
            if moved
            else self.tracked(old.items, new.items, path, new_path),
            kind=old.kind,
            state=state,
            by=self.by if moved else (),
            address=self.book.canonical(path),
            id=old.id,
            remarks=old.remarks,
            place=new.place,
        )

    def _moved_items(self, old: Provision, new: Provision, new_path: Path) -> tuple[Tracked, ...]:
        """What stands in the new place of a moved provision."""
        nodes = []
        for j, item in enumerate(new.items):
            partner = self.back.get((*new_path, j))
            if partner is None:
                nodes.append(self._come(item, (*new_path, j)))
            else:
                nodes.append(self._both(old.items[partner[-1]], item, partner, (*new_path, j), State.MOVED_TO))
        return tuple(nodes)

    def _gone(self, item: Provision, path: Path, state: State) -> Tracked:
        if path in self.moves or (state is State.MOVED_FROM and path in self.pairs):
            state = State.MOVED_FROM
        else:
            state = State.SUPPRESSED
        return Tracked(
            label=deleted(item.label, self.by),
            text=deleted(item.text, self.by),
            items=tuple(self._gone(below, (*path, i), state) for i, below in enumerate(item.items)),
            kind=item.kind,
            state=state,
            by=self.by,
            address=self.book.canonical(path),
            id=item.id,
            remarks=item.remarks,
            place=item.place,
        )

    def _come(self, item: Provision, path: Path) -> Tracked:
        if path in self.arrivals:
            source = self.arrivals[path]
            return self._both(self.book.at(source), item, source, path, State.MOVED_TO)
        return Tracked(
            label=inserted(item.label, self.by),
            text=inserted(item.text, self.by),
            items=tuple(self._come(below, (*path, i)) for i, below in enumerate(item.items)),
            kind=item.kind,
            state=State.ADDED,
            by=self.by,
            id=item.id,
            remarks=item.remarks,
            place=item.place,
        )


def _paths(items: Sequence[Provision], above: Path = ()) -> list[tuple[Path, Provision]]:
    """Every provision with its path, in reading order."""
    found: list[tuple[Path, Provision]] = []
    for index, item in enumerate(items):
        found.append(((*above, index), item))
        found += _paths(item.items, (*above, index))
    return found
