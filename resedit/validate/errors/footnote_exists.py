"""footnote-exists: a new footnote under a label that the base uses.

Labels of footnotes in these files are names. What is printed are numbers in the order of the references, so any label
that is free will do.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

_NOTED = "- resolves:\n  - 1: to study[^1];\n  - 2: to report."

RULE = Rule(
    "footnote-exists",
    Severity.ERROR,
    "ADD of a footnote whose label the base uses",
    "Give it another, or MOD the note.",
    failing=Example(_NOTED, "- ADD: footnote 1\n  text: More.", footnotes="  1: A made-up note."),
    passing=Example(
        _NOTED,
        "- ADD: footnote 2\n  text: More.\n- MOD: resolves 2\n  text: to report{++[^2]++}.",
        footnotes="  1: A made-up note.",
    ),
)
