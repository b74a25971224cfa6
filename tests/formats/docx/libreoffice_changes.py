"""Run by a Python that has LibreOffice's `uno`: accepts or rejects every change in Word files and saves the outcome.

Arguments: the folder of a user profile of its own, then pairs of a Word file and the stem of what comes out
(`stem.accept.docx`, `stem.reject.docx`).
"""

import os
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

uno: Any = import_module("uno")
PropertyValue: Any = uno.getClass("com.sun.star.beans.PropertyValue")
NoConnectException: Any = uno.getClass("com.sun.star.connection.NoConnectException")

VIEWS = {"accept": "AcceptAllTrackedChanges", "reject": "RejectAllTrackedChanges"}


def setting(name: str, value: object) -> Any:
    found = PropertyValue()
    found.Name, found.Value = name, value
    return found


def connected(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.1)
    raise SystemExit("LibreOffice does not answer")


def main(profile: str, *files: str) -> None:
    pipe = f"resedit{os.getpid()}"
    command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
    office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"])
    try:
        context = connected(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for file in files:
            for view, order in VIEWS.items():
                url = Path(file).as_uri()
                document = desktop.loadComponentFromURL(url, "_blank", 0, (setting("Hidden", True),))
                helper.executeDispatch(document.CurrentController.Frame, f".uno:{order}", "", 0, ())
                target = Path(file).with_suffix(f".{view}.docx").as_uri()
                document.storeToURL(target, (setting("FilterName", "MS Word 2007 XML"),))
                document.close(True)
        desktop.terminate()
        office.wait(30)
    finally:
        office.kill()


if __name__ == "__main__":
    main(*sys.argv[1:])
