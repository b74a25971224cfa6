"""The measuring stick for a project: ruamel.yaml loads every YAML file below a folder with its parser in C, in as many
processes as there are cores. Timed as a whole process."""

import sys
from concurrent.futures import ProcessPoolExecutor
from os import sched_getaffinity
from pathlib import Path

from ruamel.yaml import YAML


def load(path: Path) -> None:
    """Load one file, and forget what it holds."""
    YAML(typ="safe", pure=False).load(path)


if __name__ == "__main__":
    files = sorted(Path(sys.argv[1]).rglob("*.yaml"))
    with ProcessPoolExecutor(len(sched_getaffinity(0))) as pool:
        list(pool.map(load, files, chunksize=64))
