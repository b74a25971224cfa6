"""duplicate-proposal: two files of a folder with one proposal's number.

A number names one submission. Redlines and tables could not tell two of them apart.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule


def _files(*numbers: str) -> tuple[tuple[str, str], ...]:
    """Proposals that amend a paragraph each."""
    rest = "symbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\namendments:\n- NOC: resolves {}\nreasons: made up\n"
    texts = (f"proposal: {number}\n{rest.format(index)}" for index, number in enumerate(numbers, 1))
    return tuple((f"x-05/res-7/{index}.yaml", text) for index, text in enumerate(texts, 1))


RULE = Rule(
    "duplicate-proposal",
    Severity.ERROR,
    "two files in a folder with one proposal's number",
    "Give one another number.",
    failing=Example(others=_files("XYZ/1/1", "XYZ/1/1")),
    passing=Example(others=_files("XYZ/1/1", "XYZ/1/2")),
)
