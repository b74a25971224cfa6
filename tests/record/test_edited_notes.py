"""Footnotes of an edited copy in text or Markdown. Made up."""

from collections.abc import Callable

import pytest

from resedit.model.problem import UnreadableError
from resedit.record.edited import Edited
from resedit.record.edited_markdown import read_markdown
from resedit.record.edited_plain import read_plain

TEXT = "# RESOLUTION 1 (Nowhere, 2001)\n\n## On one\n\nto go[^1].\n\n[^1]: here"


@pytest.mark.parametrize("read", [read_plain, read_markdown])
def test_two_footnotes_with_one_number_stop(read: Callable[[str, str], Edited]) -> None:
    """Neither is dropped silently."""
    assert [note.text for note in read(TEXT, "mine").notes] == ["here"]
    with pytest.raises(UnreadableError, match="1"):
        read(TEXT + "\n\n[^1]: there", "mine")


@pytest.mark.parametrize("read", [read_plain, read_markdown])
def test_a_line_after_the_footnotes_stops(read: Callable[[str, str], Edited]) -> None:
    """The footnotes before it would be taken for paragraphs."""
    with pytest.raises(UnreadableError, match="put in later"):
        read(TEXT + "\n\nput in later", "mine")
