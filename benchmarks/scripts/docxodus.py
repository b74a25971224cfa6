"""A rival: python-redlines compares two Word files with its Docxodus engine, as its documentation shows.

The engine is unpacked once, into the folder given last; runs after the first find it there.
"""

import sys
from pathlib import Path

from python_redlines import DocxodusEngine  # type: ignore[import-not-found,unused-ignore]

original, modified, output, engine = sys.argv[1:]
redline, _, _ = DocxodusEngine(target_path=engine).run_redline("ECP", original, modified)
Path(output).write_bytes(redline)
