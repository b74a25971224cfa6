"""The source lines that findings are shown with."""

from pathlib import Path

from resedit.cli.find import read_stdin
from resedit.model.place import Place
from resedit.model.problem import UsageError
from resedit.project.target import STDIN_NAME
from resedit.store.load import read_bytes


class Sources:
    """Gives the line of a place, reading each file once; empty where there is none to show."""

    def __init__(self) -> None:
        self._lines: dict[str, list[str]] = {}

    def line(self, place: Place) -> str:
        """The line a place is in, without its line break."""
        if place.file not in self._lines:
            try:
                data = read_stdin() if place.file == STDIN_NAME else read_bytes(Path(place.file))
                text = data.decode("utf-8-sig")
            except (UsageError, UnicodeDecodeError):
                text = ""
            self._lines[place.file] = text.split("\n")
        lines = self._lines[place.file]
        return lines[place.line - 1].rstrip("\r") if place.line <= len(lines) else ""
