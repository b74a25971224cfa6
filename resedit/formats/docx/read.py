"""Word files read as text, every tracked change accepted or every one rejected."""

from dataclasses import dataclass

from resedit.formats.docx.tracked import read_tracked
from resedit.model.resolution import footnote_order
from resedit.redline.document import LossKind
from resedit.redline.references import references

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
    document = read_tracked(data, file)
    text = document.final() if accept else document.original()
    shown = [loss.kind for loss in document.losses if (loss.state.in_final if accept else loss.state.in_original)]
    return WordText(
        tuple(WordParagraph(line.style, line.text) for line in text.lines),
        tuple(WordNote(note.label, note.text) for note in text.notes),
        document.changed,
        shown.count(LossKind.SYMBOL),
        shown.count(LossKind.TEXT_BOX),
    )


def resolution_lines(text: WordText, first_line: str | None = None, proposal: str = "") -> list[str]:
    """The lines of the one resolution in a document, in the fixed plain form: number line, title, provisions, and last
    the notes they refer to (`[^1]: text`); empty paragraphs left out.

    It begins with `first_line` where a paragraph is equal to that, else with the first paragraph in style ResNo, and
    ends before the next in style ResNo, Proposal or Reasons; where a line names the `proposal` (`MOD XYZ/1/2`), it is
    looked for below that. No lines where it does not begin.
    """
    heads = (i for i, item in enumerate(text.paragraphs, start=1) if item.text.split()[1:] == [proposal])
    paragraphs = text.paragraphs[next(heads, 0) :]
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
