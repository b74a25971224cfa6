"""What Word does when some authors' changes are accepted and all others' rejected, done to the XML of a file."""

from collections.abc import Callable

from lxml import etree

from resedit.formats.docx.ooxml import W
from resedit.redline.redline import BRACKETS
from tests.formats.docx.samples import parts, zipped

Accepts = Callable[[str], bool]
_W = f"{{{W}}}"
_PARTS = ("word/document.xml", "word/footnotes.xml")
_KEPT_WORDS = {f"{_W}delText": f"{_W}t", f"{_W}delInstrText": f"{_W}instrText"}


def by_name(name: str) -> Accepts:
    """The authors that name a proposal."""
    return lambda author: name in author.strip("[]").split(", ")


def agreed_and(name: str) -> Accepts:
    """The authors without square brackets, and of those with them the ones that name a proposal."""
    return lambda author: author != BRACKETS and (not author.startswith("[") or by_name(name)(author))


def authors(data: bytes) -> set[str]:
    """Whoever changes a Word file."""
    members = parts(data)
    roots = (etree.fromstring(members[name]) for name in _PARTS if name in members)
    return {str(author) for root in roots for author in root.xpath("//@w:author", namespaces={"w": W})}


def settled(data: bytes, accepts: Accepts) -> bytes:
    """A Word file with every change accepted or rejected by its author."""
    members = parts(data)
    for name in _PARTS:
        if name in members:
            root = etree.fromstring(members[name])
            _settle(root, accepts)
            members[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return zipped(members)


def _settle(root: etree._Element, accepts: Accepts) -> None:
    for change in root.iter(f"{_W}pPrChange"):
        if not accepts(change.get(f"{_W}author", "")):
            _restore(change)
    for change in list(root.iter(f"{_W}pPrChange")):
        _parent(change).remove(change)
    for change in list(root.iter(f"{_W}ins", f"{_W}del")):
        if change.getparent() is None:
            continue  # went with what it stood in
        stays = (change.tag == f"{_W}ins") is accepts(change.get(f"{_W}author", ""))
        holder = _parent(change)
        if holder.tag == f"{_W}rPr":
            holder.remove(change)
            if not stays:
                _parent(_parent(holder)).set("merges", "1")
        elif holder.tag == f"{_W}trPr":
            holder.remove(change)
            if not stays:
                _parent(_parent(holder)).set("goes", "1")
        elif stays:
            _unwrap(change)
        else:
            holder.remove(change)
    for row in [row for row in root.iter(f"{_W}tr") if row.get("goes")]:
        table = _parent(row)
        table.remove(row)
        if table.find(f"{_W}tr") is None:
            _parent(table).remove(table)
    for paragraph in [p for p in root.iter(f"{_W}p") if p.get("merges")]:
        _merge(paragraph)


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def _unwrap(change: etree._Element) -> None:
    for word in change.iter(*_KEPT_WORDS):
        word.tag = _KEPT_WORDS[str(word.tag)]
    for child in list(change):
        change.addprevious(child)
    _parent(change).remove(change)


def _restore(change: etree._Element) -> None:
    """The paragraph's properties as they were, but for its mark."""
    properties, (old,) = _parent(change), list(change)
    for child in list(properties):
        if child is not change and child.tag != f"{_W}rPr":
            properties.remove(child)
    for index, child in enumerate(list(old)):
        properties.insert(index, child)


def _merge(paragraph: etree._Element) -> None:
    """A paragraph without its mark: what is in it begins the next one."""
    rest = [child for child in paragraph if child.tag != f"{_W}pPr"]
    following = paragraph.getnext()
    if following is not None and following.tag == f"{_W}p":
        own = following.find(f"{_W}pPr")
        for index, child in enumerate(rest):
            following.insert(index + (own is not None), child)
        rest = []
    assert not any(child.tag == f"{_W}r" for child in rest), "words are left over"
    _parent(paragraph).remove(paragraph)
