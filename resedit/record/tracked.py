"""One resolution in a document with its history, as a redline: the drafters' own changes, and the structure that each
of its two texts has."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from resedit.model.languages import number_line, read_number_line
from resedit.model.problem import ReseditError
from resedit.model.resolution import Resolution
from resedit.record.moving import is_made, ways, with_addresses
from resedit.record.notes import gathered, tracked_notes
from resedit.record.refusals import no_number_line
from resedit.record.textlines import NO_LIKES, Likes, TextLine, elements, side, text_line
from resedit.record.trees import joined_trees
from resedit.record.typed import with_labels_apart
from resedit.redline.document import DocumentNote, Loss, LossKind, TrackedLine
from resedit.redline.lines import joined
from resedit.redline.redline import Redline, State
from resedit.structure.outline import outline
from resedit.structure.sections import NOTE, cited, head_lines, opening_of, style
from resedit.structure.splitting import fitted
from resedit.wording.difference import difference
from resedit.wording.segments import EMPTY, Wording, replaced
from resedit.wording.visible import unseen

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
    own = set(cited(lines))
    of_notes = [loss for note in notes if note.key in own for loss in _losses_of_note(note)]
    lines, notes = gathered(lines, notes)
    read = [text_line(key, line) for key, line in enumerate(lines)]
    start, end = (sum(map(len, head_lines(lines)[:parts])) for parts in (1, 2))
    number, title, read = read[:start], read[start:end], read[end:]
    numbers = [_number(number, original) for original in (True, False)]
    opening, rest = _opening(read, language)
    body = [line for line in rest if style(line.line) != NOTE]
    body, of_labels = with_labels_apart(body, likes)
    old, new = (outline(elements(body, original, likes), language) for original in (True, False))
    words = {line.key: line.words for line in body}
    redline = Redline(
        base=Resolution(*numbers[0], "", language=language),
        number=difference(numbers[0][0], numbers[1][0], by),
        revision=difference(numbers[0][1], numbers[1][1], by),
        title=_title(title),
        opening=opening,
        provisions=joined_trees(old, new, words, by, ways(body, by)),
        footnotes=tracked_notes(notes, by),
    )
    if not redline.title.final() or not redline.title.original():
        line = number_line(*numbers[0], language)
        raise ReseditError(f"{line} has no title", "give the paragraph the style Restitle")
    base = redline.original()
    addressed = with_addresses(redline.provisions, base)
    head = dict.fromkeys((*_losses_of_number(number, numbers, language), *_losses_of_title(title)))
    of_lines = [loss for line in (*title, *read) for loss in _losses(line, may_have_label=line not in title)]
    losses = (*head, *of_lines, *of_labels, *of_notes)
    return Draft(replace(redline, base=base, provisions=addressed), losses)


def _number(lines: Sequence[TextLine], original: bool) -> tuple[str, str]:
    """Number and revision in one of the two texts. Raises ReseditError where they cannot be read."""
    found = [side(line.shown(), original) for line in lines if line.stands(original)]
    found = found or [side(line.shown(), not original) for line in lines]
    read = next((number for said in found if (number := read_number_line(said)) is not None), None)
    if read is None:
        raise no_number_line(" ".join(found), lines[0].line.place)
    return read


def _losses_of_number(lines: Sequence[TextLine], numbers: Sequence[tuple[str, str]], language: str) -> Iterator[Loss]:
    for read, original in zip(numbers, (True, False), strict=True):
        printed, is_found = number_line(*read, language), False
        for line in (line for line in lines if line.stands(original)):
            said = side(line.shown(), original)
            if is_found or read_number_line(said) != read:
                yield Loss(LossKind.OTHER, line.line.place, f"a further number line: {said}", state=line.line.state)
                continue
            is_found = True
            if said != printed:
                names = unseen(difference(said, printed))
                what = f"“{said}” is printed as “{printed}”{f': {names}' if names else ''}"
                yield Loss(LossKind.OTHER, line.line.place, what)


def _title(lines: Sequence[TextLine]) -> Wording:
    """The title: its paragraphs in each of the two texts with a blank between them."""
    parts: list[Wording] = []
    begun = {True: False, False: False}
    for line in lines:
        said = {original: line.stands(original) for original in (True, False)}
        before, after = (" " if begun[original] and said[original] else "" for original in (True, False))
        parts += [replaced(before, after, line.line.by), line.shown()]
        begun = {original: begun[original] or said[original] for original in (True, False)}
    return fitted(joined(*parts))


def _losses_of_title(lines: Sequence[TextLine]) -> Iterator[Loss]:
    """The paragraphs of a title behind its first one."""
    for original in (True, False):
        for line in [line for line in lines if line.stands(original)][1:]:
            what = "the title goes on in this paragraph, and is read as one"
            yield Loss(LossKind.OTHER, line.line.place, what, state=line.line.state)


def _opening(lines: list[TextLine], language: str) -> tuple[Wording, list[TextLine]]:
    """The opening line, and what follows it."""
    line = opening_of([line.line for line in lines], language)
    at = next((i for i, own in enumerate(lines) if own.line is line), -1)
    return (lines[at].shown(), lines[at + 1 :]) if line else (EMPTY, lines)


def _losses(line: TextLine, may_have_label: bool) -> Iterator[Loss]:
    """What of a line's own characters a provision or a title cannot hold."""
    said = line.line.text.final() if line.line.state.in_final else line.line.text.original()
    label, tab, text = said.partition("\t")
    if not (tab and may_have_label and line.words.label.segments):
        label, text = "", said
    for what in _unfit(label, text):
        yield Loss(LossKind.OTHER, line.line.place, what, state=line.line.state)


def _losses_of_note(note: DocumentNote) -> Iterator[Loss]:
    """What of a note's own characters a footnote cannot hold."""
    said = note.text.final() if note.state.in_final else note.text.original()
    return (Loss(LossKind.OTHER, note=note.key, detail=what, state=note.state) for what in _unfit("", said))


def _unfit(label: str, text: str) -> Iterator[str]:
    if "\t" in text:
        yield "a tab in the text, read as a blank"
    if (text.strip() and text.strip() != text) or label.strip() != label:
        yield "blanks at the edge of the text or label"
