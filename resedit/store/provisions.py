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
from resedit.store.keys import AnyOf, AtLeastOne, EmptyOnlyWith, Key, ListOf, Needs, NotBoth, Plain, Table
from resedit.store.nodes import Listing, Mapping, Node, Scalar
from resedit.store.shape import REMARKS, Entry, Shape

ITEMS = Key("items", "What is below it, in order.", ListOf(Plain.PROVISION, may_be_empty=True))
ID = Key("id", "Stands in for a label or heading that does not make a good address.")
BODY = Table(
    (
        Key("text", "Its words; without them it is a call. May be empty where there are items.", Plain.EMPTY_TEXT),
        ITEMS,
        ID,
        *REMARKS,
    ),
    (AtLeastOne(("text", "items")), EmptyOnlyWith("text", "items")),
)
"""What stands behind a label or a heading."""
CELL = Table((
    Key("text", "Its words; may be empty.", Plain.EMPTY_TEXT, required=True),
    Key("items", "Further paragraphs in it.", ListOf(Plain.PARAGRAPH, may_be_empty=True)),
    ID,
    *REMARKS,
))  # fmt: skip
CELLS = Key(
    "cells",
    "The cells of a row: texts, which may be empty.",
    ListOf(AnyOf((Plain.EMPTY_TEXT, CELL))),
)
ROW = Table((replace(CELLS, required=True), ID, *REMARKS))
ROWS = Key("rows", "The rows of a table, each the list of its cells.", ListOf(AnyOf((CELLS.form, ROW))))
FULL = Table(
    (
        Key("label", "What is printed before it: `a)`, `7`, `–`; none without it.", Plain.EMPTY_TEXT),
        Key("call", "The heading, for a call: *recalling*."),
        Key("text", "Its words, for a paragraph. May be empty where there are items.", Plain.EMPTY_TEXT),
        ITEMS,
        ROWS,
        ID,
        *REMARKS,
    ),
    (
        AtLeastOne(("text", "call", "rows")),
        NotBoth("call", "text"),
        NotBoth("rows", "text"),
        NotBoth("rows", "call"),
        NotBoth("rows", "label"),
        NotBoth("rows", "items"),
        NotBoth("call", "label"),
        Needs("call", "items"),
        EmptyOnlyWith("text", "items"),
    ),
)
"""A provision as a mapping of its own, where the short forms do not reach."""


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
    if len(node.pairs) == 1 and node.pairs[0][0].value not in FULL.names:
        return _pair(shape, *node.pairs[0])
    return _full(shape, node)


def _pair(shape: Shape, key: Scalar, value: Node) -> Provision:
    name = shape.text(key, "the label or heading")
    if isinstance(value, Scalar):
        text = shape.text(value, f"the text of “{name}”")
        return Provision(text, name, place=shape.place(value), label_place=shape.place(key))
    if isinstance(value, Listing):
        return Provision(name, items=read_items(shape, value, name), kind=Kind.CALL, place=shape.place(key))
    entries = shape.fields(value, f"“{name}”", BODY) or {}
    return _body(shape, entries, name, is_call="text" not in entries, name_node=key)


def _full(shape: Shape, node: Mapping) -> Provision:
    if len(node.pairs) > 1 and all(key.value not in FULL.names for key, _ in node.pairs):
        shape.wrong("shape", "several labels in one item", node.pairs[1][0], "begin each provision with “- ”")
        return Provision("")
    entries = shape.fields(node, "the provision", FULL) or {}
    if ROWS.name in entries:
        return _holder(shape, entries, node, Kind.TABLE, read_rows(shape, entries[ROWS.name][1]))
    if "call" in entries:
        heading = entries["call"][1]
        return _body(shape, entries, shape.text(heading, "the heading"), is_call=True, name_node=heading)
    label = shape.text(entries["label"][1], "the label", may_be_empty=True) if "label" in entries else ""
    name_node = entries["label"][1] if "label" in entries else node
    return _body(shape, entries, label, is_call=False, name_node=name_node)


def _body(shape: Shape, entries: dict[str, Entry], name: str, *, is_call: bool, name_node: Node) -> Provision:
    """The provision that entries describe; `name` is its heading or its label."""
    text_node = name_node if is_call or "text" not in entries else entries["text"][1]
    text = "" if text_node is name_node else shape.text(text_node, "the text", may_be_empty=True)
    return Provision(
        name if is_call else text,
        "" if is_call else name,
        read_items(shape, entries["items"][1], "items") if "items" in entries else (),
        Kind.CALL if is_call else Kind.PARAGRAPH,
        shape.optional(entries, "id"),
        shape.remarks(entries),
        place=shape.place(text_node),
        label_place=shape.place(name_node),
    )


def read_rows(shape: Shape, node: Node) -> tuple[Provision, ...]:
    """The rows of a table."""
    return tuple(_row(shape, item) for item in shape.listing(node, ROWS.name))


def read_cells(shape: Shape, node: Node) -> tuple[Provision, ...]:
    """The cells of a row."""
    return tuple(_cell(shape, item) for item in shape.listing(node, CELLS.name))


def _row(shape: Shape, node: Node) -> Provision:
    if not isinstance(node, Mapping):
        return Provision("", items=read_cells(shape, node), kind=Kind.ROW, place=shape.place(node))
    entries = shape.fields(node, "the row", ROW) or {}
    cells = read_cells(shape, entries[CELLS.name][1]) if CELLS.name in entries else ()
    return _holder(shape, entries, node, Kind.ROW, cells)


def _cell(shape: Shape, node: Node) -> Provision:
    if not isinstance(node, Mapping):
        return Provision(shape.text(node, "the cell", may_be_empty=True), kind=Kind.CELL, place=shape.place(node))
    entries = shape.fields(node, "the cell", CELL) or {}
    items = read_items(shape, entries["items"][1], "items") if "items" in entries else ()
    if any(below.kind is not Kind.PARAGRAPH for item in items for below in item.walk()):
        shape.wrong("shape", "a cell holds more than paragraphs", node, "write a table or call outside of the table")
    cell = _holder(shape, entries, node, Kind.CELL, items)
    if "text" not in entries:
        return cell
    words = entries["text"][1]
    return replace(cell, text=shape.text(words, "the cell", may_be_empty=True), place=shape.place(words))


def _holder(shape: Shape, entries: dict[str, Entry], node: Node, kind: Kind, items: tuple[Provision, ...]) -> Provision:
    id_ = shape.optional(entries, "id")
    return Provision("", items=items, kind=kind, id=id_, remarks=shape.remarks(entries), place=shape.place(node))
