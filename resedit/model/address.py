"""Addresses: how people and programs name a provision.

The canonical form joins its parts with a slash: `recalling/b`, `resolves/9/i`, `noting/b/2` (second dash),
`title`, `opening`, `footnote/1`. The human form (`resolves 9 i)`, `recalling b)`) is understood wherever an
address is. A call is named by the leading words of its heading, a labelled paragraph by its label without
brackets and dots, one without a counting label by its place among such siblings, a cell by its row and column
(`resolves/table/2/3`). A slash in a heading or label is a
blank in its address; a name that stands twice, or means something else already, takes `#1`, `#2`.
"""

import re
from collections.abc import Iterator, Sequence
from copy import copy

from resedit.model.enums import Kind
from resedit.model.naming import MARKS, Level, level_of, match
from resedit.model.naming import label_part as label_part
from resedit.model.resolution import Footnote, Provision, Resolution

TITLE = "title"
OPENING = "opening"
FOOTNOTE = "footnote"
WHOLE_TEXT = "provisions"
"""The address of the list that holds the calls: where a new call is added."""

TAKEN = (TITLE, OPENING, FOOTNOTE, WHOLE_TEXT, "number")
"""What a call or label of the top level cannot be called by itself."""

Path = tuple[int, ...]
"""The way to a provision through nested lists, counted from 0."""

SUGGESTIONS = 20
"""How many missing addresses get suggestions: each costs a look at every address."""


class AddressError(ValueError):
    """An address that names nothing, or more than one thing; `candidates` are the closest addresses."""

    def __init__(self, address: str, message: str, candidates: Sequence[str] = (), ambiguous: bool = False) -> None:
        super().__init__(message)
        self.address = address
        self.message = message
        self.candidates = tuple(candidates)
        self.ambiguous = ambiguous


NOTE_LABEL = r"^[^\s\]/]+$"
"""What a footnote can be called: references to it (`[^1]`) and its address must be read back."""


def footnote_label(address: str) -> str:
    """The label in the address of a footnote (`footnote/1`, `footnote [1]`), empty for any other address."""
    words = address.replace("/", " ").split()
    return words[1].strip("[]^") if len(words) == 2 and words[0].lower() == FOOTNOTE else ""


def is_note_label(label: str) -> bool:
    """Whether a footnote can have a label."""
    return bool(re.fullmatch(NOTE_LABEL, label))


class AddressBook:
    """All addresses of one resolution.

    `canonical` maps a path to its address, `find` any accepted form to the canonical one, `provision` and `path`
    look a canonical address up. Building it takes time linear in the number of provisions.
    """

    def __init__(self, resolution: Resolution) -> None:
        self.resolution = resolution
        self._levels: dict[Path, Level] = {}
        self._misses = 0
        self._paths: dict[str, Path] = {}
        self._addresses: dict[Path, str] = {}
        self._provisions: dict[Path, Provision] = {}
        self._footnotes: dict[str, Footnote] = {note.label: note for note in resolution.footnotes}
        self._index(resolution.provisions, (), "")

    def afresh(self) -> "AddressBook":
        """The same addresses to be asked by another: how many missing ones get suggestions counts for each."""
        book = copy(self)
        book._misses = 0
        return book

    def _index(self, items: Sequence[Provision], path: Path, address: str) -> None:
        level = self._levels[path] = level_of(items, () if path else TAKEN)
        above = f"{address}/" if address else ""
        for index, (item, part) in enumerate(zip(items, level.parts, strict=True)):
            below = (*path, index)
            name = above + part
            self._addresses[below] = name
            self._provisions[below] = item
            self._paths[name] = below
            if item.items:
                self._index(item.items, below, name)

    def __iter__(self) -> Iterator[tuple[str, Provision]]:
        """Canonical address and provision, in reading order."""
        return zip(self._addresses.values(), self._provisions.values(), strict=True)

    def at(self, path: Path) -> Provision:
        """The provision at a path; KeyError if there is none."""
        return self._provisions[path]

    def canonical(self, path: Path) -> str:
        """The address of the provision at a path."""
        return self._addresses[path]

    def path(self, address: str) -> Path:
        """The path of a provision by its canonical address; KeyError if it names none."""
        return self._paths[address]

    def provision(self, address: str) -> Provision:
        """The provision of a canonical address; KeyError if it names none."""
        return self.at(self._paths[address])

    def is_provision(self, address: str) -> bool:
        """Whether a canonical address names a provision (and not the title, the opening line, a footnote)."""
        return address in self._paths

    def has(self, address: str) -> bool:
        """Whether a canonical address names anything; a text without an opening line can be given one."""
        head, _, label = address.partition("/")
        return address in (TITLE, OPENING) or address in self._paths or (head == FOOTNOTE and label in self._footnotes)

    def all(self) -> list[str]:
        """Every canonical address in reading order, title, opening line and footnotes included."""
        special = [TITLE] + ([OPENING] if self.resolution.opening else [])
        return [*special, *self._addresses.values(), *(f"{FOOTNOTE}/{label}" for label in self._footnotes)]

    def text(self, address: str) -> str:
        """The words at a canonical address; KeyError if it names nothing."""
        if address == TITLE:
            return self.resolution.title
        if address == OPENING:
            return self.resolution.opening
        head, _, label = address.partition("/")
        if head == FOOTNOTE and label in self._footnotes:
            return self._footnotes[label].text
        return self.provision(address).text

    def label(self, address: str) -> str:
        """The label of what a canonical address names: a provision's or a footnote's, empty for all else."""
        if self.is_provision(address):
            return self.provision(address).label
        head, _, label = address.partition("/")
        return label if head == FOOTNOTE else ""

    def parent(self, address: str) -> str:
        """The canonical address of what a provision stands under, empty for a call of the top level; KeyError if it
        names none."""
        above = self._paths[address][:-1]
        return self._addresses[above] if above else ""

    def below(self, address: str) -> list[str]:
        """The canonical addresses of the list directly under a provision (empty: the list of calls)."""
        above = self._paths[address] if address else ()
        items = self.provision(address).items if address else self.resolution.provisions
        return [self._addresses[*above, index] for index in range(len(items))]

    def find(self, address: str, under: str = "") -> str:
        """The canonical address of what `address` names, `under` another (canonical) if given.

        Accepts the canonical and the human form. Raises AddressError when it names nothing or several things.
        """
        try:
            return self._find(address, under)
        except AddressError as error:
            raise self._with_candidates(error) from None

    def _find(self, address: str, under: str = "") -> str:
        if not under and address in self._paths:
            return address
        parts = [part.split() for part in address.split("/")]
        words = [word for part in parts for word in part]
        if not words:
            raise AddressError(address, "the address is empty", ())
        if not under:
            special = self._special(words)
            if special:
                return special
        above = self._paths[under] if under else ()
        try:
            found = self._descend(parts, above, address)
        except AddressError as error:
            if error.ambiguous or len(parts) == 1:
                raise
            try:  # a slash may belong to a heading
                found = self._descend([words], above, address)
            except AddressError:
                raise error from None
        return self._addresses[found]

    def find_sibling(self, address: str, parent: str) -> str:
        """The canonical address of a provision directly under `parent` (canonical, or empty for the calls),
        named by its own part (`a`) or in full (`recalling/a`). Raises AddressError."""
        above = self._paths[parent] if parent else ()
        if address in self._paths and self._paths[address][:-1] == above:
            return address
        try:
            found = self._find(address, under=parent)
        except AddressError as short:
            try:
                found = self._find(address)
            except AddressError:
                raise self._with_candidates(short) from None
        if not self.is_provision(found) or self._paths[found][:-1] != above:
            raise AddressError(address, f"“{found}” is not directly under {parent or 'the whole text'}", ())
        return found

    def _special(self, words: list[str]) -> str:
        if len(words) == 1 and words[0].lower() == TITLE:
            return TITLE
        if len(words) == 1 and words[0].lower() == OPENING:
            return OPENING
        label = footnote_label(" ".join(words))
        return f"{FOOTNOTE}/{label}" if label in self._footnotes else ""

    def _descend(self, parts: list[list[str]], path: Path, address: str) -> Path:
        for part in parts:
            words = part
            while words:
                if path not in self._levels:
                    raise AddressError(address, f"there is no “{address}” in the base")
                taken, matches = match(self._levels[path], words)
                if not matches:
                    raise AddressError(address, f"there is no “{address}” in the base")
                if len(matches) > 1:
                    names = [self._long_name((*path, index)) for index in matches]
                    raise AddressError(address, f"the address “{address}” is ambiguous", names, ambiguous=True)
                path, words = (*path, matches[0]), words[taken:]
        return path

    def _long_name(self, path: Path) -> str:
        item = self.at(path)
        return item.text if item.kind is Kind.CALL else self._addresses[path]

    def _with_candidates(self, error: AddressError) -> AddressError:
        """The error with the closest addresses, if it is about a missing one."""
        if error.ambiguous or self._misses >= SUGGESTIONS:
            return error
        from difflib import get_close_matches

        self._misses += 1
        wanted = "/".join(word.strip(MARKS) for word in error.address.replace("/", " ").split())
        close = get_close_matches(wanted.lower(), self.all(), n=3, cutoff=0.5)
        return AddressError(error.address, error.message, close)
