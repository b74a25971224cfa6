"""Reading the text that is to be proved: plain text, Word or YAML."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from resedit.model.place import Place
from resedit.model.problem import Problem, UnreadableError
from resedit.model.resolution import Resolution
from resedit.project.target import STDIN_NAME
from resedit.project.tree import shown
from resedit.redline.document import TrackedDocument
from resedit.redline.lines import text_lines
from resedit.store.load import MAX_WORD_BYTES, expect, is_word, load, read_bytes, whole
from resedit.store.nodes import MAX_BYTES

STDIN = "-"


class Read(NamedTuple):
    """A text that was read: its lines in the fixed plain form, and the resolution itself where it was YAML."""

    lines: tuple[str, ...]
    resolution: Resolution | None = None
    glyphs: int = 0
    """How many symbols of a symbol font are not among the words: they stand for no character."""


def read_text(
    file: str, like: Resolution, accept: bool, read_stdin: Callable[[], bytes], proposals: Sequence[str] = ()
) -> Read:
    """A text that is to say the same as `like`; of a Word file, that resolution alone, with its changes accepted or
    rejected, and where it holds the proposals that `like` is of, the text of the first.

    Raises UsageError if the file cannot be opened, UnreadableError if it is damaged, or is a Word file with words in
    text boxes, which could hide a difference.
    """
    data, name = data_of(file, read_stdin)
    if is_word(data, file):
        from resedit.formats.docx.read import read_docx, resolution_lines

        word = read_docx(data, accept=accept, file=name)
        if word.boxes:
            message = f"{word.boxes} text boxes hold what cannot be compared"
            raise UnreadableError([Problem("docx", message, Place(name), "take them out, or make them text")])
        lines = resolution_lines(word, (like.number, like.revision), next(iter(proposals), ""), like.language)
        return Read(tuple(lines), glyphs=word.glyphs)
    if file.lower().endswith((".yaml", ".yml")):
        resolution = expect(load(data, name), Resolution, name)
        return Read(tuple(str(line) for line in text_lines(resolution)), resolution)
    return Read(tuple(decoded(data, name).split("\n")))


def read_document(file: str, read_stdin: Callable[[], bytes]) -> TrackedDocument:
    """A Word document with its history. Raises UsageError if the file cannot be opened, UnreadableError if it is no
    sound Word document."""
    from resedit.formats.docx.tracked import read_tracked

    return read_tracked(*data_of(file, read_stdin))


def read_flattened(file: str, read_stdin: Callable[[], bytes]) -> str:
    """A flattened text. Raises UsageError or UnreadableError."""
    return decoded(*data_of(file, read_stdin))


def data_of(file: str, read_stdin: Callable[[], bytes]) -> tuple[bytes, str]:
    """What is in a file (`-`: standard input), and how problems name it. Raises UsageError if it cannot be opened,
    UnreadableError if it is larger than a file of its kind may be."""
    path = Path(file)
    name = STDIN_NAME if file == STDIN else shown(path)
    data = read_stdin() if file == STDIN else read_bytes(path, name, MAX_WORD_BYTES)
    return whole(data, name, MAX_WORD_BYTES if is_word(data, name) else MAX_BYTES), name


def decoded(data: bytes, name: str) -> str:
    """A text in UTF-8. Raises UnreadableError where it is not."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problem = Problem("encoding", "the text is not UTF-8", Place(name, line, 1), "save it as UTF-8")
        raise UnreadableError([problem]) from None
