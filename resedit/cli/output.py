"""Writing results: standard output, or a file, whole or not at all."""

import os
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from resedit.model.problem import UsageError

if TYPE_CHECKING:
    from rich.console import Console

STDOUT = "-"


def console(stderr: bool = False) -> "Console":
    """A console for people: colours on a terminal only, and not where NO_COLOR is set."""
    from rich.console import Console

    class PipedConsole(Console):
        """A console that leaves it to the caller what a closed pipe means (rich ends the program with 1)."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return PipedConsole(stderr=stderr, highlight=False, emoji=False, markup=False)


def in_colour(on: "Console") -> bool:
    """Whether a console shows colours."""
    return on.is_terminal and on.color_system is not None and not on.no_color


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Gives what is told how far work has come, and shows it below a terminal's other output (“312 of 1000 folders”)
    once the work has taken more than a second."""
    on = console(stderr=True)
    begun = monotonic()
    status = on.status("")

    def tell(done: int, total: int) -> None:
        if on.is_terminal and monotonic() - begun > 1:
            status.update(f"{done} of {total} {what}")
            status.start()

    try:
        yield tell
    finally:
        status.stop()


def write_result(data: str | bytes, output: str, inputs: Iterable[Path] = ()) -> None:
    """Write a result to standard output (`-`) or to a file, atomically.

    Raises UsageError if the file is one of the `inputs`, or cannot be written; then nothing is changed.
    """
    raw = data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data  # names of files may not be UTF-8
    if output in ("", STDOUT):
        if isinstance(data, bytes) and sys.stdout.isatty():
            raise UsageError("a Word file is not for a terminal", "write it to a file with -o FILE, or pipe it")
        sys.stdout.flush()
        sys.stdout.buffer.write(raw)
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    check_output(path, inputs)
    try:
        _write(path, raw)
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error.strerror}", _cure(path)) from None
    except RuntimeError:
        raise UsageError(f"{path} cannot be written: its links lead in a circle", "name another file") from None


def write_files(files: Mapping[Path, str]) -> None:
    """Write several files, all or none: folders that are missing are made. Raises UsageError where one cannot be
    written; then every file is as it was."""
    missing = dict.fromkeys(folder for path in files for folder in reversed(path.parents) if not folder.exists())
    path = Path()
    try:
        for path in files:
            path.parent.mkdir(parents=True, exist_ok=True)
        write_all({path: (_held(path), text.encode("utf-8")) for path, text in files.items()})
    except BaseException as error:
        for folder in reversed(missing):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        if isinstance(error, OSError):
            raise UsageError(f"{path} cannot be written: {error.strerror}", _cure(path)) from None
        raise


def _held(path: Path) -> bytes | None:
    """What a file holds, None where there is none."""
    return path.read_bytes() if path.exists() else None


def check_output(path: Path, inputs: Iterable[Path]) -> None:
    """Refuse an output that is one of the inputs, or a folder."""
    if path.is_dir():
        raise UsageError(f"{path} is a folder", "name a file in it")
    for read in inputs:
        if path.exists() and read.exists() and path.samefile(read):
            raise UsageError(f"-o {path} would write over the input", "name another file")


def _cure(path: Path) -> str:
    if not path.absolute().parent.is_dir():
        return f"make the folder {path.parent} first"
    return "check who may write there, and the room left on the disk"


def write_all(files: Mapping[Path, tuple[bytes | None, bytes]]) -> None:
    """Write several files, all or none of them: what each holds now (None: it is not there), and what it is to hold.

    Raises UsageError if one cannot be written, or does not hold any more what it did; then nothing is changed.
    """
    staged: list[tuple[Path, Path]] = []
    done: list[Path] = []
    path = Path()
    try:
        for path, (now, new) in files.items():
            if _held(path) != now:
                raise UsageError(f"{path} was changed by someone else meanwhile", "run it again")
            staged.append((path, _staged(path.resolve(), new)))
        for path, temporary in staged:
            temporary.replace(path.resolve())
            done.append(path)
    except OSError as error:
        _put_back(files, done)
        message = f"{path} cannot be written: {error.strerror}; no file was changed"
        raise UsageError(message, _cure(path)) from None
    except BaseException:
        _put_back(files, done)
        raise
    finally:
        for _, temporary in staged:
            temporary.unlink(missing_ok=True)


def _put_back(files: Mapping[Path, tuple[bytes | None, bytes]], done: Iterable[Path]) -> None:
    for path in done:
        before, _ = files[path]
        if before is None:
            path.unlink(missing_ok=True)
        else:
            _write(path, before)


def _write(path: Path, raw: bytes) -> None:
    """To a new file beside the old one, then in its place; devices and pipes are written to as they are."""
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        path.write_bytes(raw)
        return
    path = path.resolve()
    temporary = _staged(path, raw)
    try:
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _staged(path: Path, raw: bytes) -> Path:
    """A new file beside another one, with its rights, whole and on the disk."""
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, "it may not be written to")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
