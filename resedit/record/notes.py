"""The footnotes of a resolution in a document: each once, whether its reference moves, its number changes, or it stands
as a line of its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from resedit.model.resolution import footnote_order
from resedit.redline.document import DocumentNote, TrackedLine
from resedit.redline.redline import State, TrackedNote
from resedit.redline.references import references, renamed
from resedit.structure.sections import NOTE, cited, style
from resedit.structure.splitting import fitted, in_order, split_label
from resedit.wording.difference import difference
from resedit.wording.segments import Op, Segment, Wording, replaced, wording

_LINE = "line "
"""What the keys of notes begin with that stand as lines of their own, until they get others."""
By = tuple[str, ...]


def gathered(
    lines: Sequence[TrackedLine], notes: Sequence[DocumentNote]
) -> tuple[Sequence[TrackedLine], tuple[DocumentNote, ...]]:
    """The lines of a resolution with their references by the keys of its notes, and the notes: those that the lines
    refer to, and those that stand as lines of their own.

    A note is there once, reworded or not, where Word has it twice since its reference goes in one place and comes in
    another, or only one of the texts refers to it. Its key is its label in the original where it stands there.
    """
    loose = [_note(line) for line in lines if style(line) == NOTE]
    keys = set(cited(lines))
    found = [*loose, *(note for note in notes if note.key in keys)]
    partners = _same(lines, found)
    gone = {note.key for note in partners.values()}
    left = [_one(partners[n.key], n) if n.key in partners else n for n in found if n.key not in gone]
    names = _keys(left)
    names |= {old.key: names[new] for new, old in partners.items()}
    labels = _by_label(left, names)
    left = [
        replace(
            note,
            key=names[note.key],
            text=fitted(_with_names(note.text, *(labels if note.key.startswith(_LINE) else (names, names)))),
        )
        for note in left
    ]
    return [_renamed(line, names) for line in lines], tuple(sorted(left, key=lambda note: footnote_order(note.key)))


def tracked_notes(notes: Sequence[DocumentNote], by: By) -> tuple[TrackedNote, ...]:
    """The notes of a redline; `by` adds and suppresses them."""
    return tuple(
        TrackedNote(note.key, note.label, note.text, note.state, by if note.state is not State.KEPT else ())
        for note in notes
    )


def _note(line: TrackedLine) -> DocumentNote:
    """The note that stands as a line of its own."""
    label, text = split_label(line.text)
    return DocumentNote(
        f"{_LINE}{line.place}", fitted(label), fitted(in_order(text)), line.state, revision=line.revision
    )


def _keys(notes: Sequence[DocumentNote]) -> dict[str, str]:
    """What notes are called in a redline, by their keys in the document: those of the original choose first."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for note in sorted(notes, key=lambda note: not note.state.in_original):
        key = note.label.original() if note.state.in_original else note.label.final()
        while key in taken:
            key += "A"
        found[note.key] = key
        taken.add(key)
    return found


def _same(lines: Sequence[TrackedLine], notes: Sequence[DocumentNote]) -> dict[str, DocumentNote]:
    """The notes that go, by the keys of those that they come back as: those whose references move with the words
    around, those that are put in where they are taken out, those with the same words, and those with the same label
    where one stands as a line of its own."""
    come = {note.key: note for note in notes if note.state is State.ADDED}
    gone = {note.key: note for note in notes if note.state is State.SUPPRESSED}
    found: dict[str, DocumentNote] = {}

    def pair(old: str, new: str) -> None:
        if old in gone and new in come:
            found[new] = gone.pop(old)
            del come[new]

    if come and gone:
        for old, new in (*_moving(lines), *_in_place(lines)):
            pair(old, new)
        by_words = {_old(note): note.key for note in reversed(gone.values())}
        for new, note in list(come.items()):
            pair(by_words.get(_new(note), ""), new)
        by_label = {note.label.original(): note.key for note in gone.values()}
        for new, note in list(come.items()):
            old = by_label.get(note.label.final(), "")
            if old.startswith(_LINE) != new.startswith(_LINE):
                pair(old, new)
    return found


def _moving(lines: Sequence[TrackedLine]) -> Iterator[tuple[str, str]]:
    """The keys of references in words that move: where they were and where they come to."""
    moves = [line for line in lines if line.move is not None]
    leaving = {line.move.name: line.move.words.final() for line in moves if line.move and line.state.in_original}
    for line in moves:
        if line.move and line.state.in_final:
            ends = references(leaving.get(line.move.name, "")), references(line.move.words.original())
            yield from zip(*ends, strict=False)


def _in_place(lines: Sequence[TrackedLine]) -> Iterator[tuple[str, str]]:
    """The keys of references that are put in where others are taken out."""
    for line in lines:
        for before, after in pairwise(line.text.segments):
            if (before.op, after.op) == (Op.DELETE, Op.INSERT):
                old, new = references(before.text)[-1:], references(after.text)[:1]
                if old and new and before.text.endswith(f"[^{old[0]}]") and after.text.startswith(f"[^{new[0]}]"):
                    yield old[0], new[0]


def _by_label(notes: Sequence[DocumentNote], names: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The keys that notes get, by their labels in either text, as lines of their own call them."""
    stand = [(note, names[note.key]) for note in notes]
    old = {note.label.original(): key for note, key in stand if note.state.in_original}
    return old, {note.label.final(): key for note, key in stand if note.state.in_final}


def _old(note: DocumentNote) -> str:
    return note.text.original()


def _new(note: DocumentNote) -> str:
    return note.text.final()


def _one(gone: DocumentNote, come: DocumentNote) -> DocumentNote:
    """A note that goes in one place and comes in another as one that stays."""
    label = replaced(gone.label.original(), come.label.final(), come.by)
    return DocumentNote(come.key, label, difference(_old(gone), _new(come), come.by))


def _renamed(line: TrackedLine, names: Mapping[str, str]) -> TrackedLine:
    if not any("[^" in segment.text for segment in line.text.segments):
        return line
    move = line.move and line.move._replace(words=_with_names(line.move.words, names, names))
    return replace(line, text=_with_names(line.text, names, names), move=move)


def _with_names(words: Wording, old: Mapping[str, str], new: Mapping[str, str]) -> Wording:
    """The words with the references of either text renamed; one that is taken out and put in again with nothing between
    stays."""
    found: list[Segment] = []
    for segment in _each_renamed(words, old, new):
        before, text = found[-1] if found else segment, segment.text
        same = f"[^{(references(text)[:1] or [''])[0]}]"
        if (before.op, segment.op) == (Op.DELETE, Op.INSERT) and before.text.endswith(same) and text.startswith(same):
            found[-1] = before._replace(text=before.text.removesuffix(same))
            found.append(Segment(Op.KEEP, same))
            text = text.removeprefix(same)
        found.append(segment._replace(text=text))
    return wording(found)


def _each_renamed(words: Wording, old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Segment]:
    for segment in words.segments:
        before, after = renamed(segment.text, old), renamed(segment.text, new)
        if segment.op is Op.KEEP and before != after:
            yield from difference(before, after).segments
        else:
            yield segment._replace(text=after if segment.op is Op.INSERT else before)
