"""Footnote references: which of them carry a note of the Word file, which repeat one, which are mere text.

A Word file numbers footnotes itself, by order of reference, and a note lives and dies with the one reference that
carries it. So each text, the original and the final, is followed by itself: its first reference to a note carries it,
later ones are cross-references; a label that is not the number Word would give becomes a custom mark; a reference
without a note stays text. Where both texts agree a reference is kept, else it is deleted and inserted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from resedit.formats.docx.content import By, Content, CrossReference, Note, NoteReference, Piece, pieces
from resedit.redline.redline import Redline, TrackedNote
from resedit.redline.references import REFERENCE, references
from resedit.wording.difference import difference
from resedit.wording.segments import Op, Segment, Wording, deleted, wording

ORIGINAL, FINAL = Op.DELETE, Op.INSERT
"""The two texts, named by what happens to what stands in one of them only."""
SIDES = (ORIGINAL, FINAL)


@dataclass(slots=True)
class _Side:
    """How far one text has been read: the notes carried (key → id) and how many of them Word has numbered."""

    carried: dict[str, int] = field(default_factory=dict)
    count: int = 0


class Citations:
    """Reads the texts of a redline in order; `notes` are those carried so far."""

    def __init__(self, redline: Redline) -> None:
        self._by_key = {note.key: note for note in redline.footnotes}
        self._sides = {side: _Side() for side in SIDES}
        self.notes: list[Note] = []
        self.repeated: set[int] = set()
        """Ids of the notes that cross-references point to."""

    def cited(self, words: Wording) -> tuple[Piece, ...]:
        """A text's pieces, with its references. Texts must come in the order in which they stand in the document."""
        if not any("[^" in s.text for s in words.segments) or not self._by_key:
            return pieces(words)
        return tuple(piece for s in whole_references(words).segments for piece in self._split(s.op, s.text, s.by))

    def missing(self, note: TrackedNote) -> tuple[Op, ...]:
        """The texts in which a note stands without being carried by a reference."""
        return tuple(side for side in SIDES if _stands(note, side) and note.key not in self._sides[side].carried)

    def _split(self, op: Op, text: str, by: By) -> Iterator[Piece]:
        position = 0
        for match in REFERENCE.finditer(text):
            if match.start() > position:
                yield Piece(op, text[position : match.start()], by)
            yield from self._reference(op, match[1], by)
            position = match.end()
        if position < len(text):
            yield Piece(op, text[position:], by)

    def _reference(self, op: Op, key: str, by: By) -> Iterator[Piece]:
        new_id = len(self.notes) + 1
        if op is not Op.KEEP:
            content = self._read(op, key, new_id)
            yield self._carry(Piece(op, content, by), key)
            return
        before, after = (self._read(side, key, new_id) for side in SIDES)
        if before == after:
            yield self._carry(Piece(op, before), key)
            return
        note = self._by_key[key]
        by = note.by or self._carried_by(before, after) or note.label.by()
        first = self._carry(Piece(ORIGINAL, before, by), key)
        yield first
        if isinstance(first.content, NoteReference) and isinstance(after, NoteReference):
            after = replace(after, note=new_id + 1)
            self._sides[FINAL].carried[key] = after.note
        yield self._carry(Piece(FINAL, after, by), key)

    def _carried_by(self, *contents: Content) -> By:
        """Who brought or took away the reference that carries a note in one of the texts, so that this one repeats it
        there."""
        carriers = (content.note for content in contents if isinstance(content, CrossReference))
        return tuple(name for carrier in carriers for name in self.notes[carrier - 1].by)

    def _read(self, side: Op, key: str, new_id: int) -> Content:
        """What a reference is in one of the texts, which is then read that far."""
        note, text = self._by_key.get(key), self._sides[side]
        if note is None or not _stands(note, side):
            return f"[^{key}]"
        label = _label(note, side)
        if key in text.carried:
            return CrossReference(text.carried[key], label)
        text.carried[key] = new_id
        is_counted = label == str(text.count + 1)
        text.count += is_counted
        return NoteReference(new_id, "" if is_counted else label)

    def _carry(self, piece: Piece, key: str) -> Piece:
        """The piece as it stands, its note (or the one it repeats) noted down."""
        if isinstance(piece.content, NoteReference):
            self.notes.append(Note(piece.content.note, self._by_key[key], piece.op, piece.content.mark, piece.by))
        elif isinstance(piece.content, CrossReference):
            self.repeated.add(piece.content.note)
        return piece


def note_words(redline: Redline, note: Note) -> tuple[Piece, ...]:
    """A note's body. Word has no notes to notes, so a reference in it is text: the label of the note it means."""
    words = note.of.text if note.op is Op.KEEP else _one_side(note.of.text, note.op, note.by)
    return literal(redline, words)


def literal(redline: Redline, words: Wording) -> tuple[Piece, ...]:
    """A text's pieces, its references as text (`[^1]`) with the labels that the notes have in either text."""
    if not any("[^" in s.text for s in words.segments):
        return pieces(words)
    by_key = {note.key: note for note in redline.footnotes}
    found: list[Piece] = []
    for segment in whole_references(words).segments:
        position = 0
        for match in REFERENCE.finditer(segment.text):
            found.append(Piece(segment.op, segment.text[position : match.start()], segment.by))
            labels = {side: _literal_reference(by_key.get(match[1]), match[1], side) for side in SIDES}
            if segment.op is not Op.KEEP:
                found.append(Piece(segment.op, labels[segment.op], segment.by))
            elif labels[ORIGINAL] == labels[FINAL]:
                found.append(Piece(Op.KEEP, labels[FINAL]))
            else:
                by = by_key[match[1]].by or by_key[match[1]].label.by()
                found += [Piece(side, labels[side], by) for side in SIDES]
            position = match.end()
        found.append(Piece(segment.op, segment.text[position:], segment.by))
    return tuple(piece for piece in found if piece.content)


def whole_references(words: Wording) -> Wording:
    """The same wording with no reference cut by a change: where one is, the words are compared anew."""
    for side, text in ((ORIGINAL, words.original()), (FINAL, words.final())):
        in_segments = [key for s in words.segments if s.op in (Op.KEEP, side) for key in references(s.text)]
        if in_segments != references(text):
            return difference(words.original(), words.final(), words.by())
    return words


def _one_side(words: Wording, op: Op, by: By) -> Wording:
    if op is Op.INSERT:
        return wording(Segment(op, s.text, s.by or by) for s in words.segments if s.op is not Op.DELETE)
    return deleted(words.original(), by)


def _literal_reference(note: TrackedNote | None, key: str, side: Op) -> str:
    return f"[^{_label(note, side) if note is not None and _stands(note, side) else key}]"


def _stands(note: TrackedNote, side: Op) -> bool:
    return note.state.in_original if side is ORIGINAL else note.state.in_final


def _label(note: TrackedNote, side: Op) -> str:
    return note.label.original() if side is ORIGINAL else note.label.final()
