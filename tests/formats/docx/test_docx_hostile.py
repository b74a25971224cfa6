"""Files that are no Word documents, or mean harm: one clear problem each, and little memory or time."""

import io
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from resedit.formats.docx import archive, tracked
from resedit.formats.docx.ooxml import W
from resedit.formats.docx.read import read_docx
from resedit.formats.docx.tracked import read_tracked
from resedit.formats.docx.write import write_docx
from resedit.model.place import Place
from resedit.model.problem import UnreadableError
from tests.formats.docx.samples import docx, parts, resolution_30, zipped
from tests.formats.docx.xml import DEEP, cite, footnotes, level, listed, note, numbering, p, run

BODY = f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:body></w:document>'
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048)
BOMB = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
) + "]>"  # fmt: skip
OUTSIDE = "<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
SPREADSHEET = {"xl/workbook.xml": b"<workbook/>", "[Content_Types].xml": b"<Types/>"}


def document(xml: bytes) -> bytes:
    return zipped({"word/document.xml": xml})


def refused(data: bytes) -> str:
    with pytest.raises(UnreadableError) as error:
        read_docx(data, accept=True, file="x.docx")
    (problem,) = error.value.problems
    assert (problem.rule, problem.place) == ("docx", Place("x.docx"))
    return problem.message


def encrypted_member() -> bytes:
    data = bytearray(docx("<w:p/>"))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(signature)
        while start >= 0:
            data[start + offset] |= 1
            start = data.find(signature, start + 4)
    return bytes(data)


def understated(size: int) -> bytes:
    """A part that says it is small and unpacks to much."""
    name, plain = b"word/document.xml", bytes(size)
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(plain) + packer.flush()
    common = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, zlib.crc32(plain), len(packed), 10, len(name), 0)
    local = b"PK\x03\x04" + common + name + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    return local + central + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)


def twice_named() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as found:
        found.writestr("word/document.xml", BODY.format("one"))
        found.writestr("WORD/document.xml", BODY.format("two"))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", "not a Word document", id="empty"),
        pytest.param(b"%PDF-1.7", "not a Word document", id="a PDF"),
        pytest.param(OLD, "old binary file", id="an old .doc"),
        pytest.param(OLD + "EncryptedPackage".encode("utf-16-le"), "encrypted", id="a file with a password"),
        pytest.param(encrypted_member(), "encrypted", id="an encrypted part"),
        pytest.param(
            zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}),
            "OpenDocument",
            id="an odt",
        ),
        pytest.param(zipped(SPREADSHEET), "word/document.xml is missing", id="a spreadsheet"),
        pytest.param(docx("<w:p/>")[:-30], "cut off", id="truncated"),
        pytest.param(b"PK\x03\x04" + bytes(100), "cut off", id="only a beginning"),
        pytest.param(document(b"<w:document"), "well-formed", id="broken XML"),
        pytest.param(document(b""), "well-formed", id="an empty part"),
        pytest.param(document(b"<document><body/></document>"), "not a Word document", id="another namespace"),
        pytest.param(document(f'<w:document xmlns:w="{W}"/>'.encode()), "not a Word document", id="no body"),
        pytest.param(document((BOMB + BODY.format("&j;")).encode()), "document type", id="an entity bomb"),
        pytest.param(document((OUTSIDE + BODY.format("&x;")).encode()), "document type", id="an outside entity"),
        pytest.param(document((OUTSIDE + BODY.format("&x;")).encode("utf-16")), "document type", id="… in UTF-16"),
        pytest.param(document((BOMB + BODY.format("&j;")).encode("utf-16")), "document type", id="a bomb in UTF-16"),
        pytest.param(document((BOMB + BODY.format("&j;")).encode("utf-32")), "document type", id="… in UTF-32"),
        pytest.param(twice_named(), "same name", id="two parts of one name"),
        pytest.param(zipped({f"word/{n}": b"" for n in range(2001)}), "2001 parts", id="too many parts"),
    ],
)
def test_one_clear_problem(data: bytes, message: str) -> None:
    assert message in refused(data)


@pytest.mark.parametrize("limit", ["MAX_PART", "MAX_TOTAL"])
def test_a_bomb_is_measured_while_it_unpacks(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, limit, 1024 * 1024)
    big = BODY.format("x" * 1024 * 1024).encode()
    assert "unpacks to more than 1 MiB" in refused(document(big))


def test_a_part_that_lies_about_its_size_gives_no_more_than_it_says() -> None:
    assert "word/document.xml" in refused(understated(50_000_000))


@pytest.mark.parametrize("target", ["../../../etc/passwd", "/etc/passwd", "..\\\\..\\\\x", "file:///etc/passwd", ""])
def test_relations_never_lead_out_of_the_file(target: str) -> None:
    found = parts(docx("<w:p/>", footnotes=f'<w:footnotes xmlns:w="{W}"/>'))
    relations = found["word/_rels/document.xml.rels"].decode().replace("footnotes.xml", target)
    read = read_docx(zipped({**found, "word/_rels/document.xml.rels": relations.encode()}), accept=True)
    assert read.notes == ()


def test_every_truncation_and_flipped_byte_is_read_or_refused() -> None:
    data = write_docx(resolution_30())
    for position in range(0, len(data), 97):
        flipped = data[:position] + bytes([data[position] ^ 0xFF]) + data[position + 1 :]
        for broken in (data[:position], flipped):
            try:
                read_docx(broken, accept=True)
            except UnreadableError as error:
                assert len(error.problems) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-7", "cp037"])
def test_a_billion_laughs_in_any_encoding(encoding: str) -> None:
    declared = f'<?xml version="1.0" encoding="{encoding.upper()}"?>' + BOMB + BODY.format("&j;")
    message = refused(document(declared.encode(encoding)))
    assert "document type" in message or "well-formed" in message


@pytest.mark.parametrize("name", ["../../../etc/passwd", "/etc/passwd", "word/../../x", "C:\\x", "word\\document.xml"])
def test_the_names_of_members_lead_nowhere(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = read_docx(zipped({**parts(docx(p(run("a")))), name: b"evil"}), accept=True)
    assert [paragraph.text for paragraph in found.paragraphs] == ["a"]
    assert list(tmp_path.rglob("*")) == []


def test_ten_thousand_members() -> None:
    assert "10000 parts" in refused(zipped({f"word/{n}.xml": b"" for n in range(10_000)}, zipfile.ZIP_STORED))


def test_a_document_part_of_200_megabytes() -> None:
    """It unpacks from little, and no more of it is unpacked than may be."""
    packer = io.BytesIO()
    with zipfile.ZipFile(packer, "w", zipfile.ZIP_DEFLATED) as found, found.open("word/document.xml", "w") as part:
        part.write(BODY.partition("{}")[0].encode())
        for _ in range(200):
            part.write(b"x" * 1024 * 1024)
        part.write(b"</w:t></w:r></w:p></w:body></w:document>")
    assert len(packer.getvalue()) < 1024 * 1024
    assert "unpacks to more than 64 MiB" in refused(packer.getvalue())


@pytest.mark.parametrize(("limit", "module"), [("MAX_TAGS", archive), ("MAX_PARAGRAPHS", tracked)])
def test_a_document_of_too_many_pieces(limit: str, module: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, limit, 50)
    assert "more than 50" in refused(docx("<w:p/>" * 60))


@pytest.mark.parametrize("depth", [10, 40, 80, 400, 3000])
@pytest.mark.parametrize("element", ["tbl", "sdt", "ins", "hyperlink"])
def test_nesting_is_read_or_refused(depth: int, element: str) -> None:
    opened, closed = {
        "tbl": ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        "sdt": ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        "ins": ("<w:ins>", "</w:ins>"),
        "hyperlink": ("<w:hyperlink>", "</w:hyperlink>"),
    }[element]
    inside = run("a") if element == "hyperlink" else p(run("a"))
    body = opened * depth + inside + closed * depth
    data = docx(p(body) if element == "hyperlink" else body)
    try:
        found = read_docx(data, accept=True)
    except UnreadableError as error:
        assert len(error.problems) == 1 and depth > 40
    else:
        assert "a" in [paragraph.text for paragraph in found.paragraphs]


def test_thousands_of_notes() -> None:
    """With one mark all of them: each has a key of its own."""
    body = "".join(p(cite(number, "*")) for number in range(3000))
    notes = footnotes(*(note(number, run(f"* n{number}")) for number in range(3000)))
    document_ = read_tracked(docx(body, footnotes=notes))
    assert len({found.key for found in document_.notes}) == 3000
    assert {found.label for found in document_.final().notes} == {"*"}


def test_list_numbers_that_would_be_longer_than_the_text() -> None:
    long = "%1%2%3%4%5%6%7%8%9" * 10_000
    levels = "".join(level(index, long, "lowerLetter", '<w:start w:val="2147483647"/>') for index in range(9))
    labels = [
        line.label for line in read_tracked(docx(listed(run("x"), 1, 8) * 3, numbering=numbering(levels))).final().lines
    ]
    assert all(len(label) <= 255 for label in labels)


def test_levels_that_do_not_exist() -> None:
    body = "".join(
        p(run("x"), properties=f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="1"/></w:numPr>')
        for value in ("99", "-3", "x", "")
    )
    assert len(read_tracked(docx(body, numbering=numbering(DEEP))).lines) == 4


def test_a_chain_of_ten_thousand_styles() -> None:
    styles = "".join(f'<w:style w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>' for n in range(10_000))
    body = "".join(p(run("x"), style=f"s{n}") for n in range(0, 10_000, 50))
    found = read_tracked(docx(body, styles=f'<w:styles xmlns:w="{W}">{styles}</w:styles>'))
    assert len(found.lines) == 200
