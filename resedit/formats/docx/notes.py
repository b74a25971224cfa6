"""Footnotes and endnotes: what they are called in either text, and what is in them.

Footnotes count in the order in which a text refers to them, custom marks stay, endnotes count as i, ii, iii.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from resedit.formats.docx.counting import counted
from resedit.formats.docx.joining import joined, paired
from resedit.formats.docx.pieces import Fragment, changes_of, fragments, line_revision, reasons, without_start, words_of
from resedit.formats.docx.story import FINAL, ORIGINAL, VIEWS, Block, Cited
from resedit.redline.document import NOBODY, Change, DocumentNote, Revision
from resedit.redline.redline import State
from resedit.redline.references import renamed
from resedit.wording.segments import Op, deleted, inserted, replaced

if TYPE_CHECKING:
    from lxml import etree

Id = tuple[str, str]
"""The part a note is in, and its id there."""
_SEPARATOR = re.compile("^(?: *\t| )")
"""What stands between a note's number and its text: a tab in the ITU templates, a blank in Word's own."""
_NOT_IN_KEYS = re.compile(r"[\]\s]")
_HIDDEN = {ORIGINAL: Op.INSERT, FINAL: Op.DELETE}
"""What is not shown in either text."""


class Names:
    """What the notes that a document's paragraphs refer to are called: in either text, and in the redline."""

    def __init__(self, lines: Sequence[Sequence[Fragment]]) -> None:
        self.labels: tuple[dict[Id, str], ...] = tuple(_labels(_cited(lines, view)) for view in VIEWS)
        self.marks: dict[Id, str] = {}
        self.revisions: dict[Id, Revision] = {}
        for op, content, revision in (fragment for line in lines for fragment in line):
            if isinstance(content, Cited):
                note = (content.part, content.id)
                self.marks[note] = self.marks.get(note) or content.mark
                if op is not Op.KEEP:
                    self.revisions.setdefault(note, revision)
        self.keys: dict[Id, str] = {}
        taken: set[str] = set()
        numbers: Counter[str] = Counter()
        for note, label in (item for labels in self.labels for item in labels.items()):
            if note not in self.keys:
                key = stem = _NOT_IN_KEYS.sub("_", label)
                while key in taken:
                    numbers[stem] += 1
                    key = f"{stem}-{numbers[stem] + 1}"
                self.keys[note] = key
                taken.add(key)

    def text(self, content: str | Cited) -> str:
        """What a fragment reads as; a reference to a note that nothing else refers to reads as nothing."""
        if isinstance(content, str):
            return content
        key = self.keys.get((content.part, content.id), "")
        return f"[^{key}]" if key else ""

    def of_notes(self, run: Change) -> list[Change]:
        """A run of a note's words; what they say of other notes in print (`[^2]`: a note holds no references) by the
        keys that those have, which differ where notes are called otherwise in the two texts."""
        if "[^" not in run.text:
            return [run]
        old, new = (renamed(run.text, {label: self.keys[note] for note, label in side.items()}) for side in self.labels)
        if run.op is Op.KEEP and old != new:
            return [run._replace(op=Op.DELETE, text=old), run._replace(op=Op.INSERT, text=new)]
        return [run._replace(text=new if run.op is Op.INSERT else old)]

    def runs(self, found: Iterable[Fragment]) -> list[Change]:
        """Fragments as text."""
        return [Change(op, self.text(content), revision) for op, content, revision in found]


def _cited(lines: Iterable[Iterable[Fragment]], view: int) -> list[Cited]:
    hidden = _HIDDEN[view]
    return [content for line in lines for op, content, _ in line if op is not hidden and isinstance(content, Cited)]


def _labels(cited: Sequence[Cited]) -> dict[Id, str]:
    """What notes are called in one text, in the order of its references. One that is only repeated, because the first
    reference to it does not stand there, counts like any other."""
    first = {(item.part, item.id) for item in cited if not item.is_repeat}
    counts = {"footnotes": 0, "endnotes": 0}
    labels: dict[Id, str] = {}
    for part, id_, mark, is_repeat in cited:
        if (part, id_) in labels or (is_repeat and (part, id_) in first):
            continue
        if not mark:
            counts[part] += 1
        number = counts[part]
        labels[(part, id_)] = mark or counted(number, "decimal" if part == "footnotes" else "lowerRoman")
    return labels


def note_bodies(roots: "Mapping[str, etree._Element | None]", w: str) -> "dict[Id, etree._Element]":
    """The notes of a document by what references call them."""
    return {
        (part, element.get(f"{w}id", "")): element
        for part, root in roots.items()
        for element in (() if root is None else root)
    }


def tracked_note(note: Id, blocks: Sequence[Block], names: Names) -> DocumentNote:
    """A note that is referred to, without the number or mark that it begins with."""
    runs = _runs(blocks, names)
    old, new = (labels.get(note, "") for labels in names.labels)
    state = State.KEPT if old and new else State.ADDED if new else State.SUPPRESSED
    starts = [
        _start("".join(run.text for run in runs if run.op is not _HIDDEN[view]), names.marks[note]) for view in VIEWS
    ]
    runs = without_start(runs, starts[ORIGINAL], starts[FINAL])
    revision = names.revisions.get(note, NOBODY)
    if state is not State.KEPT:
        op = Op.INSERT if state is State.ADDED else Op.DELETE
        runs = [
            Change(op, run.text, run.revision if run.op is op else revision) for run in runs if run.op in (op, Op.KEEP)
        ]
    runs = [part for run in runs for part in names.of_notes(run)]
    label = replaced(old, new) if old and new else inserted(new, revision.by) if new else deleted(old, revision.by)
    return DocumentNote(
        names.keys[note],
        label,
        words_of(runs),
        state,
        changes_of(runs),
        NOBODY if state is State.KEPT else revision,
    )


def _start(text: str, mark: str) -> int:
    """How long the number or mark is that a note's text begins with, and what separates it."""
    words = text.removeprefix(mark)
    separator = _SEPARATOR.match(words)
    return len(text) - len(words) + (separator.end() if separator else 0)


def _runs(blocks: Sequence[Block], names: Names) -> list[Change]:
    """A note's paragraphs as one, a blank between them; those that are empty in a text are left out of it."""
    why = reasons(blocks)
    runs: list[Change] = []
    begun = [False, False]
    for pair in paired(joined(blocks, ORIGINAL), joined(blocks, FINAL)):
        own = names.runs(fragments(pair, why))
        full = ["".join(run.text for run in own if run.op is not _HIDDEN[view]).strip() != "" for view in VIEWS]
        gap = _shown(
            Change(Op.KEEP, " ", line_revision(pair, why)), *(a and b for a, b in zip(begun, full, strict=True))
        )
        runs += gap + [part for run in own for part in _shown(run, full[ORIGINAL], full[FINAL])]
        begun = [a or b for a, b in zip(begun, full, strict=True)]
    return runs


def _shown(run: Change, original: bool, final: bool) -> list[Change]:
    """A run, in those texts only."""
    original, final = original and run.op is not Op.INSERT, final and run.op is not Op.DELETE
    if not (original or final):
        return []
    return [run._replace(op=Op.KEEP if original and final else Op.INSERT if final else Op.DELETE)]
