"""Reading a base: an adopted text, or a consolidated one that remembers where it came from."""

from collections.abc import Iterable
from dataclasses import replace

from resedit.model.address import NOTE_LABEL, AddressBook, is_note_label
from resedit.model.resolution import Consolidation, Footnote, Origin, Provision, Resolution, footnote_order
from resedit.store.keys import AnyOf, ByName, Choice, Key, ListOf, Matching, Plain, Table
from resedit.store.nodes import Mapping, Node
from resedit.store.provisions import read_items
from resedit.store.shape import REMARKS, Entry, Shape

NUMBERINGS = ("renumbered", "permanent")
LANGUAGE_TAG = Matching("language tag", r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", "en, fr, es, zh, ar, ru …")
BY_PROPOSALS = ByName(Plain.TEXT)
FOOTNOTE = Table((Key("text", "The note.", required=True), *REMARKS))
ORIGIN = Table((
    Key("base", "The base, as it is cited.", required=True),
    Key("proposals", "The proposals that were applied, in order.", ListOf(Plain.TEXT)),
    Key("added", "Addresses that the base did not have, and the proposals that added them.", BY_PROPOSALS),
    Key("renumbered", "Addresses, and what they were in the base.", ByName(Plain.TEXT)),
    Key("changed", "Addresses whose words changed, and the proposals that changed them.", BY_PROPOSALS),
    Key("suppressed", "Addresses of the base that are gone, and the proposals that suppressed them.", BY_PROPOSALS),
))  # fmt: skip
BASE = Table((
    Key("resolution", "The number, as it is cited.", required=True),
    Key("revision", "What stands in brackets behind the number: `Rev. Dubai, 2014`, `Dubai, 2014`."),
    Key("language", "A BCP 47 tag; `en` without it. Right-to-left languages are printed so.", LANGUAGE_TAG),
    Key("numbering", "`permanent` when numbers never change (a constitution, a convention); else `renumbered`.",
        Choice(NUMBERINGS)),
    Key("title", "The title.", required=True),
    Key("opening", "The opening line: *The World Telecommunication Development Conference (Dubai, 2014),*"),
    Key("provisions", "The calls and paragraphs, in order.", ListOf(Plain.PROVISION, may_be_empty=True),
        required=True),
    Key("footnotes", "Notes by label; the text refers to them as `[^1]`. A note is a text, or a mapping.",
        ByName(AnyOf((Plain.TEXT, FOOTNOTE)), NOTE_LABEL)),
    Key("origin", "In a consolidated text, written by `resedit apply`: where its provisions came from.", ORIGIN),
    *REMARKS,
))  # fmt: skip


def read_base(shape: Shape, node: Node) -> Resolution | None:
    """The resolution a base file holds; None when it has too little. What is wrong is in `shape.problems`."""
    entries = shape.fields(node, "the base", BASE)
    if entries is None:
        return None
    resolution = Resolution(
        number=shape.text(entries["resolution"][1], "resolution"),
        revision=shape.optional(entries, "revision"),
        title=shape.text(entries["title"][1], "title"),
        opening=shape.optional(entries, "opening"),
        provisions=read_items(shape, entries["provisions"][1], "provisions"),
        footnotes=read_footnotes(shape, entries["footnotes"][1]) if "footnotes" in entries else (),
        language=read_language(shape, entries) or "en",
        permanent=_is_permanent(shape, entries),
        remarks=shape.remarks(entries),
        place=shape.place(node),
        places=shape.places(entries),
    )
    if "origin" in entries:
        return _with_origin(shape, resolution, entries["origin"][1])
    return resolution


def read_language(shape: Shape, entries: dict[str, Entry]) -> str:
    """The BCP 47 tag of `language:`, empty where there is none."""
    return shape.matching(entries["language"][1], LANGUAGE_TAG) if "language" in entries else ""


def _is_permanent(shape: Shape, entries: dict[str, Entry]) -> bool:
    return "numbering" in entries and shape.choice(entries["numbering"][1], "numbering", NUMBERINGS) == "permanent"


def read_footnotes(shape: Shape, node: Node) -> tuple[Footnote, ...]:
    """The notes of a text, in their order."""
    notes = []
    for label, (key, value) in shape.entries(node, "footnotes", ()).items():
        shape.text(key, "the footnote's label")
        if label and not is_note_label(label):
            shape.wrong("shape", f"“{label}” is no label of a footnote", key, "write a number or a sign")
        if isinstance(value, Mapping):
            entries = shape.fields(value, f"footnote {label}", FOOTNOTE)
            if entries is not None:
                text = shape.text(entries["text"][1], f"footnote {label}")
                notes.append(Footnote(label, text, shape.remarks(entries), shape.place(entries["text"][1])))
        else:
            notes.append(Footnote(label, shape.text(value, f"footnote {label}"), place=shape.place(value)))
    return tuple(sorted(notes, key=lambda note: footnote_order(note.label)))


def _with_origin(shape: Shape, resolution: Resolution, node: Node) -> Resolution:
    """The resolution with what `origin:` says of its provisions; addresses that it does not have are noted."""
    entries = shape.fields(node, "origin", ORIGIN)
    if entries is None:
        return resolution
    book = AddressBook(resolution)
    parts: dict[str, dict[str, str]] = {}
    for part in ORIGIN.names[2:]:
        pairs = shape.entries(entries[part][1], f"origin, {part}", ()) if part in entries else {}
        parts[part] = {address: shape.text(value, address) for address, (_, value) in pairs.items()}
        for address, (key, _) in pairs.items():
            if part != "suppressed" and not book.is_provision(address):
                shape.wrong("missing-address", f"origin speaks of “{address}”, which the text does not have", key,
                            "take the line out")  # fmt: skip
    added, changed = parts["added"], parts["changed"]
    origins = {
        address: Origin(
            "" if address in added else parts["renumbered"].get(address, address),
            _names(added.get(address) or changed.get(address, "")),
        )
        for address, _ in book
    }
    return replace(
        resolution,
        provisions=_provisions_with_origin(resolution.provisions, (), book, origins),
        consolidation=Consolidation(
            base=shape.text(entries["base"][1], "base"),
            proposals=tuple(
                shape.text(item, "the proposal")
                for item in (shape.listing(entries["proposals"][1], "proposals") if "proposals" in entries else [])
            ),
            suppressed=tuple((address, _names(by)) for address, by in parts["suppressed"].items()),
        ),
    )


def _provisions_with_origin(
    items: Iterable[Provision], above: tuple[int, ...], book: AddressBook, origins: dict[str, Origin]
) -> tuple[Provision, ...]:
    return tuple(
        replace(
            item,
            origin=origins[book.canonical((*above, index))],
            items=_provisions_with_origin(item.items, (*above, index), book, origins),
        )
        for index, item in enumerate(items)
    )


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",") if name.strip())


def root_kind(node: Node) -> str:
    """What a file is by its keys: `proposal`, `conference`, `base`, `settings`, or empty when it is none of them."""
    if not isinstance(node, Mapping):
        return ""
    keys = {key.value for key, _ in node.pairs}
    named = next((k for k in ("proposal", "conference") if k in keys), "base" if "resolution" in keys else "")
    return named or ("settings" if "rules" in keys else "")
