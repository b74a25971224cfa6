"""citation-revisions: one instrument cited in two revisions inside one text.

Instruments of one number but of different bodies are different. Where a citation does not say whose the instrument is,
the other citations tell: of whom else is the revision of that place and year, or of whom else is that number. Where
they do not, it is left alone, as is a provision that cites both revisions and so means it, and a text's own older
revisions.
"""

from collections import Counter
from collections.abc import Iterator

from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Resolution
from resedit.validate.rule import Example, Rule
from resedit.validate.texts.instruments import instruments
from resedit.validate.texts.wordings import finding

RULE = Rule(
    "citation-revisions",
    Severity.WARNING,
    "the same instrument cited in two revisions inside one text",
    "Cite one revision throughout, or say which body's the other one is.",
    source="ITU, Drafting of ITU Resolutions (PP-18): place and date are an integral part of the number",
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


def check(text: Resolution) -> Iterator[Problem]:
    """A finding for each citation of another revision than the usual one (the newest of those cited most often)."""
    for same in instruments(text).values():
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
                yield finding(RULE, words, message, hint, (), citation.revision, citation.at)
