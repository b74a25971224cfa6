"""What is recorded of an editor's change is what a person would write: no more, and told by what it is. Made up."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from resedit.formats.text import text
from resedit.model.proposal import Proposal
from resedit.model.resolution import Provision
from resedit.record.record import record
from resedit.store.write import proposal_yaml
from tests.formats.docx.samples import docx
from tests.record.bases import ENGLISH, WITHOUT_CALLS
from tests.strategies import proposal

Edit = Callable[[str], str]


def recorded(words: str) -> Proposal:
    return record(ENGLISH, words.encode(), "mine.txt", proposal(ENGLISH)).proposal


def amendments(edit: Edit) -> str:
    """The amendments in the file that is recorded of an edit."""
    before = text(ENGLISH)
    after = edit(before)
    assert after != before
    return proposal_yaml(recorded(after)).partition("amendments:\n")[2]


@pytest.mark.parametrize(
    ("edit", "written"),
    [
        (lambda t: t.replace("receivers", "stations"), "- MOD: considering/b\n  replace:\n    receivers: stations\n"),
        (lambda t: t.replace("continue,", "continue;"), "- MOD: considering/c\n  replace:\n    continue,: continue;\n"),
        (lambda t: t.replace("noting", "noting also"), "- MOD: noting\n  text: noting{++ also++}\n"),
        (lambda t: t.replace("In the sense of article 1.", "Adopted elsewhere, later."),
         "- MOD: footnote/1\n  replace:\n    In the sense of article 1: Adopted elsewhere, later\n"),
        (lambda t: t.replace("ground", "sea"), "- MOD: considering/b/1\n  replace:\n    ground: sea\n"),
        (
            lambda t: t.replace("those in space", "some satellites of members"),
            "- MOD: considering/b/2\n  replace:\n    those in space: some satellites of members\n",
        ),
        (lambda t: t.replace("–\tthose in space;\n", ""), "- SUP: considering/b/2\n"),
        (
            lambda t: t.replace("c)\tthat studies", "c)\tthat there is time;\nd)\tthat studies"),
            "- ADD: considering\n  after: b\n  items:\n  - that there is time;\n",
        ),
        (
            lambda t: t.replace("a)\twithin one year;", "a)\tat once;\nb)\twithin one year;").replace(
                "b)\twithin two", "c)\twithin two"
            ),
            "- ADD: resolves/2\n  before: a\n  items:\n  - at once;\n",
        ),
        (
            lambda t: t.replace("to report to the next conference on progress.\n", "").replace(
                "3\tthat the text", "3\tto report to the next conference on progress.\n4\tthat the text"
            ),
            "- MOVE: instructs the Director/2\n  to: resolves\n  after: 2\n"
            "- MOD: instructs the Director/2\n  label: 3\n- MOD: resolves/3\n  label: 4\n",
        ),
        (lambda t: t.replace("[^2]", "").replace(": Limits are given per 4 kHz, e.g. *peak*.\n", ""),
         "- MOD: considering/b\n  text: 'that limits{--[^2]--} protect receivers, namely:'\n- SUP: footnote/2\n"),
    ],
)  # fmt: skip
def test_an_edit_is_one_amendment(edit: Edit, written: str) -> None:
    assert amendments(edit) == written


def test_a_label_before_a_blank_is_one_where_the_text_bears_it_out() -> None:
    """Beside labels of its kind, or as the base has it; else the words stay as they are, and that is told."""
    edited = text(ENGLISH).replace("c)\tthat studies", "c) that there is time;\nd) that studies")
    assert "- ADD: considering\n  after: b\n  items:\n  - that there is time;\n" in proposal_yaml(recorded(edited))
    edited = text(ENGLISH).replace("c)\tthat studies", "1 January was a day;\nc)\tthat studies")
    made = record(ENGLISH, edited.encode(), "mine.txt", proposal(ENGLISH))
    assert "  text: 1 January was a day;\n" in proposal_yaml(made.proposal)
    line = edited.splitlines().index("1 January was a day;") + 1
    assert [loss.detail for loss in made.losses] == [
        f"line {line}: “1 January was a day;” begins as a label does, and is read as words"
    ]


def test_a_word_that_stands_twice_is_named_with_its_neighbour() -> None:
    edited = text(ENGLISH).replace("to report to the", "to report at the")
    assert "  replace:\n    report to: report at\n" in proposal_yaml(recorded(edited))


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        (" things;", " different things;", "    of things;: of different things;\n"),
        ("many, many kinds ", "many kinds ", "    many, many: many\n"),
        (" and more kinds of things", "", "    kinds and more kinds of things;: kinds;\n"),
    ],
)
def test_a_long_text_is_not_repeated_for_a_word_that_comes_or_goes(old: str, new: str, written: str) -> None:
    long = "the first paragraph " + "is about things of " * 20 + "many, many kinds and more kinds of things;"
    base = replace(WITHOUT_CALLS, provisions=(Provision(long, "1"), *WITHOUT_CALLS.provisions[1:]))
    made = record(base, text(base).replace(old, new, 1).encode(), "mine.txt", proposal(base)).proposal
    assert proposal_yaml(made).partition("  replace:\n")[2] == written


def test_what_goes_and_what_comes_in_its_place_are_told_from_a_rewording() -> None:
    """Where nothing but the place is the same, and the words are many."""
    new = "2\tto cooperate with other Unions in all fields of mutual interest, without delay;\n"
    old = next(line for line in text(WITHOUT_CALLS).split("\n") if line.startswith("2\t"))
    edited = text(WITHOUT_CALLS).replace(f"{old}\n", new)
    made = record(WITHOUT_CALLS, edited.encode(), "mine.txt", proposal(WITHOUT_CALLS)).proposal
    assert [amendment.symbol for amendment in made.amendments] == ["SUP", "ADD"]


def test_what_a_word_file_holds_besides_is_told() -> None:
    """Lines outside of the text, a title on two lines: they are not in the proposal, and not dropped silently."""
    lines = [
        ("", "For information"),
        ("ResNo", "RESOLUTION 3"),
        ("Restitle", "On a text"),
        ("Restitle", "without calls"),
    ]
    lines += [("", str(line)) for line in text(WITHOUT_CALLS).rstrip("\n").split("\n")[2:]]
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="{style or "Normal"}"/></w:pPr><w:r>'
        + "<w:tab/>".join(f"<w:t>{part}</w:t>" for part in words.split("\t"))
        + "</w:r></w:p>"
        for style, words in lines
    ).replace("first things", "other things")
    made = record(WITHOUT_CALLS, docx(body), "mine.docx", proposal(WITHOUT_CALLS))
    assert [amendment.address for amendment in made.proposal.amendments] == ["1"]
    assert [(loss.place, loss.detail.partition(":")[0]) for loss in made.losses] == [
        (1, "outside of the text"),
        (4, "the title goes on in this paragraph, and is read as one"),
    ]
