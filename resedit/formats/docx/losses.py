"""What a Word file holds besides text, styles, tables and tracked changes of text: told with its place, never passed
over in silence."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from resedit.formats.docx.ooxml import is_on, name_of, symbol
from resedit.redline.document import Loss, LossKind
from resedit.redline.redline import State

if TYPE_CHECKING:
    from lxml import etree

_FORMATS = {
    "b": "bold",
    "bCs": "bold",
    "i": "italic",
    "iCs": "italic",
    "u": "underlined",
    "strike": "struck out",
    "dstrike": "struck out",
    "caps": "capitals",
    "smallCaps": "small capitals",
    "highlight": "highlighted",
    "vanish": "hidden",
    "vertAlign": "raised or lowered",
}
_PLAIN = frozenset({"none", "baseline"})
_PROPERTIES = frozenset({"rPrChange", "pPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange"})
_PROPERTIES |= {"tblGridChange", "sectPrChange", "cellMerge"}
_WHOLE = {
    "drawing": LossKind.PICTURE,
    "pict": LossKind.PICTURE,
    "object": LossKind.OBJECT,
    "oMath": LossKind.EQUATION,
    "rt": LossKind.OTHER,
    "altChunk": LossKind.OTHER,
    "subDoc": LossKind.OTHER,
}
"""Elements that count as one, whatever is in them."""
_OF_LINE = "of a line, read as a blank"
_BREAKS = {"page": "of a page, read as a blank", "column": "of a column, read as a blank"}
"""What breaks are of that say it: a break of a line does not."""
_SIGNS = {
    "br": (LossKind.BREAK, _OF_LINE),
    "cr": (LossKind.BREAK, _OF_LINE),
    "softHyphen": (LossKind.SOFT_HYPHEN, ""),
    "pgNum": (LossKind.FIELD, "the number of the page"),
    "contentPart": (LossKind.OTHER, "ink"),
    **dict.fromkeys(
        ("dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong"), (LossKind.FIELD, "the date")
    ),
}
"""What a run can hold besides words, and what is said of it."""
_EXCERPT = 80
_LONGEST = 1_000
"""How much of a text, or how many texts, are looked at for an excerpt."""


def paragraph_losses(paragraph: "etree._Element", place: int) -> Iterator[Loss]:
    """What is lost of a paragraph, each kind once where only its being there matters."""
    formats: dict[str, None] = {}
    codes: list[str] = []
    changes: dict[LossKind, Loss] = {}
    for element in _walk(paragraph):
        name = name_of(element)
        if name in _WHOLE:
            yield _whole(element, _WHOLE[name], place)
        elif name == "sym" and not symbol(_attribute(element, "char")):
            detail = f"{_attribute(element, 'font')} {_attribute(element, 'char')}".strip()
            yield Loss(LossKind.SYMBOL, place, detail, state=_state(element))
        elif name in _SIGNS:
            kind, detail = _SIGNS[name]
            yield Loss(kind, place, _BREAKS.get(_attribute(element, "type"), detail), state=_state(element))
        elif name == "commentReference":
            yield Loss(LossKind.COMMENT, place, _attribute(element, "id"))
        elif name in _PROPERTIES:
            changes[LossKind.FORMATTING_CHANGE] = Loss(LossKind.FORMATTING_CHANGE, place)
        elif name in _FORMATS and name_of(element.getparent()) == "rPr" and _is_of_words(element):
            value = _attribute(element, "val")
            if is_on(value) and value not in _PLAIN:
                formats[_FORMATS[name]] = None
        elif name == "fldSimple":
            codes.append(_attribute(element, "instr"))
        elif name == "fldChar" and _attribute(element, "fldCharType") == "begin":
            codes.append("")
        elif name in ("instrText", "delInstrText") and codes and len(codes[-1]) < _EXCERPT:
            codes[-1] += element.text or ""
        elif name == "hyperlink" and any(str(key).endswith("}id") for key in element.attrib):
            yield Loss(LossKind.LINK, place, excerpt(element.itertext()))
    yield from changes.values()
    if formats:
        yield Loss(LossKind.FORMATTING, place, ", ".join(formats))
    for code in codes:
        yield from _field(code.split(), place)


def table_losses(table: "etree._Element", place: int, is_nested: bool) -> Iterator[Loss]:
    """What is lost of a table's shape; `place` is its first paragraph."""
    if is_nested:
        yield Loss(LossKind.NESTED_TABLE, place)
    properties = [p for p in table if name_of(p) in ("tblPr", "tblGrid")]
    for row in table.iterchildren("{*}tr"):
        properties += row.iterchildren("{*}trPr", "{*}tblPrEx")
        properties += (p for cell in row.iterchildren("{*}tc") for p in cell.iterchildren("{*}tcPr"))
    names = {name_of(child) for found in properties for child in found}
    if names & {"gridSpan", "vMerge", "hMerge"}:
        yield Loss(LossKind.MERGED_CELLS, place)
    if names & _PROPERTIES:
        yield Loss(LossKind.FORMATTING_CHANGE, place, "of a table")


def excerpt(texts: Iterable[str]) -> str:
    """The beginning of a text (or of several, one after another), its blanks as one."""
    words = " ".join("".join(islice(texts, _LONGEST)).split())
    return words if len(words) <= _EXCERPT else f"{words[: _EXCERPT - 1]}…"


def _walk(element: "etree._Element") -> "Iterator[etree._Element]":
    """The elements below one, without what is in those that count as one."""
    waiting = list(reversed(element))
    while waiting:
        child = waiting.pop()
        yield child
        name = name_of(child)
        if name == "AlternateContent":
            waiting += list(child)[:1]  # the others say the same
        elif name not in _WHOLE and name not in _PROPERTIES:
            waiting += reversed(child)


def _whole(element: "etree._Element", kind: LossKind, place: int) -> Loss:
    words = [f"{text} " for box in element.iter("{*}txbxContent") for text in box.itertext() if text.strip()]
    if words:
        return Loss(LossKind.TEXT_BOX, place, excerpt(words), state=_state(element))
    if kind is LossKind.EQUATION or name_of(element) == "rt":
        return Loss(kind, place, excerpt(element.itertext()), state=_state(element))
    title = next((e.get("descr") or e.get("name") or "" for e in element.iter("{*}docPr")), "")
    return Loss(kind, place, excerpt(title), state=_state(element))


def _field(code: list[str], place: int) -> Iterator[Loss]:
    """A field that is not a reference to a note or the blank of a form: its result is kept, what it computes is not."""
    if code and code[0].upper() == "HYPERLINK":
        yield Loss(LossKind.LINK, place, excerpt(" ".join(code[1:]).strip('"')))
    elif code and code[0].upper() not in ("NOTEREF", "FORMTEXT"):
        yield Loss(LossKind.FIELD, place, excerpt(code[0].upper()))


def _is_of_words(format_: "etree._Element") -> bool:
    run = format_.getparent().getparent()
    return name_of(run) == "r" and any(name_of(child) in ("t", "delText") for child in run)


def _attribute(element: "etree._Element", name: str) -> str:
    """An attribute in the element's own namespace; empty without one."""
    namespace = str(element.tag).rpartition("}")[0]
    return element.get(f"{namespace}}}{name}") or ""


def _state(element: "etree._Element") -> State:
    """Whether something stands in both texts, in one, or (as good as) in the original alone."""
    names = {name_of(parent) for parent in element.iterancestors()}
    if names & {"del", "moveFrom"}:
        return State.SUPPRESSED
    return State.ADDED if names & {"ins", "moveTo"} else State.KEPT
