"""The fixed plain text form."""

import re

from hypothesis import given

from resedit.amend.compare import compare
from resedit.formats.text import redline_text, text
from resedit.model.resolution import Resolution
from resedit.wording import criticmarkup
from tests.strategies import pairs


def lines_of(side: str) -> tuple[list[str], list[str]]:
    """A side's lines, those without anything on them left out, and its notes, which keep no order of their own."""
    lines = [line for line in side.splitlines() if line.strip("\t")]
    notes = sorted(line for line in lines if re.match(r"\[\^[^\]]+\]: ", line))
    return [line for line in lines if line not in notes], notes


@given(pairs())
def test_accepting_or_rejecting_the_markup_gives_the_two_texts(texts: tuple[Resolution, Resolution]) -> None:
    """The redline's text is the proof in itself: reading its CriticMarkup one way gives the original's lines, the other
    the final text's, footnote numbers included."""
    old, new = texts
    lines = [criticmarkup.parse(line) for line in redline_text(compare(old, new)).splitlines()]
    assert lines_of("\n".join(line.original() for line in lines)) == lines_of(text(old))
    assert lines_of("\n".join(line.final() for line in lines)) == lines_of(text(new))
