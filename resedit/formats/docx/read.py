"""Word files read as text, every tracked change accepted or every one rejected."""

from dataclasses import dataclass

from resedit.formats.docx.tracked import read_tracked
from resedit.model.problem import ReseditError
from resedit.redline.document import LossKind, TrackedDocument
from resedit.structure.sections import section_lines, section_of, sections


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
    document: TrackedDocument
    """What it was read from, its changes accepted or not."""
    accept: bool
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
        document,
        accept,
        tuple(WordNote(note.label, note.text) for note in text.notes),
        document.changed,
        shown.count(LossKind.SYMBOL),
        shown.count(LossKind.TEXT_BOX),
    )


def resolution_lines(
    text: WordText, number: tuple[str, str] = ("", ""), proposal: str = "", language: str = "en"
) -> list[str]:
    """The lines of one resolution in a document, read as an import reads it, in the fixed plain form: number line,
    title, provisions, and last the notes they refer to (`[^1]: text`); empty paragraphs left out.

    It is in the language given, and the one that the `proposal` stands above, else the one of this `number` and
    revision, else the first. Raises ReseditError where the document holds no resolution.
    """
    section = section_of(sections(text.document.lines)[0], number, proposal)
    if section is None:
        hint = "its number line reads as “RESOLUTION 30 (Rev. Dubai, 2014)” or has the style ResNo"
        raise ReseditError("the document holds no resolution", hint)
    return section_lines(section, text.document, not text.accept, language)
