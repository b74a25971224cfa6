"""What the scripts share that are run by a Python that has LibreOffice's `uno`: opening Word files without a screen,
and saving what becomes of them."""

import os
import subprocess
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

uno: Any = import_module("uno")
PropertyValue: Any = uno.getClass("com.sun.star.beans.PropertyValue")
NoConnectException: Any = uno.getClass("com.sun.star.connection.NoConnectException")

Change = Callable[[Any, Any], None]
"""What is done to a document, given it and LibreOffice's helper that carries out orders."""


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


def saved(profile: str, orders: Iterable[tuple[str, str, Change]]) -> None:
    """Open Word file after Word file, change it and save it under another name; `profile` is a folder of its own."""
    pipe = f"resedit{os.getpid()}"
    command = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore"]
    office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp;"])
    try:
        context = connected(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        helper = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for file, target, change in orders:
            document = desktop.loadComponentFromURL(Path(file).as_uri(), "_blank", 0, (setting("Hidden", True),))
            change(document, helper)
            document.storeToURL(Path(target).as_uri(), (setting("FilterName", "MS Word 2007 XML"),))
            document.close(True)
        desktop.terminate()
        office.wait(30)
    finally:
        office.kill()
