"""The laws of the design, on generated resolutions, revisions of them and proposals."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from resedit.amend.compare import compare
from resedit.amend.derive import derive
from resedit.formats.text import redline_text
from resedit.merge.merge import apply, try_apply
from resedit.model.address import FOOTNOTE, TITLE, AddressBook
from resedit.model.problem import RefusedError, ReseditError
from resedit.model.proposal import Amendment, Proposal, Symbol
from resedit.model.resolution import Numbering, Resolution
from resedit.redline.redline import Redline, State, Tracked
from resedit.redline.view import untracked
from resedit.store.load import load
from resedit.store.write import base_yaml, proposal_yaml
from tests.strategies import NUMBER, pairs, proposal, proposed, resolutions, written_proposals


def reread(text: str) -> object:
    loaded = load(text.encode(), "made-up.yaml")
    assert not loaded.problems
    return loaded.value


def nodes(redline: Redline, address: str) -> list[Tracked]:
    return [node for node in redline.walk() if node.address == address]


@given(resolutions())
def test_what_nothing_changes_is_its_own_original_and_final(base: Resolution) -> None:
    """Law 1, without a proposal."""
    redline = apply(base, [])
    assert redline.original() == redline.final() == base
    assert not redline.changed
    assert redline_text(redline) == redline_text(untracked(base))


@given(proposed())
def test_original_is_the_base_whatever_is_wrong_with_the_proposal(case: tuple[Resolution, Proposal]) -> None:
    """Law 1: `redline.original() == base`, in either numbering, refused or not."""
    base, made = case
    for numbering in Numbering:
        redline, _ = try_apply(base, [made], numbering)
        assert redline.original() == base


@given(proposed())
def test_every_amendment_lands_or_is_reported(case: tuple[Resolution, Proposal]) -> None:
    """Law 4: nothing is dropped silently."""
    base, made = case
    redline, problems = try_apply(base, [made])
    if problems:
        with pytest.raises(RefusedError) as refused:
            apply(base, [made])
        assert refused.value.problems == problems
        return
    for amendment in made.amendments:
        assert_landed(redline, amendment)
    final = Counter(node.address for node in redline.walk() if node.state.in_final and node.address)
    assert set(final.values()) <= {1}
    suppressed = {node.address for node in redline.walk() if node.state is State.SUPPRESSED}
    assert {address for address, _ in AddressBook(base)} - set(final) == suppressed


def assert_landed(redline: Redline, amendment: Amendment) -> None:
    address = amendment.address
    there = [node.state for node in nodes(redline, address)]
    match amendment.symbol:
        case Symbol.SUP if address.startswith(f"{FOOTNOTE}/"):
            assert [n.state for n in redline.footnotes if n.key == address.partition("/")[2]] == [State.SUPPRESSED]
        case Symbol.SUP:
            assert there and not any(state.in_final for state in there)
        case Symbol.MOVE:
            assert sorted(there) == [State.MOVED_FROM, State.MOVED_TO]
        case Symbol.ADD if address.startswith(f"{FOOTNOTE}/"):
            assert address.partition("/")[2] in [n.key for n in redline.footnotes if n.state is State.ADDED]
        case Symbol.ADD:
            added = [node.text.final() for node in redline.walk() if node.state is State.ADDED]
            assert all(item.provision.text in added for item in amendment.items)
        case Symbol.MOD if address == TITLE:
            assert redline.title.original() == redline.base.title
        case Symbol.MOD if there:
            (node,) = [node for node in nodes(redline, address) if node.state.in_final]
            assert amendment.label is None or node.label.final() == amendment.label


@given(pairs())
def test_comparing_two_texts_keeps_both(pair: tuple[Resolution, Resolution]) -> None:
    """Law 2, first half: the redline of two texts has them as its original and its final text."""
    old, new = pair
    redline = compare(old, new, (NUMBER,))
    assert (redline.original(), redline.final()) == (old, new)


@given(pairs())
def test_what_a_comparison_finds_can_be_proposed(pair: tuple[Resolution, Resolution]) -> None:
    """Law 2: `apply(base, derive(compare(base, new))).final() == new`, through a file as well."""
    base, new = pair
    derived = derive(compare(base, new, (NUMBER,)), proposal(base))
    redline = apply(base, [derived])
    assert (redline.original(), redline.final()) == (base, new)
    read = reread(proposal_yaml(derived))
    assert read == derived
    assert isinstance(read, Proposal)
    assert redline_text(apply(base, [read])) == redline_text(redline)


@given(proposed())
def test_derive_is_the_inverse_of_apply(case: tuple[Resolution, Proposal]) -> None:
    """What is derived from a redline makes the same redline again."""
    base, made = case
    redline, problems = try_apply(base, [made])
    if problems:
        return
    again = apply(base, [derive(redline, made)])
    assert again.final() == redline.final()
    assert redline_text(again) == redline_text(redline)


def test_what_no_amendment_expresses_is_not_derived() -> None:
    """A change of the number, and a revision taken away, stop derive rather than get lost."""
    base = Resolution("30", "Rev. Dubai, 2014", "Title")
    for new in (replace(base, number="31"), replace(base, revision=""), replace(base, title="")):
        with pytest.raises(ReseditError):
            derive(compare(base, new), proposal(base))


@given(resolutions())
def test_a_base_is_read_back_as_it_was_written(base: Resolution) -> None:
    """Law 3, with what takes no part in equality: ids and remarks."""
    read = reread(base_yaml(base))
    assert read == base
    assert isinstance(read, Resolution)
    for got, was in zip(read.walk(), base.walk(), strict=True):
        assert (got.id, got.remarks) == (was.id, was.remarks)
    assert read.remarks == base.remarks


@given(written_proposals())
def test_a_proposal_is_read_back_as_it_was_written(made: Proposal) -> None:
    """Law 3, with what takes no part in equality: remarks and the ids of added provisions."""
    read = reread(proposal_yaml(made))
    assert read == made
    assert isinstance(read, Proposal)
    for got, was in zip(read.amendments, made.amendments, strict=True):
        assert got.remarks == was.remarks
        below = [item.provision.walk() for item in got.items], [item.provision.walk() for item in was.items]
        assert [[p.id for p in walk] for walk in below[0]] == [[p.id for p in walk] for walk in below[1]]


@given(proposed())
def test_a_consolidated_text_is_a_base_that_remembers(case: tuple[Resolution, Proposal]) -> None:
    """It is read back with the same origins, and can be amended again."""
    base, made = case
    redline, problems = try_apply(base, [made])
    if problems:
        return
    final = redline.final()
    read = reread(base_yaml(final))
    assert read == final
    assert isinstance(read, Resolution)
    assert read.consolidation == final.consolidation
    assert [item.origin for item in read.walk()] == [item.origin for item in final.walk()]
    again = apply(read, [derive(compare(read, base), proposal(read))]) if base.revision or not read.revision else None
    assert again is None or again.final() == base
