"""Word files read as one value with a history."""

import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import given

from resedit.formats.docx.ooxml import W
from resedit.formats.docx.tracked import read_tracked
from resedit.formats.docx.write import write_docx
from resedit.formats.write import write_document
from resedit.model.enums import View
from resedit.redline.document import Cell, Change, LossKind, Revision, TrackedDocument
from resedit.redline.redline import State
from resedit.wording.segments import Op, Wording
from tests.conftest import ROOT
from tests.formats.docx.samples import docx, drawn, part, resolution_30
from tests.formats.docx.xml import BODIES, cite, field, footnotes, gone, ins, note, p, row, run, table

CORPUS = Path(os.environ.get("RESEDIT_CORPUS", ROOT.parent / "shared" / "corpus")) / "docx"


def read(body: str, **others: str) -> TrackedDocument:
    return read_tracked(docx(body, **others))


def shown(words: Wording) -> str:
    """A wording in one string: `+inserted+`, `-deleted-`."""
    signs = {Op.KEEP: "", Op.INSERT: "+", Op.DELETE: "-"}
    return "".join(f"{signs[s.op]}{s.text}{signs[s.op]}" for s in words.segments)


def lines(body: str, **others: str) -> list[tuple[str, str]]:
    return [(line.state.value, shown(line.text)) for line in read(body, **others).lines]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(p(run("a") + ins(run("b")) + gone("c")), [("kept", "a+b+-c-")], id="runs"),
        pytest.param(
            p(run("old"), "ins") + p(ins(run("new"))),
            [("kept", "old"), ("added", "+new+")],
            id="a paragraph typed after the last one: the mark inserted is that of the old one",
        ),
        pytest.param(
            p(ins(run("new")), "ins") + p(run("old")),
            [("added", "+new+"), ("kept", "old")],
            id="a paragraph typed before another",
        ),
        pytest.param(
            p(run("long beginning"), "ins") + p(run("end")),
            [("kept", "long beginning-end-"), ("added", "+end+")],
            id="a paragraph split: what goes elsewhere is deleted here and inserted there",
        ),
        pytest.param(
            p(run("one"), "del") + p(run("number two")),
            [("suppressed", "-one-"), ("kept", "+one+number two")],
            id="two paragraphs joined",
        ),
        pytest.param(
            p(run("a"), "del") + p(run("longest"), "del") + p(run("c"), "del") + p(run("d")),
            [("suppressed", "-a-"), ("kept", "+a+longest+cd+"), ("suppressed", "-c-"), ("suppressed", "-d-")],
            id="a chain",
        ),
        pytest.param(
            p(gone("old") + ins(run("new"))),
            [("kept", "-old-+new+")],
            id="all its words replaced, its mark untouched",
        ),
        pytest.param(
            p(run("a"), "del") + table(row("t", "<w:del/>")) + p(run("zz")),
            [("suppressed", "-a-"), ("suppressed", "-t-"), ("kept", "+a+zz")],
            id="joined across a table that goes",
        ),
        pytest.param(table(row("a", "<w:ins/>")) + p(run("b")), [("added", "+a+"), ("kept", "b")], id="a row inserted"),
    ],
)
def test_what_becomes_of_paragraphs(body: str, expected: list[tuple[str, str]]) -> None:
    assert lines(body) == expected


@given(BODIES)
def test_each_view_is_what_the_file_says(body: str) -> None:
    """Words stand in a text unless something around them says that they do not: nothing is lost, nothing invented."""
    notes = footnotes(*(note(number, run(" n")) for number in (1, 2, 3)))
    document = read(body, footnotes=notes)
    tree = part(docx(body)).find(f"{{{W}}}body")
    for text, gone_names, row_name in (
        (document.final(), ("del", "moveFrom"), "del"),
        (document.original(), ("ins", "moveTo"), "ins"),
    ):
        expected = []
        for element in tree.iter(f"{{{W}}}t", f"{{{W}}}tab"):
            above = list(element.iterancestors())
            rows = [e for e in above if e.tag == f"{{{W}}}tr" and e.find(f"{{{W}}}trPr/{{{W}}}{row_name}") is not None]
            if not rows and not any(e.tag == f"{{{W}}}{name}" for e in above for name in gone_names):
                expected.append(element.text)
        found = "".join(line.text for line in text.lines)
        for number in ("1", "2", "3"):
            found = found.replace(f"[^{number}]", "")
        assert found == "".join(expected)


@given(BODIES)
def test_changes_are_the_segments_with_who_and_when(body: str) -> None:
    for line in read(body).lines:
        for op in (Op.INSERT, Op.DELETE):
            assert [c.text for c in line.changes if c.op is op] == [s.text for s in line.text.segments if s.op is op]
        text = line.text
        if line.state is State.ADDED:
            assert not text.original() and not line.label.original()
        if line.state is State.SUPPRESSED:
            assert not text.final() and not line.label.final()


def test_who_and_when() -> None:
    body = p(
        ins(run("a"), "Ann", "2026-01-01T00:00:00Z") + ins(run("b"), "Ann", "2026-01-02T00:00:00Z") + gone("c", "Bo")
    )
    (line,) = read(body).lines
    first, second = Revision("Ann", "2026-01-01T00:00:00Z"), Revision("Ann", "2026-01-02T00:00:00Z")
    assert line.changes == (
        Change(Op.INSERT, "a", first), Change(Op.INSERT, "b", second), Change(Op.DELETE, "c", Revision("Bo"))
    )  # fmt: skip
    assert line.text.by() == ("Ann", "Bo")
    assert read(body).revisions == (first, second, Revision("Bo"))


def test_who_joined_and_who_added_a_paragraph() -> None:
    joined, split = read(p(run("one"), "del") + p(run("number two"))).lines
    assert (joined.by, split.text.by()) == (("m",), ("m",))
    assert read(p(run("a")) + p(ins(run("b")), "ins") + p(run("c"))).lines[1].by == ("m",)
    assert read(table(row("a", '<w:ins w:author="r"/>'))).lines[0].by == ("r",)
    assert read(p(ins(run("a"), author=""))).lines[0].text.by() == ()


def test_cells_count_in_the_redlines_order() -> None:
    two = f"<w:tr><w:tc>{p(run('a'))}</w:tc><w:tc>{p(run('b'))}{table(row('nested'))}{p('')}</w:tc></w:tr>"
    document = read(p(run("x")) + table(row("gone", "<w:del/>"), two) + p("") + table(row("z")))
    found = [(line.cell, line.text.final() or line.text.original()) for line in document.lines]
    assert [item for item in found if item[1]] == [
        (None, "x"), (Cell(1, 1, 1), "gone"), (Cell(1, 2, 1), "a"), (Cell(1, 2, 2), "b"), (Cell(1, 2, 2), "nested"),
        (Cell(2, 1, 1), "z"),
    ]  # fmt: skip
    assert [line.place for line in document.lines] == list(range(1, 9))
    assert [loss.kind for loss in document.losses] == [LossKind.NESTED_TABLE]


@pytest.mark.parametrize("change", ["cellIns", "cellDel"])
def test_a_cell_that_comes_or_goes(change: str) -> None:
    cells = f"<w:tc>{p(run('a'))}</w:tc><w:tc><w:tcPr><w:{change} w:author='c'/></w:tcPr>{p(run('b'))}</w:tc>"
    kept, other = read(table(f"<w:tr>{cells}</w:tr>")).lines
    assert (kept.state, other.state) == (State.KEPT, State.ADDED if change == "cellIns" else State.SUPPRESSED)
    assert other.by == ("c",)


def test_notes_have_keys_and_a_label_in_each_text() -> None:
    body = p(run("a") + f"<w:del w:author='d'>{cite(1)}</w:del>" + f"<w:ins w:author='i'>{cite(2)}</w:ins>" + cite(3))
    notes = footnotes(note(1, run(" old")), note(2, run(" new")), note(3, run(" kept ") + ins(run("x"))))
    document = read(body, footnotes=notes)
    assert document.lines[0].text.final() == "a[^1-2][^2]"
    found = [(n.key, n.state.value, shown(n.label), shown(n.text)) for n in document.notes]
    assert found == [
        ("1", "suppressed", "-1-", "-old-"), ("2", "kept", "2", "kept +x+"), ("1-2", "added", "+1+", "+new+")
    ]  # fmt: skip
    assert document.final().lines[0].text == "a[^1][^2]"
    assert [(n.label, n.text) for n in document.final().notes] == [("1", "new"), ("2", "kept x")]
    assert [(n.label, n.text) for n in document.original().notes] == [("1", "old"), ("2", "kept ")]


def test_a_note_of_several_paragraphs_reads_as_one_line_in_each_text() -> None:
    body = f'<w:footnote w:id="1">{p(run(" one"))}{p(ins(run("two")), "ins")}{p(run("three"))}</w:footnote>'
    (found,) = read(p(run("a") + cite(1)), footnotes=footnotes(body)).notes
    assert (found.text.original(), found.text.final()) == ("one three", "one two three")


def test_a_reference_repeated_before_the_note_it_repeats() -> None:
    mark = f'<w:bookmarkStart w:id="9" w:name="n"/>{cite(1)}<w:bookmarkEnd w:id="9"/>'
    body = p(run("see ") + field(" NOTEREF n ", "1")) + p(run("here") + mark)
    document = read(body, footnotes=footnotes(note(1, run(" x"))))
    assert [line.text for line in document.final().lines] == ["see [^1]", "here[^1]"]


@pytest.mark.parametrize(
    ("content", "kind", "detail"),
    [
        ('<w:r><w:drawing><x:docPr xmlns:x="x" name="Map"/></w:drawing></w:r>', LossKind.PICTURE, "Map"),
        (
            f"<w:r><w:pict><w:txbxContent>{p(run('in a box'))}</w:txbxContent></w:pict></w:r>",
            LossKind.TEXT_BOX,
            "in a box",
        ),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', LossKind.SYMBOL, "Wingdings F04A"),
        ('<m:oMath xmlns:m="m"><m:r><m:t>x</m:t></m:r></m:oMath>', LossKind.EQUATION, "x"),
        ("<w:r><w:rPr><w:b/><w:i w:val='0'/></w:rPr><w:t>x</w:t></w:r>", LossKind.FORMATTING, "bold"),
        ("<w:r><w:rPr><w:rPrChange/></w:rPr><w:t>x</w:t></w:r>", LossKind.FORMATTING_CHANGE, ""),
        (field(" PAGE ", "7"), LossKind.FIELD, "PAGE"),
        (f'<w:fldSimple w:instr="DATE">{run("x")}</w:fldSimple>', LossKind.FIELD, "DATE"),
        (field(' HYPERLINK "http://x.example" ', "x"), LossKind.LINK, "http://x.example"),
        (f"<w:unheardOf>{run('lost')}</w:unheardOf>", LossKind.OTHER, "lost"),
        ("<w:r><w:br/></w:r>", LossKind.BREAK, "of a line, read as a blank"),
        ("<w:r><w:cr/></w:r>", LossKind.BREAK, "of a line, read as a blank"),
        ('<w:r><w:br w:type="page"/></w:r>', LossKind.BREAK, "of a page, read as a blank"),
        ("<w:r><w:softHyphen/></w:r>", LossKind.SOFT_HYPHEN, ""),
        ("<w:r><w:yearLong/></w:r>", LossKind.FIELD, "the date"),
        (cite(7), LossKind.OTHER, "the footnote that [^1] refers to is not in the file"),
        (ins(gone("no", "Bo"), "Ann"), LossKind.WITHDRAWN, "no (inserted by Ann, deleted by Bo)"),
    ],
)
def test_what_is_not_carried_is_told(content: str, kind: LossKind, detail: str) -> None:
    (loss,) = read(p(run("a")) + p(content)).losses
    assert (loss.kind, loss.place, loss.detail) == (kind, 2, detail)


def test_signs_that_are_read_as_they_are_lose_nothing() -> None:
    """A tab, a hyphen that does not break and a symbol that is a character."""
    content = '<w:r><w:t>a</w:t><w:tab/><w:noBreakHyphen/><w:sym w:font="Arial" w:char="00A7"/></w:r>'
    document = read(p(content))
    assert (document.lines[0].text.final(), document.losses) == ("a\t\u2011§", ())


def test_a_break_is_told_with_what_becomes_of_it() -> None:
    """In which of the texts it stands, or in which note."""
    inside = "<w:r><w:cr/></w:r>"
    document = read(p(ins(inside) + cite(1)), footnotes=footnotes(note(1, inside)))
    assert [(loss.kind, loss.place, loss.note, loss.state) for loss in document.losses] == [
        (LossKind.BREAK, 1, "", State.ADDED), (LossKind.BREAK, 0, "1", State.KEPT)
    ]  # fmt: skip


def test_parts_of_the_body_that_are_not_known_are_told() -> None:
    body = p(run("a")) + '<w:altChunk r:id="x" xmlns:r="r"/>' + f"<w:unheardOf>{p(run('lost'))}</w:unheardOf>"
    document = read(body)
    assert [line.text.final() for line in document.lines] == ["a"]
    assert [(loss.kind, loss.place, loss.detail) for loss in document.losses] == [
        (LossKind.OTHER, 1, "altChunk"), (LossKind.OTHER, 1, "lost")
    ]  # fmt: skip


def test_a_comment_is_told_with_who_says_what() -> None:
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="3" w:author="Ann">{p(run("why?"))}</w:comment></w:comments>'
    (loss,) = read(p('<w:r><w:commentReference w:id="3"/></w:r>'), comments=comments).losses
    assert (loss.kind, loss.detail) == (LossKind.COMMENT, "Ann: why?")


def test_headers_are_told() -> None:
    header = f'<w:hdr xmlns:w="{W}">{p(run("page"))}</w:hdr>'
    assert [(loss.kind, loss.place, loss.detail) for loss in read(p(""), header=header).losses] == [
        (LossKind.HEADER, 0, "page")
    ]


def test_losses_of_a_note_name_it() -> None:
    document = read(p(cite(1)), footnotes=footnotes(note(1, "<w:r><w:rPr><w:b/></w:rPr><w:t>x</w:t></w:r>")))
    assert [(loss.kind, loss.note) for loss in document.losses] == [(LossKind.FORMATTING, "1")]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("agreed", 'w:val="fr-CH" w:bidi="ar-SA"', "fr-CH"),
        ("القرار", 'w:val="en-US" w:bidi="ar-EG"', "ar-EG"),
        ("Резолюция", 'w:val="en-US"', "ru"),
        ("決議は", 'w:val="en-US" w:eastAsia="ja-JP"', "ja-JP"),
        ("决议", 'w:val="en-US" w:eastAsia="zh-CN"', "zh-CN"),
        ("", 'w:val="en-US"', "en-US"),
    ],
)
def test_the_language(text: str, lang: str, expected: str) -> None:
    body = p(f"<w:r><w:rPr><w:lang {lang}/></w:rPr><w:t>{text}</w:t></w:r>")
    assert read(body).language == expected


def test_what_we_write_is_read_back_with_its_changes() -> None:
    """Resolution 30, and made-up redlines: both texts, and who made each change."""
    for redline in [resolution_30(), *drawn(12, lambda resolution: resolution)]:
        data = write_docx(redline, date="2026-01-01")
        document = read_tracked(data)
        authors = {by for item in redline.walk() for by in item.by + item.label.by() + item.text.by()}
        found = {revision.author for revision in document.revisions}
        assert authors <= found
        assert {revision.date for revision in document.revisions} <= {"2026-01-01T00:00:00Z"}
        words = " ".join(line.text for line in document.final().lines)
        assert redline.title.final() in words


def corpus() -> list[str]:
    expected = CORPUS / "expected.json"
    return list(json.loads(expected.read_text("utf-8"))) if expected.exists() else []


@pytest.mark.skipif(not corpus(), reason="no ../shared/corpus/docx/expected.json (or $RESEDIT_CORPUS)")
@pytest.mark.parametrize("name", corpus())
def test_every_change_of_other_programs_files_is_carried_or_told(name: str) -> None:
    """Each author of a change of text in the file is an author of a change in the value, or of what it leaves out."""
    data = (CORPUS / name).read_bytes()
    document = read_tracked(data, name)
    root = part(data)
    w = root.tag.removesuffix("document")
    wrappers = [e for change in ("ins", "del", "moveFrom", "moveTo") for e in root.iter(f"{w}{change}")]
    texts = (f"{w}t", f"{w}delText")
    authors = {e.get(f"{w}author", "") for e in wrappers if "".join(t.text or "" for t in e.iter(*texts)).strip()}
    told = {revision.author for revision in document.revisions}
    withdrawn = " ".join(loss.detail for loss in document.losses if loss.kind is LossKind.WITHDRAWN)
    assert all(author in told or author in withdrawn for author in authors)


@pytest.mark.skipif(not corpus(), reason="no ../shared/corpus/docx/expected.json (or $RESEDIT_CORPUS)")
@pytest.mark.parametrize("name", corpus())
def test_the_text_of_other_programs_files_is_as_expected(name: str) -> None:
    """As `export --format text` prints it, the notes aside."""
    expected = json.loads((CORPUS / "expected.json").read_text("utf-8"))[name]
    document = read_tracked((CORPUS / name).read_bytes(), name)
    for view, key in ((View.FINAL, "accept"), (View.ORIGINAL, "reject")):
        lines = write_document(document, "text", view).splitlines()
        plain = [re.sub(r"\[\^[^\]]+\]", "[fn]", line).replace("\u2011", "-") for line in lines]
        assert [" ".join(line.split()) for line in plain if not line.startswith("[fn]: ")] == expected[key]


def test_a_paragraph_that_moves_stands_in_both_its_places_under_one_name() -> None:
    """As Word writes it: deleted words inside of the move are neither lost nor in either text there."""
    mark = (
        '<w:pPr><w:rPr><w:{} w:id="1" w:author="A"/></w:rPr></w:pPr><w:{}RangeStart w:id="{}" w:name="m" w:author="A"/>'
    )
    gone = mark.format("moveFrom", "moveFrom", 2) + within("moveFrom", "to go now")
    come = mark.format("moveTo", "moveTo", 3) + within("moveTo", "to go")
    come += (
        f'<w:moveTo w:id="4" w:author="A"><w:del w:id="5" w:author="A">{written("delText", " now")}</w:del></w:moveTo>'
    )
    body = f'<w:p>{gone}</w:p><w:moveFromRangeEnd w:id="2"/><w:p>{written("t", "stay")}</w:p><w:p>{come}</w:p>'
    document = read_tracked(docx(f'{body}<w:moveToRangeEnd w:id="3"/><w:p>{written("t", "end")}</w:p>'), "made-up.docx")
    first, _, third, _ = document.lines
    assert (first.state, third.state) == (State.MOVED_FROM, State.MOVED_TO)
    assert first.move and third.move and first.move.name == third.move.name
    assert (first.move.words.final(), third.move.words.original(), third.move.words.final()) == (
        "to go now", "to go now", "to go",
    )  # fmt: skip
    assert not document.losses


def test_moves_without_ranges_are_known_by_what_they_say() -> None:
    """As LibreOffice saves them: of two that say the same, nobody can tell which went where."""

    def end(change: str, text: str) -> str:
        return p(within(change, text), change)

    unlike = read(end("moveFrom", "first") + end("moveFrom", "second") + p(run("stay")) + end("moveTo", "second"))
    assert [line.state for line in unlike.lines] == [
        State.SUPPRESSED, State.MOVED_FROM, State.KEPT, State.MOVED_TO
    ]  # fmt: skip
    assert [line.move and line.move.words.final() for line in unlike.lines] == [None, "second", None, "second"]
    alike = read(end("moveFrom", "it") + end("moveFrom", "it") + p(run("stay")) + end("moveTo", "it"))
    assert not any(line.move for line in alike.lines)


def written(name: str, text: str) -> str:
    return f'<w:r><w:{name} xml:space="preserve">{text}</w:{name}></w:r>'


def within(change: str, text: str) -> str:
    return f'<w:{change} w:id="6" w:author="A">{written("t", text)}</w:{change}>'
