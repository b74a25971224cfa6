"""symbol-not-allowed: a symbol that the conference does not allow on a resolution, or on a provision of one.

Which symbols there are, and at which level, differs by conference: `symbols:` in its file says it.
"""

from collections.abc import Iterator, Sequence

from resedit.amend.choose import GONE, status_of
from resedit.model.enums import Symbol
from resedit.model.place import Place
from resedit.model.problem import Problem, Severity
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import Subject

_CONFERENCE = (
    "conference: X-05\nname: A made-up conference\nplace: Elsewhere\nyear: 2005\n"
    "symbols:\n  resolution: [MOD]\n  provision: [ADD, MOD, SUP]\n"
)
RULE = Rule(
    "symbol-not-allowed",
    Severity.WARNING,
    "a symbol that the conference does not allow on a resolution, or on a provision of one",
    "Take one of those that the conference's `symbols:` names.",
    source="the conference's own profile of symbols; what they mean: ITU, PP-10, guidelines on proposals "
    "(doc-guidelines.html), 2.2",
    failing=Example("- resolves:\n  - 1: to study;\n  - 2: to report.", "- NOC: resolves 1", conference=_CONFERENCE),
    passing=Example("- resolves:\n  - 1: to study;\n  - 2: to report.", "- SUP: resolves 1", conference=_CONFERENCE),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Findings for the proposal's own symbol and those of its amendments that stand."""
    proposal, conference = subject.proposal, subject.conference
    if proposal is None or conference is None:
        return
    allowed = conference.profile
    if proposal.symbol not in allowed.resolution:
        yield _finding(proposal.symbol, "a resolution", allowed.resolution, proposal.place_of("symbol"))
    for amendment in proposal.amendments:
        if amendment.symbol not in allowed.provision and status_of(amendment, proposal) not in GONE:
            found = _finding(amendment.symbol, "a provision", allowed.provision, amendment.place, amendment.address)
            yield found


def _finding(symbol: Symbol, level: str, allowed: Sequence[Symbol], place: Place, address: str = "") -> Problem:
    message = f"{symbol} is not allowed on {level}"
    return Problem(RULE.name, message, place, f"allowed: {', '.join(allowed)}", RULE.severity, address)
