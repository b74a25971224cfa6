"""The fixed plain text form."""

from hypothesis import given

from resedit.amend.compare import compare
from resedit.formats.text import redline_text, text
from resedit.model.resolution import Resolution
from resedit.wording import criticmarkup
from tests.strategies import pairs


def lines_of(side: str) -> list[str]:
    """A side's lines without those that have nothing on it."""
    return [line for line in side.splitlines() if line.strip("\t")]


@given(pairs())
def test_accepting_or_rejecting_the_markup_gives_the_two_texts(texts: tuple[Resolution, Resolution]) -> None:
    """The redline's text is the proof in itself: reading its CriticMarkup one way gives the original's, the other the
    final text's lines (footnotes and their references aside: a redline calls them by their keys)."""
    old, new = texts
    if old.footnotes or new.footnotes:
        return
    lines = [criticmarkup.parse(line) for line in redline_text(compare(old, new)).splitlines()]
    assert [line.original() for line in lines if line.original()] == lines_of(text(old))
    assert [line.final() for line in lines if line.final()] == lines_of(text(new))
