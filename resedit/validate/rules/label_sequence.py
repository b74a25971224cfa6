"""label-sequence: a label that does not follow the one before it.

A list may start anywhere, and a provisional number (`7A` after `7`) is in its place; `a), b), d)` is not, nor is a
label that stands twice. Only the base is looked at: labels of a consolidated text come from renumbering.
"""

from collections.abc import Iterator

from resedit.model.problem import Problem, Severity
from resedit.numbering.sequence import out_of_sequence
from resedit.validate.subject import Subject, lists

RULE = "label-sequence"


def check(subject: Subject) -> Iterator[Problem]:
    """Findings for the base's lists."""
    if subject.proposal is not None:
        return
    for under, items in lists(subject.base):
        for index, expected in out_of_sequence([item.label for item in items]):
            item = items[index]
            yield Problem(
                RULE,
                f"the label “{item.label}” is out of sequence under “{under}”",
                item.place,
                f"“{expected}” would follow",
                Severity.WARNING,
            )
