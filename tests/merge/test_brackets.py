"""Brackets: the base stays the original, and one side taken is that side's own text."""

import re
from collections.abc import Sequence

from hypothesis import given, settings

from resedit.amend.build import build
from resedit.amend.planning import make_plan
from resedit.formats.text import text
from resedit.merge.contest import is_whole
from resedit.merge.joining import joined
from resedit.merge.meetings import Meeting, Texts
from resedit.merge.merge import Merge, merge_all
from resedit.merge.notes import told_apart
from resedit.merge.requests import What, around, requests
from resedit.merge.words import Stretch, woven
from resedit.model.address import AddressBook
from resedit.model.enums import Symbol
from resedit.model.proposal import Amendment, Proposal, Whole
from resedit.model.resolution import Provision, Resolution
from resedit.redline.lines import text_lines
from resedit.redline.redline import BRACKETS, Redline
from resedit.redline.references import REFERENCE, references
from resedit.store.load import load
from resedit.store.write import base_yaml
from resedit.wording.segments import Op, Segment
from tests.merge.cases import Case, cases
from tests.merge.sides import NOBODY, agreed_and, by_name, taken
from tests.strategies import proposal


def said(resolution: Resolution) -> list[str]:
    """The lines of a text without labels and numbers of notes, notes in the order of their words."""
    lines = [REFERENCE.sub("[^]", line.text) for line in text_lines(resolution)]
    body = len(lines) - len(resolution.footnotes)
    return lines[:body] + sorted(lines[body:])


@given(cases())
def test_brackets_keep_the_original_and_can_be_read_again(case: Case) -> None:
    base, made = case
    merged = merge_all(base, made, brackets=True)
    assert merged.redline.original() == base
    if not merged.problems:
        final = merged.redline.final()
        loaded = load(base_yaml(final).encode(), "made-up.yaml")
        assert not loaded.problems
        assert loaded.value == final


@given(cases())
def test_without_a_conflict_there_are_no_brackets(case: Case) -> None:
    base, made = case
    plain = merge_all(base, made)
    if not plain.conflicts:
        assert merge_all(base, made, brackets=True) == plain


def meet_in_a_move(book: AddressBook, one: Proposal, proposals: Sequence[Proposal]) -> bool:
    """Whether others change what a proposal moves, or move what it changes: the words stand where they are moved to."""
    others = [other for other in proposals if other != one]
    return any(
        not makes_a_move.isdisjoint((address, *around(book, address)))
        for mover, changer in (*((one, other) for other in others), *((other, one) for other in others))
        for makes_a_move in (make_plan(book, mover).moved.keys(),)
        for r in requests(make_plan(book, changer), 0)
        for address in (r.address, r.text if r.insertion else "")
    )


@settings(max_examples=200)
@given(cases(most=2))
def test_one_side_taken_is_what_it_makes_by_itself(case: Case) -> None:
    """Where nothing else meets it."""
    base, made = case
    merged = merge_all(base, made, brackets=True)
    book = AddressBook(base)
    if merged.problems or not merged.conflicts or len(merged.redline.proposals) < 2:
        return
    for one in merged.redline.proposals:
        alone, problems = build(make_plan(book, one))
        if not problems and not meet_in_a_move(book, one, merged.redline.proposals):
            found = taken(merged.redline, by_name(one.number))
            if one.symbol is Symbol.SUP:  # which is said before the title, and nothing else goes
                assert found.title.startswith("SUP ")
            else:
                assert said(found) == said(alone.final())
    assert taken(merged.redline, by_name(NOBODY)) == base


@settings(max_examples=200)
@given(cases())
def test_one_side_taken_stands_with_all_that_is_agreed(case: Case) -> None:
    """What is agreed is accepted, and of what is contested one side; also where an agreed MOVE takes it along."""
    base, made = case
    merged = merge_all(base, made, brackets=True)
    if merged.problems or not merged.conflicts:
        return
    for number in (*(one.number for one in merged.redline.proposals), NOBODY):
        expected = one_side(base, merged, number)
        if expected is not None:
            found, wanted = taken(merged.redline, agreed_and(number)), expected.final()
            assert said(found) == said(wanted)
            if number == NOBODY:  # what may come, and what may go, changes no number before it is decided
                assert [i.label for i in found.walk()] == [i.label for i in wanted.walk()]


def one_side(base: Resolution, merged: Merge, number: str) -> Redline | None:
    """What is agreed and one side of every conflict (nobody's is the base's) as one redline, made without any brackets.
    None where that side suppresses the whole resolution; where something is agreed inside of what is contested as a
    whole; or where labels clash."""
    texts = Texts(AddressBook(base))
    plans = told_apart(make_plan(texts.book, one) for one in merged.redline.proposals)
    asked = [r for rank, plan in enumerate(plans) for r in requests(plan, rank)]
    if any(is_whole(r) and r.what is What.SUPPRESS and r.by == number for r in asked):
        return None
    pairs = [pair for pair in merged.conflicts if not (is_whole(pair.first) or is_whole(pair.second))]
    contested = {r.key for pair in pairs for r in (pair.first, pair.second)} | {r.key for r in asked if is_whole(r)}
    agreed = [r for r in asked if r.key not in contested]
    roots = {r.address for r in asked if r.what in (What.MOVE, What.SUPPRESS) and r.key in contested}
    if any(not roots.isdisjoint((at, *around(texts.book, at))) for r in agreed for at in (r.address, r.text) if at):
        return None
    plan = joined(texts, plans, [r for r in asked if r in agreed or r.by == number])
    notes = {pair.address.partition("/")[2] for pair in pairs if pair.address.startswith("footnote/")}
    for address in {r.address for r in asked if r.what is What.WORDS}:
        here = [r for r in asked if r.what is What.WORDS and r.address == address]
        met = [pair for pair in pairs if pair.first in here or pair.second in here]
        if met and all(word_by_word(pair, address) for pair in met):
            old = texts.book.text(address)
            chosen = (in_one_side(old, stretch, number, notes) for stretch in texts.stretches(here))
            plan.texts[address] = woven(old, chosen)
    redline, problems = build(plan)
    return None if problems else redline


def word_by_word(pair: Meeting, address: str) -> bool:
    """Whether a conflict leaves the words of a text contested one by one, and not the text as a whole."""
    is_about_a_note = pair.address.startswith("footnote/") and pair.address != address
    return pair.first.what is pair.second.what is What.WORDS or is_about_a_note


def in_one_side(old: str, stretch: Stretch, number: str, notes: set[str]) -> tuple[int, int, tuple[Segment, ...]]:
    """A stretch with the words that a proposal asks for, or as all have it."""
    start, end, sides, segments = stretch
    said = "".join((old[start:end], *(side.text for side in sides)))
    if not stretch.in_conflict and notes.isdisjoint(references(said)):
        return start, end, segments
    mine = next((side.text for side in sides if number in side.by), old[start:end])
    return start, end, (Segment(Op.DELETE, old[start:end]), Segment(Op.INSERT, mine))


@given(cases())
def test_every_side_is_named(case: Case) -> None:
    """The final text names every proposal that is in conflict, in a bracket; where one is about the whole resolution,
    the others' changes stand as they are below it."""
    base, made = case
    merged = merge_all(base, made, brackets=True)
    final = text(merged.redline.final())
    for pair in merged.conflicts:
        both = (pair.first, pair.second)
        for request in [r for r in both if is_whole(r)] or both:
            assert re.search(rf"\[[^\]:]*{re.escape(request.by)}[^\]:]*: ?", final), request


def test_brackets_of_the_text_itself_stay() -> None:
    """They are the text's, the others are by BRACKETS."""
    base = Resolution("7", "", "On [square] brackets")
    one = proposal(base, [Amendment(Symbol.MOD, "title", Whole("On [round] brackets"))], "XYZ/1/1")
    other = proposal(base, [Amendment(Symbol.MOD, "title", Whole("On [[no] brackets"))], "XYZ/1/2")
    title = merge_all(base, [one, other], brackets=True).redline.title
    assert title.original() == base.title
    assert title.final() == "On [[XYZ/1/1: round] [XYZ/1/2: [no] [base: square]] brackets"
    marks = "".join(segment.text for segment in title.segments if segment.by == (BRACKETS,))
    assert marks == "[XYZ/1/1: ] [XYZ/1/2: ] [base: square]"


def test_a_provision_without_words_of_its_own_is_bracketed_without_a_blank_at_its_edge() -> None:
    below = (Provision("one", "i)"), Provision("two", "ii)"))
    base = Resolution("7", "", "Title", provisions=(Provision("", "1", below), Provision("more", "2")))
    one = proposal(base, [Amendment(Symbol.SUP, "1")], "XYZ/1/1")
    other = proposal(base, [Amendment(Symbol.MOD, "1/i", Whole("first"))], "XYZ/1/2")
    final = merge_all(base, [one, other], brackets=True).redline.final()
    assert [item.text for item in final.provisions] == ["[XYZ/1/2:", "[XYZ/1/1: –] [base:", "more"]
    assert not load(base_yaml(final).encode(), "made-up.yaml").problems
