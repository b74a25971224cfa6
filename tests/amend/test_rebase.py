"""Rebase: every amendment is carried over or accounted for."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resedit.amend.choose import GONE, status_of
from resedit.amend.rebase import Outcome, Rebased, rebase
from resedit.merge.merge import apply, try_apply
from resedit.model.address import AddressBook
from resedit.model.problem import UsageError
from resedit.model.proposal import (
    Added,
    Amendment,
    Marked,
    NewWording,
    Proposal,
    Replacement,
    Replacements,
    Status,
    Symbol,
    Whole,
)
from resedit.model.resolution import Footnote, Provision, Resolution
from resedit.store.load import expect, load
from tests.strategies import amendments, pairs, proposal, proposed, resolutions


def assert_accounted_for(before: Proposal, new: Resolution, done: Rebased) -> None:
    """Each amendment is there, in its place, as it was or carried over; what is written applies to the new base."""
    assert len(done.amendments) == len(done.proposal.amendments) == len(before.amendments)
    assert [c.before for c in done.amendments] == list(before.amendments)
    assert tuple(c.after for c in done.amendments) == done.proposal.amendments
    for carried in done.amendments:
        is_gone = status_of(carried.after, done.proposal) in GONE
        assert is_gone == (carried.outcome in (Outcome.LOST, Outcome.PRESENT, Outcome.LEFT))
        if carried.outcome is Outcome.LOST:
            assert carried.said and carried.said[-1] in carried.after.remarks.query
    redline, problems = try_apply(new, [done.proposal])
    assert not problems
    assert redline.original() == new


@given(proposed())
def test_on_the_same_base_nothing_changes(case: tuple[Resolution, Proposal]) -> None:
    base, made = case
    if try_apply(base, [made])[1]:
        return
    done = rebase(base, base, made)
    assert done.proposal == made
    assert {carried.outcome for carried in done.amendments} <= {Outcome.UNCHANGED}


@given(proposed())
def test_on_what_it_makes_itself_all_is_there_already(case: tuple[Resolution, Proposal]) -> None:
    """Apart from amendments that change nothing: NOC, or a MOD or MOVE to what the base has."""
    base, made = case
    redline, problems = try_apply(base, [made])
    if problems:
        return
    new = redline.final()
    done = rebase(base, new, made)
    assert_accounted_for(made, new, done)
    for carried in done.amendments:
        if carried.before.symbol is not Symbol.NOC and changes_something(base, made, carried.number - 1):
            assert carried.outcome is Outcome.PRESENT, carried
    assert apply(new, [done.proposal]).final().provisions == new.provisions


def changes_something(base: Resolution, made: Proposal, index: int) -> bool:
    alone = replace(made, revision="", amendments=(made.amendments[index],))
    redline, _ = try_apply(base, [alone])
    return redline.final() != base


@given(pairs(), st.data())
def test_no_amendment_is_unaccounted_for_on_any_other_text(
    case: tuple[Resolution, Resolution], data: st.DataObject
) -> None:
    old, new = case
    made = proposal(old, data.draw(amendments(old)))
    if try_apply(old, [made])[1]:
        return
    assert_accounted_for(made, new, rebase(old, new, made))


@given(resolutions(), st.data())
def test_on_anothers_changes_no_amendment_is_unaccounted_for(base: Resolution, data: st.DataObject) -> None:
    """Another proposal was adopted, and the text remembers it."""
    made, other = (proposal(base, data.draw(amendments(base)), f"XYZ/1/{n}") for n in (1, 2))
    if try_apply(base, [made])[1] or try_apply(base, [other])[1]:
        return
    new = apply(base, [other]).final()
    assert_accounted_for(made, new, rebase(base, new, made))


def on_its_half(base: Resolution, found: tuple[Amendment, ...], odd: bool) -> tuple[Amendment, ...]:
    """The amendments inside the first, third … provision of the top level, or inside the others."""
    book = AddressBook(base)

    def is_inside(address: str) -> bool:
        return book.is_provision(address) and book.path(address)[0] % 2 == odd

    return tuple(a for a in found if is_inside(a.address) and (not a.to or is_inside(a.to)) and "[^" not in str(a))


@given(resolutions(), st.data())
def test_on_anothers_changes_elsewhere_all_lands_unchanged(base: Resolution, data: st.DataObject) -> None:
    """What comes out is what both proposals make together."""
    made, other = (
        proposal(base, on_its_half(base, data.draw(amendments(base)), bool(n)), f"XYZ/1/{n}") for n in range(2)
    )
    if try_apply(base, [made, other])[1]:
        return
    done = rebase(base, apply(base, [other]).final(), made)
    assert {carried.outcome for carried in done.amendments} <= {Outcome.UNCHANGED}
    assert apply(apply(base, [other]).final(), [done.proposal]).final() == apply(base, [made, other]).final()


def carry_over(text: str, new: str, *found: Amendment) -> tuple[Resolution, Resolution, Rebased]:
    old, other = (expect(load(source.encode(), "made-up.yaml"), Resolution, "") for source in (text, new))
    return old, other, rebase(old, other, proposal(old, found))


OLD = """\
resolution: 7
revision: Rev. Nowhere, 2001
title: A made-up resolution
provisions:
- recalling:
  - a): Resolution 71 (Rev. Guadalajara, 2010), on the strategic plan;
  - b): Resolution 130 (Rev. Guadalajara, 2010), on confidence and security;
  - c): the outcomes of the forum,
"""


@pytest.mark.parametrize(
    ("wording", "landed"),
    [
        (
            Marked("Resolution 71 (Rev. {--Guadalajara, 2010--}{++Busan, 2014++}), on the strategic plan;"),
            Marked("Resolution 71 (Rev. {--Guadalajara, 2010--}{++Busan, 2014++}), on the plan;"),
        ),
        (
            Whole("Resolution 71 (Rev. Busan, 2014), on the strategic plan;"),
            Whole("Resolution 71 (Rev. Busan, 2014), on the plan;"),
        ),
        (
            Replacements((Replacement("Guadalajara, 2010", "Busan, 2014"),)),
            Replacements((Replacement("Guadalajara, 2010", "Busan, 2014"),)),
        ),
        (
            Replacements(
                (Replacement("(Rev. Guadalajara, 2010), on the strategic", "(Rev. Guadalajara, 2010), on its"),)
            ),
            None,
        ),
    ],
)
def test_a_mod_lands_on_changed_words_in_its_authors_form(wording: NewWording, landed: NewWording | None) -> None:
    new = OLD.replace("strategic plan", "plan").replace("2001", "2005")
    _, _, done = carry_over(OLD, new, Amendment(Symbol.MOD, "recalling a)", wording))
    (carried,) = done.amendments
    if landed is None:
        assert carried.outcome is Outcome.LOST
        assert "the words it changes are others now" in carried.said[0]
        return
    assert carried.outcome is Outcome.CHANGED
    assert carried.after == Amendment(Symbol.MOD, "recalling a)", landed)
    assert carried.words is not None
    assert carried.closeness is not None and 0.8 < carried.closeness < 1


def test_an_address_keeps_the_form_in_which_its_author_wrote_it() -> None:
    new = OLD.replace("  - a): Res", "  - a): something new;\n  - b): Res", 1).replace(
        "- b): Resolution 130", "- c): Resolution 130"
    )
    new = new.replace("  - c): the", "  - d): the")
    found = [Amendment(Symbol.SUP, address) for address in ("recalling a)", "recalling/b", "recalling c")]
    _, _, done = carry_over(OLD, new, *found)
    assert [c.after.address for c in done.amendments] == ["recalling b)", "recalling/c", "recalling d"]
    assert {c.outcome for c in done.amendments} == {Outcome.UNCHANGED}


def test_an_addition_goes_to_the_nearest_neighbour_that_is_left() -> None:
    """Said, with the neighbour that is gone."""
    new = OLD.replace("  - b): Resolution 130 (Rev. Guadalajara, 2010), on confidence and security;\n", "")
    new = new.replace("- c)", "- b)")
    items = (Added(Provision("something new;")),)
    found = [
        Amendment(Symbol.ADD, "recalling", items=items, before="b)"),
        Amendment(Symbol.ADD, "recalling", items=items, after="b"),
    ]
    _, _, done = carry_over(OLD, new, *found)
    assert [(c.after.before, c.after.after) for c in done.amendments] == [("", "a)"), ("b", "")]
    assert all("recalling/b" in c.said[0] for c in done.amendments)


def test_words_are_found_in_the_provision_that_took_them_in() -> None:
    new = OLD.replace("plan;\n  - b): Resolution 130", "plan; Resolution 130").replace("- c)", "- b)")
    found = [
        Amendment(Symbol.MOD, "recalling b", Replacements((Replacement("security", "safety"),))),
        Amendment(Symbol.SUP, "recalling b"),
    ]
    _, other, done = carry_over(OLD, new, found[0])
    assert done.amendments[0].outcome is Outcome.CHANGED
    assert done.proposal.amendments[0].address == "recalling a"
    assert apply(other, [done.proposal]).final().provisions[0].items[0].text.endswith("on confidence and safety;")
    _, _, done = carry_over(OLD, new, found[1])
    assert done.amendments[0].outcome is Outcome.LOST


def test_a_base_that_was_corrected_takes_the_proposal_again() -> None:
    """Without the text as it was: the proposal spells its old words."""
    new = OLD.replace("Guadalajara, 2010), on the str", "Guadalaxara, 2010), on the str")
    _, corrected, _ = carry_over(OLD, new)
    made = proposal(
        corrected,
        [
            Amendment(
                Symbol.MOD,
                "recalling a",
                Marked("Resolution 71 (Rev. Guadalajara, 2010), on {--the strategic--}{++its++} plan;"),
            )
        ],
    )
    assert [problem.rule for problem in try_apply(corrected, [made])[1]] == ["stale-wording"]
    done = rebase(corrected, corrected, made)
    assert not try_apply(corrected, [done.proposal])[1]
    assert done.amendments[0].outcome is Outcome.CHANGED


def test_what_others_suppressed_cannot_land_and_says_by_whom() -> None:
    old, _, _ = carry_over(OLD, OLD)
    new = apply(
        old,
        [replace(proposal(old, [Amendment(Symbol.SUP, "recalling b")], "XYZ/2/1"), revision="Rev. Sampleton, 2005")],
    ).final()
    made = proposal(
        old,
        [
            Amendment(Symbol.MOD, "recalling b", Whole("x")),
            Amendment(Symbol.NOC, "recalling b"),
            Amendment(Symbol.SUP, "recalling b"),
        ],
    )
    done = rebase(old, new, made)
    assert [c.outcome for c in done.amendments] == [Outcome.LOST, Outcome.LOST, Outcome.PRESENT]
    assert "XYZ/2/1" in done.amendments[0].said[-1]
    assert not done.all_landed
    assert [a.status for a in done.proposal.amendments] == [Status.FALLEN] * 3


def test_a_footnote_whose_label_is_taken_gets_another_with_its_references() -> None:
    old, _, _ = carry_over(OLD, OLD)
    new = replace(old, footnotes=(Footnote("1", "Another note."),))
    note = Amendment(Symbol.ADD, "footnote/1", items=(Added(Provision("A note.")),))
    refers = Amendment(Symbol.MOD, "recalling c", Whole("the outcomes[^1] of the forum,"))
    done = rebase(old, new, proposal(old, [note, refers]))
    assert [a.address for a in done.proposal.amendments] == ["footnote/2", "recalling c"]
    assert done.proposal.amendments[1].wording == Whole("the outcomes[^2] of the forum,")


def test_a_proposal_that_adds_a_resolution_has_no_base() -> None:
    old, _, _ = carry_over(OLD, OLD)
    with pytest.raises(UsageError):
        rebase(old, old, replace(proposal(old), symbol=Symbol.ADD))


def test_an_addition_that_is_there_in_part_says_which_is_and_which_is_not() -> None:
    old, _, _ = carry_over(OLD, OLD)
    there = Provision("a new one,", "d)")
    calls = (replace(old.provisions[0], items=(*old.provisions[0].items, there)), *old.provisions[1:])
    items = (Added(Provision("another,")), Added(Provision("a new one,")))
    done = rebase(old, replace(old, provisions=calls), proposal(old, [Amendment(Symbol.ADD, "recalling", items=items)]))
    (carried,) = done.amendments
    assert carried.outcome is Outcome.LOST
    assert carried.said[-1].startswith("already in the text: “a new one,” (recalling/d); not in it: “another,”")
