"""The redline's two sides, its plain text, and the footnotes they refer to. All texts are made up (source XYZ)."""

import pytest
from hypothesis import given

from resedit.amend.compare import compare
from resedit.formats.text import redline_lines, redline_text, text
from resedit.merge.merge import try_apply
from resedit.model.proposal import Proposal
from resedit.model.resolution import Footnote, Kind, Provision, Resolution
from resedit.redline.changes import numbers_of
from resedit.redline.redline import Redline, State, Tracked
from resedit.redline.references import references, renamed, renaming
from resedit.wording.segments import Op, Segment, inserted, kept, replaced
from tests.strategies import proposed, resolutions


def printed(redline: Redline, original: bool) -> list[str]:
    """The lines of the redline's plain text read one way, those without words left out."""
    lines = (line.original() if original else line.final() for line in redline_lines(redline))
    return [line for line in lines if line]


@given(proposed())
def test_the_redline_s_lines_read_one_way_are_the_text(case: tuple[Resolution, Proposal]) -> None:
    """… with the notes where their keys put them."""
    base, made = case
    redline, problems = try_apply(base, [made])
    if problems or any(note.label.changed for note in redline.footnotes):
        return
    for original, side in ((True, redline.original()), (False, redline.final())):
        assert sorted(printed(redline, original)) == sorted(line for line in text(side).splitlines() if line)


@given(resolutions())
def test_plain_text_has_one_line_a_provision(base: Resolution) -> None:
    """Number line, title, opening line, provisions, notes; each ended by a line break and nothing else. Of a table,
    the cells that are not empty and what is in them."""
    lines = text(base).split("\n")
    provisions = [p for p in base.walk() if p.text or p.kind is Kind.PARAGRAPH]
    head = 3 if base.opening else 2
    assert len(lines) == head + len(provisions) + len(base.footnotes) + 1
    assert lines[-1] == ""
    expected = [f"{item.label}\t{item.text}" if item.label else item.text for item in provisions]
    assert lines[head : head + len(provisions)] == expected


def test_the_plain_text_of_a_redline() -> None:
    base = Resolution("30", "", "Title", provisions=(Provision("one", "a)"),), language="fr")
    provisions = (
        Tracked(replaced("a)", "b)", ("XYZ/1/1",)), kept("one"), address="a"),
        Tracked(inserted("a)"), inserted("new"), state=State.ADDED, by=("XYZ/1/1",)),
    )
    redline = Redline(base, kept("30"), inserted("Rév. Busan, 2014"), kept("Title"), provisions=provisions)
    assert redline_text(redline) == (
        "RÉSOLUTION 30{++ (Rév. Busan, 2014)++}\nTitle\n{--a)--}{++b)++}\tone\n{++a)\tnew++}\n"
    )


@pytest.mark.parametrize(
    ("state", "original", "final"),
    [
        (State.KEPT, True, True),
        (State.ADDED, False, True),
        (State.SUPPRESSED, True, False),
        (State.MOVED_FROM, True, False),
        (State.MOVED_TO, False, True),
    ],
)
def test_on_which_side_a_provision_stands(state: State, original: bool, final: bool) -> None:
    assert (state.in_original, state.in_final) == (original, final)


def test_a_moved_provision_is_shown_whole_in_both_places() -> None:
    """What changed on the way is no change of its own there."""
    node = Tracked(kept("a)"), replaced("old", "new"), state=State.MOVED_TO, by=("XYZ/1/1",))
    assert node.shown(node.text).segments == (Segment(Op.INSERT, "new", ("XYZ/1/1",)),)


def test_references_to_footnotes() -> None:
    """`[^1]` is one wherever it stands; renaming swaps without chaining."""
    words = "a[^1] b[^2], [^*]. [^ x] [1] [^1]"
    assert references(words) == ["1", "2", "*", "1"]
    assert renamed(words, {"1": "2", "2": "1"}) == "a[^2] b[^1], [^*]. [^ x] [1] [^2]"
    assert renaming([("1", "1"), ("2", "3")]) == {"2": "3"}


def test_notes_stand_in_the_order_of_their_labels() -> None:
    notes = (Footnote("2", "Two."), Footnote("10", "Ten."), Footnote("*", "Star."))
    base = Resolution("30", "", "Title", provisions=(Provision("x", kind=Kind.CALL),), footnotes=notes)
    assert text(base).splitlines()[-3:] == ["[^2]: Two.", "[^10]: Ten.", "[^*]: Star."]


def test_a_moved_provision_keeps_its_old_number_in_the_table() -> None:
    """Made up: the first paragraph goes behind the second."""
    paragraphs = [
        Provision(f"the {word} of several words here", label) for word, label in (("one", "a)"), ("two", "b)"))
    ]
    old = Resolution("7", "", "Made up", "", (Provision("recalling", items=tuple(paragraphs), kind=Kind.CALL),))
    turned = tuple(Provision(p.text, label) for p, label in zip(paragraphs[::-1], ("a)", "b)"), strict=True))
    new = Resolution("7", "", "Made up", "", (Provision("recalling", items=turned, kind=Kind.CALL),))
    rows = {(r.old_label, r.new_label, r.old, r.new) for r in numbers_of(compare(old, new)) if r.old_label}
    assert rows == {("a)", "b)", "recalling/a", "recalling/b"), ("b)", "a)", "recalling/b", "recalling/a")}
