"""file-size: a file that is too large to be the text of an instrument.

The longest instruments have some hundred kilobytes. What is far larger is no text, and would only take memory.
"""

from resedit.model.problem import Severity
from resedit.store.nodes import MAX_BYTES
from resedit.validate.rule import Example, Rule


def _large() -> bytes:
    """A comment that is longer than a file may be."""
    return b"#".ljust(MAX_BYTES + 1, b"=")


RULE = Rule(
    "file-size",
    Severity.ERROR,
    "a YAML or text file larger than 16 MiB, a Word file larger than 64 MiB",
    "Split it.",
    failing=Example(others=(("x-05/res-7/xyz-1-1.yaml", _large),)),
    passing=Example(),
)
