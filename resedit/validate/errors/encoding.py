"""encoding: bytes that are not UTF-8.

Files are read as UTF-8, so that the same words are the same bytes for everyone. A program that saves in the alphabet
of one country writes letters that others read as something else.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule

RULE = Rule(
    "encoding",
    Severity.ERROR,
    "bytes that are not UTF-8",
    "Save the file as UTF-8.",
    failing=Example(base=b"resolution: 7\ntitle: R\xe9solution\nprovisions: []\n"),
    passing=Example(base="resolution: 7\ntitle: Résolution\nprovisions: []\n"),
)
