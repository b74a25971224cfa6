"""Reading a conference."""

import re

from resedit.model.conference import Conference, Profile
from resedit.model.enums import Symbol
from resedit.store.nodes import Node
from resedit.store.shape import REMARK_KEYS, Entry, Shape

KEYS = ("conference", "name", "place", "year", "dates", "symbols", "sources", *REMARK_KEYS)
_DATE = re.compile(r"^\d{4}-\d{2}-\d{2}$")


def read_conference(shape: Shape, node: Node) -> Conference | None:
    """The conference a file describes; None when it has too little. What is wrong is in `shape.problems`."""
    entries = shape.entries(node, "the conference", KEYS)
    if not shape.required(entries, node, "the conference", ["conference", "name"]):
        return None
    dates = shape.entries(entries["dates"][1], "dates", ("first", "last")) if "dates" in entries else {}
    sources = shape.entries(entries["sources"][1], "sources", ()) if "sources" in entries else {}
    return Conference(
        name=shape.text(entries["name"][1], "name"),
        short=shape.text(entries["conference"][1], "conference"),
        venue=shape.text(entries["place"][1], "place") if "place" in entries else "",
        year=shape.text(entries["year"][1], "year") if "year" in entries else "",
        starts=_date(shape, dates, "first"),
        ends=_date(shape, dates, "last"),
        profile=_profile(shape, entries),
        sources=tuple((code, shape.text(value, code)) for code, (_, value) in sources.items()),
        place=shape.place(node),
    )


def _date(shape: Shape, dates: dict[str, Entry], key: str) -> str:
    if key not in dates:
        return ""
    value = shape.text(dates[key][1], key)
    if value and not _DATE.match(value):
        shape.wrong("shape", f"“{value}” is no date", dates[key][1], "write 2017-10-09")
    return value


def _profile(shape: Shape, entries: dict[str, Entry]) -> Profile:
    if "symbols" not in entries:
        return Profile()
    levels = shape.entries(entries["symbols"][1], "symbols", ("resolution", "provision"))
    allowed = {
        level: tuple(
            Symbol(shape.choice(item, "symbol", [str(symbol) for symbol in Symbol]))
            for item in shape.listing(value, f"symbols, {level}")
        )
        for level, (_, value) in levels.items()
    }
    return Profile(**allowed)
