"""Random edits of a Word file, as Word makes them. Made up."""

import copy
import io
import zipfile
from random import Random

from lxml import etree

from tests.record.edits import phrase

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = "word/document.xml"


def _rewritten(data: bytes, root: etree._Element) -> bytes:
    old, new = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(new, "w") as made:
        for member in old.infolist():
            made.writestr(member, etree.tostring(root) if member.filename == BODY else old.read(member))
    return new.getvalue()


def _root(data: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(BODY))


def edited_docx(random: Random, data: bytes) -> bytes:
    """A file without tracked changes, some paragraphs below the title taken out, doubled, moved, reworded, cut."""
    root = _root(data)
    for _ in range(random.choice((1, 1, 2, 3))):
        paragraphs = list(root.iter(f"{W}p"))[2:-1]
        paragraph = random.choice(paragraphs)
        parent, texts = paragraph.getparent(), list(paragraph.iter(f"{W}t"))
        at = parent.index(paragraph)
        match random.randint(0, 5):
            case 0 if len(parent.findall(f"{W}p")) > 1:
                parent.remove(paragraph)
            case 1:
                parent.insert(at, copy.deepcopy(paragraph))
            case 2 if paragraph.getnext() is not None and paragraph.getnext().tag == f"{W}p":
                parent.insert(at, paragraph.getnext())
            case 3 if texts:
                other = copy.deepcopy(paragraph)
                parent.insert(at + 1, other)
                *before, last = other.iter(f"{W}t")
                where = random.randint(0, len(last.text or ""))
                last.text, texts[-1].text = (last.text or "")[where:], (last.text or "")[:where]
                for empty in before:
                    empty.text = ""
            case _ if texts:
                some = random.choice(texts)
                words = (some.text or "").split(" ")
                where = random.randint(0, len(words))
                words[where : where + random.randint(0, 2)] = random.choice(([], [phrase(random)]))
                some.text = " ".join(words)
                some.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return _rewritten(data, root)


def settled(random: Random, data: bytes) -> bytes:
    """A file with tracked changes, some of the inserted runs rejected and some of the deleted ones kept."""
    root = _root(data)
    for change in list(root.iter(f"{W}ins", f"{W}del")):
        parent = change.getparent()
        if parent is None or parent.tag != f"{W}p" or random.randint(0, 3):
            continue
        at = parent.index(change)
        if change.tag == f"{W}del":
            for words in change.iter(f"{W}delText"):
                words.tag = f"{W}t"
            for offset, run in enumerate(list(change)):
                parent.insert(at + offset, run)
        parent.remove(change)
    return _rewritten(data, root)
