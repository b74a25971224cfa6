"""What stands around the tracked resolution: the cover matter of each proposal, its symbol and number, its reasons."""

from collections.abc import Iterator

from resedit.formats.docx.content import Layout, Paragraph, plain
from resedit.model.conference import Conference
from resedit.model.languages import COVER_HEADS, primary
from resedit.model.proposal import NO_COVER, Proposal, Status

_COMMAS = {"ar": "، ", "zh": "，"}


def front(proposals: tuple[Proposal, ...], conference: Conference | None, language: str) -> Iterator[Paragraph]:
    """What stands before the resolution: conference, then each proposal's source, heading, cover matter and number."""
    if conference is not None and proposals:
        yield _of("Conference", conference.name + (f" ({conference.short})" if conference.short else ""))
        yield _of("Venue", _COMMAS.get(primary(language), ", ").join(filter(None, (conference.venue, conference.year))))
    for above, proposal in zip((None, *proposals), proposals, strict=False):
        yield from _cover(proposal, conference, language, above)
    for proposal in proposals:
        symbol = f"{proposal.symbol}\t"
        yield Paragraph(Layout("Proposal"), (plain(symbol, is_bold=True), plain(proposal.number)))


def back(proposals: tuple[Proposal, ...], language: str) -> Iterator[Paragraph]:
    """What stands after the resolution: the reasons of each proposal and of its amendments."""
    *_, head = _heads(language)
    for proposal in proposals:
        name = f"{head[:-1]} ({proposal.number}){head[-1]}" if len(proposals) > 1 else head
        yield from _run_in("Reasons", name, proposal.reasons)
        for amendment in proposal.amendments:
            if amendment.reasons and amendment.status not in (Status.WITHDRAWN, Status.FALLEN):
                yield from _run_in("Reasons", f"{head[:-1]} ({amendment.address}){head[-1]}", amendment.reasons)


def _cover(
    proposal: Proposal, conference: Conference | None, language: str, above: Proposal | None
) -> Iterator[Paragraph]:
    """A proposal's source and cover matter; the source once for all by one source that have nothing more to say."""
    cover = proposal.cover
    is_repeat = above is not None and cover == NO_COVER and above.source == proposal.source
    names = dict(conference.sources) if conference is not None else {}
    source = names.get(proposal.source, proposal.source)
    if source and not is_repeat and (conference is not None or cover.heading):
        yield _of("Source", source)
    if cover.heading:
        yield _of("Title1", cover.heading)
    values = (cover.priority_area, cover.summary, cover.expected_results, cover.references)
    for head, value in zip(_heads(language), values, strict=False):
        yield from _run_in("Covermatter", head, value)


def _run_in(style: str, head: str, text: str) -> Iterator[Paragraph]:
    """A text under a bold head on its own line; its further lines are paragraphs of their own."""
    lines = [line for line in text.splitlines() if line.strip()]
    for index, line in enumerate(lines):
        start = () if index else (plain(head, is_bold=True), plain("\t" if style == "Reasons" else " "))
        yield Paragraph(Layout(style), (*start, plain(line)))


def _heads(language: str) -> tuple[str, ...]:
    return COVER_HEADS.get(primary(language), COVER_HEADS["en"])


def _of(style: str, text: str) -> Paragraph:
    return Paragraph(Layout(style), (plain(" ".join(text.split())),))
