"""conflict: amendments of different proposals that cannot both be adopted.

`apply`, `diff`, `export`, `show` and `verify` stop at it unless told how to show it (`--conflicts brackets`). In a
folder of proposals it is a warning, as each can still be applied by itself. docs/merging.md lists what is a conflict
and what is not; `resedit conflicts` reports them with the words of every side.
"""

from resedit.model.problem import Severity
from resedit.validate.rule import Example, Rule


def _files(*amendments: str) -> tuple[tuple[str, str], ...]:
    """Proposals with one amendment each."""
    return tuple(
        (
            f"x-05/res-7/xyz-1-{index}.yaml",
            f"proposal: XYZ/1/{index}\nsymbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\n"
            f"revision: Rev. Elsewhere, 2005\namendments:\n{amendment}\nreasons: made up\n",
        )
        for index, amendment in enumerate(amendments, 1)
    )


RULE = Rule(
    "conflict",
    Severity.ERROR,
    "amendments of two proposals that cannot both be adopted",
    "Settle it: a `status:`, a compromise that `replaces:` both, or `--conflicts brackets` to see both.",
    failing=Example(
        others=_files(
            "- MOD: resolves 1\n  text: to study{++ and report++};",
            "- MOD: resolves 1\n  text: to {--study--}{++act++};",
        )
    ),
    passing=Example(
        others=_files(
            "- MOD: resolves 1\n  text: to {--study--}{++act++};", "- MOD: resolves 2\n  text: to report{++ on it++}."
        )
    ),
)
