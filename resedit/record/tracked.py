"""One resolution in a document with its history, as a redline: the drafters' own changes, and the structure that each
of its two texts has."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from resedit.model.languages import number_line, read_number_line
from resedit.model.problem import ReseditError
from resedit.model.resolution import Resolution
from resedit.record.moving import is_made, ways, with_addresses
from resedit.record.notes import gathered, tracked_notes
from resedit.record.sections import NOTE, TITLES, style
from resedit.record.textlines import NO_LIKES, Likes, TextLine, elements, side, text_line
from resedit.record.trees import joined_trees
from resedit.record.typed import with_labels_apart
from resedit.redline.document import DocumentNote, Loss, LossKind, TrackedLine
from resedit.redline.lines import joined
from resedit.redline.redline import Redline, State
from resedit.structure.calls import is_call
from resedit.structure.outline import outline
from resedit.structure.splitting import fitted
from resedit.wording.difference import difference
from resedit.wording.segments import EMPTY, Wording, kept

OPENING = "normalaftertitle"
"""Styles of the ITU templates, in lower case."""
_COMMAS = (",", "،", "，")
By = tuple[str, ...]


class Draft(NamedTuple):
    """A resolution as a document has it: its redline (its base is the original text), and what the lines held that a
    provision cannot."""

    redline: Redline
    losses: tuple[Loss, ...]


def draft(
    lines: Sequence[TrackedLine],
    notes: Sequence[DocumentNote],
    language: str,
    by: By,
    likes: Likes = NO_LIKES,
) -> Draft:
    """The redline of the resolution that lines hold, number line first, with those of the notes that they refer to. The
    lines of the places in it are numbers of paragraphs.

    `likes` tells of lines of the original text, by their position, which provisions of a known text they are. Moves
    that no amendment makes are told as what goes and what comes. Raises ReseditError where the number line cannot be
    read, or the original text has no title.
    """
    made = _draft(lines, notes, language, by, likes)
    if not any(item.state is State.MOVED_TO for item in made.redline.walk()) or is_made(made.redline):
        return made
    moved = (line for line in lines if line.state is State.MOVED_TO)
    what = "a move that no amendment makes, taken as what goes and what comes"
    losses = [Loss(LossKind.OTHER, line.place, what, state=line.state) for line in moved]
    made = _draft([replace(line, move=None) for line in lines], notes, language, by, likes)
    return made._replace(losses=(*made.losses, *losses))


def _draft(lines: Sequence[TrackedLine], notes: Sequence[DocumentNote], language: str, by: By, likes: Likes) -> Draft:
    lines, notes = gathered(lines, notes)
    read = [text_line(key, line) for key, line in enumerate(lines)]
    number, read = _leading(read, lambda line: line.key == 0 or _is_number(line))
    numbers = [_number(number, original) for original in (True, False)]
    title, read = _title(read)
    opening, rest = _opening(read, language)
    body = [line for line in rest if style(line.line) != NOTE]
    body, of_labels = with_labels_apart(body, likes)
    old, new = (outline(elements(body, original, likes), language) for original in (True, False))
    words = {line.key: line.words for line in body}
    redline = Redline(
        base=Resolution(*numbers[0], "", language=language),
        number=difference(numbers[0][0], numbers[1][0], by),
        revision=difference(numbers[0][1], numbers[1][1], by),
        title=title,
        opening=opening,
        provisions=joined_trees(old, new, words, by, ways(body, by)),
        footnotes=tracked_notes(notes, by),
    )
    if not title.final() or not title.original():
        line = number_line(*numbers[0], language)
        raise ReseditError(f"{line} has no title", "give the paragraph the style Restitle")
    base = redline.original()
    addressed = with_addresses(redline.provisions, base)
    of_lines = (loss for line in read for loss in _losses(line))
    losses = (*_losses_of_number(number, numbers, language), *of_lines, *of_labels)
    return Draft(replace(redline, base=base, provisions=addressed), losses)


def _leading(lines: list[TextLine], wanted: Callable[[TextLine], bool]) -> tuple[list[TextLine], list[TextLine]]:
    """The lines at the beginning that are wanted, and the rest; empty lines before or among them go with them."""
    end = 0
    for index, line in enumerate(lines):
        if wanted(line):
            end = index + 1
        elif line.stands(True) or line.stands(False):
            break
    return lines[:end], lines[end:]


def _said(line: TextLine) -> str:
    return " ".join(side(part, not line.line.state.in_final) for part in line.words if part.segments)


def _is_number(line: TextLine) -> bool:
    return read_number_line(_said(line)) is not None and not {line.style(True), line.style(False)} & set(TITLES)


def _number(lines: Sequence[TextLine], original: bool) -> tuple[str, str]:
    """Number and revision in one of the two texts. Raises ReseditError where they cannot be read."""
    found = [side(line.shown(), original) for line in lines if line.stands(original)]
    found = found or [side(line.shown(), not original) for line in lines]
    read = next((number for said in found if (number := read_number_line(said)) is not None), None)
    if read is None:
        hint = "a resolution begins with a line such as “RESOLUTION 30 (Rev. Dubai, 2014)”"
        where = lines[0].line.place
        raise ReseditError(f"“{' '.join(found)[:60]}”, in paragraph {where}, is no number line", hint)
    return read


def _losses_of_number(lines: Sequence[TextLine], numbers: Sequence[tuple[str, str]], language: str) -> Iterator[Loss]:
    for (number, revision), original in zip(numbers, (True, False), strict=True):
        for line in lines:
            said, printed = side(line.shown(), original), number_line(number, revision, language)
            if line.stands(original) and said != printed:
                yield Loss(LossKind.OTHER, line.line.place, f"“{said}” is printed as “{printed}”")


def _title(lines: list[TextLine]) -> tuple[Wording, list[TextLine]]:
    """The title, which may take several lines, and what follows it."""
    title, rest = _leading(lines, lambda line: line.style(False) in TITLES or line.style(True) in TITLES)
    if not any(line.stands(True) or line.stands(False) for line in title):
        said = next((i for i, line in enumerate(rest) if line.stands(True) or line.stands(False)), len(rest))
        title, rest = rest[: said + 1], rest[said + 1 :]
    parts = [part for line in title for part in (kept(" "), line.shown())]
    return fitted(joined(*parts)), rest


def _opening(lines: list[TextLine], language: str) -> tuple[Wording, list[TextLine]]:
    """The opening line, and what follows it: the line in its style or, without styles, the first one, if it ends as
    opening lines do."""
    first = next((i for i, line in enumerate(lines) if line.stands(True) or line.stands(False)), None)
    if first is None:
        return EMPTY, lines
    line = lines[first]
    styles = {line.style(True), line.style(False)}
    is_plain = not any(style and style != "normal" for style in styles)
    reads_so = _said(line).endswith(_COMMAS) and not is_call(_said(line), language) and not line.words.label.segments
    if line.line.cell is None and line.line.level is None and (OPENING in styles or (is_plain and reads_so)):
        return line.shown(), lines[first + 1 :]
    return EMPTY, lines


def _losses(line: TextLine) -> Iterator[Loss]:
    """What of a line's own characters a provision cannot hold."""
    said = line.line.text.final() if line.line.state.in_final else line.line.text.original()
    label, tab, text = said.partition("\t")
    if not tab or not line.words.label.segments:
        label, text = "", said
    if "\t" in text:
        yield Loss(LossKind.OTHER, line.line.place, "a tab in the text, read as a blank", state=line.line.state)
    if (text.strip() and text.strip() != text) or label.strip() != label:
        yield Loss(LossKind.OTHER, line.line.place, "blanks at the edge of the text or label", state=line.line.state)
