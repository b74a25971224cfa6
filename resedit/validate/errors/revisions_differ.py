"""revisions-differ: proposals that lead to different revisions.

The consolidated text has one revision line. In a folder of proposals it is a warning, as each can still be applied by
itself.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule


def _files(*revisions: str) -> tuple[tuple[str, str], ...]:
    """Proposals that amend a paragraph each."""
    return tuple(
        (
            f"x-05/res-7/xyz-1-{index}.yaml",
            f"proposal: XYZ/1/{index}\nsymbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\nrevision: {revision}\n"
            f"amendments:\n- NOC: resolves {index}\nreasons: made up\n",
        )
        for index, revision in enumerate(revisions, 1)
    )


RULE = Rule(
    "revisions-differ",
    Severity.ERROR,
    "proposals that lead to different revisions",
    "Settle on one `revision:`.",
    failing=Example(others=_files("Rev. Elsewhere, 2005", "Rev. Elsewhere, 2006")),
    passing=Example(others=_files("Rev. Elsewhere, 2005", "Rev. Elsewhere, 2005")),
)
