"""Compilations: the base in its order, and in it everything that is asked for. The proposals are made up."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from resedit.amend.compilation import Compilation, Request, amended_only, in_columns, with_tables
from resedit.amend.compile import compilation
from resedit.merge.merge import try_apply
from resedit.model.address import AddressBook
from resedit.model.enums import Kind
from resedit.model.proposal import Amendment, Status, Symbol, Whole
from resedit.model.resolution import Resolution
from resedit.redline.lines import text_lines
from resedit.redline.references import REFERENCE
from tests.made_up import proposals, resolution_30
from tests.strategies import amendments, proposal, resolutions


def requests(whole: Compilation) -> list[tuple[str, Request]]:
    return [(s.address, request) for s in whole.sections for request in (*s.requests, *s.additions)]


@given(resolutions(), st.data())
def test_the_base_stands_in_its_order_and_nothing_asked_for_is_missing(base: Resolution, data: st.DataObject) -> None:
    """Every amendment that stands and changes something, and every NOC, is a request of its proposal in its place; what
    cannot be applied is reported and no part of the text."""
    made = [proposal(base, data.draw(amendments(base)), f"XYZ/1/{n}") for n in range(3)]
    whole = compilation(base, made)
    lines = [(line.address, line.label, line.text) for line in text_lines(base)]
    known = {address for address, _, _ in lines}
    assert [(s.address, s.label, s.text) for s in whole.sections if s.address in known] == lines
    found = requests(whole)
    for entry in whole.entries:
        own = [(address, request) for address, request in found if request.proposal == entry.proposal.number]
        assert bool(entry.problems) == bool(try_apply(base, [entry.proposal])[1])
        if entry.problems:
            assert not own
            continue
        for amendment in entry.proposal.amendments:
            assert_asked(base, amendment, own)


@given(resolutions(), st.data())
def test_a_table_is_one_section_with_all_that_is_asked_for_in_it(base: Resolution, data: st.DataObject) -> None:
    """Nothing is lost on the way to print, and no table is printed in part."""
    whole = compilation(base, [proposal(base, data.draw(amendments(base)))])
    shown = list(with_tables(whole.sections))
    asked = [(r.proposal, r.symbol, r.rows) for section in shown for r in (*section.requests, *section.additions)]
    assert Counter(map(repr, asked)) == Counter(repr((r.proposal, r.symbol, r.rows)) for _, r in requests(whole))
    tables = [item for item in base.walk() if item.kind is Kind.TABLE]
    found = [section.rows for section in shown if section.kind is Kind.TABLE]
    assert [[len(row) for row in rows] for rows in found] == [[len(row.items) for row in t.items] for t in tables]
    amended = {section.address: section.rows for section in with_tables(amended_only(whole).sections)}
    assert all(amended[section.address] == section.rows for section in shown if section.is_amended)


def unnumbered(words: str) -> str:
    """Words without the numbers of the footnotes they refer to, which are printed as the new text counts them."""
    return REFERENCE.sub("[^]", words)


def assert_asked(base: Resolution, amendment: Amendment, own: list[tuple[str, Request]]) -> None:
    if amendment.symbol is Symbol.ADD:
        words = unnumbered("\n".join(row.line.final() for _, request in own for row in request.rows))
        assert all(unnumbered(item.provision.text) in words for item in amendment.items)
        return
    address = AddressBook(base).find(amendment.address)
    alone, _ = try_apply(base, [proposal(base, [amendment])])
    if amendment.symbol is Symbol.NOC or alone.changed:
        assert amendment.symbol in {request.symbol for place, request in own if place == address}


@given(resolutions(), st.data())
def test_rows_are_the_proposals_own_redline(base: Resolution, data: st.DataObject) -> None:
    """What a row says before the change is the base's line."""
    made = proposal(base, data.draw(amendments(base)))
    lines = {line.address: str(line) for line in text_lines(base)}
    for section in compilation(base, [made]).sections:
        for request in section.requests:
            if section.address in lines and request.rows:
                assert [row.line.original() for row in request.rows] == [lines[section.address]]


def test_each_proposal_shows_its_own_redline_where_they_conflict() -> None:
    whole = compilation(resolution_30(), proposals())
    by_address = {section.address: section for section in whole.sections}
    asked = by_address["recalling/a"].requests
    assert [(r.proposal, r.symbol, r.rows[0].line.final()[:31]) for r in asked] == [
        ("XYZ/7/1", Symbol.MOD, "a)\tResolution 71 (Rev. Busan, 2"),
        ("XYZ/7/2", Symbol.MOD, "a)\tResolution 71 (Rev. Antalya,"),
    ]
    assert asked[0].reasons == "The resolution was revised."
    assert [r.symbol for r in by_address["recalling/e"].requests] == [Symbol.SUP, Symbol.NOC]


def test_whole_resolutions_additions_moves_and_notes_are_shown_as_what_they_are() -> None:
    whole = compilation(resolution_30(), proposals())
    by_address = {section.address: section for section in whole.sections}
    assert [(r.proposal, r.symbol, r.said) for r in by_address["number"].requests] == [
        ("XYZ/8/1", Symbol.SUP, "the whole resolution"),
        ("XYZ/8/2", Symbol.NOC, "the whole resolution"),
    ]
    (added,) = by_address["recalling/f/2"].additions
    assert [(row.depth, row.line.final()[:3]) for row in added.rows] == [
        (0, "fA)"), (1, "–\tt"), (1, "–\tt"), (0, "fB)"),
    ]  # fmt: skip
    assert [(r.symbol, r.said) for r in by_address["recalling/h"].requests] == [(Symbol.MOVE, "before a")]
    assert [(r.symbol, r.said) for r in by_address["recalling"].additions] == [(Symbol.MOVE, "from recalling/h")]
    assert [(r.symbol, r.said) for r in by_address["noting/b/1"].requests] == [(Symbol.SUP, "with noting/b")]
    assert [s.address for s in whole.sections][-2:] == ["footnote/1", "footnote/2"]
    assert [(s.proposal.number, s.is_shown) for s in whole.entries][-1] == ("XYZ/8/3", False)
    assert whole.entries[1].touches[-1] == "SUP recalling g (withdrawn)"
    assert "XYZ/8/3" not in {request.proposal for _, request in requests(whole)}


def test_what_cannot_be_applied_is_in_the_list_with_its_problems() -> None:
    base = resolution_30()
    wrong = proposal(base, [Amendment(Symbol.MOD, "recalling z", Whole("x"))])
    elsewhere = replace(proposal(base, number="XYZ/1/2"), base_revision="Rev. Nowhere, 2001")
    new = replace(proposal(base, number="XYZ/1/3"), symbol=Symbol.ADD)
    whole = compilation(base, [wrong, elsewhere, new])
    assert [[problem.rule for problem in entry.problems] for entry in whole.entries] == [
        ["missing-address"], ["wrong-base"], [],
    ]  # fmt: skip
    assert [(r.symbol, r.said) for _, r in requests(whole)] == [(Symbol.ADD, "another resolution")]


def test_only_amended_keeps_what_is_above() -> None:
    whole = compilation(resolution_30(), proposals())
    short = amended_only(whole)
    addresses = [section.address for section in short.sections]
    assert "recalling/f" in addresses and "recalling/b" not in addresses
    assert "noting" in addresses and "recognizing" not in addresses
    assert requests(short) == requests(whole)


def test_columns_are_as_many_as_there_is_room_for() -> None:
    base = resolution_30()
    whole = compilation(base, proposals())
    assert whole.columns == ("XYZ/7/1", "XYZ/7/2")
    (asked,) = (section.requests for section in whole.sections if section.address == "recalling/a")
    assert [[r.proposal for r in found] for found in in_columns(asked, whole.columns)] == [["XYZ/7/1"], ["XYZ/7/2"]]
    many = [proposal(base, [Amendment(Symbol.NOC, "title")], f"XYZ/1/{n}") for n in range(5)]
    assert compilation(base, many).columns == ()


def test_withdrawn_amendments_are_not_in_the_text() -> None:
    base = resolution_30()
    gone = replace(Amendment(Symbol.SUP, "recalling a"), status=Status.WITHDRAWN)
    assert not requests(compilation(base, [proposal(base, [gone])]))


def test_what_a_compromise_replaces_is_in_the_list_only() -> None:
    """… with who replaces it: a meeting does not discuss what is off the table."""
    base = resolution_30()
    words = [Amendment(Symbol.MOD, f"recalling/{label}", Whole("of other words;")) for label in "ab"]
    one, two = proposal(base, words, "XYZ/1/1"), proposal(base, words[:1], "XYZ/1/2")
    three = replace(proposal(base, words[:1], "XYZ/1/3"), replaces=("XYZ/1/1#1", "XYZ/1/2"))
    whole = compilation(base, [one, two, three])
    assert [(address, r.proposal) for address, r in requests(whole)] == [
        ("recalling/a", "XYZ/1/3"),
        ("recalling/b", "XYZ/1/1"),
    ]
    assert [entry.touches for entry in whole.entries] == [
        ("MOD recalling/a (XYZ/1/3 replaces it)", "MOD recalling/b"),
        ("MOD recalling/a (XYZ/1/3 replaces it)",),
        ("MOD recalling/a",),
    ]
    assert [p.number for p in whole.shown] == ["XYZ/1/1", "XYZ/1/3"]
