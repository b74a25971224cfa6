"""Fields: their code is no text, their stored result is; a cross-reference to a note reads as that note's reference.

Source: ECMA-376 Part 1, 17.16.
"""

import re
from collections.abc import Container
from dataclasses import dataclass

MAX_CODE = 1_000
"""How much of a field's code is looked at."""
_CROSS_REFERENCE = re.compile(r"\s*NOTEREF\s+(\S+)")


@dataclass(slots=True)
class _Field:
    """A field that has begun: its code, read until its result begins, and whether the result is hidden."""

    is_inside_silent: bool = False
    code: str = ""
    in_result: bool = False
    is_hidden: bool = False

    @property
    def is_silent(self) -> bool:
        return self.is_inside_silent or self.is_hidden or not self.in_result


class Fields:
    """The fields that are open where a text is being read; `bookmarks` are those that stand around note references."""

    def __init__(self, bookmarks: Container[str]) -> None:
        self._bookmarks = bookmarks
        self._open: list[_Field] = []

    @property
    def is_silent(self) -> bool:
        """Whether what stands here is no text: field code, or a result that is replaced."""
        return bool(self._open) and self._open[-1].is_silent

    def code(self, code: str) -> None:
        """Field code was read."""
        if self._open and not self._open[-1].in_result and len(self._open[-1].code) < MAX_CODE:
            self._open[-1].code += code[:MAX_CODE]

    def change(self, kind: str) -> str:
        """A field begins, its result begins (`separate`), or it ends. Returns the bookmark of the note reference that
        stands for its result; mostly empty."""
        if kind == "begin":
            self._open.append(_Field(self.is_silent))
        elif self._open and kind == "end":
            self._open.pop()
        elif self._open and kind == "separate":
            current = self._open[-1]
            current.in_result = True
            match = _CROSS_REFERENCE.match(current.code)
            if match and match[1] in self._bookmarks:
                current.is_hidden = True
                return match[1]
        return ""
