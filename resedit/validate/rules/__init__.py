"""The rules that look at whole texts, one module each, in the order in which they run."""

from collections.abc import Callable, Iterator

from resedit.model.problem import Problem
from resedit.validate.rules import footnotes, label_sequence, queries, reasons
from resedit.validate.subject import Subject

Check = Callable[[Subject], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (label_sequence.check, footnotes.check, reasons.check, queries.check)
