"""label-sequence: a label that does not follow the one before it.

A list may start anywhere, and a provisional number (`7A` after `7`) is in its place; `a), b), d)` is not, nor is a
label that stands twice. Labels of a consolidated text come from renumbering, unless a proposal asks for one: there, a
label that another has is found.
"""

from collections.abc import Iterator

from resedit.model.mend import Mend
from resedit.model.place import Place
from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Provision, Resolution
from resedit.numbering.labels import is_counted
from resedit.numbering.sequence import out_of_sequence, sure_labels
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import Subject, final_of, lists

RULE = Rule(
    "label-sequence",
    Severity.WARNING,
    "a label of the base that does not follow the one before, or one that a proposal makes stand twice",
    "Mend the label, or leave it if it was adopted so.",
    source="United Nations Editorial Manual Online, Paragraphs and subparagraphs: numbered consecutively, so that "
    "references are the same in all languages",
    failing=Example("- resolves:\n  - 1: to study;\n  - 3: to report."),
    passing=Example("- resolves:\n  - 1: to study;\n  - 1A: to plan;\n  - 2: to report."),
    mends="gives the only label that fits between its neighbours, or follows one that it repeats at the end of a list",
)


def check(subject: Subject) -> Iterator[Problem]:
    """Findings for the base's lists; for a proposal, labels that it makes stand twice in a list."""
    if subject.proposal is not None:
        yield from _doubled(subject)
        return
    for under, items in lists(subject.base):
        labels = [item.label for item in items]
        faults = out_of_sequence(labels)
        sure = sure_labels(labels) if faults and not subject.base.permanent else {}
        for index, expected in faults:
            item = items[index]
            yield Problem(
                RULE.name,
                f"the label “{item.label}” is out of sequence under “{under}”",
                item.label_place,
                f"“{expected}” would follow",
                RULE.severity,
                mends=(Mend(item.label_place, 0, item.label, expected),) if index in sure else (),
            )


def _doubled(subject: Subject) -> Iterator[Problem]:
    if subject.redline is None or subject.proposal is None:
        return
    twice = list(_twice(final_of(subject.redline)))
    before = {(under, label) for under, label, _ in _twice(subject.base)} if twice else set()
    for under, label, same in twice:
        if (under, label) not in before:
            places = [_cause(subject, item) for item in same]
            place = next((place for place in places if place != subject.proposal.place), places[0])
            message = f"the label “{label}” stands twice under “{under}”"
            yield Problem(RULE.name, message, place, "give one of the two another label", RULE.severity)


def _cause(subject: Subject, item: Provision) -> Place:
    """Where a proposal gives a provision its label; the proposal's own place where it does not."""
    address = item.origin.address if item.origin else ""
    return subject.place_of_change(address, "label") if address else item.label_place


def _twice(text: Resolution) -> Iterator[tuple[str, str, list[Provision]]]:
    """The labels that stand several times in a list, and the provisions that have them."""
    for under, items in lists(text):
        if len({item.label for item in items}) == len(items):
            continue  # as in most lists
        same: dict[str, list[Provision]] = {}
        for item in items:
            if is_counted(item.label):
                same.setdefault(item.label, []).append(item)
        yield from ((under, label, found) for label, found in same.items() if len(found) > 1)
