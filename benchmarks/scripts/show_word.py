"""The redline of each Word file as text, both texts in one value, in one process."""

import sys
from pathlib import Path

from resedit.formats.docx.tracked import read_tracked
from resedit.formats.write import write_document

for name in sys.argv[1:]:
    print(len(write_document(read_tracked(Path(name).read_bytes(), name), "text")), name)
