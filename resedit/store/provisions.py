"""Provisions as people write them.

- a text: a paragraph without a label
- `a): text`, or `a): {text: …, items: […]}`: a labelled paragraph
- `recalling: […]`, or `recalling: {id: …, items: […]}`: a call
- a mapping with `text:` (and perhaps `label:`) or `call:`: any of them, in full
- `rows: [[…], […]]`: a table; a row is the list of its cells (or `cells: […]`, in full), a cell a text, which may be
  empty, or a mapping with `text:` and `items:`
"""

from dataclasses import replace

from resedit.model.enums import Kind
from resedit.model.resolution import Provision
from resedit.store.nodes import Listing, Mapping, Node, Scalar
from resedit.store.shape import REMARK_KEYS, Entry, Shape

BODY_KEYS = ("text", "items", "id", *REMARK_KEYS)
ROWS, CELLS = "rows", "cells"
HOLDER_KEYS = ("id", *REMARK_KEYS)
FULL_KEYS = ("label", "call", ROWS, *BODY_KEYS)


def read_items(shape: Shape, node: Node, what: str) -> tuple[Provision, ...]:
    """The provisions of a list."""
    return tuple(read_provision(shape, item) for item in shape.listing(node, what))


def read_provision(shape: Shape, node: Node) -> Provision:
    """One provision in any of its forms."""
    if isinstance(node, Scalar):
        return Provision(shape.text(node, "the paragraph"), place=shape.place(node))
    if isinstance(node, Listing):
        shape.wrong("shape", "a list stands where a provision belongs", node, "give it a heading: “- recalling:”")
        return Provision("")
    if len(node.pairs) == 1 and node.pairs[0][0].value not in FULL_KEYS:
        return _pair(shape, *node.pairs[0])
    return _full(shape, node)


def _pair(shape: Shape, key: Scalar, value: Node) -> Provision:
    name = shape.text(key, "the label or heading")
    if isinstance(value, Scalar):
        text = shape.text(value, f"the text of “{name}”")
        return Provision(text, name, place=shape.place(value))
    if isinstance(value, Listing):
        return Provision(name, items=read_items(shape, value, name), kind=Kind.CALL, place=shape.place(key))
    entries = shape.entries(value, f"“{name}”", BODY_KEYS)
    return _body(shape, entries, value, name, is_call="text" not in entries, name_node=key)


def _full(shape: Shape, node: Mapping) -> Provision:
    if len(node.pairs) > 1 and all(key.value not in FULL_KEYS for key, _ in node.pairs):
        shape.wrong("shape", "several labels in one item", node.pairs[1][0], "begin each provision with “- ”")
        return Provision("")
    entries = shape.entries(node, "the provision", FULL_KEYS)
    if ROWS in entries:
        return _table(shape, node)
    if "call" in entries:
        name = shape.text(entries["call"][1], "the heading")
        if "text" in entries or "label" in entries:
            shape.wrong("shape", "a call has a heading and items, no text or label", node)
        return _body(shape, entries, node, name, is_call=True, name_node=entries["call"][1])
    if not shape.required(entries, node, "the provision", ["text"]):
        return Provision("")
    label = shape.text(entries["label"][1], "the label", may_be_empty=True) if "label" in entries else ""
    return _body(shape, entries, node, label, is_call=False, name_node=node)


def _body(
    shape: Shape, entries: dict[str, Entry], node: Node, name: str, *, is_call: bool, name_node: Node
) -> Provision:
    items = read_items(shape, entries["items"][1], "items") if "items" in entries else ()
    if is_call and "items" not in entries:
        shape.wrong("missing-key", f"“{name}” has neither text nor items", node, "write “text:” or “items:”")
    text = name if is_call else shape.text(entries["text"][1], "the text", may_be_empty=bool(items))
    return Provision(
        text,
        "" if is_call else name,
        items,
        Kind.CALL if is_call else Kind.PARAGRAPH,
        shape.text(entries["id"][1], "id") if "id" in entries else "",
        shape.remarks(entries),
        place=shape.place(name_node if is_call else entries["text"][1]),
    )


def _table(shape: Shape, node: Mapping) -> Provision:
    entries = shape.entries(node, "the table", (ROWS, *HOLDER_KEYS))
    return _holder(shape, entries, node, Kind.TABLE, read_rows(shape, entries[ROWS][1]))


def read_rows(shape: Shape, node: Node) -> tuple[Provision, ...]:
    """The rows of a table."""
    return tuple(_row(shape, item) for item in _several(shape, node, ROWS))


def read_cells(shape: Shape, node: Node) -> tuple[Provision, ...]:
    """The cells of a row."""
    return tuple(_cell(shape, item) for item in _several(shape, node, CELLS))


def _several(shape: Shape, node: Node, what: str) -> list[Node]:
    items = shape.listing(node, what)
    if isinstance(node, Listing) and not items:
        shape.wrong("shape", f"{what} is empty", node, "write what is in the table: rows: [[a cell, another]]")
    return items


def _row(shape: Shape, node: Node) -> Provision:
    if not isinstance(node, Mapping):
        return Provision("", items=read_cells(shape, node), kind=Kind.ROW, place=shape.place(node))
    entries = shape.entries(node, "the row", (CELLS, *HOLDER_KEYS))
    cells = read_cells(shape, entries[CELLS][1]) if shape.required(entries, node, "the row", [CELLS]) else ()
    return _holder(shape, entries, node, Kind.ROW, cells)


def _holder(shape: Shape, entries: dict[str, Entry], node: Node, kind: Kind, items: tuple[Provision, ...]) -> Provision:
    id_ = shape.text(entries["id"][1], "id") if "id" in entries else ""
    return Provision("", items=items, kind=kind, id=id_, remarks=shape.remarks(entries), place=shape.place(node))


def _cell(shape: Shape, node: Node) -> Provision:
    if not isinstance(node, Mapping):
        return Provision(shape.text(node, "the cell", may_be_empty=True), kind=Kind.CELL, place=shape.place(node))
    entries = shape.entries(node, "the cell", BODY_KEYS)
    shape.required(entries, node, "the cell", ["text"])
    items = read_items(shape, entries["items"][1], "items") if "items" in entries else ()
    if any(below.kind is not Kind.PARAGRAPH for item in items for below in item.walk()):
        shape.wrong("shape", "a cell holds more than paragraphs", node, "write a table or call outside of the table")
    text = shape.text(entries["text"][1], "the cell", may_be_empty=True) if "text" in entries else ""
    return replace(_holder(shape, entries, node, Kind.CELL, items), text=text)
