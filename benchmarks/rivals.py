"""The rivals that resedit is measured against, in a virtual environment of their own under build/."""

import subprocess
import sys
from pathlib import Path

REQUIREMENTS = ("python-redlines[docxodus]>=2.0,<3", "docx-trackdiff>=1.0,<2", "docx-revisions>=0.1.5,<0.2")
PROBES = {"docxodus": "python_redlines_docxodus", "trackdiff": "docx_trackdiff", "revisions": "docx_revisions"}
"""The module that shows that a rival is installed."""


class Rivals:
    """Which rivals there are, and where their programs are."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.python = str(self.bin / "python")
        self.complaints: list[str] = []
        self._install(folder)
        self.there = frozenset(name for name, module in PROBES.items() if self._has(module))

    def program(self, name: str) -> str:
        """The path of a program that a rival brings."""
        return str(self.bin / name)

    def _install(self, folder: Path) -> None:
        """Install what is not installed yet; what goes wrong is kept for the report."""
        if not self.bin.is_dir():
            self._run([sys.executable, "-m", "venv", str(folder)], "the virtual environment")
        for requirement, module in zip(REQUIREMENTS, PROBES.values(), strict=True):
            if not self._has(module):
                pip = [self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", requirement]
                self._run(pip, requirement)

    def _run(self, arguments: list[str], what: str) -> None:
        try:
            subprocess.run(arguments, check=True, capture_output=True, text=True)
        except (OSError, subprocess.CalledProcessError) as error:
            said = str(getattr(error, "stderr", "") or error).strip().splitlines()
            self.complaints.append(f"{what} cannot be installed: {said[-1] if said else error}")

    def _has(self, module: str) -> bool:
        found = f"import importlib.util, sys; sys.exit(importlib.util.find_spec({module!r}) is None)"
        try:
            return subprocess.run([self.python, "-c", found], capture_output=True).returncode == 0
        except OSError:
            return False
