"""doubled-words: words and blanks that stand twice in a row, in any script."""

import pytest

from resedit.validate.texts.doubled_words import check
from tests.validate.texts.made_up import paragraphs, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("to take the the action", "“the the”"),
        ("The the action", "“The the”"),
        ("in the\u00a0the plan", "“the the”"),
        ("принять принять меры", "“принять принять”"),
        ("de la la acción", "“la la”"),
        ("two  blanks", "2 blanks in a row"),
        ("three \u00a0 blanks", "3 blanks in a row"),
    ],
)
def test_what_stands_twice(text: str, expected: str) -> None:
    assert said(check(paragraphs(f"{text},"))) == [
        (f"noting/1: {expected}", "keep one" if "blanks" in expected else f"keep one “{expected[1:-1].split()[-1]}”")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "action by action",
        "the theatre",
        "lathe the wood",
        "2012 2012",
        "a a",
        "the, the",
        "the-the plan",
        "考虑到 到",
        "recognizing that that process had had its time",
    ],
)
def test_what_may_stand_so(text: str) -> None:
    assert said(check(paragraphs(f"{text},"))) == []


def test_what_grammar_puts_side_by_side_depends_on_the_language() -> None:
    assert said(check(paragraphs("nous nous félicitons,", language="fr-CH"))) == []
    assert len(said(check(paragraphs("nous nous félicitons,", language="en")))) == 1
