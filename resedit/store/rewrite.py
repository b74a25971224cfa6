"""Writing a changed proposal into its own file: only the values that changed, all else as people wrote it."""

from collections.abc import Iterator

from resedit.model.place import Place
from resedit.model.problem import ReseditError
from resedit.model.proposal import Amendment, Marked, Proposal, Replacements, Whole
from resedit.model.resolution import Provision
from resedit.store.edit import Addition, Change, Edit, EditError, Repair, edited
from resedit.store.load import expect, load
from resedit.store.source import At

REMARKS = ("note", "query")


def rewritten(data: bytes, after: Proposal, file: str) -> bytes:
    """The file of a proposal, saying `after` where it said something else: its base, its queries' addresses, and what
    its amendments (as many as before, in their order) name, say and are marked with.

    Comments, order, quotes and line breaks stay. Raises UnreadableError for a file that holds no sound proposal,
    ReseditError where a change cannot be written without changing more of the file.
    """
    before = expect(load(data, file), Proposal, file)
    try:
        result = edited(data, list(_changes(before, after)), file)
    except EditError as error:
        raise ReseditError(f"{file}: {error}", "write each key of an amendment on a line of its own") from None
    read = expect(load(result, file), Proposal, file)
    if (read, _remarks(read)) != (after, _remarks(after)):
        raise ReseditError(f"{file} cannot be written so that it says the same", "write out its amendments in full")
    return result


def _remarks(proposal: Proposal) -> list[tuple[str, str]]:
    return [(amendment.remarks.note, amendment.remarks.query) for amendment in proposal.amendments]


def _changes(before: Proposal, after: Proposal) -> Iterator[Change]:
    if before.target != after.target:
        yield Edit(_at(before.place_of("resolution")), after.target)
    for asked, query in zip(before.queries, after.queries, strict=True):
        if asked.address != query.address:
            yield Edit(_at(asked.place), query.address)
    for old, new in zip(before.amendments, after.amendments, strict=True):
        if (old, old.remarks) != (new, new.remarks):
            yield from _amended(old, new)


def _amended(old: Amendment, new: Amendment) -> Iterator[Change]:
    """What to change in one amendment."""
    gone: list[At] = []
    come: list[tuple[str, str]] = []
    for key in ("before", "after"):
        was, now = getattr(old, key), getattr(new, key)
        other = "after" if key == "before" else "before"
        if was and now and was != now:
            yield Edit(_at(old.place_of(key)), now)
        elif was and not now and getattr(new, other):
            yield Repair(_at(old.place_of(key)), other, getattr(new, other))
        elif was and not now:
            gone.append(_at(old.place_of(key)))
    for key, was, now in (("to", old.to, new.to), *_marks(old, new)):
        if was and now and was != now:
            yield Edit(_at(old.place_of(key)), now)
        elif now and not was:
            come.append((key, now))
    yield from _wording(old, new, gone)
    for added, item in zip(old.items, new.items, strict=True):
        yield from _texts(added.provision, item.provision)
    address = _at(old.place_of("address"))
    if gone:
        yield Repair(address, old.symbol.value, new.address, tuple(gone))
    elif old.address != new.address:
        yield Edit(address, new.address)
    if come:
        yield Addition(address, tuple(come))


def _marks(old: Amendment, new: Amendment) -> Iterator[tuple[str, str, str]]:
    """Status and remarks: key, old value and new."""
    yield "status", str(old.status or ""), str(new.status or "")
    for key in REMARKS:
        yield key, getattr(old.remarks, key), getattr(new.remarks, key)


def _wording(old: Amendment, new: Amendment, gone: list[At]) -> Iterator[Change]:
    """A new wording in its place; replacements that no longer fit give way to the wording written out."""
    if old.wording == new.wording:
        return
    is_replaced = isinstance(old.wording, Replacements)
    place = _at(old.place_of("replace" if is_replaced else "text"))
    keys = dict(old.places)
    times = (_at(keys["times"]),) if is_replaced and "times" in keys else ()
    if new.wording is None:
        gone += [place, *times]
    elif isinstance(new.wording, (Marked, Whole)):
        text = new.wording.markup if isinstance(new.wording, Marked) else new.wording.text
        yield Repair(place, "text", text, times) if is_replaced else Edit(place, text)


def _texts(old: Provision, new: Provision) -> Iterator[Change]:
    for was, now in zip(old.walk(), new.walk(), strict=True):
        if was.text != now.text:
            yield Edit(_at(was.place), now.text)


def _at(place: Place) -> At:
    return place.line, place.column
