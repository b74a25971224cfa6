"""older-citation: an instrument cited in an older revision than another text of the project knows.

A text is not to blame for what came after it: a base of 2014 is only compared with the bases up to 2014, a proposal
for 2017 with all of them and with the other proposals for 2017. Of a proposal only the citations are looked at that its
base does not have. Where it is not known whose instrument is meant, nothing is found.
"""

from collections.abc import Iterator, Sequence

from resedit.model.problem import Problem, Severity
from resedit.validate.facts import Cites
from resedit.validate.rule import Example, Rule
from resedit.validate.texts.instruments import Instrument

_OTHER = (
    "resolution: 8\nrevision: Rev. Nowhere, 2001\ntitle: Another made-up resolution\nprovisions:\n- recalling:\n"
    "  - a): Resolution 901 (Rev. Elsewhere, {}) of the Plenipotentiary Conference,\n- resolves:\n  - to report.\n"
)
_BASE = (
    "- recalling:\n  - a): Resolution 901 (Rev. Somewhere, 1998) of the Plenipotentiary Conference,\n"
    "- resolves:\n  - to study."
)

RULE = Rule(
    "older-citation",
    Severity.WARNING,
    "an instrument cited in an older revision than another text of the project knows",
    "Cite the newer revision, or allow the older one and say why it is meant.",
    source="ITU, Drafting of ITU Resolutions (PP-18): resolutions remain in force until they are revised or abrogated",
    failing=Example(_BASE, others=(("x-05/res-8/base.yaml", _OTHER.format("2000")),)),
    passing=Example(_BASE, others=(("x-05/res-8/base.yaml", _OTHER.format("1996").replace("2001", "1997")),)),
)


def check(facts: Sequence[Cites]) -> Iterator[Problem]:
    """Findings for the citations, with the newest revision that their text could have known."""
    by_instrument: dict[Instrument, list[Cites]] = {}
    for fact in facts:
        if fact.year and fact.of_year:
            by_instrument.setdefault(fact.instrument, []).append(fact)
    for same in by_instrument.values():
        newest: dict[int, Cites] = {}  # by the year of the texts that know it, no newer
        best: Cites | None = None
        for fact in sorted(same, key=lambda fact: (fact.year, fact.place)):
            best = fact if best is None or fact.of_year > best.of_year else best
            newest[fact.year] = best
        for fact in same:
            other = newest[fact.year]
            if fact.address and fact.of_year < other.of_year and fact.place.file != other.place.file:
                message = f"{fact.address}: {fact.shown} is cited in “{fact.revision}”, there is “{other.revision}”"
                hint = f"{other.place} has the newer revision"
                yield Problem(RULE.name, message, fact.place, hint, RULE.severity, fact.address, (), fact.slip)
