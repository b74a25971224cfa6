"""An edited copy of a text in Word: its tracked changes, or what it says, on the base it is a copy of."""

from collections.abc import Sequence
from dataclasses import replace

from resedit.amend.align import align
from resedit.amend.compare import compare
from resedit.formats.docx.tracked import read_tracked
from resedit.model.problem import ReseditError
from resedit.model.resolution import Provision, Resolution
from resedit.record.likeness import has_line, paths
from resedit.record.sections import is_number_line, sections
from resedit.record.tracked import draft
from resedit.redline.document import TrackedLine
from resedit.redline.redline import Redline
from resedit.structure.elements import Path
from resedit.structure.splitting import split_label


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


def edited_word(data: bytes, name: str, base: Resolution, by: tuple[str, ...]) -> tuple[Redline, bool]:
    """What a Word file makes of a base, and whether it tracks its changes.

    Raises UnreadableError for no sound Word document, OtherBaseError where its changes are of another text,
    ReseditError where it holds no resolution.
    """
    document = read_tracked(data, name)
    found, loose = sections(document.lines)
    lines = next((section.text for section in found if section.text), None) or _from_number_line(loose)
    made = draft(lines, document.notes, base.language, by, likes(lines, base)).redline
    if not document.changed:
        return compare(base, replace(made.final(), language=base.language), by), False
    if made.base != base:
        raise OtherBaseError(compare(base, made.base))
    return replace(made, base=base), True


def _from_number_line(lines: Sequence[TrackedLine]) -> Sequence[TrackedLine]:
    start = next((index for index, line in enumerate(lines) if is_number_line(line)), None)
    if start is None:
        hint = "its number line reads as “RESOLUTION 30 (Rev. Dubai, 2014)” or has the style ResNo"
        raise ReseditError("the document holds no resolution", hint)
    return lines[start:]


def likes(lines: Sequence[TrackedLine], base: Resolution) -> dict[int, Path]:
    """Which of the lines, in the original text, are which provisions of a base."""
    olds = [(path, item) for path, item in paths(base.provisions) if has_line(item)]
    originals = [(index, line) for index, line in enumerate(lines) if line.state.in_original]
    stand = [(index, line) for index, line in originals if line.text.original().strip()]
    news = [Provision(split_label(line.text)[1].original().strip()) for _, line in stand]
    pairs = align([Provision(item.text) for _, item in olds], news)
    return {stand[j][0]: olds[i][0] for i, j in pairs}
