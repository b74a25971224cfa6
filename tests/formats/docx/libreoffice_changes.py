"""Run by a Python that has LibreOffice's `uno`: accepts or rejects every change in Word files and saves the outcome.

Arguments: the folder of a user profile of its own, then Word files; beside each stands what comes out
(of `words.docx`: `words.accept.docx`, `words.reject.docx`).
"""

import sys
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

libreoffice: Any = import_module("libreoffice")
"""The module beside this one."""

VIEWS = {"accept": "AcceptAllTrackedChanges", "reject": "RejectAllTrackedChanges"}


def settle(order: str, document: Any, helper: Any) -> None:
    helper.executeDispatch(document.CurrentController.Frame, f".uno:{order}", "", 0, ())


def main(profile: str, *files: str) -> None:
    orders = [
        (file, str(Path(file).with_suffix(f".{view}.docx")), partial(settle, order))
        for file in files
        for view, order in VIEWS.items()
    ]
    libreoffice.saved(profile, orders)


if __name__ == "__main__":
    main(*sys.argv[1:])
