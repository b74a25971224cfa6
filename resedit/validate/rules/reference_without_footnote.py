"""reference-without-footnote: a reference to a footnote that is not there.

Looked at in the base and in the text a proposal would make: one that writes `[^2]` has to add footnote 2.
"""

from collections.abc import Collection, Iterator

from resedit.model.place import Place
from resedit.model.problem import Problem, Severity, Slip
from resedit.redline.references import cited_in
from resedit.validate.notes import notes_of_base, notes_of_redline
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import Subject

RULE = Rule(
    "reference-without-footnote",
    Severity.ERROR,
    "`[^2]` without a footnote 2",
    "Add the footnote.",
    source="United Nations Editorial Manual Online, Footnotes and other references, IX.B: all indicators are checked "
    "against the footnotes, to ensure that they correspond",
    failing=Example(amendments="- MOD: resolves 1\n  text: to study{++[^1]++};"),
    passing=Example(
        amendments="- MOD: resolves 1\n  text: to study{++[^1]++};\n- ADD: footnote 1\n  text: A made-up note."
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Findings for the base, or for what a proposal makes of it where the base itself is in order."""
    if subject.proposal is None:
        known = notes_of_base(subject.base).known
        for label, place, start in cited_in(subject.base):
            if label not in known:
                yield _dangling(label, place, Slip(f"[^{label}]", start), known)
    elif subject.redline is not None:
        before, after = notes_of_redline(subject.redline)
        for label in after.used:
            if label not in after.known and (label in before.known or label not in before.used):
                yield _dangling(label, *subject.place_of_words(f"[^{label}]"), after.known)


def _dangling(label: str, place: Place, slip: Slip | None, known: Collection[str]) -> Problem:
    hint = f"the text has {', '.join(sorted(known))}" if known else "add it under “footnotes:” or with ADD: footnote"
    message = f"“[^{label}]” refers to a footnote that is not there"
    return Problem(RULE.name, message, place, hint, RULE.severity, slip=slip)
