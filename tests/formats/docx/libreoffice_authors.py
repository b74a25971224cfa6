"""Run by a Python that has LibreOffice's `uno`: accepts the changes of some authors in Word files, one after another,
rejects all others', and saves the outcome.

Arguments: the folder of a user profile of its own, and a JSON file with a list of [Word file, file to save, authors].
"""

import json
import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

libreoffice: Any = import_module("libreoffice")
"""The module beside this one."""


def changes(document: Any) -> list[Any]:
    """The tracked changes that are left."""
    found, every = [], document.Redlines.createEnumeration()
    while every.hasMoreElements():
        found.append(every.nextElement())
    return found


def settle(authors: list[str], document: Any, helper: Any) -> None:
    """Accept or reject change after change; one that does not go from its start is tried as a selection, in turn."""
    controller = document.CurrentController
    left, index = changes(document), 0
    while index < len(left):
        change = left[index]
        controller.ViewCursor.gotoRange(change.RedlineStart, False)
        if index:
            controller.ViewCursor.gotoRange(change.RedlineEnd, True)
        order = "Accept" if change.RedlineAuthor in authors else "Reject"
        helper.executeDispatch(controller.Frame, f".uno:{order}TrackedChange", "", 0, ())
        before, left = len(left), changes(document)
        index = 0 if len(left) < before else index + 1
    if left:
        raise SystemExit(f"{len(left)} changes are left")


def main(profile: str, file: str) -> None:
    orders = json.loads(Path(file).read_text("utf-8"))
    libreoffice.saved(profile, [(word, target, partial(settle, authors)) for word, target, authors in orders])


if __name__ == "__main__":
    main(*sys.argv[1:])
