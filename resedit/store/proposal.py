"""Reading a proposal."""

import re
from typing import Any

from resedit.model.enums import Status, Symbol
from resedit.model.place import Place
from resedit.model.proposal import (
    Added,
    Amendment,
    Cover,
    Marked,
    NewWording,
    Proposal,
    Query,
    Replacement,
    Replacements,
    Whole,
)
from resedit.model.resolution import Provision
from resedit.store.base import read_language
from resedit.store.nodes import Listing, Mapping, Node, Scalar
from resedit.store.provisions import CELLS, ROWS, read_cells, read_items, read_provision, read_rows
from resedit.store.shape import REMARK_KEYS, Entry, Shape
from resedit.wording.criticmarkup import is_marked

COVER = {
    "heading": "heading",
    "priority area": "priority_area",
    "summary": "summary",
    "expected results": "expected_results",
    "references": "references",
}
"""The keys of the cover matter and the fields of Cover they fill."""
KEYS = ("proposal", "symbol", "resolution", "revision", "source", "language", "status", *COVER, "amendments", "reasons",
        *REMARK_KEYS)  # fmt: skip
SYMBOLS = tuple(str(symbol) for symbol in Symbol)
REST = ("status", "reasons", *REMARK_KEYS)
FORMS: dict[Symbol, tuple[str, ...]] = {
    Symbol.MOD: ("text", "replace", "times", "label"),
    Symbol.EDITORIAL: ("text", "replace", "times", "label"),
    Symbol.ADD: ("text", "items", ROWS, CELLS, "label", "id", "before", "after"),
    Symbol.MOVE: ("to", "before", "after"),
    Symbol.SUP: (),
    Symbol.NOC: (),
}
"""Which keys an amendment may have beside its symbol and `REST`."""
_TARGET = re.compile(r"^(?P<number>[^()]+?)\s*(?:\((?P<revision>.*)\))?$")


def read_proposal(shape: Shape, node: Node) -> Proposal | None:
    """The proposal a file holds; None when it has too little. What is wrong is in `shape.problems`."""
    entries = shape.entries(node, "the proposal", KEYS)
    if not shape.required(entries, node, "the proposal", ["proposal", "symbol", "resolution"]):
        return None
    target = _TARGET.match(shape.text(entries["resolution"][1], "resolution"))
    if not target:
        shape.wrong("shape", "resolution names no base", entries["resolution"][1], "write “30 (Rev. Dubai, 2014)”")
        return None
    symbols = [symbol for symbol in SYMBOLS if symbol != Symbol.MOVE]
    cover = {name: shape.prose(entries[key][1], key).strip() for key, name in COVER.items() if key in entries}
    return Proposal(
        number=shape.text(entries["proposal"][1], "proposal"),
        symbol=Symbol(shape.choice(entries["symbol"][1], "symbol of a proposal", symbols)),
        resolution=target["number"],
        base_revision=target["revision"] or "",
        revision=_optional(shape, entries, "revision"),
        source=_optional(shape, entries, "source"),
        language=read_language(shape, entries),
        cover=Cover(**cover),
        amendments=_amendments(shape, entries),
        reasons=shape.prose(entries["reasons"][1], "reasons").strip() if "reasons" in entries else "",
        status=_status(shape, entries),
        queries=_queries(shape, entries),
        remarks=shape.remarks({key: entry for key, entry in entries.items() if not _is_list_of_queries(key, entry)}),
        place=shape.place(node),
        places=_places(shape, entries),
    )


def _is_list_of_queries(key: str, entry: Entry) -> bool:
    return key == "query" and isinstance(entry[1], Mapping)


def _queries(shape: Shape, entries: dict[str, Entry]) -> tuple[Query, ...]:
    """The questions of `query:` where it is a mapping from address to question."""
    if "query" not in entries or not _is_list_of_queries("query", entries["query"]):
        return ()
    questions = shape.entries(entries["query"][1], "query", ())
    return tuple(
        Query(address, shape.prose(value, f"query {address}"), shape.place(key))
        for address, (key, value) in questions.items()
    )


def _amendments(shape: Shape, entries: dict[str, Entry]) -> tuple[Amendment, ...]:
    if "amendments" not in entries:
        return ()
    read = (_amendment(shape, item) for item in shape.listing(entries["amendments"][1], "amendments"))
    return tuple(amendment for amendment in read if amendment is not None)


def _amendment(shape: Shape, node: Node) -> Amendment | None:
    if not isinstance(node, Mapping):
        shape.wrong("shape", "an amendment is not a mapping", node, "write “- MOD: recalling a”")
        return None
    given = [key for key, _ in node.pairs if key.value in SYMBOLS]
    if len(given) != 1:
        what = "no symbol" if not given else "several symbols"
        shape.wrong("shape", f"an amendment has {what}", given[1] if given else node, f"one of: {', '.join(SYMBOLS)}")
        return None
    symbol = Symbol(given[0].value)
    entries = shape.entries(node, f"{symbol}", (symbol.value, *FORMS[symbol], *REST))
    address = shape.text(entries[symbol.value][1], f"the address of {symbol}")
    if not address:
        return None
    if "before" in entries and "after" in entries:
        shape.wrong("shape", "both “before” and “after”", entries["after"][0], "keep one")
    fields: dict[str, Any] = {key: _optional(shape, entries, key) for key in ("before", "after", "to")}
    if "label" in entries:
        fields["label"] = shape.text(entries["label"][1], "label", may_be_empty=True)
    if symbol is Symbol.ADD:
        fields["items"] = _added(shape, entries, node)
    elif FORMS[symbol]:
        if "times" in entries and "replace" not in entries:
            shape.wrong("shape", "“times” without “replace”", entries["times"][0], "take it out")
        fields["wording"] = _wording(shape, entries)
        if symbol is not Symbol.MOVE and fields["wording"] is None and "label" not in entries:
            shape.wrong(
                "missing-key", f"{symbol} has neither text, replace nor label", given[0], "write the new wording"
            )
    if symbol is Symbol.MOVE and not any(fields[key] for key in FORMS[symbol]):
        shape.wrong("missing-key", "MOVE does not say where to", given[0], "add “to:”, “before:” or “after:”")
    return Amendment(
        symbol,
        address,
        **fields,
        status=_status(shape, entries) if "status" in entries else None,
        reasons=shape.prose(entries["reasons"][1], "reasons").strip() if "reasons" in entries else "",
        remarks=shape.remarks(entries),
        place=shape.place(given[0]),
        places=(("address", shape.place(entries[symbol.value][1])), *_places(shape, entries)),
    )


def _wording(shape: Shape, entries: dict[str, Entry]) -> NewWording | None:
    if "text" in entries and "replace" in entries:
        shape.wrong("shape", "both “text” and “replace”", entries["replace"][0], "keep one")
    if "text" in entries:
        text = shape.text(entries["text"][1], "text")
        return Marked(text) if is_marked(text) else Whole(text)
    if "replace" in entries:
        return _replacements(shape, entries)
    return None


def _replacements(shape: Shape, entries: dict[str, Entry]) -> Replacements:
    default = _times(shape, entries["times"][1]) if "times" in entries else 1
    pairs = []
    for old, (key, value) in shape.entries(entries["replace"][1], "replace", ()).items():
        new, times = value, default
        if isinstance(value, Mapping):
            long = shape.entries(value, f"replace “{old}”", ("with", "times"))
            if not shape.required(long, value, f"replace “{old}”", ["with"]):
                continue
            new = long["with"][1]
            times = _times(shape, long["times"][1]) if "times" in long else default
        text = new.value if isinstance(new, Scalar) else shape.text(new, f"what replaces “{old}”")
        pairs.append(Replacement(old, text, times, shape.place(key)))
    return Replacements(tuple(pairs))


def _times(shape: Shape, node: Node) -> int:
    value = shape.text(node, "times")
    if not re.fullmatch(r"[1-9][0-9]{0,5}", value):
        shape.wrong("shape", f"“{value}” is no number of times", node, "write 1, 2, 3 …")
        return 1
    return int(value)


def _added(shape: Shape, entries: dict[str, Entry], node: Node) -> tuple[Added, ...]:
    """With `text:` one provision, whose items are below it; without, the items are what is added."""
    if "text" in entries:
        label = entries.get("label")
        provision = Provision(
            shape.text(entries["text"][1], "text", may_be_empty="items" in entries),
            shape.text(label[1], "label", may_be_empty=True) if label else "",
            read_items(shape, entries["items"][1], "items") if "items" in entries else (),
            id=_optional(shape, entries, "id"),
            place=shape.place(entries["text"][1]),
        )
        return (Added(provision, numbered=label is None),)
    for key, read in ((ROWS, read_rows), (CELLS, read_cells)):
        if key in entries:
            other = next((entries[name][0] for name in ("items", "label", ROWS, CELLS) if name in entries), None)
            if other is not None and other.value != key:
                shape.wrong("shape", f"both “{key}” and “{other.value}”", other, "keep one")
            return tuple(Added(item) for item in read(shape, entries[key][1]))
    if not shape.required(entries, node, "ADD", ["items"]):
        return ()
    if "label" in entries:
        shape.wrong("shape", "“label” without “text”", entries["label"][0], "write the label before each item")
    items = shape.listing(entries["items"][1], "items")
    if isinstance(entries["items"][1], Listing) and not items:
        shape.wrong("shape", "items is empty", entries["items"][1], "write what is added")
    return tuple(Added(read_provision(shape, item)) for item in items)


def _optional(shape: Shape, entries: dict[str, Entry], key: str) -> str:
    return shape.text(entries[key][1], key) if key in entries else ""


def _status(shape: Shape, entries: dict[str, Entry]) -> Status:
    if "status" not in entries:
        return Status.SUBMITTED
    return Status(shape.choice(entries["status"][1], "status", [str(status) for status in Status]))


def _places(shape: Shape, entries: dict[str, Entry]) -> tuple[tuple[str, Place], ...]:
    return tuple((key, shape.place(value)) for key, (_, value) in entries.items())
