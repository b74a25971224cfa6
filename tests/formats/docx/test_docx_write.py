"""What stands in a Word file that resedit writes."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from lxml import etree

from resedit.amend.compare import compare
from resedit.formats.docx.read import read_docx
from resedit.formats.docx.write import timestamp, write_docx
from resedit.model.conference import Conference
from resedit.model.enums import Kind, Status, Symbol, View
from resedit.model.problem import ReseditError
from resedit.model.proposal import Amendment, Proposal
from resedit.model.resolution import Footnote, Provision, Resolution
from resedit.redline.view import untracked
from tests.formats.docx.samples import N, part, parts, resolution_30, revised

CONFERENCE = Conference("A Conference", "AC-17", venue="Somewhere", year="2017", sources=(("ECP", "Common Proposals"),))


def made_up(*items: Provision, language: str = "en", notes: tuple[Footnote, ...] = ()) -> Resolution:
    calls = (Provision("resolves", items=items, kind=Kind.CALL),)
    return Resolution("7", "Rev. Somewhere, 2014", "A title", "The Conference,", calls, notes, language=language)


def styles(data: bytes) -> list[tuple[str, str]]:
    return [(paragraph.style, paragraph.text) for paragraph in read_docx(data, accept=True).paragraphs]


def test_cover_number_and_reasons_stand_around_the_resolution() -> None:
    found = styles(write_docx(resolution_30(), conference=CONFERENCE))
    assert found[:9] == [
        ("Conference", "A Conference (AC-17)"),
        ("Venue", "Somewhere, 2017"),
        ("Source", "Common Proposals"),
        ("Title1", "Proposals for the work of the conference"),
        ("Covermatter", "Priority area: Resolutions and recommendations"),
        (
            "Covermatter",
            "Summary: The proposal includes updates to make the text in Resolution 30 time-proof by reiterating the "
            "importance of WSIS, and it includes a reference to relevant SDGs.",
        ),
        ("Covermatter", "Expected results: WTDC-17 is invited to examine and approve the attached proposal."),
        ("Covermatter", "References: Proposal for changes to Resolution 30."),
        ("Proposal", "MOD\tECP/24A5/1"),
    ]
    assert found[9] == ("ResNo", "RESOLUTION 30 (Rev. Buenos Aires, 2017)")
    reasons = "Reasons:\tUpdate of the Resolution taking into account relevant activities since 2014"
    assert found[-2:] == [("Reasons", reasons), ("Endrule", "")]


def test_a_source_stands_once_above_all_its_proposals_and_the_footer_names_the_first() -> None:
    numbers = ["XYZ/1/1", "XYZ/1/2", "XYZ/1/3"]
    proposals = tuple(Proposal(number, Symbol.MOD, "7", "Rev. Somewhere, 2014", source="XYZ") for number in numbers)
    data = write_docx(replace(untracked(made_up()), proposals=proposals), conference=CONFERENCE)
    assert [words for style, words in styles(data) if style == "Source"] == ["XYZ"]
    assert [words for style, words in styles(data) if style == "Proposal"] == [f"MOD\t{number}" for number in numbers]
    assert "AC-17 – XYZ/1/1, XYZ/1/2, … – " in "".join(part(data, "word/footer1.xml").itertext())


def test_clean_text_has_no_cover() -> None:
    found = styles(write_docx(resolution_30(), View.FINAL, conference=CONFERENCE))
    assert found[0] == ("ResNo", "RESOLUTION 30 (Rev. Buenos Aires, 2017)")
    assert {style for style, _ in found} <= {
        "ResNo", "Restitle", "Normalaftertitle", "Call", "Normal", "enumlev1", "enumlev2", "Endrule"}  # fmt: skip


def test_reasons_of_single_amendments_and_several_lines() -> None:
    amendments = (
        Amendment(Symbol.NOC, "resolves", reasons="It is fine."),
        Amendment(Symbol.NOC, "title", reasons="Never mind.", status=Status.WITHDRAWN),
    )
    proposal = Proposal("XYZ/1/1", Symbol.MOD, "7", "", amendments=amendments, reasons="One.\n\nTwo.")
    redline = replace(untracked(made_up(Provision("x"))), proposals=(proposal,))
    assert styles(write_docx(redline))[-4:] == [
        ("Reasons", "Reasons:\tOne."),
        ("Reasons", "Two."),
        ("Reasons", "Reasons (resolves):\tIt is fine."),
        ("Endrule", ""),
    ]


def test_styles_and_indents_by_depth() -> None:
    deep = Provision("a", "1", (Provision("b", "a)", (Provision("c", "i)", (Provision("d", "–"), Provision("e"))),)),))
    redline = revised(made_up(deep, Provision("f")), made_up(deep, Provision("f")))
    body = part(write_docx(redline))
    found = [
        (p.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=N), p.xpath("string(w:pPr/w:ind/@w:left)", namespaces=N))
        for p in body.iter(f"{{{N['w']}}}p")
    ]
    assert found[3:-1] == [
        ("Call", ""),
        ("enumlev1", ""),
        ("enumlev2", ""),
        ("enumlev3", ""),
        ("enumlev3", "2665"),
        ("Normal", "2268"),
        ("Normal", ""),
    ]


def test_letters_are_italic_and_numbers_and_roman_ones_are_not() -> None:
    items = (
        Provision("x", "a)"),
        Provision("y", "1", (Provision("z", "i)"), Provision("w", "ii)"))),
        Provision("v", "–"),
    )
    body = part(write_docx(revised(made_up(*items), made_up(*items))))
    assert body.xpath("//w:r[w:rPr/w:i]/w:t/text()", namespaces=N) == ["a)"]


def test_changes_name_their_proposal_and_the_date_given() -> None:
    root = part(write_docx(resolution_30(), date="2017-10-09"))
    changes = root.xpath("//w:ins | //w:del | //w:pPrChange", namespaces=N)
    assert {change.get(f"{{{N['w']}}}author") for change in changes} == {"ECP/24A5/1"}
    assert {change.get(f"{{{N['w']}}}date") for change in changes} == {"2017-10-09T00:00:00Z"}
    assert b"w:date" not in parts(write_docx(resolution_30()))["word/document.xml"]


def test_a_change_by_nobody_is_resedit_s() -> None:
    data = write_docx(compare(made_up(Provision("one")), made_up(Provision("two")), ()))
    assert set(part(data).xpath("//@w:author", namespaces=N)) == {"resedit"}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2017-10-09", "2017-10-09T00:00:00Z"),
        ("2017-10-09T12:30:00Z", "2017-10-09T12:30:00Z"),
        ("2017-10-09T00:30:00+02:00", "2017-10-08T22:30:00Z"),
        ("2017-10-09T12:30", "2017-10-09T12:30:00Z"),
    ],
)
def test_dates(date: str, expected: str) -> None:
    assert timestamp(date) == expected


@pytest.mark.parametrize(
    "date", ["yesterday", "2017-13-01", "09.10.2017", "20171009", "2017-10-09 ", "2017-W40-1", "2017"]
)
def test_other_dates_are_refused(date: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        write_docx(resolution_30(), date=date)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800", "\n", "\r"])
@pytest.mark.parametrize("where", ["title", "opening", "label", "text", "note"])
def test_a_character_that_word_cannot_hold_stops_with_its_name(character: str, where: str) -> None:
    bad = f"bad{character}one"
    base = made_up(
        Provision(bad if where == "text" else "good[^1]", bad if where == "label" else "1"),
        notes=(Footnote("1", bad if where == "note" else "a note"),),
    )
    base = replace(base, title=bad if where == "title" else "t", opening=bad if where == "opening" else "o")
    with pytest.raises(ReseditError, match=f"U\\+{ord(character):04X}"):
        write_docx(untracked(base))


def test_a_note_that_nothing_refers_to_is_printed_after_the_text() -> None:
    base = made_up(Provision("x"), notes=(Footnote("1", "a lonely note"),))
    assert ("FootnoteText", "1\ta lonely note") in styles(write_docx(revised(base, base)))


def test_a_repeated_reference_is_a_cross_reference() -> None:
    base = made_up(Provision("x[^1] and y[^1]"), notes=(Footnote("1", "a note"),))
    root = part(write_docx(revised(base, base)))
    assert len(root.xpath("//w:footnoteReference", namespaces=N)) == 1
    (name,) = root.xpath("//w:bookmarkStart/@w:name", namespaces=N)
    assert root.xpath("//w:instrText/text()", namespaces=N) == [f" NOTEREF {name} \\h "]


def test_a_custom_mark_is_not_counted() -> None:
    notes = (Footnote("1", "counted"), Footnote("*", "starred"))
    base = made_up(Provision("x[^*] y[^1]"), notes=notes)
    root = part(write_docx(revised(base, base)))
    marks = [(r.get(f"{{{N['w']}}}customMarkFollows"), r.getparent().xpath("string(w:t)", namespaces=N))
             for r in root.iter(f"{{{N['w']}}}footnoteReference")]  # fmt: skip
    assert marks == [("1", "*"), (None, "")]


def test_two_insertions_are_never_joined_by_a_kept_mark() -> None:
    """LibreOffice takes the mark between them along when it rejects them: see adjacency.py."""
    old, new = made_up(Provision("one")), made_up(Provision("one more"), Provision("new"))
    paragraphs = list(part(write_docx(revised(old, new))).iter(f"{{{N['w']}}}p"))
    for one, two in pairwise(paragraphs):
        is_kept = not one.xpath("w:pPr/w:rPr/w:ins", namespaces=N)
        if is_kept and two.xpath("w:pPr/w:rPr/w:ins", namespaces=N):
            assert etree.QName(one[-1]).localname != "ins"
            break
    else:
        pytest.fail("nothing was inserted")


def test_a_label_that_comes_changes_the_layout_as_a_tracked_change() -> None:
    root = part(write_docx(revised(made_up(Provision("one")), made_up(Provision("one", "1"), Provision("two", "2")))))
    (change,) = root.xpath("//w:pPrChange", namespaces=N)
    assert change.getparent().xpath("string(w:pStyle/@w:val)", namespaces=N) == "enumlev1"
    assert change.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=N) == "Normal"


def test_right_to_left() -> None:
    base = made_up(Provision("نص", "1"), language="ar")
    root = part(write_docx(revised(base, made_up(Provision("نص جديد", "1"), language="ar"))))
    assert all(p.find("w:pPr/w:bidi", N) is not None for p in root.iter(f"{{{N['w']}}}p"))
    assert all(r.find("w:rPr/w:rtl", N) is not None for r in root.iter(f"{{{N['w']}}}r"))
    assert root.find("w:body/w:sectPr/w:bidi", N) is not None


@pytest.mark.parametrize(
    ("language", "attribute", "value"),
    [("ar-EG", "bidi", "ar-EG"), ("ar", "bidi", "ar-SA"), ("zh", "eastAsia", "zh-CN"), ("ja", "eastAsia", "ja-JP"),
     ("fr-CH", "val", "fr-CH"), ("en", "val", "en-GB"), ("pt", "val", "pt")],
)  # fmt: skip
def test_language_of_the_runs(language: str, attribute: str, value: str) -> None:
    base = made_up(Provision("x"), language=language)
    root = part(write_docx(revised(base, base)), "word/styles.xml")
    assert root.xpath(f"string(w:docDefaults//w:lang/@w:{attribute})", namespaces=N) == value


def test_the_footer_names_the_document_and_counts_pages() -> None:
    root = part(write_docx(resolution_30(), conference=CONFERENCE), "word/footer1.xml")
    assert "".join(root.itertext()) == "AC-17 – ECP/24A5/1 – RESOLUTION 30 (Rev. Dubai, 2014)1 / 1"
    assert root.xpath("//w:fldSimple/@w:instr", namespaces=N) == [" PAGE ", " NUMPAGES "]


def test_the_file_tells_no_time_and_no_machine() -> None:
    data = write_docx(resolution_30())
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {(info.date_time, info.create_system) for info in archive.infolist()} == {((1980, 1, 1, 0, 0, 0), 0)}
        assert archive.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
    properties = parts(data)["docProps/core.xml"].decode() + parts(data)["docProps/app.xml"].decode()
    assert not re.search("created|modified|TotalTime", properties)
