"""Mending the words of one side of a wording so that the other side stays what it is."""

from collections.abc import Iterable, Sequence

from resedit.model.mend import Mend
from resedit.wording.segments import Op, Segment, Wording, wording


class MendError(ValueError):
    """Words that cannot be mended here."""


class _Letter:
    """One character of a wording; what it becomes is `text`."""

    def __init__(self, op: Op, text: str, by: tuple[str, ...]) -> None:
        self.op = op
        self.text = text
        self.by = by


def in_text(text: str, mends: Iterable[Mend]) -> str:
    """A text with its mends mended. Raises MendError where the old words are not there."""
    for mend in sorted(mends, reverse=True):
        if text[mend.start : mend.end] != mend.old:
            raise MendError("the words are not there any more")
        text = text[: mend.start] + mend.new + text[mend.end :]
    return text


def in_original(marked: Wording, mends: Iterable[Mend]) -> Wording:
    """A wording over other words of the base: each mended character stays kept or deleted, as it was.

    Raises MendError where the old words are not the original's.
    """
    letters = _letters(marked)
    side = [letter for letter in letters if letter.op is not Op.INSERT]
    for mend in mends:
        found = _found(side, mend)
        for letter, new in zip(found, _shares(mend, len(found)), strict=True):
            letter.text = new
    return _joined(letters)


def in_final(marked: Wording, mends: Iterable[Mend]) -> Wording:
    """A wording with another final text and the same original. Inserted words are mended as they are; of a run of
    blanks that a change leaves behind, what is inserted goes first, and what is kept is deleted.

    Raises MendError where the old words are not the final text's, or are words of the base that it keeps.
    """
    letters = _letters(marked)
    side = [letter for letter in letters if letter.op is not Op.DELETE]
    for mend in mends:
        found = _found(side, mend)
        if all(letter.op is Op.INSERT for letter in found):
            for letter, new in zip(found, _shares(mend, len(found)), strict=True):
                letter.text = new
        elif mend.old.isspace() and mend.old.startswith(mend.new) and (not mend.new or not _is_of_base(letters, found)):
            _take_out(found, len(mend.new))
        else:
            raise MendError("the words are the base's")
    return _joined(letters)


def _take_out(found: Sequence[_Letter], stay: int) -> None:
    """All but `stay` of some equal characters: the first kept ones stay before any other."""
    ordered = sorted(found, key=lambda letter: letter.op is not Op.KEEP)
    for letter in ordered[stay:]:
        if letter.op is Op.INSERT:
            letter.text = ""
        else:
            letter.op = Op.DELETE


def _letters(marked: Wording) -> list[_Letter]:
    return [_Letter(s.op, character, s.by) for s in marked.segments for character in s.text]


def _found(side: Sequence[_Letter], mend: Mend) -> Sequence[_Letter]:
    found = side[mend.start : mend.end]
    if not found or "".join(letter.text for letter in found) != mend.old:
        raise MendError("the words are not there any more")
    return found


def _shares(mend: Mend, count: int) -> list[str]:
    """What each old character becomes: one of the new ones each, the last of them all that are left."""
    new = mend.new
    return [new[index : index + 1] if index < count - 1 else new[index:] for index in range(count)]


def _is_of_base(letters: Sequence[_Letter], found: Sequence[_Letter]) -> bool:
    """Whether the characters stand side by side in the base, too."""
    original = [letter for letter in letters if letter.op is not Op.INSERT]
    if any(letter.op is not Op.KEEP for letter in found):
        return False
    first = next(index for index, letter in enumerate(original) if letter is found[0])
    return all(one is other for one, other in zip(original[first:], found, strict=False))


def _joined(letters: Iterable[_Letter]) -> Wording:
    return wording(Segment(letter.op, letter.text, letter.by) for letter in letters)
