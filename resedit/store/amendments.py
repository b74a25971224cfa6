"""Reading the amendments of a proposal."""

import re
from dataclasses import replace
from typing import Any

from resedit.model.enums import Status, Symbol
from resedit.model.proposal import (
    Added,
    Amendment,
    Marked,
    NewWording,
    Replacement,
    Replacements,
    Whole,
)
from resedit.model.resolution import Provision
from resedit.store.keys import (
    TIMES,
    AnyOf,
    AtLeastOne,
    ByName,
    Choice,
    EmptyOnlyWith,
    Key,
    ListOf,
    Needs,
    NotBoth,
    Plain,
    Table,
    Together,
)
from resedit.store.nodes import Mapping, Node, Scalar
from resedit.store.provisions import CELLS, ROWS, read_cells, read_items, read_rows
from resedit.store.shape import REMARKS, Entry, Shape
from resedit.wording.criticmarkup import is_marked

SYMBOLS = tuple(str(symbol) for symbol in Symbol)
STATUS = Choice(tuple(str(status) for status in Status))
REST = (
    Key("status", "Without it, its proposal's.", STATUS),
    Key("reasons", "Why, where this amendment has reasons of its own.", Plain.PROSE),
    *REMARKS,
)
"""What any amendment may have."""
REPLACEMENT = Table((
    Key("with", "The new words.", Plain.ANYTHING, required=True),
    Key("times", "How often the old ones are found.", Plain.TIMES),
))  # fmt: skip
NEW_WORDING = (
    Key("text", "The new wording, as [CriticMarkup](https://criticmarkup.com) over the base's words "
        "(`{++inserted++}`, `{--deleted--}`, `{~~old~>new~~}`), or whole and without markup."),
    Key("replace", "Exact replacements, `old: new`, each found exactly once unless `times` says more: for all, or for "
        "one (`old: {with: new, times: 2}`).", ByName(AnyOf((Plain.ANYTHING, REPLACEMENT)), r"[\s\S]")),
    Key("times", "How often each of the old words is found.", Plain.TIMES),
    Key("label", "The label, as it is to stand.", Plain.EMPTY_TEXT),
)  # fmt: skip
BEFORE_OR_AFTER = (
    Key("before", "The address of the provision it stands before."),
    Key("after", "The address of the provision it stands after."),
)


def _form(symbol: Symbol, says: str, keys: tuple[Key, ...] = (), *together: Together) -> Table:
    return Table((Key(symbol.value, says, required=True), *keys, *REST), together)


MODIFIED = (
    AtLeastOne(("text", "replace", "label")),
    NotBoth("text", "replace"),
    Needs("times", "replace", "take it out"),
)
FORMS: dict[Symbol, Table] = {
    Symbol.MOD: _form(Symbol.MOD, "The address of what is modified.", NEW_WORDING, *MODIFIED),
    Symbol.EDITORIAL: _form(
        Symbol.EDITORIAL, "The address of what is modified, editorially only.", NEW_WORDING, *MODIFIED
    ),
    Symbol.ADD: _form(
        Symbol.ADD,
        "The address of the list it is added to: `recalling`, `provisions` for a new call; `footnote/2` for a note.",
        (
            Key("items", "The provisions that are added; beside `text`, what is below it.",
                ListOf(Plain.PROVISION)),
            Key("text", "One provision, or the note.", Plain.EMPTY_TEXT),
            Key("label", "Its label, as it stands; `''` for none. Without it, the list's own numbering.",
                Plain.EMPTY_TEXT),
            replace(ROWS, says="Rows that are added to a table, each the list of its cells."),
            replace(CELLS, says="Cells that are added to a row."),
            Key("id", "Stands in for a label that does not make a good address."),
            *BEFORE_OR_AFTER,
        ),
        AtLeastOne(("items", "text", "rows", "cells")),
        NotBoth("rows", "items"),
        NotBoth("rows", "text"),
        NotBoth("cells", "items"),
        NotBoth("cells", "text"),
        NotBoth("rows", "cells"),
        EmptyOnlyWith("text", "items"),
        Needs("label", "text", "write the label before each item"),
        Needs("id", "text", "write it into the item"),
        NotBoth("before", "after"),
    ),
    Symbol.SUP: _form(Symbol.SUP, "The address of what is suppressed, with all that is below it."),
    Symbol.MOVE: _form(
        Symbol.MOVE,
        "The address of what is moved.",
        (Key("to", "The address of the list it goes to; without it, it stays in its own."), *BEFORE_OR_AFTER),
        AtLeastOne(("to", "before", "after")),
        NotBoth("before", "after"),
    ),
    Symbol.NOC: _form(Symbol.NOC, "The address of what is not changed; nothing else may change it."),
}  # fmt: skip
"""The keys of an amendment, by its symbol."""


def read_amendments(shape: Shape, entries: dict[str, Entry]) -> tuple[Amendment, ...]:
    """What `amendments:` holds, in order; those that cannot be made out are left out, and noted."""
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
    entries = shape.fields(node, f"{symbol}", FORMS[symbol]) or {}
    address = shape.text(entries[symbol.value][1], f"the address of {symbol}")
    if not address:
        return None
    fields: dict[str, Any] = {key: shape.optional(entries, key) for key in ("before", "after", "to")}
    if "label" in entries:
        fields["label"] = shape.text(entries["label"][1], "label", may_be_empty=True)
    if symbol is Symbol.ADD:
        fields["items"] = _added(shape, entries)
    else:
        fields["wording"] = _wording(shape, entries)
    return Amendment(
        symbol,
        address,
        **fields,
        status=read_status(shape, entries) if "status" in entries else None,
        reasons=shape.prose(entries["reasons"][1], "reasons").strip() if "reasons" in entries else "",
        remarks=shape.remarks(entries),
        place=shape.place(given[0]),
        places=(("address", shape.place(entries[symbol.value][1])), *shape.places(entries)),
    )


def _wording(shape: Shape, entries: dict[str, Entry]) -> NewWording | None:
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
        if not old:
            shape.wrong("shape", "a replacement looks for no words", key, "write those that it replaces")
        if isinstance(value, Mapping):
            long = shape.fields(value, f"replace “{old}”", REPLACEMENT)
            if long is None:
                continue
            new = long["with"][1]
            times = _times(shape, long["times"][1]) if "times" in long else default
        text = new.value if isinstance(new, Scalar) else shape.text(new, f"what replaces “{old}”")
        pairs.append(Replacement(old, text, times, shape.place(key), shape.place(new)))
    return Replacements(tuple(pairs))


def _times(shape: Shape, node: Node) -> int:
    value = shape.text(node, "times")
    if not re.fullmatch(TIMES, value):
        shape.wrong("shape", f"“{value}” is no number of times", node, "write 1, 2, 3 …")
        return 1
    return int(value)


def _added(shape: Shape, entries: dict[str, Entry]) -> tuple[Added, ...]:
    """With `text:` one provision, whose items are below it; without, the items are what is added."""
    for key, read in ((ROWS, read_rows), (CELLS, read_cells)):
        if key.name in entries:
            return tuple(Added(item) for item in read(shape, entries[key.name][1]))
    items = read_items(shape, entries["items"][1], "items") if "items" in entries else ()
    if "text" in entries:
        label = entries.get("label")
        provision = Provision(
            shape.text(entries["text"][1], "text", may_be_empty=True),
            shape.text(label[1], "label", may_be_empty=True) if label else "",
            items,
            id=shape.optional(entries, "id"),
            place=shape.place(entries["text"][1]),
            label_place=shape.place((label or entries["text"])[1]),
        )
        return (Added(provision, numbered=label is None),)
    return tuple(Added(item) for item in items)


def read_status(shape: Shape, entries: dict[str, Entry]) -> Status:
    """The status, `submitted` where none is given."""
    if "status" not in entries:
        return Status.SUBMITTED
    return Status(shape.choice(entries["status"][1], "status", STATUS.words))
