"""Loading the files of a project, of every kind, each with everything that is wrong with it."""

from pathlib import Path
from typing import NamedTuple, TypeVar

from resedit.model.conference import Conference
from resedit.model.place import Place
from resedit.model.problem import Problem, Severity, UnreadableError, UsageError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.model.settings import Settings
from resedit.store.base import read_base, root_kind
from resedit.store.comments import Comment, comments
from resedit.store.conference import read_conference
from resedit.store.nodes import MAX_BYTES, parse
from resedit.store.proposal import read_proposal
from resedit.store.settings import read_settings
from resedit.store.shape import Shape

Value = Resolution | Proposal | Conference | Settings
T = TypeVar("T", Resolution, Proposal, Conference, Settings)

READERS = {"base": read_base, "proposal": read_proposal, "conference": read_conference, "settings": read_settings}

MAX_WORD_BYTES = 64 * 1024 * 1024
_WORD_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")  # a zip file, one with nothing in it, an old .doc
_WORD_NAMES = (".docx", ".docm", ".dotx", ".doc")


class Loaded(NamedTuple):
    """What a file holds (None where it cannot be made out), what is wrong with it, and its comments to resedit."""

    value: Value | None
    problems: tuple[Problem, ...] = ()
    comments: tuple[Comment, ...] = ()


def load(data: bytes, file: str) -> Loaded:
    """Read a YAML file of any of the kinds; `file` is how problems name it. Never raises for what is in it."""
    try:
        root = parse(data, file)
    except UnreadableError as error:
        return Loaded(None, error.problems)
    kind = root_kind(root)
    if not kind:
        hint = "a base begins with “resolution:”, a proposal with “proposal:”, a conference with “conference:”"
        place = Place(file, root.line, root.column)
        return Loaded(None, (Problem("shape", "neither a base nor a proposal nor a conference", place, hint),))
    shape = Shape(file)
    value = READERS[kind](shape, root)
    return Loaded(value, tuple(shape.problems), comments(data, file))


def is_word(data: bytes, name: str) -> bool:
    """Whether a file is, or means to be, a Word file: by how it begins, or by its name."""
    return data.startswith(_WORD_STARTS) or name.lower().endswith(_WORD_NAMES)


def whole(data: bytes, name: str, most: int) -> bytes:
    """The data, if nothing of it was left unread. Raises UnreadableError."""
    if len(data) > most:
        problem = Problem("file-size", f"the file is larger than {most // 2**20} MiB", Place(name), "split it")
        raise UnreadableError([problem])
    return data


def load_file(path: Path, name: str = "") -> Loaded:
    """Read a file; `name` is how problems name it (its path as given). Raises UsageError if it cannot be opened."""
    return load(read_bytes(path, name), name or str(path))


def read_bytes(path: Path, name: str = "", most: int = MAX_BYTES) -> bytes:
    """A file's bytes, one more than `most` of a longer one. Raises UsageError if it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except FileNotFoundError:
        raise UsageError(f"there is no file {name or path}") from None
    except IsADirectoryError:
        raise UsageError(f"{name or path} is a folder, not a file") from None
    except OSError as error:
        raise UsageError(f"{name or path} cannot be read: {error.strerror}") from None


def expect(loaded: Loaded, kind: type[T], file: str) -> T:
    """The value of a loaded file if it is of a kind and without errors.

    Raises UnreadableError with its problems, or UsageError if the file is sound but of another kind.
    """
    errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
    if errors:
        raise UnreadableError(errors)
    if not isinstance(loaded.value, kind):
        is_one = type(loaded.value).__name__.lower()
        raise UsageError(f"{file} is a {is_one}, not a {kind.__name__.lower()}")
    return loaded.value
