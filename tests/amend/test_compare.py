"""Pairing the provisions of two texts. All texts are made up."""

import pytest
from hypothesis import given

from resedit.amend.align import align
from resedit.amend.compare import compare
from resedit.model.resolution import Footnote, Kind, Provision, Resolution
from resedit.redline.redline import Redline, State
from tests.strategies import pairs

LONG = "to continue to assist the developing countries in their work on networks"
OTHER = "the outcomes of the review of the World Summit on the Information Society"
THIRD = "Resolution 71 of the Plenipotentiary Conference, on the strategic plan"


def call(heading: str, *texts: str | Provision) -> Provision:
    items = (text if isinstance(text, Provision) else Provision(text, f"{n})") for n, text in enumerate(texts, 1))
    return Provision(heading, items=tuple(items), kind=Kind.CALL)


def resolution(*calls: Provision, notes: tuple[Footnote, ...] = ()) -> Resolution:
    return Resolution("30", "", "Title", provisions=calls, footnotes=notes)


def states(redline: Redline) -> dict[str, list[State]]:
    found: dict[str, list[State]] = {}
    for node in redline.walk():
        found.setdefault(node.address or f"+{node.text.final()}", []).append(node.state)
    return found


@given(pairs())
def test_pairs_rise_on_both_sides(pair: tuple[Resolution, Resolution]) -> None:
    old, new = pair
    found = align(old.provisions, new.provisions)
    for side in ([i for i, _ in found], [j for _, j in found]):
        assert side == sorted(set(side))


@given(pairs())
def test_every_provision_stands_on_each_side_as_often_as_it_should(pair: tuple[Resolution, Resolution]) -> None:
    """One of the old text once in the original and at most once in the final text; comparing twice is the same."""
    redline = compare(*pair)
    before = [node.address for node in redline.walk() if node.state.in_original]
    after = [node.address for node in redline.walk() if node.state.in_final and node.address]
    assert len(set(before)) == len(before) == sum(1 for _ in pair[0].walk())
    assert len(set(after)) == len(after)
    assert compare(*pair) == redline


def test_a_text_compared_with_itself_is_unchanged() -> None:
    text = resolution(call("noting", LONG, OTHER))
    assert not compare(text, text).changed


def test_reworded_provisions_are_the_same_ones() -> None:
    old = resolution(call("noting", LONG, OTHER, THIRD))
    new = resolution(call("noting", THIRD.replace("71", "72"), LONG.replace("assist", "support"), "new words"))
    found = states(compare(old, new))
    assert found["noting/1"] == [State.KEPT]
    assert found["noting/2"] == [State.SUPPRESSED]
    assert found["noting/3"] == [State.MOVED_TO, State.MOVED_FROM]
    assert found["+new words"] == [State.ADDED]


def test_a_provision_that_moves_to_another_call_is_moved() -> None:
    """… also when some words change on the way, and into a nested list."""
    old = resolution(call("noting", LONG, OTHER), call("resolves", Provision(THIRD, "1)", (Provision("inner words"),))))
    moved = LONG.replace("networks", "infrastructure")
    new = resolution(
        call("noting", OTHER), call("resolves", Provision(THIRD, "1)", (Provision("inner words"), Provision(moved))))
    )
    found = states(compare(old, new))
    assert sorted(found["noting/1"]) == [State.MOVED_FROM, State.MOVED_TO]
    assert found["resolves/1/1"] == [State.KEPT]


def test_short_words_are_no_move() -> None:
    old, new = (
        resolution(call("noting", "a b c"), call("resolves", LONG)),
        resolution(call("noting"), call("resolves", LONG, "a b c")),
    )
    assert states(compare(old, new))["noting/1"] == [State.SUPPRESSED]


def test_what_stays_behind_stays() -> None:
    """A provision moves, and takes along the one of its items that it still has in its new place."""
    old = resolution(
        call("noting", Provision(LONG, "1)", (Provision(OTHER), Provision(THIRD))), "x"), call("resolves", "y")
    )
    new = resolution(call("noting", "x", THIRD), call("resolves", "y", Provision(LONG, "2)", (Provision(OTHER),))))
    redline = compare(old, new)
    assert (redline.original(), redline.final()) == (old, new)
    assert states(redline)["noting/1"] == [State.MOVED_FROM, State.MOVED_TO]
    assert states(redline)["noting/1/1"] == [State.MOVED_FROM, State.MOVED_TO]


@pytest.mark.parametrize("label", ["1", "2", "*"])
def test_footnotes_are_paired_by_their_words(label: str) -> None:
    """A note that is renumbered is the same note; references follow it."""
    note = "These include the least developed countries and small islands."
    old = resolution(call("noting", f"{LONG}[^1]"), notes=(Footnote("1", note),))
    new = resolution(call("noting", f"{LONG}[^{label}]"), notes=(Footnote(label, note),))
    redline = compare(old, new)
    assert (redline.original(), redline.final()) == (old, new)
    (tracked,) = redline.footnotes
    assert (tracked.label.original(), tracked.label.final(), tracked.state) == ("1", label, State.KEPT)
    assert not any(node.text.changed for node in redline.walk())


def test_references_to_no_note_stay_what_they_are() -> None:
    """They are not renamed with a note that takes over their label."""
    old = resolution(
        call("noting", "x[^1]"), notes=(Footnote("1", "One word."), Footnote("2", "Other things entirely."))
    )
    new = resolution(call("noting", "x[^1] y[^2]"), notes=(Footnote("1", "Other things entirely."),))
    redline = compare(old, new)
    assert (redline.original(), redline.final()) == (old, new)
