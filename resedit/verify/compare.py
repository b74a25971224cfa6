"""Proving a text: line by line against a view of a redline, or as its flattened form."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from resedit.amend.align import align
from resedit.model.address import FOOTNOTE, OPENING, TITLE, AddressBook
from resedit.model.languages import number_line, number_line_around, read_number_line, read_run_in_head
from resedit.model.problem import UsageError
from resedit.model.resolution import Provision, Resolution
from resedit.redline.lines import Line, text_lines
from resedit.redline.redline import Redline
from resedit.verify.flattened import Stuck, merge_of, squeeze
from resedit.wording.difference import difference
from resedit.wording.segments import Wording, deleted, inserted, kept
from resedit.wording.visible import is_odd, named

_BOOKMARK = re.compile(r"\[bookmark: [^\]]*\]")
_REFERENCE = re.compile(r"\[footnoteRef:(\d+)\](\d*)")
_NOTE = re.compile(r" ?\[(\d+): \1\s+([^\n]*)\][ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A line that does not say the same: `address` names it in the view (empty for one that the view does not have),
    `line` leads from what the view says to what the text says; `but` says what differs where the words do not."""

    address: str
    line: Wording
    but: str = ""


def mismatches(view: Resolution, found: Sequence[str]) -> tuple[Mismatch, ...]:
    """The lines of a text, in the fixed plain form, that differ from a view; empty when it says the same.

    Blanks at the edges of a label or a text, a blank for the tab behind a label, other tabs (they are blanks), empty
    lines, the Unicode form of accents (NFC, NFD) and how the number line is printed do not count; everything else does.
    """
    wanted = [Line(line.address, _normal(line.label), _normal(line.text)) for line in text_lines(view)]
    wanted = [line for line in wanted if line.label or line.text]
    found = [_number_line(line, view) for line in found]
    lines = [_split(_normal(line)) for line in found if line.strip()]
    pairs = align([_split(str(w)) for w in wanted], lines)
    result: list[Mismatch] = []
    i = j = 0
    for next_i, next_j in [*pairs, (len(wanted), len(lines))]:
        result += [Mismatch(wanted[k].address, deleted(str(wanted[k]))) for k in range(i, next_i)]
        result += [Mismatch("", inserted(_joined(lines[k]))) for k in range(j, next_j)]
        if next_i < len(wanted):
            old, new = str(wanted[next_i]).rstrip(), _joined(lines[next_j])
            if old != new and not _differ_in_tab(wanted[next_i], lines[next_j]):
                result.append(Mismatch(wanted[next_i].address, difference(old, new)))
        i, j = next_i + 1, next_j + 1
    return tuple(result)


def misplaced(view: Resolution, found: Resolution) -> tuple[Mismatch, ...]:
    """The provisions of a text that says the same as a view, word for word, but nests them otherwise or takes a call
    for a paragraph: addresses differ where plain text shows nothing."""
    result = []
    for (address, item), (other, twin) in zip(AddressBook(view), AddressBook(found), strict=False):
        if (len(item.items), item.kind) != (len(twin.items), twin.kind):
            result.append(Mismatch(address, kept(item.text), f"stands there as {other}, nested otherwise"))
    return tuple(result)


def _number_line(line: str, view: Resolution) -> str:
    """A number line as it is printed here, any other line as it is."""
    number = (view.number, " ".join(view.revision.split()))
    return number_line(view.number, view.revision, view.language) if read_number_line(line) == number else line


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text).rstrip()


def _split(line: str) -> Provision:
    label, tab, text = line.partition("\t")
    if tab and label.strip() and text.strip():
        return Provision(text.replace("\t", " ").strip(), label.strip())
    return Provision(line.replace("\t", " ").strip())


def _joined(line: Provision) -> str:
    return f"{line.label}\t{line.text}" if line.label else line.text


def _differ_in_tab(wanted: Line, found: Provision) -> bool:
    """Whether a line says the same, with a blank for the tab behind its label, or a tab for a blank where no label can
    be."""
    if wanted.address in (TITLE, OPENING) or wanted.address.startswith(f"{FOOTNOTE}/"):
        return f"{found.label} {found.text}" == wanted.text.strip()
    label, text = wanted.label.strip(), found.text
    rest = text.removeprefix(label)
    return bool(label) and not found.label and text != rest != rest.lstrip() == wanted.text.strip()


@dataclass(frozen=True, slots=True)
class Unmerged:
    """A flattened text that is no merge of original and final text: where it stops being one, and what stands there
    in each of the three (some characters before and after the place)."""

    what: str
    flattened: str
    original: str
    final: str
    is_ambiguous: bool


def unmerged(redline: Redline, flattened: str) -> tuple[Unmerged, ...]:
    """Where a flattened text is not a merge of the whole original and the whole final text; empty when it is.

    The text is taken from its number line to its reasons or end; bookmarks are left out. A footnote's reference in its
    inline form (`[footnoteRef:1]1`) counts as `[^1]`, its text (`[1: 1 …]`) is compared with the note's. Runs of white
    space count as one blank. Raises UsageError if the number line is not found.
    """
    body, notes = _body(redline, flattened)
    known = {note.label.original() or note.label.final() for note in redline.footnotes}
    result = [
        Unmerged(f"{FOOTNOTE}/{label}", notes.get(label, "not there"), "not there", "not there", False)
        for label in sorted(known ^ set(notes))
    ]
    stuck = merge_of(body, _flat(redline.original()), _flat(redline.final()))
    if stuck:
        result.append(_unmerged("the text", stuck, body, _flat(redline.original()), _flat(redline.final())))
    for note in redline.footnotes:
        label = note.label.original() or note.label.final()
        if label in notes:
            texts = squeeze(notes[label]), squeeze(note.text.original()), squeeze(note.text.final())
            stuck = merge_of(*texts)
            if stuck:
                result.append(_unmerged(f"{FOOTNOTE}/{label}", stuck, *texts))
    return tuple(result)


def _flat(resolution: Resolution) -> str:
    lines = (str(line) for line in text_lines(resolution) if not line.address.startswith(f"{FOOTNOTE}/"))
    return squeeze("\n".join(lines))


def _body(redline: Redline, flattened: str) -> tuple[str, dict[str, str]]:
    """The text of the resolution alone, squeezed, and its notes by label."""
    start_of_line = number_line_around(redline.number.original(), redline.base.language)[0].rstrip(" (（")
    lines = _BOOKMARK.sub("", flattened).splitlines()
    start = next((index for index, line in enumerate(lines) if line.strip().startswith(start_of_line)), None)
    if start is None:
        raise UsageError(f"no line of the flattened text begins with “{start_of_line}”")
    ends = (index for index in range(start, len(lines)) if read_run_in_head(lines[index])[0] == "reasons")
    end = next(ends, len(lines))
    body = "\n".join(lines[start:end])
    notes = {match[1]: match[2] for match in _NOTE.finditer(body)}
    return squeeze(_REFERENCE.sub(lambda m: f"[^{m[2] or m[1]}]", _NOTE.sub("", body))), notes


def _unmerged(what: str, stuck: Stuck, flattened: str, original: str, final: str) -> Unmerged:
    return Unmerged(
        what,
        _around(flattened, stuck.flattened),
        _around(original, stuck.original),
        _around(final, stuck.final),
        stuck.is_ambiguous,
    )


def _around(text: str, place: int) -> str:
    before, here = text[max(0, place - 40) : place], text[place : place + 1]
    mark = f"⟨here: {named(here)}⟩" if here and is_odd(here) else "⟨here⟩"
    return f"{'…' if place > 40 else ''}{before}{mark}{text[place : place + 40]}{'…' if place + 40 < len(text) else ''}"
