"""The one boundary where exceptions become messages and exit codes.

0 fine · 1 findings, differences or conflicts · 2 wrong usage or unreadable input · 3 a bug in resedit ·
130 interrupted · 141 the reader of a pipe has gone.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec

from resedit.model.problem import ProblemsError, RefusedError, ReseditError

FOUND = 1
TROUBLE = 2
BUG = 3
INTERRUPTED = 130
BROKEN_PIPE = 141

P = ParamSpec("P")


def guarded(command: Callable[P, None]) -> Callable[P, None]:
    """A command whose exceptions end in one message on standard error and a documented exit code."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            command(*args, **kwargs)
            sys.stdout.flush()
        except ReseditError as error:
            report(error)
            sys.exit(error.exit_code)
        except BrokenPipeError:
            close_stdout()
            sys.exit(BROKEN_PIPE)
        except OSError as error:
            report(ReseditError(f"{error.filename or 'a file'}: {error.strerror}"))
            close_stdout()
            sys.exit(TROUBLE)
        except UnicodeEncodeError:
            report(ReseditError("a name holds characters that cannot be written"))
            sys.exit(TROUBLE)
        except KeyboardInterrupt:
            sys.exit(INTERRUPTED)
        except RecursionError:
            report(ReseditError("the texts nest too deeply"))
            sys.exit(TROUBLE)
        except MemoryError:
            report(ReseditError("there is not enough memory for this"))
            sys.exit(TROUBLE)

    return run


@contextmanager
def trouble() -> Iterator[None]:
    """Refused input is trouble (exit 2) where 1 means that texts differ, as with diff."""
    try:
        yield
    except RefusedError as error:
        error.exit_code = TROUBLE
        raise


def report(error: ReseditError) -> None:
    """The message of an error on standard error, its problems one by one where it has any."""
    from resedit.cli.output import console
    from resedit.formats.terminal import print_line, print_problems

    on = console(stderr=True)
    if isinstance(error, ProblemsError):
        from resedit.cli.sources import Sources

        print_problems(on, error.problems, Sources().line)
        return
    print_line(on, f"resedit: error: {error.message}")
    if error.hint:
        print_line(on, f"  hint: {error.hint}")


def report_bug(error: BaseException) -> None:
    """A bug in one message; the traceback only where RESEDIT_DEBUG asks for it."""
    if os.environ.get("RESEDIT_DEBUG"):
        import traceback

        traceback.print_exception(error)
    kind = type(error).__name__
    print(
        f"resedit: this is a bug in resedit: {kind}: {error}\n"
        "  hint: please report it; RESEDIT_DEBUG=1 shows where it happened",
        file=sys.stderr,
    )


def close_stdout() -> None:
    """Send what is left in the buffers of a closed pipe nowhere, so that Python does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
