"""The three ways to read a redline, and a redline of a text that nothing changes."""

from resedit.model.address import AddressBook, Path
from resedit.model.enums import View as View
from resedit.model.resolution import Provision, Resolution
from resedit.redline.redline import Redline, Tracked, TrackedNote
from resedit.wording.segments import kept


def untracked(resolution: Resolution) -> Redline:
    """The redline of a text that nothing changes: original and final are the text."""
    book = AddressBook(resolution)

    def tracked(item: Provision, path: Path) -> Tracked:
        return Tracked(
            label=kept(item.label),
            text=kept(item.text),
            items=tuple(tracked(below, (*path, index)) for index, below in enumerate(item.items)),
            kind=item.kind,
            address=book.canonical(path),
            id=item.id,
            remarks=item.remarks,
        )

    return Redline(
        base=resolution,
        number=kept(resolution.number),
        revision=kept(resolution.revision),
        title=kept(resolution.title),
        opening=kept(resolution.opening),
        provisions=tuple(tracked(item, (index,)) for index, item in enumerate(resolution.provisions)),
        footnotes=tuple(
            TrackedNote(note.label, kept(note.label), kept(note.text), remarks=note.remarks)
            for note in resolution.footnotes
        ),
    )


def side(redline: Redline, view: View) -> Resolution:
    """The original or the final text of a redline."""
    return redline.original() if view is View.ORIGINAL else redline.final()
