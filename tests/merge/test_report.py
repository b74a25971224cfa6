"""The report of a merge: every amendment has one fate, conflicts hang together, decisions make others fall."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from resedit.amend.choose import refs
from resedit.formats.markdown import conflicts_markdown
from resedit.formats.text import conflicts_text
from resedit.merge.decisions import decided
from resedit.merge.meetings import Verdict
from resedit.merge.merge import merge_all
from resedit.merge.report import Became, clusters, outcomes, pairs, report
from resedit.model.address import AddressBook
from resedit.model.enums import Status
from resedit.model.problem import UsageError
from resedit.model.proposal import Amendment, Proposal, Ref, Symbol, Whole
from resedit.model.resolution import Kind, Provision, Resolution
from resedit.redline.redline import State
from resedit.validate.rules import missing_replacement
from tests.merge.cases import Case, cases
from tests.strategies import proposal

LIST = tuple(Provision(f"words of {label}", label) for label in "123")
BASE = Resolution("7", "", "Title", provisions=(Provision("resolves", items=LIST, kind=Kind.CALL),))


def made(number: int, *amendments: Amendment, **given: object) -> Proposal:
    return replace(proposal(BASE, amendments, f"XYZ/1/{number}"), **given)  # type: ignore[arg-type]


def mod(label: str, text: str) -> Amendment:
    return Amendment(Symbol.MOD, f"resolves/{label}", Whole(text))


SUP = Amendment(Symbol.SUP, "resolves/1")
ONE = made(1, mod("1", "new words of 1"), mod("2", "new words of 2"))
TWO = made(2, SUP, mod("2", "words of 2 and more"))
THREE = made(3, mod("1", "words of one"), mod("3", "words of three"))


@given(cases())
def test_every_amendment_has_exactly_one_fate(case: Case) -> None:
    """… and it is the one the redline shows."""
    base, proposals = case
    merged = merge_all(base, proposals)
    found = outcomes(merged, proposals)
    assert [one.ref for one in found] == list(dict.fromkeys(refs(proposals)))
    asked = {Ref(p.number, number): amendment for p in proposals for number, amendment in p.numbered()}
    if merged.problems:
        return
    final = Counter(node.address for node in merged.redline.walk() if node.state.in_final)
    for one in found:
        amendment = asked.get(one.ref)
        if amendment is None or one.became in (Became.CONFLICT, Became.FALLEN):
            continue
        nodes = [node for node in merged.redline.walk() if node.address == amendment.address]
        if amendment.symbol is Symbol.SUP and nodes:
            assert not final[amendment.address]
            assert all(one.ref.proposal in node.by for node in nodes if node.state is State.SUPPRESSED)
        elif amendment.symbol is Symbol.MOVE:
            assert {node.state for node in nodes} == {State.MOVED_FROM, State.MOVED_TO}
            assert all(one.ref.proposal in node.by for node in nodes)
        elif amendment.symbol is Symbol.ADD and not amendment.address.startswith("footnote"):
            own = [n.text.final() for n in merged.redline.walk() if n.state is State.ADDED and one.ref.proposal in n.by]
            assert all(item.provision.text in own for item in amendment.items)
        elif amendment.symbol is Symbol.MOD and isinstance(amendment.wording, Whole) and nodes:
            is_idle = amendment.wording.text == AddressBook(base).text(amendment.address)
            node = next((node for node in nodes if node.state.in_final), nodes[0])
            assert is_idle or one.ref.proposal in node.text.by()


@given(cases())
def test_a_cluster_is_what_conflicts_lead_from_one_to_another(case: Case) -> None:
    base, proposals = case
    merged = merge_all(base, proposals)
    group = {side.ref: index for index, cluster in enumerate(clusters(merged)) for side in cluster.sides}
    conflicting = [pair for pair in pairs(merged.meetings) if pair.verdict is Verdict.CONFLICTING]
    assert set(group) == {ref for pair in conflicting for ref in (pair.first, pair.second)}
    assert all(group[pair.first] == group[pair.second] for pair in conflicting)


def test_clusters_stand_with_the_furthest_from_the_base_first() -> None:
    (only,) = clusters(merge_all(BASE, [ONE, TWO, THREE]))
    asked = [(str(side.ref), side.asks, side.changed) for side in only.sides]
    assert asked == [("XYZ/1/2#1", "SUP", 3), ("XYZ/1/3#1", "MOD", 2), ("XYZ/1/1#1", "MOD", 1)]
    assert only.base == (("resolves/1", "words of 1"),)


def test_what_is_accepted_makes_others_fall() -> None:
    left, fallen = decided(BASE, [ONE, TWO, THREE], accept=["XYZ/1/2"])
    assert [str(one) for one in fallen] == [
        "XYZ/1/1#1 falls: XYZ/1/2#1 is accepted: one suppresses what the other changes",
        "XYZ/1/3#1 falls: XYZ/1/2#1 is accepted: one suppresses what the other changes",
    ]
    merged = merge_all(BASE, left)
    assert not merged.conflicts
    texts = [item.text for item in merged.redline.final().provisions[0].items]
    assert texts == ["new words of 2 and more", "words of three"]
    assert {str(m.first.ref) for m in merged.meetings} == {"XYZ/1/1#2"}, "amendments keep their numbers"


def test_what_is_rejected_is_left_out() -> None:
    left, fallen = decided(BASE, [ONE, TWO], reject=["XYZ/1/2#1"])
    assert [str(one) for one in fallen] == ["XYZ/1/2#1 falls: it is rejected"]
    assert merge_all(BASE, left).redline.final().provisions[0].items[0].text == "new words of 1"


@pytest.mark.parametrize(
    ("accept", "reject"), [(["XYZ/1/1"], ["XYZ/1/1#2"]), (["XYZ/9/9"], []), ([], ["XYZ/1/1#9"]), (["XYZ/1/3"], [])]
)
def test_decisions_that_cannot_be(accept: list[str], reject: list[str]) -> None:
    """Accepted and rejected, not there, replaced by a compromise."""
    compromise = made(4, mod("3", "other words"), replaces=("XYZ/1/3",))
    with pytest.raises(UsageError):
        decided(BASE, [ONE, TWO, THREE, compromise], accept, reject)


def test_a_compromise_replaces_while_it_stands() -> None:
    compromise = made(4, mod("1", "agreed words of 1"), replaces=("XYZ/1/1#1", "XYZ/1/2#1", "XYZ/1/3"))
    everybody = [ONE, TWO, THREE, compromise]
    merged = merge_all(BASE, everybody)
    assert not merged.conflicts
    became = {str(one.ref): (one.became, one.why) for one in outcomes(merged, everybody)}
    assert became["XYZ/1/2#1"] == (Became.FALLEN, "XYZ/1/4 replaces it")
    assert became["XYZ/1/3#2"] == (Became.FALLEN, "XYZ/1/4 replaces it")
    assert became["XYZ/1/1#2"] == (Became.LANDED, "")
    for status in (Status.WITHDRAWN, Status.FALLEN):
        assert merge_all(BASE, [ONE, TWO, THREE, replace(compromise, status=status)]).conflicts
    left, _ = decided(BASE, everybody, reject=["XYZ/1/4"])
    assert merge_all(BASE, left).conflicts


def test_the_report_tells_what_a_decision_took_out() -> None:
    left, fallen = decided(BASE, [ONE, TWO], accept=["XYZ/1/2"])
    told = report(merge_all(BASE, left), [ONE, TWO], fallen)
    became = {str(one.ref): one.became for one in told.outcomes}
    assert became == {
        "XYZ/1/1#1": Became.FALLEN,
        "XYZ/1/1#2": Became.LANDED,
        "XYZ/1/2#1": Became.LANDED,
        "XYZ/1/2#2": Became.LANDED,
    }


@pytest.mark.parametrize("length", [1, 2, 3])
def test_proposals_that_replace_each_other_all_stand(length: int) -> None:
    """Nobody has said which of them is to stand, so none is dropped without a word; nor does one replace itself."""
    numbers = [f"XYZ/1/{n + 1}" for n in range(length)]
    circle = [replace(made(n + 1, mod("1", f"words {n}")), replaces=(f"{numbers[n - 1]}#1",)) for n in range(length)]
    assert all(one.became in (Became.LANDED, Became.CONFLICT) for one in outcomes(merge_all(BASE, circle), circle))
    reported = list(missing_replacement.check(circle))
    assert [problem.message.split(" replaces ")[0] for problem in reported] == numbers


def test_what_a_rejected_compromise_replaced_is_reported_as_it_stands() -> None:
    compromise = made(4, mod("1", "words of a compromise"))
    proposals = [ONE, replace(compromise, replaces=("XYZ/1/1#1",))]
    left, fallen = decided(BASE, proposals, reject=["XYZ/1/4"])
    found = report(merge_all(BASE, left), proposals, fallen)
    assert {str(one.ref): one.became for one in found.outcomes} == {
        "XYZ/1/1#1": Became.LANDED,
        "XYZ/1/1#2": Became.LANDED,
        "XYZ/1/4#1": Became.FALLEN,
    }


def test_a_sup_of_the_whole_is_what_it_is_and_addresses_stand_in_the_order_of_the_base() -> None:
    """Not all words of the resolution as one line."""
    gone = replace(proposal(BASE, (), "XYZ/1/4"), symbol=Symbol.SUP)
    (cluster,) = clusters(merge_all(BASE, [made(1, mod("3", "new"), mod("1", "new")), gone]))
    assert cluster.base == (
        ("provisions", "Title … (4 provisions)"),
        ("resolves/1", "words of 1"),
        ("resolves/3", "words of 3"),
    )
    first = cluster.sides[0]
    assert (first.asks, first.words.segments, first.changed) == ("SUP of the whole resolution", (), 10)
    found = report(merge_all(BASE, [made(1, mod("1", "new")), gone]), [gone])
    for written in (conflicts_text(found), conflicts_markdown(found, "7")):
        assert "SUP of the whole resolution\n" in written
        assert "{----}" not in written and "<del>words of 2" not in written
