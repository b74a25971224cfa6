"""Word files with something done to them at random are read, or refused with one clear problem."""

import json
import os
from functools import cache
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from resedit.formats.docx.ooxml import W
from resedit.formats.docx.tracked import read_tracked
from resedit.formats.docx.write import write_docx
from resedit.formats.write import write_changes, write_document
from resedit.model.enums import View
from resedit.model.problem import UnreadableError
from resedit.redline.changes import document_changes
from resedit.wording import criticmarkup
from resedit.wording.segments import Op
from tests.conftest import ROOT
from tests.formats.docx.samples import docx, drawn, parts, resolution_30, zipped
from tests.formats.docx.xml import DEEP, cite, field, footnotes, gone, ins, listed, note, numbering, p, row, run, table

CORPUS = Path(os.environ.get("RESEDIT_CORPUS", ROOT.parent / "shared" / "corpus")) / "docx"
LARGEST = 60_000
"""Larger files take too long for a test that changes them a hundred times."""
TAGS = ("p", "r", "t", "ins", "del", "moveFrom", "moveTo", "tbl", "tr", "tc", "pPr", "rPr", "numPr", "sdt", "fldChar",
        "footnoteReference", "pPrChange", "numberingChange", "body", "sym", "ilvl", "abstractNum", "lvl")  # fmt: skip
VALUES = ("", "0", "-1", "99999999999999999999", "x", "\u202e", "1.5", "true", "%1%2%9", "]", "end", "separate")


def made_up() -> bytes:
    """A document with something of everything."""
    body = listed(run("a")) + listed(ins(run("b") + gone("c")), 1, 1, "ins") + p(run("d"), "del")
    body += table(row("e", "<w:ins/>"), row("f", "<w:del/>")) + p(cite(1) + cite(2, "*") + field(" NOTEREF x ", "1"))
    body += p(f"<w:moveFrom>{run('g')}</w:moveFrom>", "moveFrom") + p(f"<w:moveTo>{run('g')}</w:moveTo>", "moveTo")
    notes = footnotes(note(1, run(" n") + ins(run("m"))), note(2, run("* star")))
    styles = f'<w:styles xmlns:w="{W}"><w:style w:styleId="A"><w:basedOn w:val="A"/></w:style></w:styles>'
    return docx(body, footnotes=notes, numbering=numbering(DEEP), styles=styles)


def files() -> list[bytes]:
    """Our own, and those of the corpus that are small."""
    own = [made_up(), write_docx(resolution_30()), *(write_docx(redline) for redline in drawn(3, lambda text: text))]
    found = sorted(CORPUS.glob("*.docx"))
    return own + [path.read_bytes() for path in found if path.stat().st_size <= LARGEST]


@cache
def originals() -> list[dict[str, bytes]]:
    """The files, unpacked."""
    return [parts(data) for data in files()]


def changed(xml: bytes, random: Random) -> bytes:
    """A part with a few elements taken out, doubled, moved, renamed, wrapped or given odd values."""
    root = etree.fromstring(xml)
    elements = [element for element in root.iter() if isinstance(element.tag, str) and element is not root]
    for element in random.sample(elements, min(len(elements), random.randint(1, 6))):
        parent = element.getparent()
        if parent is None:
            continue
        what = random.randrange(6)
        if what == 0:
            parent.remove(element)
        elif what == 1:
            parent.append(etree.fromstring(etree.tostring(element)))
        elif what == 2 and element not in (other := random.choice(elements)).iterancestors() and other is not element:
            other.append(element)
        elif what == 3:
            element.tag = f"{{{W}}}{random.choice(TAGS)}"
        elif what == 4:
            wrapper = etree.Element(f"{{{W}}}{random.choice(TAGS)}")
            parent.replace(element, wrapper)
            wrapper.append(element)
        else:
            name = random.choice([*element.attrib, f"{{{W}}}val", f"{{{W}}}id"])
            element.set(name, random.choice(VALUES))
    data = bytes(etree.tostring(root))
    return data[: random.randrange(len(data))] if random.random() < 0.05 else data


def checked(data: bytes) -> None:
    """The file is refused with one problem, or read into a value that is sound and can be printed in every form."""
    try:
        document = read_tracked(data, "x.docx")
    except UnreadableError as error:
        assert len(error.problems) == 1
        return
    items = [(line.text, line.changes) for line in document.lines]
    for text, changes in [*items, *((note_.text, note_.changes) for note_ in document.notes)]:
        assert "".join(c.text for c in changes) == "".join(s.text for s in text.segments if s.op is not Op.KEEP)
    for view in View:
        json.loads(write_document(document, "json", view))
        write_document(document, "markdown", view)
    assert len(document.original().lines) + len(document.final().lines) >= len(document.lines)
    for marked in write_document(document, "text").splitlines():
        criticmarkup.parse(marked)
    write_changes(document_changes(document), "text")


@settings(max_examples=100, deadline=None)
@given(st.randoms(use_true_random=True))
def test_a_file_with_its_xml_changed_is_read_or_refused(random: Random) -> None:
    members = dict(random.choice(originals()))
    known = [name for name in members if name.endswith((".xml", ".rels"))]
    for name in dict.fromkeys([*random.sample(known, random.randint(1, min(2, len(known)))), "word/document.xml"]):
        members[name] = changed(members[name], random)
    if random.random() < 0.1:
        del members[random.choice(list(members))]
    checked(zipped(members))


@settings(max_examples=60, deadline=None)
@given(st.randoms(use_true_random=True))
def test_a_file_with_bytes_changed_is_read_or_refused(random: Random) -> None:
    data = bytearray(zipped(random.choice(originals())))
    for _ in range(random.randint(1, 20)):
        data[random.randrange(len(data))] = random.randrange(256)
    checked(bytes(data[: random.randrange(len(data))] if random.random() < 0.2 else data))


def test_every_file_is_read_as_it_is() -> None:
    for members in originals():
        document = read_tracked(zipped(members))
        assert document.lines
        checked(zipped(members))
