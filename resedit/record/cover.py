"""The cover matter and the reasons of a proposal, told from the lines around its text."""

from collections.abc import Iterator, Sequence

from resedit.model.languages import read_run_in_head
from resedit.model.proposal import Cover
from resedit.redline.document import Loss, LossKind, TrackedLine
from resedit.structure.sections import HEADING, REASON, TITLE_PAGE, Section, style, without_head, words


def read_cover(lines: Sequence[TrackedLine]) -> tuple[Cover, list[Loss]]:
    """The cover matter in the lines before a proposal's text, and what has no place in it.

    A run-in head of the ITU's form (“Summary:”) says which field a line and those after it belong to; running text
    without such a head is the summary.
    """
    fields: dict[str, list[str]] = {}
    losses: list[Loss] = []
    field = "summary"
    for line in lines:
        said = " ".join(words(line).split("\t")).strip()
        if not said:
            continue
        if not line.state.in_final:
            losses.append(Loss(LossKind.OTHER, line.place, f"deleted above the text: {said}", state=line.state))
            continue
        if style(line) == HEADING and "heading" not in fields:
            fields["heading"] = [said]
            continue
        if line.cell is not None or style(line).startswith(TITLE_PAGE):
            losses.append(Loss(LossKind.OTHER, line.place, f"on the title page: {said}", state=line.state))
            continue
        if line.changed:
            losses.append(Loss(LossKind.OTHER, line.place, "a change in the cover matter, taken as accepted"))
        begun, rest = read_run_in_head(said)
        if begun in Cover._fields:
            field, said = begun, rest
        if said:
            fields.setdefault(field, []).append(said)
    return Cover(**{name: "\n".join(said) for name, said in fields.items()}), losses


def read_reasons(lines: Sequence[TrackedLine]) -> str:
    """The reasons, one line a paragraph, without the word they begin with."""
    said = (" ".join(words(line).split("\t")).strip() for line in lines if line.state.in_final)
    return "\n".join(text for line in said if (text := without_head(line)).strip("_"))


def losses_of_reasons(section: Section) -> Iterator[Loss]:
    """What in the reasons of a proposal is not as the document has it: changes, and each paragraph behind the first one
    that neither its style nor its head says to be of the reasons."""
    begun = False
    for line in section.reasons:
        said = " ".join(words(line).split())
        if line.changed:
            what = f"a change in the reasons of {section.number}, taken as accepted"
            yield Loss(LossKind.OTHER, line.place, what)
        if not line.state.in_final:
            continue
        is_told = style(line) == REASON or without_head(said) != said
        if begun and not is_told and said.strip("_"):
            what = f"behind the reasons of {section.number}, taken as more of them: {said}"
            yield Loss(LossKind.OTHER, line.place, what)
        begun = begun or bool(without_head(said))


def losses_of(lines: Sequence[TrackedLine], why: str) -> Iterator[Loss]:
    """Each line that says anything as something that is not carried."""
    for line in lines:
        said = " ".join(words(line).split())
        if said.strip("_"):
            yield Loss(LossKind.OTHER, line.place, f"{why}: {said}", state=line.state)
