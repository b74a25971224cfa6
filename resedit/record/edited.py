"""An edited copy of a text as it was exported, read back line by line: plain text or Markdown.

What a line is (a label or the first word, a paragraph of a cell) its form does not always tell; `likeness` then asks
the base.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from resedit.model.place import Place
from resedit.model.problem import Problem, UnreadableError
from resedit.model.resolution import Footnote, footnote_order
from resedit.structure.elements import Cell, Element, Look, Paragraph, Row, Table

_NOTE = re.compile(r"^\[\^([^\s\]/]+)\]:\s*(.*)$")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|</?span>")
"""What is written so that it means nothing in Markdown: a character behind a backslash, one in a span of its own."""
_SIGN = re.compile(r"\\[!-/:-@\[-`{-~]|<br\s*/?>|</?(?:ins|del)>|[|*]")
"""A character with a backslash before it, or what means something in Markdown without one."""
_RULE = re.compile(r"^\|(\s*:?-+:?\s*\|)+$")


class Edited(NamedTuple):
    """A text without its structure: number line, title, what stands below (its labels not told from its words in
    Markdown: `label` is empty there), and its notes in their order."""

    number_line: str
    title: str
    elements: tuple[Element, ...]
    notes: tuple[Footnote, ...] = ()
    has_labels: bool = True


def read_plain(text: str, file: str) -> Edited:
    """A text in the fixed plain form. Raises UnreadableError where it has not even a number line and a title, or a line
    with two tabs."""
    body, notes = _parts([line.strip(" \r") for line in text.split("\n") if line.strip()], file)
    paragraphs = []
    for key, line in enumerate(body[2:]):
        label, tab, words = line.partition("\t")
        if "\t" in words:
            hint = "keep one tab, behind the label, on each line"
            raise UnreadableError([Problem("line-break", f"“{line[:40]}” has two tabs", Place(file), hint)])
        paragraphs.append(Paragraph(key, label.strip(), words.strip()) if tab else Paragraph(key, "", line.strip()))
    return Edited(body[0], body[1], tuple(paragraphs), notes)


def read_markdown(text: str, file: str) -> Edited:
    """A text in Markdown as it is exported. Raises UnreadableError where it has not even a number line and a title, or
    where it is a redline."""
    if len(_cut(text, "<ins", "</ins", "<del", "</del")) > 1:
        hint = "export it with --view final (or original) and edit that"
        raise UnreadableError([Problem("shape", "the text shows changes (<ins>, <del>)", Place(file), hint)])
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if block.strip()]
    body, notes = _parts(blocks, file)
    elements: list[Element] = []
    keys = count()
    for block in body[2:]:
        depth, words = _quoted(block)
        if words.startswith("|"):
            elements.append(_table([_quoted(line)[1] for line in block.split("\n")], keys, depth))
        else:
            words = " ".join(_quoted(line)[1] for line in block.split("\n"))
            first, *inner, last = ("", *_cut(words, "*"))
            is_call = len(inner) == 2 and not (first or inner[0] or last)
            words = _unescaped(inner[1] if is_call else words)
            elements.append(Paragraph(next(keys), "", words, Look(depth=depth, is_call=is_call)))
    number_line, title = (_unescaped(block.lstrip("# ")) for block in body[:2])
    told = tuple(Footnote(note.label, _unescaped(note.text)) for note in notes)
    return Edited(number_line, title, tuple(elements), told, has_labels=False)


def _parts(lines: list[str], file: str) -> tuple[list[str], tuple[Footnote, ...]]:
    """The lines before the notes, and the notes, which stand last. Raises UnreadableError where there are no two lines
    before them, or two notes have one number: one of them would be lost."""
    end = len(lines)
    while end and _NOTE.match(lines[end - 1]):
        end -= 1
    if end < 2:
        hint = "its first line is the number line, its second the title"
        raise UnreadableError([Problem("shape", "this is not the text of a resolution", Place(file), hint)])
    notes = [Footnote(match[1], match[2].strip()) for line in lines[end:] if (match := _NOTE.match(line))]
    labels = [note.label for note in notes]
    if twice := next((label for label in labels if labels.count(label) > 1), None):
        hint = "give each footnote a number of its own"
        raise UnreadableError([Problem("shape", f"two footnotes begin with “[^{twice}]:”", Place(file), hint)])
    return lines[:end], tuple(sorted(notes, key=lambda note: footnote_order(note.label)))


def _quoted(line: str) -> tuple[int, str]:
    """How deep a line stands in quotations, and what it says."""
    marks = re.match(r"(?:>\s*)*", line)
    assert marks
    return marks[0].count(">"), line[marks.end() :].strip()


def _cut(text: str, *signs: str) -> list[str]:
    """A text cut at the signs that begin so and have no backslash before them."""
    pieces, start = [], 0
    for match in _SIGN.finditer(text):
        if match[0].startswith(signs):
            pieces.append(text[start : match.start()])
            start = match.end()
    return [*pieces, text[start:]]


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: match[1] or "", text)


def _table(lines: Sequence[str], keys: Iterator[int], depth: int) -> Table:
    rows = []
    for line in lines:
        if not _RULE.match(line):
            _, *cells, _ = ("", *_cut(line.removeprefix("|"), "|"))
            rows.append(Row(next(keys), tuple(_cell(cell, keys) for cell in cells)))
    return Table(next(keys), tuple(rows), Look(depth=depth))


def _cell(cell: str, keys: Iterator[int]) -> Cell:
    first, *further = (_unescaped(part.strip()) for part in _cut(cell, "<br"))
    texts = [first, *filter(None, further)] if first or any(further) else []
    return Cell(next(keys), tuple(Paragraph(next(keys), "", words) for words in texts))
