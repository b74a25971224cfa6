"""Word files read as text, every tracked change accepted or every one rejected."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resedit.formats.docx.archive import Archive
from resedit.formats.docx.ooxml import W
from resedit.formats.docx.story import DELETIONS, INSERTIONS, STRICT, Cited, Content, Story, name_of
from resedit.model.resolution import footnote_order
from resedit.redline.references import references

if TYPE_CHECKING:
    from lxml import etree

_CHANGES = INSERTIONS | DELETIONS | {"cellIns", "cellDel"}
_SEPARATOR = re.compile("^(?: *\t| )")
"""What stands between a note's number and its text: a tab in the ITU templates, a blank in Word's own."""
_ENDS = frozenset({"Reasons", "Proposal"})
"""Styles of the ITU templates that stand outside a resolution."""
NUMBER_STYLE = "ResNo"
NOTE_STYLE = "FootnoteText"


@dataclass(frozen=True, slots=True)
class WordParagraph:
    """A paragraph: its style's id (empty for the default) and its text, tabs kept, note references as `[^1]`."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class WordNote:
    """A note that the text refers to, by the label it has there."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class WordText:
    """A Word document read one way: its paragraphs, table cells in reading order, empty ones included; the notes that
    they refer to, in the order of reference; whether the file carries any tracked change of text."""

    paragraphs: tuple[WordParagraph, ...]
    notes: tuple[WordNote, ...] = ()
    has_changes: bool = False
    glyphs: int = 0
    """How many symbols are left out of the text: glyphs of a symbol font, which stand for no character."""
    boxes: int = 0
    """How many text boxes with words in them are left out of the text."""


def read_docx(data: bytes, *, accept: bool, file: str = "") -> WordText:
    """A Word document as text with every tracked change accepted (or, `accept` false, rejected).

    Footnotes count in the order in which this reading refers to them, custom marks stay (`[^*]`), endnotes count
    as i, ii, iii. Text boxes, headers and footers are not read. `file` is how problems name the document. Raises
    UnreadableError with one problem (rule `docx`) for anything that is not a sound Word document, or unpacks to more
    than it should.
    """
    archive = Archive(data, file)
    main = archive.main_part()
    root = archive.xml(main)
    namespace = root.tag.rpartition("}")[0].lstrip("{")
    body = root.find(f"{{{namespace}}}body")
    if namespace not in (W, STRICT) or name_of(root) != "document" or body is None:
        raise archive.refused(f"the part {main} is not a Word document")
    bookmarks = _bookmarks(root, namespace)
    story = Story(accept, namespace, bookmarks)
    blocks = story.paragraphs(body)
    labels = _Labels()
    paragraphs = tuple(WordParagraph(block.style, labels.text(block.content)) for block in blocks)
    parts = {kind: archive.related(main, kind) for kind in ("footnotes", "endnotes")}
    roots = {kind: archive.xml(part) for kind, part in parts.items() if part}
    notes = tuple(_notes(labels, roots, story, namespace))
    has_changes = any(name_of(element) in _CHANGES for tree in (root, *roots.values()) for element in tree.iter())
    boxes = sum(name_of(e) == "txbxContent" and bool("".join(e.itertext()).strip()) for e in root.iter())
    return WordText(paragraphs, notes, has_changes, story.glyphs, boxes)


def resolution_lines(text: WordText, first_line: str | None = None) -> list[str]:
    """The lines of the one resolution in a document, in the fixed plain form: number line, title, provisions, and last
    the notes they refer to (`[^1]: text`); empty paragraphs left out.

    It begins with `first_line` where a paragraph is equal to that, else with the first paragraph in style ResNo, and
    ends before the next in style ResNo, Proposal or Reasons. No lines where it does not begin.
    """
    paragraphs = text.paragraphs
    starts = [index for index, item in enumerate(paragraphs) if first_line is not None and item.text == first_line]
    starts += [index for index, item in enumerate(paragraphs) if item.style == NUMBER_STYLE]
    if not starts:
        return []
    start = starts[0]
    stops = (i for i in range(start + 1, len(paragraphs)) if paragraphs[i].style in (*_ENDS, NUMBER_STYLE))
    own = [item for item in paragraphs[start : next(stops, None)] if item.text.strip()]
    loose = [_note_line(item.text) for item in own if item.style == NOTE_STYLE]
    lines = [item.text for item in own if item.style != NOTE_STYLE]
    cited = {label for line in lines for label in references(line)}
    notes = [(note.label, note.text) for note in text.notes if note.label in cited]
    notes = sorted([*notes, *loose], key=lambda note: footnote_order(note[0]))
    return lines + [f"[^{label}]: {words}" for label, words in notes]


def _note_line(text: str) -> tuple[str, str]:
    """Label and text of a note that stands as a line of its own."""
    label, _, words = text.partition("\t")
    return label, words


class _Labels:
    """Names note references in the order in which they come."""

    def __init__(self) -> None:
        self.notes: dict[tuple[str, str], str] = {}
        self.marks: dict[tuple[str, str], str] = {}
        self._counts = {"footnotes": 0, "endnotes": 0}
        self._repeats: list[tuple[Cited, int]] = []

    def text(self, content: Iterable[Content]) -> str:
        """A paragraph's text with its references named."""
        return "".join(item if isinstance(item, str) else f"[^{self._label(item)}]" for item in content)

    def _label(self, cited: Cited) -> str:
        key = (cited.part, cited.id)
        if cited.is_repeat and key in self.notes:
            return self.notes[key]
        if not cited.mark:
            self._counts[cited.part] += 1
        number = self._counts[cited.part]
        label = cited.mark or (str(number) if cited.part == "footnotes" else _roman(number))
        self.notes.setdefault(key, label)
        self.marks.setdefault(key, cited.mark)
        return label


def _roman(number: int) -> str:
    digits = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    text = ""
    for value, letters in digits:
        text += letters * (number // value)
        number %= value
    return text


def _notes(labels: _Labels, roots: "dict[str, etree._Element]", story: Story, namespace: str) -> Iterable[WordNote]:
    """The notes referred to, each without the number or mark that it begins with."""
    bodies = {
        (part, element.get(f"{{{namespace}}}id", "")): element for part, root in roots.items() for element in root
    }
    for key, label in labels.notes.items():
        if key not in bodies:
            continue
        paragraphs = [_Labels().text(block.content) for block in story.paragraphs(bodies[key])]
        text = " ".join(paragraph for paragraph in paragraphs if paragraph.strip())
        yield WordNote(label, _SEPARATOR.sub("", text.removeprefix(labels.marks[key]), count=1))


def _bookmarks(root: "etree._Element", namespace: str) -> dict[str, Cited]:
    """The note references that bookmarks stand around, by the bookmark's name."""
    w = f"{{{namespace}}}"
    found: dict[str, Cited] = {}
    open_: dict[str, str] = {}
    tags = [f"{w}{name}" for name in ("bookmarkStart", "bookmarkEnd", "footnoteReference", "endnoteReference")]
    for element in root.iter(*tags):
        name = name_of(element)
        if name == "bookmarkStart":
            open_[element.get(f"{w}id", "")] = element.get(f"{w}name", "")
        elif name == "bookmarkEnd":
            open_.pop(element.get(f"{w}id", ""), None)
        else:
            cited = Cited(name.removesuffix("Reference") + "s", element.get(f"{w}id", ""))
            found.update((bookmark, cited) for bookmark in open_.values() if bookmark not in found)
            open_.clear()
    return found
