"""The cover matter and the reasons of a proposal, told from the lines around its text."""

from collections.abc import Iterator, Sequence

from resedit.model.languages import COVER_HEADS
from resedit.model.proposal import Cover
from resedit.record.sections import style, without_head, words
from resedit.redline.document import Loss, LossKind, TrackedLine

HEADING = "title1"
TITLE_PAGE = ("conference", "venue", "source", "logo", "adress", "agendaitem", "endrule", "dash", "normalend")
"""Styles of what names the meeting, the document and its source, in lower case: told again by conference and number."""
_FIELDS = ("priority_area", "summary", "expected_results", "references")
_HEADS = {
    head.rstrip(":：").casefold(): field
    for heads in COVER_HEADS.values()
    for head, field in zip(heads, _FIELDS, strict=False)
}


def read_cover(lines: Sequence[TrackedLine], behind: str = "") -> tuple[Cover, list[Loss]]:
    """The cover matter in the lines before a proposal's text, and what has no place in it.

    A run-in head of the ITU's form (“Summary:”) says which field a line and those after it belong to; running text
    without such a head is the summary. Where the lines stand `behind` the reasons of another proposal, it might be
    more of those, and is listed.
    """
    fields: dict[str, list[str]] = {}
    losses: list[Loss] = []
    field = "summary"
    has_head = False
    for line in lines:
        said = " ".join(words(line).split("\t")).strip()
        if not said:
            continue
        if style(line) == HEADING and "heading" not in fields:
            fields["heading"] = [said]
            has_head = True
            continue
        if line.cell is not None or style(line).startswith(TITLE_PAGE):
            losses.append(Loss(LossKind.OTHER, line.place, f"on the title page: {said}", state=line.state))
            continue
        if line.changed:
            losses.append(Loss(LossKind.OTHER, line.place, "a change in the cover matter, taken as accepted"))
        head, _, rest = said.replace("：", ":").partition(":")
        if head.strip().casefold() in _HEADS:
            field, said = _HEADS[head.strip().casefold()], rest.strip()
            has_head = True
        if said and behind and not has_head and said.strip("_"):
            what = f"behind the reasons of {behind}, taken as the summary of the next proposal: {said}"
            losses.append(Loss(LossKind.OTHER, line.place, what))
        if said:
            fields.setdefault(field, []).append(said)
    return Cover(**{name: "\n".join(said) for name, said in fields.items()}), losses


def read_reasons(lines: Sequence[TrackedLine]) -> str:
    """The reasons, one line a paragraph, without the word they begin with."""
    said = (" ".join(words(line).split("\t")).strip() for line in lines)
    return "\n".join(text for line in said if (text := without_head(line)))


def losses_of(lines: Sequence[TrackedLine], why: str) -> Iterator[Loss]:
    """Each line that says anything as something that is not carried."""
    for line in lines:
        said = " ".join(words(line).split())
        if said.strip("_"):
            yield Loss(LossKind.OTHER, line.place, f"{why}: {said}", state=line.state)
