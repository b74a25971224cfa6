"""The table of rules about bases and proposals, in the order in which they run; those about words are in `texts`."""

from resedit.validate.gate import ERRORS, Check
from resedit.validate.rules import (
    label_sequence,
    queries,
    reasons,
    renumbered,
    revision_line,
    symbol_not_allowed,
    unchanged,
)

CHECKS: tuple[Check, ...] = (
    label_sequence.check,
    *ERRORS,
    reasons.check,
    queries.check,
    unchanged.check,
    revision_line.check,
    symbol_not_allowed.check,
    renumbered.check,
)
