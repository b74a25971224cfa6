"""Law 4, for many proposals: the order does not matter, a proposal twice is one, nothing is dropped silently."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from resedit.amend.build import build
from resedit.amend.planning import make_plan
from resedit.formats.text import redline_text
from resedit.merge.merge import Merge, apply, merge_all
from resedit.model.address import AddressBook
from resedit.model.enums import Numbering
from resedit.redline.redline import Redline
from resedit.wording.segments import Wording
from tests.merge.cases import Case, cases


def said(redline: Redline) -> tuple[object, ...]:
    """All that a redline says, with who says it."""
    return redline, redline_text(redline)


def without_places(merged: Merge) -> tuple[object, ...]:
    met = [(m.first.ref, m.second.ref, m.verdict, m.address, m.why) for m in merged.meetings]
    return (*said(merged.redline), met, {(p.rule, p.message, p.address) for p in merged.problems})


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_the_proposals_does_not_matter(case: Case, random: object) -> None:
    base, made = case
    shuffled = list(made)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert without_places(merge_all(base, shuffled, ("XYW",))) == without_places(merge_all(base, made, ("XYW",)))


@given(cases())
def test_the_original_is_the_base_whatever_is_in_conflict(case: Case) -> None:
    base, made = case
    for numbering in Numbering:
        assert merge_all(base, made, numbering=numbering).redline.original() == base


@given(cases())
def test_a_proposal_merged_with_itself_changes_nothing(case: Case) -> None:
    """As the same proposal, and as one of another number that says the same."""
    base, (made, *_) = case
    once = merge_all(base, [made])
    again = merge_all(base, [made, made])
    assert without_places(again) == without_places(once)
    if once.problems:
        return
    copy = replace(made, number="XYZ/9/9")
    both = merge_all(base, [made, copy])
    assert not both.conflicts
    assert both.redline.final() == once.redline.final()
    names = {(made.number,): (made.number, copy.number), (): ()}
    assert [node.by for node in both.redline.walk()] == [names[node.by] for node in once.redline.walk()]
    assert redline_text(both.redline) == redline_text(once.redline)


@given(cases())
def test_merging_one_proposal_is_its_plan(case: Case) -> None:
    base, (made, *_) = case
    redline, problems = build(make_plan(AddressBook(base), made))
    merged = merge_all(base, [made])
    assert said(merged.redline) == said(redline)
    assert merged.problems == problems
    assert not merged.meetings


@given(cases())
def test_what_does_not_meet_lands_as_it_does_alone(case: Case) -> None:
    """Each text that only one proposal amends comes out as under that proposal alone."""
    base, made = case
    merged = merge_all(base, made)
    met = {meeting.address for meeting in merged.meetings}
    if merged.problems or merged.conflicts:
        return
    alone: dict[str, Wording] = {}
    for one in made:
        alone |= {n.address: n.text for n in apply(base, [one]).walk() if n.state.in_final and n.text.changed}
    alone.pop("", None)
    for node in merged.redline.walk():
        if node.address in alone and node.address not in met and node.state.in_final and node.text.changed:
            assert node.text == alone[node.address]
