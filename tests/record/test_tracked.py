"""What a Word file says of a paragraph, and what it only seems to say. Made up (source XYZ)."""

from dataclasses import replace

import pytest

from resedit.amend.compare import compare
from resedit.formats.docx.read import read_docx, resolution_lines
from resedit.formats.docx.tracked import read_tracked
from resedit.formats.docx.write import write_docx
from resedit.merge.merge import apply
from resedit.model.enums import Kind, Symbol
from resedit.model.proposal import Proposal
from resedit.model.resolution import Provision, Resolution
from resedit.record.imports import import_document
from resedit.record.record import record
from resedit.store.write import proposal_yaml
from resedit.verify.compare import mismatches
from tests.formats.docx.samples import docx
from tests.formats.docx.xml import cite, footnotes, gone, ins, note, p, run

GONE = {
    "a label": ("b)\tthat others know;", Provision("that others know;", "b)")),
    "the end of an item": (
        "that the Conference, in its Resolution 2 (Nowhere, 1999), resolved to know what there is,",
        Provision("that the Conference, in its Resolution 2 (Nowhere, 1999), resolved to know what there is,"),
    ),
    "the base": ("that one knows", Provision("that one knows")),
}
"""What goes before a call, and the provision it is in the base."""
TAB = "<w:r><w:tab/></w:r>"
A = Provision("that someone knows;", "a)")
LIKE = Proposal("XYZ/1/1", Symbol.MOD, "1", "Nowhere, 2001", source="XYZ")


def base(provision: Provision) -> Resolution:
    goes = (A, provision) if provision.label else (provision,)
    calls = (
        Provision("recalling", items=goes, kind=Kind.CALL),
        Provision("paying tribute to", items=(Provision("nobody,"),), kind=Kind.CALL),
    )
    return Resolution("1", "Nowhere, 2001", "On one", provisions=calls)


def saved(said: str, after: str) -> bytes:
    """A file whose last paragraph below a call goes, and has the style of the call behind it, as LibreOffice saves it;
    `after` is the style of that call."""
    item = p(run(A.label) + TAB + run(A.text)) if said.startswith("b)") else ""
    deleted = gone(said).replace("\t", "</w:delText><w:tab/><w:delText>")
    return docx(
        p(run("MOD\tXYZ/1/1".replace("\t", " ")), style="Proposal")
        + p(run("RESOLUTION 1 (Nowhere, 2001)"), style="ResNo")
        + p(run("On one"), style="Restitle")
        + p(run("recalling"), style="Call")
        + item
        + p(deleted, "del", style="Call")
        + p(run("paying tribute to"), style=after)
        + p(run("nobody,"))
    )


@pytest.mark.parametrize("why", ["a label", "the end of an item"])
def test_a_style_alone_makes_no_call_of_what_reads_as_an_item(why: str) -> None:
    said, provision = GONE[why]
    (made,) = import_document(read_tracked(saved(said, "Call"), "made-up.docx"), lambda *_: None).proposals
    assert made.base == base(provision)
    assert [(one.symbol, one.address) for one in made.proposal.amendments] == [
        (Symbol.SUP, f"recalling/{'b' if provision.label else '1'}")
    ]


@pytest.mark.parametrize("after", ["Call", "enumlev1"])
@pytest.mark.parametrize("why", GONE)
def test_a_known_base_decides_what_is_a_call(why: str, after: str) -> None:
    """Imported or recorded: though the one has the style of calls, and the other lost it."""
    said, provision = GONE[why]
    data, known = saved(said, after), base(provision)
    (made,) = import_document(read_tracked(data, "made-up.docx"), lambda *_: known).proposals
    assert made.base == known
    for proposal in (made.proposal, record(known, data, "made-up.docx", LIKE).proposal):
        final = apply(known, [proposal]).final()
        assert [item.kind for item in final.provisions] == [Kind.CALL, Kind.CALL]
        assert [item.text for item in final.walk() if item.kind is Kind.PARAGRAPH][-1] == "nobody,"
        assert provision not in final.walk()


def untabbed(*lines: str) -> bytes:
    heads = p(run("MOD XYZ/1/1"), style="Proposal") + p(run("RESOLUTION 1 (Nowhere, 2001)"), style="ResNo")
    heads += p(run("On one"), style="Restitle")
    return docx(heads + "".join(line if "<" in line else p(run(line)) for line in lines))


def test_a_blank_behind_a_label_is_a_tab_and_is_told() -> None:
    """In a list that was typed so, in one that has tabs, and where the label changes."""
    changed = p(gone("b)") + ins(run("c)")) + run(" two,"))
    data = untabbed("recalling", "a) one;", p(ins(run("b) new;")), "ins"), changed, "resolves", "1 to do;", "2 to go.")
    document = read_tracked(data, "made-up.docx")
    made = import_document(document, lambda *_: None)
    (one,) = made.proposals
    assert one.base is not None
    assert [[(i.label, i.text) for i in call.items] for call in one.base.provisions] == [
        [("a)", "one;"), ("b)", "two,")], [("1", "to do;"), ("2", "to go.")]
    ]  # fmt: skip
    assert [(a.symbol, a.address) for a in one.proposal.amendments] == [(Symbol.ADD, "recalling")]
    final = apply(one.base, [one.proposal]).final()
    assert [item.label for item in final.provisions[0].items] == ["a)", "b)", "c)"]
    told = [loss.place for loss in made.losses if loss.detail == "a blank behind a label, read as a tab"]
    assert told == [5, 6, 7, 9, 10]
    for view, accept in ((one.base, False), (final, True)):
        assert not mismatches(view, resolution_lines(read_docx(data, accept=accept)))


def test_words_that_begin_as_labels_do_are_told() -> None:
    """Where nothing near by bears it out, what reads as a label stays what it is."""
    made = import_document(read_tracked(untabbed("recalling", "1 January 2018 was a day,"), ""), lambda *_: None)
    assert made.proposals[0].base is not None
    assert made.proposals[0].base.provisions[0].items[0].text == "1 January 2018 was a day,"
    told = [loss.place for loss in made.losses if "1 January 2018" in loss.detail]
    assert told == [5]


def test_what_the_base_has_as_words_is_no_label() -> None:
    items = (Provision("a) one;"), Provision("b) two,"))
    known = Resolution(
        "1", "Nowhere, 2001", "On one", provisions=(Provision("recalling", items=items, kind=Kind.CALL),)
    )
    data = untabbed("recalling", "a) one;", p(run("b) two") + ins(run(" or three")) + run(",")))
    (made,) = import_document(read_tracked(data, "made-up.docx"), lambda *_: known).proposals
    assert [(a.symbol, a.address) for a in made.proposal.amendments] == [(Symbol.MOD, "recalling/2")]
    for redline in (apply(known, []), compare(known, replace(known, title="On 1"))):
        (back,) = import_document(read_tracked(write_docx(redline)), lambda *_: None, number="XYZ/1/1").proposals
        assert back.base == known


def test_tabs_are_told_wherever_they_stand() -> None:
    """In the title, in the text behind a label, in a note."""
    body = (
        p(run("MOD XYZ/1/1"), style="Proposal")
        + p(run("RESOLUTION\xa01 (Nowhere, 2001)"), style="ResNo")
        + p(run("On") + TAB + run("one"), style="Restitle")
        + p(run("recalling") + cite(1), style="Call")
        + p(run("a)") + TAB + run("one") + TAB + run("thing,"))
    )
    data = docx(body, footnotes=footnotes(note(1, run(" as") + TAB + run("so"))))
    made = import_document(read_tracked(data, "made-up.docx"), lambda *_: None)
    told = [(loss.place, loss.note) for loss in made.losses if loss.detail == "a tab in the text, read as a blank"]
    assert told == [(0, "1"), (3, ""), (5, "")]
    (number,) = [loss.detail for loss in made.losses if loss.place == 2]
    assert number.endswith(": U+0020 SPACE for U+00A0 NO-BREAK SPACE")


def joined(first: str, second: str, *, is_second_label_kept: bool = False) -> str:
    """The amendments of a copy in which the mark between two items is taken out."""
    items = (Provision("to go on with the work of the Union;", "1"), Provision("to report on what there is;", "2"))
    known = Resolution("1", "Nowhere, 2001", "On one", provisions=(Provision("resolves", items=items, kind=Kind.CALL),))
    label = run("2") + TAB if is_second_label_kept else gone("2</w:delText><w:tab/><w:delText>")
    heads = p(run("RESOLUTION 1 (Nowhere, 2001)"), style="ResNo") + p(run("On one"), style="Restitle")
    heads += p(run("resolves"), style="Call")
    data = docx(heads + p(run("1") + TAB + first, "del") + p(label + second) + p(""))
    return proposal_yaml(record(known, data, "made-up.docx", LIKE).proposal).partition("amendments:\n")[2]


def test_paragraphs_that_are_joined_are_one_reworded_and_one_gone() -> None:
    """The words of the shorter one are added to the longer, and nothing else is written."""
    first, second = run("to go on with the work of the Union"), run("to report on what there is;")
    assert joined(first + gone(";") + ins(run(", and ")), second) == (
        "- MOD: resolves/1\n  text: to go on with the work of the Union{--;--}{++, and to report on what there is;++}\n"
        "- SUP: resolves/2\n"
    )
    assert joined(first + run(";"), second, is_second_label_kept=True) == (
        "- MOD: resolves/1\n  text: to go on with the work of the Union;{++2 to report on what there is;++}\n"
        "- SUP: resolves/2\n"
    )
