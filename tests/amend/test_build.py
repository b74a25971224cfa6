"""Labels and footnotes of what proposals make. All texts are made up (source XYZ)."""

from resedit.merge.merge import apply
from resedit.model.proposal import Added, Amendment, Symbol, Whole
from resedit.model.resolution import Footnote, Kind, Numbering, Provision, Resolution
from resedit.redline.redline import State
from tests.strategies import proposal


def resolution(*items: Provision, permanent: bool = False) -> Resolution:
    return Resolution(
        "30", "", "Title", provisions=(Provision("resolves", items=items, kind=Kind.CALL),), permanent=permanent
    )


def numbered(*labels: str) -> list[Provision]:
    return [Provision(f"words of {label}", label) for label in labels]


def added(after: str = "", before: str = "", parent: str = "resolves") -> Amendment:
    return Amendment(Symbol.ADD, parent, items=(Added(Provision("new words")),), after=after, before=before)


def labels(redline_items: tuple[Provision, ...]) -> list[str]:
    return [label for item in redline_items for label in (item.label, *labels(item.items))]


def test_provisional_numbering_keeps_every_label() -> None:
    base = resolution(*numbered("7", "8"))
    amendments = [added(after="7"), added(after="7"), added(before="7"), Amendment(Symbol.SUP, "resolves/8")]
    final = apply(base, [proposal(base, amendments)], Numbering.PROVISIONAL).final()
    assert labels(final.provisions)[1:] == ["0A", "7", "7A", "7B"]


def test_an_instrument_with_permanent_numbers_is_always_numbered_provisionally() -> None:
    base = resolution(*numbered("7", "8"), permanent=True)
    final = apply(base, [proposal(base, [added(after="7")])], Numbering.CONSOLIDATED).final()
    assert labels(final.provisions)[1:] == ["7", "7A", "8"]
    assert final.permanent


def test_compound_labels_follow_the_one_above() -> None:
    """2.1 under 2 becomes 3.1 when 2 becomes 3, also where something is added; 2) or 2. under 2 does not."""
    inner = (Provision("one", "2.1", (Provision("deep", "2.1.1"),)), Provision("two", "2.2"), Provision("other", "2."))
    base = resolution(Provision("first", "1"), Provision("second", "2", inner))
    amendments = [added(after="1"), added(after="2.1", parent="resolves/2")]
    final = apply(base, [proposal(base, amendments)]).final()
    assert labels(final.provisions)[1:] == ["1", "2", "3", "3.1", "3.1.1", "3.2", "3.3", "2."]


def test_a_label_that_is_asked_for_stands() -> None:
    inner = (Provision("one", "2.1"),)
    base = resolution(Provision("first", "1"), Provision("second", "2", inner), Provision("third", "3"))
    amendments = [
        added(after="1"),
        Amendment(Symbol.MOD, "resolves/2/2.1", label="2.9"),
        Amendment(Symbol.MOD, "resolves/3", label="2bis"),
    ]
    final = apply(base, [proposal(base, amendments)]).final()
    assert labels(final.provisions)[1:] == ["1", "2", "3", "2.9", "2bis"]


def test_a_renumbered_label_is_tracked_and_says_who_moved_it() -> None:
    base = resolution(*numbered("a)", "b)"))
    redline = apply(base, [proposal(base, [added(before="a")])])
    moved = [node for node in redline.walk() if node.address == "resolves/b"]
    assert [(n.state, n.label.original(), n.label.final(), n.label.by()) for n in moved] == [
        (State.KEPT, "b)", "c)", ("XYZ/1/1",))
    ]


def test_a_moved_provision_takes_the_number_of_its_new_place() -> None:
    """It stands twice under one address, changed on the way."""
    other = Provision("noting", items=tuple(numbered("1", "2")), kind=Kind.CALL)
    base = Resolution("30", "", "Title", provisions=(*resolution(*numbered("a)", "b)", "c)")).provisions, other))
    amendments = [
        Amendment(Symbol.MOVE, "resolves/b", to="noting", after="1"),
        Amendment(Symbol.MOD, "resolves/b", Whole("other words of b)")),
    ]
    redline = apply(base, [proposal(base, amendments)])
    final = redline.final()
    assert labels(final.provisions) == ["", "a)", "b)", "", "1", "2", "3"]
    assert final.provisions[1].items[1].text == "other words of b)"
    twice = [(n.state, n.text.original()) for n in redline.walk() if n.address == "resolves/b"]
    assert twice == [(State.MOVED_FROM, "words of b)"), (State.MOVED_TO, "words of b)")]


def test_the_label_of_what_another_moves_is_by_who_asks_for_it() -> None:
    base = resolution(*numbered("1", "2", "3"))
    move = proposal(base, [Amendment(Symbol.MOVE, "resolves/3", before="1")], "XYZ/1/1")
    label = proposal(base, [Amendment(Symbol.MOD, "resolves/3", label="9")], "XYZ/1/2")
    (moved,) = (node for node in apply(base, [move, label]).walk() if node.state is State.MOVED_TO)
    assert (moved.by, moved.label.final()) == (("XYZ/1/1",), "9")
    assert {segment.by for segment in moved.label.segments} == {("XYZ/1/2",)}


def test_what_is_added_or_dropped_among_the_footnotes_renumbers_them() -> None:
    """Notes count on in the order of their references; a sign keeps its own."""
    text = Provision("one[^1] two[^2] star[^*]")
    notes = (Footnote("1", "First."), Footnote("2", "Second, see[^1]."), Footnote("*", "Star."))
    base = Resolution("30", "", "Title", provisions=(text,), footnotes=notes)
    amendments = [
        Amendment(Symbol.MOD, "1", Whole("new[^9] two[^2] star[^*]")),
        Amendment(Symbol.SUP, "footnote/1"),
        Amendment(Symbol.ADD, "footnote/9", items=(Added(Provision("Ninth.")),)),
        Amendment(Symbol.MOD, "footnote/2", Whole("Second, see[^9].")),
    ]
    redline = apply(base, [proposal(base, amendments)])
    final = redline.final()
    assert redline.original() == base
    assert final.provisions[0].text == "new[^1] two[^2] star[^*]"
    assert final.footnotes == (Footnote("1", "Ninth."), Footnote("2", "Second, see[^1]."), Footnote("*", "Star."))
