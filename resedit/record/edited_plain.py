"""An edited copy in the fixed plain form: one line a paragraph, a tab behind its label, the footnotes last."""

from resedit.model.place import Place
from resedit.model.problem import UnreadableError
from resedit.record.edited import Edited, Line, as_lines, is_note, notes_of, quoted, stopping
from resedit.structure.elements import Paragraph


def read_plain(text: str, file: str) -> Edited:
    """A text in the fixed plain form; blanks at the ends of lines mean nothing, nor do empty lines.

    Raises UnreadableError where it has not even a number line and a title, and at a line that is indented, has two
    tabs, or stands after a footnote without being one.
    """
    lines = []
    for number, line in enumerate(as_lines(text, file), start=1):
        if line.strip():
            lines.append(Line(_without_end(line), Place(file, number)))
            _check_start(line, lines[-1])
    if len(lines) < 2 or is_note(lines[0].text) or is_note(lines[1].text):
        hint = "its first line is the number line, its second the title"
        raise stopping("this is not the text of a resolution", Place(file), hint)
    first_note = next((index for index, line in enumerate(lines) if is_note(line.text)), len(lines))
    astray = next((line for line in lines[first_note:] if not is_note(line.text)), None)
    if astray is not None:
        message = f"the line {quoted(astray.text)} stands after a footnote"
        raise stopping(message, astray.place, "put the footnotes last")
    for one in (*lines[:2], *lines[first_note:]):
        if "\t" in one.text:
            raise _tab(one, one.text.index("\t"), "a tab", "put a blank in its place")
    elements = tuple(_paragraph(key, line) for key, line in enumerate(lines[2:first_note]))
    return Edited(lines[0], lines[1], elements, notes_of(lines[first_note:]))


def _without_end(line: str) -> str:
    """A line without the blanks at its end; the tab behind a label without words stays."""
    bare = line.rstrip()
    return f"{bare}\t" if line[len(bare) :].startswith("\t") and " " not in bare else bare


def _check_start(line: str, read: Line) -> None:
    if line[0].isspace():
        hint = (
            "take the blanks before it out; to have it stand deeper, edit the text as Markdown (--format markdown), "
            "where a > before it says so"
        )
        message = f"the line {quoted(line.strip())} is indented: plain text does not tell how deep a line stands"
        raise stopping(message, read.place, hint, "blank-at-edge")


def _paragraph(key: int, line: Line) -> Paragraph:
    label, tab, words = line.text.partition("\t")
    if "\t" in words:
        raise _tab(line, line.text.rindex("\t"), "two tabs", "keep one tab, behind the label, on each line")
    label, words = (label.strip(), words.strip()) if tab else ("", line.text)
    return Paragraph(key, label, words, place=line.place)


def _tab(line: Line, at: int, what: str, hint: str) -> UnreadableError:
    place = Place(line.place.file, line.place.line, at + 1)
    return stopping(f"the line {quoted(line.text)} has {what}", place, hint, "line-break")
