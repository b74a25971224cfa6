"""What a rule is: its name and weight, what it finds and how to mend it, and an example of each.

A rule is one module with a `RULE` and, where it is checked in this layer, a `check`. Its page under docs/rules/ is
made from the module's docstring and the rule's examples; tests run them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from resedit.model.problem import Severity
from resedit.project.tree import SETTINGS

Content = str | bytes | Callable[[], bytes]
"""What a file of an example holds; made when it is asked for where it is large."""

BASE = "x-05/res-7/base.yaml"
PROPOSAL = "x-05/res-7/xyz-1-1.yaml"
CONFERENCE = "x-05/conference.yaml"


class Example(NamedTuple):
    """A made-up project of one resolution. A failing example gives exactly one finding, of its rule; a passing one
    gives none."""

    provisions: str = "- resolves:\n  - 1: to study;\n  - 2: to report."
    """Those of the base."""
    amendments: str = ""
    """Those of a proposal on it, if there is one."""
    footnotes: str = ""
    conference: str = ""
    """The conference's file, for a rule that looks at it."""
    settings: str = ""
    """The project's settings."""
    base: Content = ""
    """The whole base, where it is not made of provisions and footnotes."""
    proposal: Content = ""
    """The whole proposal, where it is not made of amendments."""
    others: tuple[tuple[str, Content], ...] = ()
    """More files: their names and what they hold."""

    def files(self) -> dict[str, bytes]:
        """The project's files by name."""
        found: dict[str, Content] = {
            SETTINGS: self.settings,
            CONFERENCE: self.conference,
            BASE: self.base or _base(self),
            PROPOSAL: self.proposal or (_proposal(self) if self.amendments else ""),
            **dict(self.others),
        }
        return {name: _data(content) for name, content in found.items() if content}

    def write(self, folder: Path) -> tuple[str, ...]:
        """Write the project into a folder. Gives the names of the files that `validate` does not look at of itself."""
        for name, data in self.files().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return tuple(name for name, _ in self.others if not name.endswith(".yaml"))


def _base(example: Example) -> str:
    notes = f"footnotes:\n{example.footnotes}\n" if example.footnotes else ""
    head = "resolution: 7\nrevision: Rev. Nowhere, 2001\ntitle: A made-up resolution\n"
    return f"{head}provisions:\n{example.provisions}\n{notes}"


def _proposal(example: Example) -> str:
    head = "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\nrevision: Rev. Elsewhere, 2005\n"
    return f"{head}amendments:\n{example.amendments}\nreasons: made up\n"


def _data(content: Content) -> bytes:
    if callable(content):
        return content()
    return content.encode() if isinstance(content, str) else content


class Rule(NamedTuple):
    """A rule as the documentation shows it; `source` is the guide or standard it comes from, where there is one, and
    `mends` what `validate --fix` does about its findings, where some of them have one right answer."""

    name: str
    severity: Severity
    finds: str
    cure: str
    failing: Example
    passing: Example
    source: str = ""
    mends: str = ""
