"""docx: a Word file that is damaged, hostile or none at all.

Word files are read without network and entities, and bounded in the number and size of their parts. Text boxes and
letters of symbol fonts are refused where a text is to be proved, as they could hide a difference.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule


def _sound() -> bytes:
    """A Word file as resedit writes it."""
    from resedit.formats.docx.write import write_docx
    from resedit.model.resolution import Provision, Resolution
    from resedit.redline.view import untracked

    text = Resolution("7", "Rev. Nowhere, 2001", "A made-up resolution", provisions=(Provision("to report."),))
    return write_docx(untracked(text))


RULE = Rule(
    "docx",
    Severity.ERROR,
    "a Word file that is damaged, hostile or none at all",
    "Save it again as .docx.",
    failing=Example(others=(("text.docx", b"PK\x03\x04 cut off"),)),
    passing=Example(others=(("text.docx", _sound),)),
)
