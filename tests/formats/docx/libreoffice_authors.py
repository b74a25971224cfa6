"""Run by a Python that has LibreOffice's `uno`: accepts the changes of some authors in Word files, one after another,
rejects all others', and saves the outcome.

Arguments: the folder of a user profile of its own, and a JSON file with a list of [Word file, file to save, authors].
"""

import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

office_of: Any = import_module("libreoffice_changes")
"""The script beside this one."""


def changes(document: Any) -> list[Any]:
    """The tracked changes that are left."""
    found, every = [], document.Redlines.createEnumeration()
    while every.hasMoreElements():
        found.append(every.nextElement())
    return found


def settle(document: Any, helper: Any, authors: list[str]) -> None:
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


def main(profile: str, orders: str) -> None:
    pipe = f"resedit{os.getpid()}"
    command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
    office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"])
    try:
        context = office_of.connected(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for file, target, authors in json.loads(Path(orders).read_text("utf-8")):
            document = desktop.loadComponentFromURL(
                Path(file).as_uri(), "_blank", 0, (office_of.setting("Hidden", True),)
            )
            settle(document, helper, authors)
            document.storeToURL(Path(target).as_uri(), (office_of.setting("FilterName", "MS Word 2007 XML"),))
            document.close(True)
        desktop.terminate()
        office.wait(30)
    finally:
        office.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
