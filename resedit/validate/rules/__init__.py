"""The rules that look at whole texts, one module each, in the order in which they run."""

from collections.abc import Callable, Iterator

from resedit.model.problem import Problem
from resedit.validate.rules import (
    footnotes,
    label_sequence,
    queries,
    reasons,
    renumbered,
    revision_line,
    symbol_not_allowed,
    unchanged,
)
from resedit.validate.subject import Subject

Check = Callable[[Subject], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (label_sequence.check, footnotes.check, reasons.check, queries.check)

READINGS: tuple[Check, ...] = (unchanged.check, revision_line.check, symbol_not_allowed.check, renumbered.check)
"""Those that only ever warn about a proposal: apply need not look."""
