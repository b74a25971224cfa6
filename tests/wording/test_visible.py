"""Differences that nobody sees are told by name."""

import pytest

from resedit.wording.difference import difference
from resedit.wording.visible import unseen


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Resolution 71", "Resolution\u00a071", "U+00A0 NO-BREAK SPACE for U+0020 SPACE"),
        ("ITU\u2011D", "ITU-D", "U+002D HYPHEN-MINUS for U+2011 NON-BREAKING HYPHEN"),
        ("caf\u00e9", "cafe\u0301", "U+0301 COMBINING ACUTE ACCENT"),
        ("to act", "to\u200b act", "U+200B ZERO WIDTH SPACE"),
        ("في إطار", "في إطـــار", "U+0640 ARABIC TATWEEL"),
        ("أ ) بند", "أ ) ﺑند", "U+FE91 ARABIC LETTER BEH INITIAL FORM"),
        ("inter\u00adregional", "interregional", "U+00AD SOFT HYPHEN"),
        (
            "Resolution 71 of the Union",
            "Resolution\u00a071 of the whole Union",
            "U+00A0 NO-BREAK SPACE for U+0020 SPACE",
        ),
        ("to act", "to act\u00a0– now", ""),
        ("to  act", "to act", ""),
        ("to act", "to react", ""),
        ("to act", "to act now", ""),
        ("follow-up", "follow up", ""),
    ],
)
def test_what_is_not_seen_is_named(old: str, new: str, told: str) -> None:
    assert unseen(difference(old, new)) == told
