"""Files that are no Word documents, or mean harm: one clear problem each, and little memory or time."""

import io
import struct
import zipfile
import zlib

import pytest

from resedit.formats.docx import archive
from resedit.formats.docx.ooxml import W
from resedit.formats.docx.read import read_docx
from resedit.formats.docx.write import write_docx
from resedit.model.place import Place
from resedit.model.problem import UnreadableError
from tests.formats.docx.samples import docx, parts, resolution_30, zipped

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


def test_deep_nesting_is_refused() -> None:
    deep = "<w:sdt>" * 5000 + "</w:sdt>" * 5000
    assert "well-formed" in refused(docx(deep))


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
