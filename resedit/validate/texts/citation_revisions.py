"""citation-revisions: one instrument cited in two revisions inside one text.

Instruments of one number but of different bodies are different. Where a citation does not say whose the instrument is,
the other citations tell: of whom else is the revision of that place and year, or of whom else is that number. Where
they do not, it is left alone, as is a provision that cites both revisions and so means it, and a text's own older
revisions.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Resolution
from resedit.validate.rule import Example, Rule
from resedit.validate.texts.citations import Citation, body_in, citations, meeting
from resedit.validate.texts.wordings import Words, finding, texts

RULE = Rule(
    "citation-revisions",
    Severity.WARNING,
    "the same instrument cited in two revisions inside one text",
    "Cite one revision throughout, or say which body's the other one is.",
    failing=Example(
        "- recalling:\n  - a): Resolution 901 (Rev. Elsewhere, 2006) of the Plenipotentiary Conference;\n"
        "  - b): Resolution 902 (Rev. Elsewhere, 2006) of the Plenipotentiary Conference,\n"
        "- resolves:\n  - 1: to carry out Resolution 901 (Rev. Elsewhere, 2006);\n"
        "  - 2: to report under Resolution 901 (Rev. Nowhere, 2002)."
    ),
    passing=Example(
        "- recalling:\n  - a): Resolution 901 (Rev. Elsewhere, 2006) of the Plenipotentiary Conference;\n"
        "  - b): Resolution 901 (Rev. Somewhere, 2008) of the Radiocommunication Assembly,\n"
        "- resolves:\n  - to carry out Resolution 901 (Rev. Elsewhere, 2006)."
    ),
)

OWN = "own"


class _Cited(NamedTuple):
    words: Words
    citation: Citation


def check(text: Resolution) -> Iterator[Problem]:
    """A finding for each citation of another revision than the usual one (the newest of those cited most often)."""
    cited = [_Cited(words, citation) for words in texts(text) for citation in citations(words.text)]
    for same in _instruments(text, cited):
        counts = Counter(c.citation.same_revision for c in same)
        if len(counts) < 2:
            continue
        usual = max(same, key=lambda c: (counts[c.citation.same_revision], c.citation.year))
        known = usual.citation.same_revision
        meant = {c.words.address for c in same if c.citation.same_revision == known}
        done: set[tuple[str, str]] = set()
        for words, citation in same:
            at = (words.address, citation.same_revision)
            if citation.same_revision != known and words.address not in meant and at not in done:
                done.add(at)
                message = f"{citation.shown} is cited in “{citation.revision}” and in “{usual.citation.revision}”"
                hint = f"{usual.words.address} cites “{usual.citation.revision}”; cite one, or say whose the other is"
                yield finding(RULE, words, message, hint)


def _instruments(text: Resolution, cited: list[_Cited]) -> Iterator[list[_Cited]]:
    """The citations of each instrument: same kind, number and body."""
    own = body_in(text.opening) or OWN
    bodies = [own if c.citation.body == OWN else c.citation.body for c in cited]
    of_meeting: dict[str, set[str]] = {meeting(text.revision): {own}}
    of_number: dict[tuple[str, str], set[str]] = {}
    for (_, citation), body in zip(cited, bodies, strict=True):
        if body:
            of_meeting.setdefault(citation.meeting, set()).add(body)
            of_number.setdefault((citation.kind, citation.number), set()).add(body)
    groups: dict[tuple[str, str, str], list[_Cited]] = {}
    unknown: dict[tuple[str, str], list[_Cited]] = {}
    for item, body in zip(cited, bodies, strict=True):
        numbered = (item.citation.kind, item.citation.number)
        stated, met = of_number.get(numbered, set()), of_meeting.get(item.citation.meeting, set())
        if not body and len(met) == 1:
            (body,) = met
        elif not body and len(stated) == 1 and not met:
            (body,) = stated
        if body:
            groups.setdefault((*numbered, body), []).append(item)
        else:
            unknown.setdefault(numbered, []).append(item)
    named = {key[:2] for key in groups}
    yield from (same for key, same in groups.items() if key != ("resolution", text.number.casefold(), own))
    yield from (
        same for key, same in unknown.items() if key not in named and key != ("resolution", text.number.casefold())
    )
