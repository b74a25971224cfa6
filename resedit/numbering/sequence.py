"""Renumbering: the labels of one list after provisions were added to it or taken out of it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from resedit.model.enums import Numbering
from resedit.numbering.labels import Numbered, Scheme, is_counted, read_labels


class UnknownScheme(ValueError):
    """A label has to be made up in a list whose labels follow no scheme; `index` says for which provision."""

    def __init__(self, index: int) -> None:
        super().__init__("the list's labels follow no scheme that resedit knows")
        self.index = index


class Slot(NamedTuple):
    """One provision of a list, in reading order of the redline.

    `old` is its label in the base (None if it was not there), `typed` the label asked for an added one (empty: any),
    `numbered` whether an added one's label follows the list, `stays` whether it is in the final text. One that stands
    `aside` may yet not come: it takes a letter after the number before it (`7A`), and the count goes on without it.
    """

    old: str | None
    typed: str = ""
    numbered: bool = True
    stays: bool = True
    aside: bool = False


def renumber(slots: Sequence[Slot], numbering: Numbering = Numbering.CONSOLIDATED) -> list[str]:
    """The final label of every slot (of those that stay; the others keep what they had).

    Labels change only in a list that gains or loses a counted provision. Then each scheme of the list counts on from
    its first label in the base; dashes, bullets and labels of no scheme stay as they are.
    Raises UnknownScheme when an added provision needs a label and none can be worked out.
    """
    counted = [index for index, slot in enumerate(slots) if not slot.aside]
    try:
        found = _renumbered([slots[index] for index in counted], numbering)
    except UnknownScheme as error:
        raise UnknownScheme(counted[error.index]) from None
    labels = dict(zip(counted, found, strict=True))
    for index in range(len(slots)):
        if index not in labels:
            labels[index] = _label_aside(slots, index, labels)
    return [labels[index] for index in range(len(slots))]


def _label_aside(slots: Sequence[Slot], index: int, labels: Mapping[int, str]) -> str:
    """The label of one that stands aside: the number before it with the next free letter; dashes are all alike."""
    known = [i for i in sorted(labels) if slots[i].stays and labels[i]]
    before = [i for i in known if i < index and not slots[i].aside]
    beside = before[-1] if before else next((i for i in known if i > index), None)
    if beside is None:
        return slots[index].typed
    number = read_labels([labels[i] for i in known])[known.index(beside)]
    if number is None or not is_counted(labels[beside]):
        return labels[beside] if not is_counted(labels[beside]) else slots[index].typed
    return _next_suffixed(number.scheme, number.ordinal if before else 0, set(labels.values()))


def _renumbered(slots: Sequence[Slot], numbering: Numbering) -> list[str]:
    """The labels of a list in which nothing stands aside."""
    labels = [_wanted_label(slots, index) for index in range(len(slots))]
    if not _changes_count(slots, labels):
        return labels
    read = read_labels([*_base_labels(slots), *labels])[len(_base_labels(slots)) :]
    if numbering is Numbering.PROVISIONAL:
        return _provisional(slots, labels, read)
    for index, (slot, number) in enumerate(zip(slots, read, strict=True)):
        if number is None and slot.old is None and slot.numbered and not slot.typed and is_counted(labels[index]):
            raise UnknownScheme(index)
    first, printed = _first_ordinals(slots, read), _as_printed(slots, read)
    counts: dict[Scheme, int] = {}
    for index, (slot, number) in enumerate(zip(slots, read, strict=True)):
        if not slot.stays or number is None or not (slot.old is not None or slot.numbered):
            continue
        scheme = number.scheme
        counts[scheme] = counts.get(scheme, first.get(scheme, 1) - 1) + 1
        labels[index] = printed.get((scheme, counts[scheme])) or scheme.label(counts[scheme])
    return labels


def _as_printed(slots: Sequence[Slot], read: Sequence[Numbered | None]) -> dict[tuple[Scheme, int], str]:
    """How the base prints the numbers it has, which may set one apart from the others (`أ )` beside `ب)`)."""
    return {
        (number.scheme, number.ordinal): slot.old
        for slot, number in zip(slots, read, strict=True)
        if slot.old and number is not None and not number.suffix
    }


def out_of_sequence(labels: Sequence[str]) -> list[tuple[int, str]]:
    """The labels of a list that do not follow the one before them in their scheme: (index, label expected there).

    A list may start anywhere, a label may carry a provisional suffix (`7A` follows `7`). Behind one that does not
    follow, the label that would stand there if it did is in sequence, too: in `a) c) c)` the first `c)` is at fault.
    """
    last: dict[Scheme, Numbered] = {}
    in_its_place: dict[Scheme, int] = {}
    found = []
    for index, number in enumerate(read_labels(labels)):
        if number is None:
            continue
        before = last.get(number.scheme)
        is_next = in_its_place.pop(number.scheme, None) == number.ordinal and not number.suffix
        if before is not None and not is_next and not _follows(before, number):
            found.append((index, number.scheme.label(before.ordinal + 1)))
            in_its_place[number.scheme] = before.ordinal + 2
        last[number.scheme] = number
    return found


def sure_labels(labels: Sequence[str]) -> dict[int, str]:
    """The labels that have one right answer, by index: those of `out_of_sequence` that stand between two others which
    leave room for one only, or repeat one at the end of a list. Where a label is missing, a paragraph may be, too."""
    faults = dict(out_of_sequence(labels))
    sure = {}
    for index, expected in faults.items():
        mended = [*labels[:index], expected, *labels[index + 1 :]]
        left, read = dict(out_of_sequence(mended)), read_labels(mended)
        schemes = [number and number.scheme for number in read]
        behind = next((i for i in range(index + 1, len(read)) if schemes[i] == schemes[index]), None)
        is_settled = behind not in left if behind is not None else labels[index] in labels[:index]
        if is_settled and index not in left and left.keys() < faults.keys():
            sure[index] = expected
    return sure


def _follows(before: Numbered, after: Numbered) -> bool:
    if after.suffix:
        return (after.ordinal, after.suffix) > (before.ordinal, before.suffix) and after.ordinal <= before.ordinal + 1
    return after.ordinal == before.ordinal + 1


def _base_labels(slots: Sequence[Slot]) -> list[str]:
    return [slot.old for slot in slots if slot.old]


def _wanted_label(slots: Sequence[Slot], index: int) -> str:
    """The label before renumbering: the base's, the typed one, or the neighbour's for one that follows the list."""
    slot = slots[index]
    if slot.old is not None:
        return slot.old
    if slot.typed or not slot.numbered:
        return slot.typed
    return _neighbour_label(slots, index)


def _neighbour_label(slots: Sequence[Slot], index: int) -> str:
    """The nearest label before, else after; a base label rather than a typed one, none where the list has none."""
    for side in (reversed(slots[:index]), slots[index + 1 :]):
        for slot in side:
            if slot.old is not None:
                if slot.old:
                    return slot.old
            elif slot.typed and slot.numbered:
                return slot.typed
    return ""


def _changes_count(slots: Sequence[Slot], labels: Sequence[str]) -> bool:
    return any(
        is_counted(label) and ((slot.old is None and slot.numbered) or not slot.stays)
        for slot, label in zip(slots, labels, strict=True)
    )


def _first_ordinals(slots: Sequence[Slot], read: Sequence[Numbered | None]) -> dict[Scheme, int]:
    first: dict[Scheme, int] = {}
    for slot, number in zip(slots, read, strict=True):
        if slot.old is not None and number is not None:
            first.setdefault(number.scheme, number.ordinal)
    return first


def _provisional(slots: Sequence[Slot], labels: list[str], read: Sequence[Numbered | None]) -> list[str]:
    """Every base label stays; an added provision takes the number before it with the next free letter."""
    taken = {slot.old for slot in slots if slot.old}
    last: dict[Scheme, int] = {}
    result = list(labels)
    for index, (slot, number) in enumerate(zip(slots, read, strict=True)):
        if slot.old is None and slot.numbered and is_counted(labels[index]):
            if number is None and slot.typed:
                continue
            if number is None:
                raise UnknownScheme(index)
            result[index] = _next_suffixed(number.scheme, last.get(number.scheme, 0), taken)
            taken.add(result[index])
        elif number is not None and slot.old is not None:
            last[number.scheme] = number.ordinal
    return result


def _next_suffixed(scheme: Scheme, ordinal: int, taken: set[str]) -> str:
    bare = scheme._replace(before="", after="").label(ordinal) if ordinal else "0"
    for width in range(1, 4):
        for letters in _suffixes(width):
            label = f"{scheme.before}{bare}{letters}{scheme.after}"
            if label not in taken:
                return label
    raise AssertionError(f"no label left after {bare}")


def _suffixes(width: int) -> list[str]:
    letters = [chr(code) for code in range(ord("A"), ord("Z") + 1)]
    result = [""]
    for _ in range(width):
        result = [start + letter for start in result for letter in letters]
    return result
