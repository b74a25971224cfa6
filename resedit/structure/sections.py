"""A document with its history cut into the texts in it: what stands before each, its own lines, its reasons.

All that reads a resolution out of a Word file (import, record, verify) reads it here; what an import proves and verify
compares are the `section_lines` of one section, so they cannot differ.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from resedit.model.enums import Symbol
from resedit.model.languages import read_number_line, read_run_in_head
from resedit.model.proposal import NUMBER_FORM
from resedit.model.resolution import footnote_order
from resedit.redline.document import PlainLine, TrackedDocument, TrackedLine
from resedit.redline.references import references
from resedit.structure.calls import is_annex, is_call
from resedit.structure.splitting import split_label

PROPOSAL = "proposal"
NUMBER = "resno"
OPENING = "normalaftertitle"
REASON = "reasons"
NOTE = "footnotetext"
HEADING = "title1"
HEADINGS = ("head", HEADING)
"""How the styles of headings begin: they stand between proposals, never in reasons."""
TITLES = ("restitle", "restitel", "rectitle")
TITLE_PAGE = ("conference", "venue", "source", "logo", "adress", "agendaitem", "endrule", "dash", "normalend")
"""Styles of the ITU templates, in lower case; TITLE_PAGE begins those of what names the meeting, the document and its
source."""
_COMMAS = (",", "،", "，")
_INSIDE = ("call", "enumlev", "list", NOTE, HEADING, *TITLE_PAGE)
"""How styles begin that are none of a number line's, whatever it says."""
_HEAD = re.compile(rf"^\s*(?P<symbol>ADD|\(MOD\)|MOD|SUP|NOC)[\s\xa0]+(?P<number>{NUMBER_FORM})\s*$")


@dataclass(slots=True)
class Section:
    """One text in a document, most often of a proposal: its symbol and number (no number where no line names a
    proposal), the lines of the text and of its reasons, and those that belong to neither; `front` is what stands before
    the first text, or between what belongs to the last one and this."""

    symbol: Symbol
    number: str
    place: int
    front: list[TrackedLine] = field(default_factory=list)
    text: list[TrackedLine] = field(default_factory=list)
    reasons: list[TrackedLine] = field(default_factory=list)
    stray: list[TrackedLine] = field(default_factory=list)


def style(line: TrackedLine) -> str:
    """The id of a line's style as styles are told apart here."""
    return (line.style or line.style_was).lower()


def words(line: TrackedLine) -> str:
    """What a line says in the final text, in the original where it stands only there; its label first."""
    label, text = (w.final() if line.state.in_final else w.original() for w in (line.label, line.text))
    return f"{label}\t{text}" if label else text


def says(line: TrackedLine, original: bool) -> str:
    """What a line says in one of the two texts as one run of words; nothing where it does not stand there."""
    if not _stands(line, original):
        return ""
    parts = (part.original() if original else part.final() for part in (line.label, line.text))
    return " ".join(part.strip() for part in parts if part.strip())


def sections(lines: Sequence[TrackedLine]) -> tuple[list[Section], list[TrackedLine]]:
    """The texts of a document in order, and what stands after the last one's reasons (or everything, without any).

    A line such as `MOD XYZ/1/1` begins one. Without any such line each number line does; with them, one that stands
    below another text begins a text of no proposal.
    """
    heads = [_head(line) for line in lines]
    has_heads, has_styles = any(heads), any(style(line) == NUMBER for line in lines)
    found: list[Section] = []
    loose: list[TrackedLine] = []
    where = "front"
    for line, head, is_headed in zip(lines, heads, _headed(lines, heads), strict=True):
        if head:
            if found and not found[-1].number and all(is_number_line(own) for own in found[-1].text):
                last = found.pop()  # a number line in what stands before a proposal
                loose = [*last.front, *last.text, *loose]
            found.append(Section(*head, line.place, front=loose))
            loose, where = [], "stray"
        elif _begins_text(line, where, found, has_heads, has_styles):
            found.append(Section(Symbol.MOD, "", line.place, front=loose, text=[line]))
            loose, where = [], "text"
        elif not found:
            loose.append(line)
        else:
            where = _next_part(line, where, is_headed)
            if where == "front":
                loose.append(line)
            else:
                getattr(found[-1], where).append(line)
    return found, loose


def _head(line: TrackedLine) -> tuple[Symbol, str] | None:
    match = _HEAD.match(words(line).replace("\t", " ")) if _may_be_head(line) else None
    return (Symbol(match["symbol"]), match["number"]) if match else None


def _begins_text(line: TrackedLine, where: str, found: list[Section], has_heads: bool, has_styles: bool) -> bool:
    """Whether a line begins a text that no line names a proposal for."""
    if where == "stray" or not (found or not has_heads):
        return False
    if where == "text" and all(is_number_line(own) for own in found[-1].text if words(own).strip()):
        return False
    if not found:
        return is_number_line(line)
    if has_styles:
        return _may_be_head(line) and style(line) == NUMBER
    return _may_be_head(line) and is_number_line(line) and not style(line).startswith(_INSIDE)


def _headed(lines: Sequence[TrackedLine], heads: Sequence[object]) -> list[bool]:
    """Of each line whether a heading stands on it, or below it before the next proposal, text or reasons begin."""
    found, is_headed = [], False
    for line, head in zip(reversed(lines), reversed(heads), strict=True):
        is_headed = is_headed or style(line).startswith(HEADINGS)
        if head or _begins_reasons(line) or is_number_line(line):
            is_headed = False
        found.append(is_headed)
    return found[::-1]


def _next_part(line: TrackedLine, where: str, is_headed: bool) -> str:
    """Which part of a text's section a line belongs to, after a line of the part `where`."""
    if _begins_reasons(line):
        return "reasons"
    if where == "reasons":
        return "front" if is_headed else _behind_reasons(line)
    if where == "stray" and is_number_line(line):
        return "text"
    return where


def _begins_reasons(line: TrackedLine) -> bool:
    return _may_be_head(line) and (style(line) == REASON or read_run_in_head(words(line))[0] == "reasons")


def _behind_reasons(line: TrackedLine) -> str:
    """What a line behind reasons belongs to: more of them, but for what is cover matter of the next proposal by its
    style or its head, a table, and an annex."""
    if line.cell is not None or style(line).startswith(TITLE_PAGE):
        return "front" if words(line).strip() else "reasons"
    if read_run_in_head(words(line))[0]:
        return "front"
    return "stray" if is_annex(words(line)) else "reasons"


def _may_be_head(line: TrackedLine) -> bool:
    """Whether a line can stand outside of a text: no title does, no cell, and nothing that the file says to be a
    provision."""
    return line.cell is None and line.level is None and style(line) not in TITLES


def is_number_line(line: TrackedLine) -> bool:
    """Whether a line is the number line of a resolution."""
    return (
        line.cell is None
        and line.level is None
        and (style(line) == NUMBER or read_number_line(says(line, False) or says(line, True)) is not None)
    )


def section_of(found: Sequence[Section], number: tuple[str, str], proposal: str = "") -> Section | None:
    """The section that holds a resolution, by number and revision: the one of the proposal where there is that, else
    the one whose number line says so in either of its texts, else by its number alone, else the first. None where no
    section holds a text. One text below the lines of several proposals is of all of them (MOD)."""
    bare = [not (one.text or one.stray or one.reasons) for one in found]
    texts = {
        i: replace(one, symbol=Symbol.MOD) if i and bare[i - 1] else one for i, one in enumerate(found) if one.text
    }
    named = next((i for i, one in enumerate(found) if proposal and one.number == proposal), len(found))
    below = next((i for i in range(named, len(found)) if not bare[i]), -1)
    if below in texts:
        return texts[below]
    alike = (one for one in texts.values() if number in _numbers(one))
    near = (one for one in texts.values() if number[0] in (said for said, _ in _numbers(one)))
    return next(chain(alike, near, texts.values()), None)


def _numbers(section: Section) -> Iterator[tuple[str, str]]:
    for line in head_lines(section.text)[0]:
        for original in (True, False):
            read = read_number_line(says(line, original))
            if read is not None:
                yield read


def head_lines(lines: Sequence[TrackedLine]) -> tuple[Sequence[TrackedLine], Sequence[TrackedLine]]:
    """The number lines that a text begins with, and those of its title: all in its style, else the first line that says
    anything. Empty lines before or among them go with them."""
    end = _leading(lines, lambda line: line is lines[0] or (is_number_line(line) and not _is_title(line)))
    title = _leading(lines[end:], _is_title)
    if not any(map(_says_any, lines[end : end + title])):
        title = next((i for i, line in enumerate(lines[end:], start=1) if _says_any(line)), len(lines) - end)
    return lines[:end], lines[end : end + title]


def _is_title(line: TrackedLine) -> bool:
    return bool({line.style.lower(), line.style_was.lower()} & set(TITLES))


def _says_any(line: TrackedLine) -> bool:
    return bool(says(line, True) or says(line, False))


def _leading(lines: Sequence[TrackedLine], wanted: Callable[[TrackedLine], bool]) -> int:
    """How many lines at the beginning are wanted, empty ones before or among them counted."""
    end = 0
    for index, line in enumerate(lines):
        if wanted(line):
            end = index + 1
        elif _says_any(line):
            break
    return end


def opening_of(lines: Sequence[TrackedLine], language: str) -> TrackedLine | None:
    """The opening line among those that follow a title: the first one if it has the style or, without styles, ends as
    opening lines do."""
    line = next(filter(_says_any, lines), None)
    if line is None or line.cell is not None or line.level is not None:
        return None
    styles = {line.style.lower(), line.style_was.lower()}
    said = says(line, not line.state.in_final)
    has_label = line.label.segments or split_label(line.text)[0].segments
    reads_so = said.endswith(_COMMAS) and not is_call(said, language) and not has_label
    return line if OPENING in styles or (styles <= {"", "normal"} and reads_so) else None


def section_lines(section: Section, document: TrackedDocument, original: bool, language: str) -> list[str]:
    """The lines of one of the two texts of a section, in its language, in the fixed plain form, its notes last.

    A title of several paragraphs is one line, and of several number lines the first that can be read stands. What is
    added has no original text; of what is suppressed as a whole, what stands above the provisions is left; and where
    nothing is to change, both texts are the original.
    """
    numbers, title = head_lines(section.text)
    lines = section.text
    if section.symbol is Symbol.SUP and not original:
        opening = opening_of(lines[len(numbers) + len(title) :], language)
        lines = [*numbers, *title, *([opening] if opening else [])]
    elif section.symbol is Symbol.ADD and original:
        return []
    original = original or section.symbol in (Symbol.SUP, Symbol.NOC)
    whole = replace(document, lines=tuple(lines))
    text = whole.original() if original else whole.final()
    start, end = (sum(_stands(line, original) for line in part) for part in (numbers, (*numbers, *title)))
    said = [f"{line.label} {line.text}".strip() for line in text.lines[:end]]
    found = [_number_line(said[:start]), " ".join(filter(None, said[start:]))]
    found += [str(line) for line in text.lines[end:] if line.style.lower() != NOTE]
    notes = [(note.label, note.text) for note in text.notes]
    notes += [_note(line) for line in text.lines[end:] if line.style.lower() == NOTE]
    found += [f"[^{label}]: {words}" for label, words in sorted(notes, key=lambda note: footnote_order(note[0]))]
    return [line for line in found if line.strip()]


def _stands(line: TrackedLine, original: bool) -> bool:
    return line.state.in_original if original else line.state.in_final


def _number_line(said: Sequence[str]) -> str:
    """The first line that can be read as a number line; else all of them."""
    return next((line for line in said if read_number_line(line) is not None), " ".join(filter(None, said)))


def _note(line: PlainLine) -> tuple[str, str]:
    """Label and words of a note that stands as a line of its own."""
    label, _, said = line.text.partition("\t")
    return label, said


def without_head(reasons: str) -> str:
    """Reasons without the word that they begin with."""
    field, rest = read_run_in_head(reasons)
    return rest if field == "reasons" else reasons


def cited(lines: Sequence[TrackedLine]) -> Iterator[str]:
    """The keys of the notes that lines refer to, in order."""
    for line in lines:
        for segment in line.text.segments:
            yield from references(segment.text)
