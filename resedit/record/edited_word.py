"""An edited copy of a text in Word: its tracked changes, or what it says, on the base it is a copy of."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from resedit.amend.align import align
from resedit.amend.compare import compare
from resedit.formats.docx.tracked import read_tracked
from resedit.model.enums import Kind
from resedit.model.problem import ReseditError
from resedit.model.resolution import Provision, Resolution
from resedit.record.cover import losses_of
from resedit.record.likeness import has_line, paths
from resedit.record.refusals import no_resolution, no_text
from resedit.record.textlines import Like
from resedit.record.tracked import draft
from resedit.redline.document import Loss, LossKind, TrackedLine
from resedit.redline.redline import Redline
from resedit.structure.sections import section_of, sections
from resedit.structure.splitting import split_label

_MEANT = frozenset({
    LossKind.PICTURE, LossKind.TEXT_BOX, LossKind.EQUATION, LossKind.SYMBOL, LossKind.OBJECT, LossKind.COMMENT,
    LossKind.NESTED_TABLE, LossKind.BREAK, LossKind.SOFT_HYPHEN, LossKind.OTHER,
})  # fmt: skip
"""What an author may mean to be part of the text; how a copy looks is not what is edited."""


class OtherBaseError(ReseditError):
    """A base that is another text than a document with its changes rejected: `redline` leads from the one to the
    other."""

    exit_code = 1

    def __init__(self, redline: Redline) -> None:
        super().__init__(
            f"the document with all its changes rejected is another text than the base {redline.base.reference}",
            "mend the one or the other; they differ as follows",
        )
        self.redline = redline


class EditedWord(NamedTuple):
    """What a Word file makes of a base, whether it tracks its changes, and what of it is not carried; the lines of the
    places in the redline are numbers of paragraphs."""

    redline: Redline
    is_tracked: bool
    losses: tuple[Loss, ...]


def edited_word(data: bytes, name: str, base: Resolution, by: tuple[str, ...]) -> EditedWord:
    """What a Word file makes of a base.

    Raises UnreadableError for no sound Word document, OtherBaseError where its changes are of another text,
    ReseditError where it holds no resolution.
    """
    document = read_tracked(data, name)
    lines = _text(document.lines, base)
    made, losses = draft(lines, document.notes, base.language, by, likes(lines, base, document.changed))
    inside = {line.place for line in lines}
    others = losses_of([line for line in document.lines if line.place not in inside], "outside of the text")
    told = (*document.losses, *losses, *others)
    meant = (loss for loss in told if loss.kind in _MEANT)
    losses = tuple(sorted(meant, key=lambda loss: loss.place))
    if not document.changed:
        return EditedWord(compare(base, replace(made.final(), language=base.language), by), False, losses)
    if made.base != base:
        raise OtherBaseError(compare(base, made.base))
    return EditedWord(replace(made, base=base), True, losses)


def _text(lines: Sequence[TrackedLine], base: Resolution) -> Sequence[TrackedLine]:
    """The lines of the text that is the base's by its number, else of the first one."""
    found, loose = sections(lines)
    section = section_of(found, (base.number, base.revision))
    if section is None:
        raise no_text(found[0]) if found else no_resolution(loose)
    return section.text


def likes(lines: Sequence[TrackedLine], base: Resolution, is_tracked: bool = True) -> dict[int, Like]:
    """Which of the lines, in the original text, are which provisions of a base. Where changes are tracked, they are
    calls where the base has one: a program may have given a paragraph the style of another that goes before it."""
    olds = [(path, item) for path, item in paths(base.provisions) if has_line(item)]
    originals = [(index, line) for index, line in enumerate(lines) if line.state.in_original]
    stand = [(index, line) for index, line in originals if line.text.original().strip()]
    news = [Provision(split_label(line.text)[1].original().strip()) for _, line in stand]
    found = {}
    for i, j in align([Provision(item.text) for _, item in olds], news):
        path, item = olds[i]
        found[stand[j][0]] = Like(path, item, item.kind is Kind.CALL if is_tracked else None)
    return found
