"""What a copy says that no text may say: it stops the record at its place."""

from collections.abc import Sequence
from dataclasses import replace

from resedit.model.place import Place
from resedit.model.resolution import Resolution
from resedit.record.edited import stopping
from resedit.redline.references import cited_in


def check_head(copy: Resolution, base: Resolution) -> None:
    """Raise UnreadableError where a copy changes what no proposal can."""
    heads = (
        ("resolution", "number", copy.number, base.number),
        ("language", "language", copy.language, base.language),
        ("numbering", "numbering", copy.permanent, base.permanent),
    )
    for key, what, new, old in heads:
        if new != old:
            message = f"a proposal cannot change the {what} of a text"
            raise stopping(message, copy.place_of(key), "put back what the base has, or record it on another base")


def check_notes(copy: Resolution, base: Resolution, lines: Sequence[str]) -> None:
    """Raise UnreadableError where a copy refers to a footnote that it does not have, or has one that nothing refers to,
    unless the base does, too. `lines` are the file's, none where it has none to show."""
    notes, used = {note.label: note for note in copy.footnotes}, {cited.label: cited.place for cited in cited_in(copy)}
    before, used_before = {note.label for note in base.footnotes}, {cited.label for cited in cited_in(base)}
    for label, place in used.items():
        if label not in notes and (label in before or label not in used_before):
            rule, message = "reference-without-footnote", f"“[^{label}]” refers to a footnote that is not there"
            place = _of_words(f"[^{label}]", place, lines)
            raise stopping(message, place, f"add the footnote (“[^{label}]: …”), or take the reference out", rule)
    for label, note in notes.items():
        if label not in used and (label in used_before or label not in before):
            rule, message = "footnote-without-reference", f"nothing refers to footnote {label}"
            raise stopping(message, note.place, f"write “[^{label}]” where it belongs, or take the footnote out", rule)


def _of_words(words: str, place: Place, lines: Sequence[str]) -> Place:
    """Where the words are that stand in the paragraph, of one line or several, that begins at a place."""
    start = place.column - 1
    for number, line in enumerate(lines[place.line - 1 :], start=place.line):
        if (column := line.find(words, start)) >= 0:
            return replace(place, line=number, column=column + 1)
        start = 0
    return place
