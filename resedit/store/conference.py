"""Reading a conference."""

from resedit.model.conference import Calls, Conference, Profile
from resedit.model.enums import Reasons, Symbol
from resedit.store.base import LANGUAGE_TAG
from resedit.store.keys import AnyOf, AtLeastOne, ByName, Choice, Key, ListOf, Matching, Plain, Table
from resedit.store.nodes import Listing, Node
from resedit.store.shape import REMARKS, Entry, Shape

DAY = Matching("date", r"^\d{4}-\d{2}-\d{2}$", "2017-10-09")
SYMBOL = Choice(tuple(str(symbol) for symbol in Symbol))
REASONS = Choice(tuple(str(where) for where in Reasons))
DATES = Table(
    (Key("first", "The first day: `2017-10-09`.", DAY), Key("last", "The last day.", DAY)),
    (AtLeastOne(("first", "last")),),
)
PROFILE = Table(
    (
        Key("resolution", "Those allowed on a whole resolution.", ListOf(SYMBOL)),
        Key("provision", "Those allowed on a provision.", ListOf(SYMBOL)),
    ),
    (AtLeastOne(("resolution", "provision")),),
)
CONFERENCE = Table((
    Key("conference", "How it is cited: `WTDC-17`.", required=True),
    Key("name", "In full.", required=True),
    Key("place", "Where it meets."),
    Key("year", "When."),
    Key("dates", "Its first and last day.", DATES),
    Key("symbols", "Which symbols are allowed; all of them without it.", PROFILE),
    Key("sources", "Who submits proposals: code and name, in the conference's order.", ByName(Plain.TEXT)),
    Key("reasons", "Where reasons are wanted: once for a `proposal` (without it), for each `amendment`, or `none`.",
        REASONS),
    Key("calls", "The wordings of calls by language, in their order; a list among them is of calls in any order.",
        ByName(ListOf(AnyOf((Plain.TEXT, ListOf(Plain.TEXT)))), LANGUAGE_TAG.pattern)),
    *REMARKS,
))  # fmt: skip


def read_conference(shape: Shape, node: Node) -> Conference | None:
    """The conference a file describes; None when it has too little. What is wrong is in `shape.problems`."""
    entries = shape.fields(node, "the conference", CONFERENCE)
    if entries is None:
        return None
    dates = (shape.fields(entries["dates"][1], "dates", DATES) if "dates" in entries else None) or {}
    sources = shape.entries(entries["sources"][1], "sources", ()) if "sources" in entries else {}
    return Conference(
        name=shape.text(entries["name"][1], "name"),
        short=shape.text(entries["conference"][1], "conference"),
        venue=shape.optional(entries, "place"),
        year=shape.optional(entries, "year"),
        starts=_date(shape, dates, "first"),
        ends=_date(shape, dates, "last"),
        profile=_profile(shape, entries),
        sources=tuple((code, shape.text(value, code)) for code, (_, value) in sources.items()),
        reasons=_reasons(shape, entries),
        calls=_calls(shape, entries),
        remarks=shape.remarks(entries),
        place=shape.place(node),
    )


def _reasons(shape: Shape, entries: dict[str, Entry]) -> Reasons:
    if "reasons" not in entries:
        return Reasons.PROPOSAL
    return Reasons(shape.choice(entries["reasons"][1], "place for reasons", REASONS.words))


def _calls(shape: Shape, entries: dict[str, Entry]) -> tuple[tuple[str, Calls], ...]:
    if "calls" not in entries:
        return ()
    found = []
    for language, (key, value) in shape.entries(entries["calls"][1], "calls", ()).items():
        shape.matching(key, LANGUAGE_TAG)
        found.append((language, tuple(_group(shape, item) for item in shape.listing(value, f"calls, {language}"))))
    return tuple(found)


def _group(shape: Shape, node: Node) -> tuple[str, ...]:
    """One call, or the calls of a list, which come in any order."""
    return tuple(shape.text(call, "the call") for call in (node.items if isinstance(node, Listing) else [node]))


def _date(shape: Shape, dates: dict[str, Entry], key: str) -> str:
    return shape.matching(dates[key][1], DAY) if key in dates else ""


def _profile(shape: Shape, entries: dict[str, Entry]) -> Profile:
    if "symbols" not in entries:
        return Profile()
    levels = shape.fields(entries["symbols"][1], "symbols", PROFILE) or {}
    allowed = {
        level: tuple(
            Symbol(shape.choice(item, "symbol", SYMBOL.words)) for item in shape.listing(value, f"symbols, {level}")
        )
        for level, (_, value) in levels.items()
    }
    return Profile(**allowed)
