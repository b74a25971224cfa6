"""Brackets: the base stays the original, and one side taken is that side's own text."""

import re
from collections.abc import Iterator

from hypothesis import given

from resedit.amend.build import build
from resedit.amend.planning import make_plan
from resedit.formats.text import text
from resedit.merge.brackets import BRACKETS
from resedit.merge.merge import merge_all
from resedit.merge.requests import What
from resedit.model.address import AddressBook
from resedit.model.enums import Symbol
from resedit.model.proposal import Amendment, Whole
from resedit.model.resolution import Provision, Resolution
from resedit.redline.redline import Redline, State, Tracked
from resedit.store.load import load
from resedit.store.write import base_yaml
from resedit.wording.segments import Op, Wording
from tests.merge.cases import Case, cases
from tests.strategies import proposal

REFERENCE = re.compile(r"\[\^[^\]\s]+\]")


def taken(redline: Redline, name: str) -> list[str]:
    """The lines that are left when all that is by a proposal is accepted and all else rejected, without labels and
    numbers of notes."""
    lines = [words(redline.revision, name), words(redline.title, name), words(redline.opening, name)]
    lines += [line for node in redline.provisions for line in taken_lines(node, name)]
    notes = (note for note in redline.footnotes if (note.state is State.ADDED) <= (name in note.by))
    lines += [words(n.text, name) for n in notes if not (n.state is State.SUPPRESSED and name in n.by)]
    return [REFERENCE.sub("[^]", line) for line in lines]


def taken_lines(node: Tracked, name: str) -> Iterator[str]:
    is_accepted = name in node.by
    if (node.state is State.SUPPRESSED and is_accepted) or (node.state is State.ADDED and not is_accepted):
        return
    yield words(node.text, name)
    for below in node.items:
        yield from taken_lines(below, name)


def words(marked: Wording, name: str) -> str:
    return "".join(s.text for s in marked.segments if s.op is Op.KEEP or (s.op is Op.INSERT) is (name in s.by))


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


@given(cases(most=2))
def test_one_side_taken_is_what_it_makes_by_itself(case: Case) -> None:
    """Where nothing else meets it, and but for labels (a provision that may go keeps its number) and a footnote that
    one suppresses and another amends (its words go, the note stays)."""
    base, made = case
    merged = merge_all(base, made, brackets=True)
    book = AddressBook(base)
    if merged.problems or not merged.conflicts or len(merged.redline.proposals) < 2:
        return
    if any(node.state in (State.MOVED_FROM, State.MOVED_TO) for node in merged.redline.walk()):
        return
    requests = [request for pair in merged.conflicts for request in (pair.first, pair.second)]
    if any(r.what in (What.SUPPRESS, What.LABEL) and r.address.startswith("footnote/") for r in requests):
        return
    for one in merged.redline.proposals:
        alone, problems = build(make_plan(book, one))
        if not problems and not any(node.state is State.MOVED_FROM for node in alone.walk()):
            assert taken(merged.redline, one.number) == taken(alone, one.number)
    assert taken(merged.redline, "nobody") == taken(merge_all(base, []).redline, "nobody")


@given(cases())
def test_every_side_is_named(case: Case) -> None:
    """The final text names every proposal that is in conflict, in a bracket."""
    base, made = case
    merged = merge_all(base, made, brackets=True)
    final = text(merged.redline.final())
    for pair in merged.conflicts:
        for request in (pair.first, pair.second):
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
