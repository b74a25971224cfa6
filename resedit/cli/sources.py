"""The source lines that findings are shown with."""

from collections.abc import Iterable
from pathlib import Path

from resedit.cli.find import read_stdin
from resedit.model.place import Place
from resedit.model.problem import Problem, UsageError, by_place
from resedit.project.target import STDIN_NAME
from resedit.store import slips
from resedit.store.load import read_bytes


class Sources:
    """The texts of the files that findings are in, each read once; empty where there is none to show."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._lines: dict[str, list[str]] = {}

    def line(self, place: Place) -> str:
        """The line a place is in, without its line break."""
        if place.file not in self._lines:
            self._lines[place.file] = self._text(place.file).split("\n")
        lines = self._lines[place.file]
        return lines[place.line - 1].rstrip("\r") if place.line <= len(lines) else ""

    def pointed(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The findings in order of place, each at the very words that it is about, where they are found in its file."""
        by_file: dict[str, list[Problem]] = {}
        for problem in problems:
            by_file.setdefault(problem.place.file, []).append(problem)
        found: list[Problem] = []
        for file, here in by_file.items():
            named = any(problem.slip for problem in here)
            found += slips.pointed(here, self._text(file)) if named else here
        return tuple(sorted(found, key=by_place))

    def _text(self, file: str) -> str:
        if file not in self._texts:
            try:
                data = read_stdin() if file == STDIN_NAME else read_bytes(Path(file))
                self._texts[file] = data.decode("utf-8-sig")
            except (UsageError, UnicodeDecodeError):
                self._texts[file] = ""
        return self._texts[file]
