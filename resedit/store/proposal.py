"""Reading a proposal."""

import re
from dataclasses import replace

from resedit.model.enums import Symbol
from resedit.model.problem import UsageError
from resedit.model.proposal import NUMBER_FORM, Cover, Proposal, Query
from resedit.model.resolution import Resolution
from resedit.store.amendments import STATUS, SYMBOLS, read_amendments, read_status
from resedit.store.base import BASE, LANGUAGE_TAG, read_footnotes, read_language
from resedit.store.keys import AnyOf, ByName, Choice, Key, ListOf, Matching, Plain, Table
from resedit.store.nodes import Mapping, Node, Scalar
from resedit.store.provisions import read_items
from resedit.store.shape import CORRECTION, NOTE, Entry, Shape

COVER = (
    Key("heading", "The heading of the document: *Proposals for the work of the conference*.", Plain.PROSE),
    Key("priority area", "The priority area it belongs to.", Plain.PROSE),
    Key("summary", "What it is about.", Plain.PROSE),
    Key("expected results", "What the conference is asked to do.", Plain.PROSE),
    Key("references", "What it refers to.", Plain.PROSE),
)
"""The cover matter; a field of Cover has the name of its key with `_` for blanks."""
TARGET = Matching("base", r"^([^()]+?)\s*(?:\((.*)\))?$", "30 (Rev. Dubai, 2014)")
"""A resolution's number, and its revision in brackets."""
NUMBER = Matching(
    "number of a proposal",
    f"^{NUMBER_FORM}$",
    "one such as ECP/24A5/1: who submits it, the document, and a number, with / between them and no blanks",
)
PROPOSAL_SYMBOL = Choice(tuple(symbol for symbol in SYMBOLS if symbol != Symbol.MOVE))
TEXT = tuple(
    replace(key, says=f"Of a new resolution (`symbol: ADD`). {key.says}", required=False)
    for key in BASE.keys
    if key.name in ("title", "opening", "provisions", "footnotes")
)
"""The whole text, where a proposal adds a resolution."""
PROPOSAL = Table((
    Key("proposal", "Its number: `ECP/24A5/1`.", NUMBER, required=True),
    Key("symbol", "What happens to the resolution as a whole.", PROPOSAL_SYMBOL, required=True),
    Key("resolution", "The base it is written for: `30 (Rev. Dubai, 2014)`.", TARGET, required=True),
    Key("revision", "The revision it leads to: `Rev. Buenos Aires, 2017`."),
    Key("source", "Who submits it."),
    Key("language", "A BCP 47 tag, where it is not the base's.", LANGUAGE_TAG),
    Key("status", "`submitted` without it; what is `withdrawn` or `fallen` is not applied.", STATUS),
    Key("replaces", "For a compromise: the proposals and amendments that drop out, `[ECP/24A5/1, XYZ/7/2#3]`.",
        ListOf(Plain.TEXT)),
    *COVER,
    Key("amendments", "What it changes, in order.", ListOf(Plain.AMENDMENT)),
    *TEXT,
    Key("reasons", "Why.", Plain.PROSE),
    NOTE,
    Key("query", "An open question, or a mapping from addresses to questions; listed by `resedit validate`.",
        AnyOf((Plain.PROSE, ByName(Plain.PROSE)))),
    CORRECTION,
))  # fmt: skip


def as_number(text: str) -> str:
    """A number for a proposal that somebody asks for. Raises UsageError for one that no file can have."""
    if not re.fullmatch(NUMBER.pattern, text):
        raise UsageError(f"“{text}” is no {NUMBER.what}", f"write {NUMBER.example}")
    return text


def read_proposal(shape: Shape, node: Node) -> Proposal | None:
    """The proposal a file holds; None when it has too little. What is wrong is in `shape.problems`."""
    entries = shape.fields(node, "the proposal", PROPOSAL)
    if entries is None:
        return None
    target = re.match(TARGET.pattern, shape.matching(entries["resolution"][1], TARGET))
    if not target:
        return None
    cover = {
        key.name.replace(" ", "_"): shape.prose(entries[key.name][1], key.name).strip()
        for key in COVER
        if key.name in entries
    }
    return Proposal(
        number=shape.matching(entries["proposal"][1], NUMBER),
        symbol=Symbol(shape.choice(entries["symbol"][1], "symbol of a proposal", PROPOSAL_SYMBOL.words)),
        resolution=target[1],
        base_revision=target[2] or "",
        revision=shape.optional(entries, "revision"),
        source=shape.optional(entries, "source"),
        language=read_language(shape, entries),
        cover=Cover(**cover),
        amendments=read_amendments(shape, entries),
        text=_text(shape, entries, target[1], target[2] or ""),
        reasons=shape.prose(entries["reasons"][1], "reasons").strip() if "reasons" in entries else "",
        status=read_status(shape, entries),
        queries=_queries(shape, entries),
        replaces=_replaces(shape, entries),
        remarks=shape.remarks({key: entry for key, entry in entries.items() if not _is_list_of_queries(key, entry)}),
        place=shape.place(node),
        places=shape.places(entries),
    )


def _text(shape: Shape, entries: dict[str, Entry], number: str, revision: str) -> Resolution | None:
    """The new resolution that a proposal adds; None where it has nothing of one."""
    found = [key.name for key in TEXT if key.name in entries]
    if not found:
        return None
    symbol = entries["symbol"][1]
    if not (isinstance(symbol, Scalar) and symbol.value == Symbol.ADD):
        shape.wrong("shape", f"“{found[0]}” belongs to a proposal that adds a resolution", entries[found[0]][0],
                    "MOD the base's under amendments:")  # fmt: skip
    if not shape.required(entries, entries["proposal"][1], "the new resolution", ["title", "provisions"]):
        return None
    return Resolution(
        number,
        revision,
        shape.text(entries["title"][1], "title"),
        shape.optional(entries, "opening"),
        read_items(shape, entries["provisions"][1], "provisions"),
        read_footnotes(shape, entries["footnotes"][1]) if "footnotes" in entries else (),
        language=read_language(shape, entries) or "en",
        place=shape.place(entries["title"][1]),
        places=shape.places(entries),
    )


def _replaces(shape: Shape, entries: dict[str, Entry]) -> tuple[str, ...]:
    if "replaces" not in entries:
        return ()
    return tuple(shape.text(name, "what it replaces") for name in shape.listing(entries["replaces"][1], "replaces"))


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
