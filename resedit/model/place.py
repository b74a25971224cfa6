"""Where a loaded value stands in a file."""

from typing import NamedTuple


class Place(NamedTuple):
    """A place in a file people wrote: `file` as the reader was given it, `line` and `column` counted from 1. A file has
    thousands."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
