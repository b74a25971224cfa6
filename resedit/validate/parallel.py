"""Checking many folders at once, each by itself, on several cores. What is found comes in the order of the folders."""

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from resedit.model.conference import Conference
from resedit.model.problem import ReseditError
from resedit.project.tree import ResolutionFolder
from resedit.validate.folder import Found, check_folder

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

Tell = Callable[[int, int], None]
"""Told how many folders of how many have been checked."""

FEW = 8
"""So many folders are checked before other processes would have started."""
CHUNK = 4
"""How many folders go to a process at a time: few, so that ^C and progress do not wait."""


class Work(NamedTuple):
    """A folder to check, for its conference, on another base than its own where one is given."""

    folder: ResolutionFolder
    conference: Conference | None
    base: Path | None


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def check_folders(work: Sequence[Work], jobs: int = 1, tell: Tell | None = None) -> Iterator[Found]:
    """What is found in each folder, with up to `jobs` processes where there is enough to do for more than one.

    Raises ReseditError where a process was ended from outside. When it is stopped (^C), what has begun is ended first.
    """
    found = map(_check, work) if jobs < 2 or len(work) <= FEW else _side_by_side(work, jobs)
    for done, one in enumerate(found, 1):
        if tell:
            tell(done, len(work))
        yield one


def _check(work: Work) -> Found:
    return check_folder(work.folder, work.conference, work.base)


def _side_by_side(work: Sequence[Work], jobs: int) -> Iterator[Found]:
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(min(jobs, len(work) // CHUNK), _context(), _ready)
    try:
        yield from pool.map(_check, work, chunksize=CHUNK)
    except BrokenProcessPool:
        hint = "run it again; if memory is short, with --jobs 1"
        raise ReseditError("a process that checks files was ended from outside", hint) from None
    finally:
        pool.shutdown(cancel_futures=True)


def _context() -> "BaseContext":
    """Fork on Linux, where it is safe as long as there are no other threads and spares each process its start (a fifth
    of a second); else spawn, as macOS and Windows have it."""
    import multiprocessing

    can_fork = sys.platform == "linux" and threading.active_count() == 1
    return multiprocessing.get_context("fork" if can_fork else "spawn")


def _ready() -> None:
    """What each process does first. ^C goes to every process in front of the terminal; the one that began the others
    ends them. A folder's texts are all in use until it is done, so looking for garbage among them finds none: it is
    looked for seldom, and not among what was there at the start."""
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    gc.set_threshold(50_000)
