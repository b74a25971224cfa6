"""Timing whole processes side by side: wall clock and CPU, in rounds that run every command once."""

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import median
from tempfile import TemporaryFile
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Command:
    """One contestant: a whole process. `fine` are the exit codes that mean it did its work."""

    name: str
    arguments: tuple[str, ...]
    fine: tuple[int, ...] = (0,)


class Sample(NamedTuple):
    """What one process took, in seconds: from start to end, and of the processor (user + system, children included)."""

    wall: float
    cpu: float


Samples = dict[str, list[Sample]]
"""The samples of each command by its name, in the order of the rounds."""


ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
"""As most people have it: above all, every program finds its modules compiled (PYTHONDONTWRITEBYTECODE would have
those of a checkout compiled at every start, and those of the rivals not)."""


class CommandError(Exception):
    """A command did not do its work: a benchmark of it would mean nothing."""


def run_once(command: Command, folder: Path) -> Sample:
    """Run a command once in `folder`; its output is thrown away. Raises CommandError if it fails."""
    with TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(
            command.arguments, cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=errors
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in command.fine:
            errors.seek(0)
            said = errors.read().decode("utf-8", "replace").strip()
            raise CommandError(f"{command.name}: exit code {process.returncode}\n{said[-2000:]}")
    return Sample(wall, usage.ru_utime + usage.ru_stime)


def run_rounds(commands: Sequence[Command], runs: int, folder: Path, say: Callable[[str], None]) -> Samples:
    """Run all commands alternately (A B C, A B C, …) `runs` times, after one round that warms up and is not counted."""
    samples: Samples = {command.name: [] for command in commands}
    for round_ in range(runs + 1):
        say(f"round {round_} of {runs}" if round_ else "warm-up")
        for command in commands:
            sample = run_once(command, folder)
            if round_:
                samples[command.name].append(sample)
    return samples


class Spread(NamedTuple):
    """The middle and the ends of several figures."""

    median: float
    least: float
    most: float


def spread(figures: Sequence[float]) -> Spread:
    """The spread of at least one figure."""
    return Spread(median(figures), min(figures), max(figures))


def walls(samples: Sequence[Sample]) -> list[float]:
    """The wall-clock seconds of samples."""
    return [sample.wall for sample in samples]


def cpus(samples: Sequence[Sample]) -> list[float]:
    """The CPU seconds of samples."""
    return [sample.cpu for sample in samples]


def ratios(of: Sequence[float], to: Sequence[float], less: Sequence[float] | None = None) -> Spread:
    """The spread of `of` / `to`, round by round, so that what slows a whole round down cancels out.

    `less` is taken off both first (what only starting takes), never to less than a millisecond.
    """
    off = less or [0.0] * len(of)
    return spread([max(a - s, 0.001) / max(b - s, 0.001) for a, b, s in zip(of, to, off, strict=True)])


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The slope of the straight line through log(size), log(seconds) by least squares: 1 is linear, 2 quadratic."""
    xs, ys = [log(size) for size in sizes], [log(max(second, 0.001)) for second in seconds]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    over = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return over / sum((x - middle_x) ** 2 for x in xs)
