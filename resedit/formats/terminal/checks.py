"""Where a text is not what it should be, and what of a document is not carried."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from resedit.formats.terminal.lines import print_line, spans
from resedit.wording import criticmarkup
from resedit.wording.excerpt import excerpt
from resedit.wording.visible import unseen

if TYPE_CHECKING:
    from rich.console import Console

    from resedit.redline.document import Loss
    from resedit.verify.compare import Mismatch, Unmerged


def print_losses(console: "Console", losses: "Iterable[Loss]") -> None:
    """What of a document is not carried: the same thing in several paragraphs on one line, with their numbers."""
    places: dict[tuple[str, str], list[str]] = {}
    for loss in losses:
        where = f"note {loss.note}" if loss.note else str(loss.place) if loss.place else ""
        places.setdefault((loss.kind.value, loss.detail), []).append(where)
    for (kind, detail), wheres in places.items():
        named = list(dict.fromkeys(filter(None, wheres)))
        word = "paragraph" if len(named) == 1 else "paragraphs"
        at = f", {'' if named[0].startswith('note') else word + ' '}{', '.join(named)}" if named else ""
        print_line(console, f"not carried: {kind}{f' ({detail})' if detail else ''}{at}")


def print_mismatches(console: "Console", differing: "Iterable[Mismatch]") -> None:
    """The lines of a text that do not say the same as a view."""
    for mismatch in differing:
        head = mismatch.address or "not in the text of the target"
        if mismatch.but or not mismatch.line.final():
            head += f": {mismatch.but or 'missing'}"
        elif unseen(mismatch.line):
            head += f": {unseen(mismatch.line)}"
        print_line(console, head)
        if console.is_terminal and not console.no_color:
            from rich.padding import Padding

            console.print(Padding(spans(excerpt(mismatch.line, 12)), (0, 0, 0, 4)))
        else:
            print_line(console, f"    {criticmarkup.write(excerpt(mismatch.line, 12))}")


def print_unmerged(console: "Console", apart: "Iterable[Unmerged]") -> None:
    """Where a flattened text stops being a merge of original and final text."""
    for place in apart:
        verdict = "has too many readings to decide" if place.is_ambiguous else "is no merge of original and final text"
        print_line(console, f"{place.what} {verdict} from here on:")
        for name, text in (("flattened", place.flattened), ("original", place.original), ("final", place.final)):
            print_line(console, f"  {name:<10}{text}")
