"""The instruments that a text cites, with whose they are: read from the words around, or from the text's other
citations."""

from typing import NamedTuple

from resedit.model.resolution import Resolution
from resedit.validate.remember import remembering
from resedit.validate.texts.citations import Citation, body_in, citations, meeting
from resedit.validate.texts.wordings import Words

OWN = "own"
"""The body of a text's own conference, where its opening line does not name it."""


class Instrument(NamedTuple):
    """What is cited: its kind, number and body. The body is empty where nothing tells it."""

    kind: str
    number: str
    body: str


class Cited(NamedTuple):
    """One citation, and the text that it stands in."""

    words: Words
    citation: Citation


def own_body(text: Resolution) -> str:
    """The body that a text is of: of its opening line, else OWN."""
    return body_in(text.opening) or OWN


@remembering
def instruments(text: Resolution) -> dict[Instrument, list[Cited]]:
    """The citations with a revision, by what they cite. What cites no body and might be of several is left out, and so
    are a text's own revisions."""
    cited = [Cited(words, citation) for words, those in citations(text) for citation in those]
    own = own_body(text)
    bodies = [own if c.citation.body == OWN else c.citation.body for c in cited]
    of_meeting: dict[str, set[str]] = {meeting(text.revision): {own}}
    of_number: dict[tuple[str, str], set[str]] = {}
    for (_, citation), body in zip(cited, bodies, strict=True):
        if body:
            of_meeting.setdefault(citation.meeting, set()).add(body)
            of_number.setdefault((citation.kind, citation.number), set()).add(body)
    found: dict[Instrument, list[Cited]] = {}
    for item, body in zip(cited, bodies, strict=True):
        numbered = (item.citation.kind, item.citation.number)
        stated, met = of_number.get(numbered, set()), of_meeting.get(item.citation.meeting, set())
        if not body and len(met) == 1:
            (body,) = met
        elif not body and len(stated) == 1 and not met:
            (body,) = stated
        found.setdefault(Instrument(*numbered, body), []).append(item)
    named = {key[:2] for key in found if key.body}
    itself = ("resolution", text.number.casefold())
    return {
        key: items
        for key, items in found.items()
        if (key.body and key != (*itself, own)) or (not key.body and key[:2] not in named and key[:2] != itself)
    }
