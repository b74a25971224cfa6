"""A rival: docx-revisions accepts and rejects tracked changes of python-docx documents, as its documentation shows.

It changes the document in place, so that each of the two texts takes a document of its own.
"""

import sys

from docx_revisions import RevisionDocument  # type: ignore[import-not-found,unused-ignore]

for name in sys.argv[1:]:
    for method in ("accept_all", "reject_all"):
        try:
            document = RevisionDocument(name)
            getattr(document, method)()
            print(sum(len(paragraph.text) for paragraph in document.all_paragraphs), name)
        except Exception as error:
            print(f"{name}: {error}", file=sys.stderr)
