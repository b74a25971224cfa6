"""Places in the lists of a new base: the same anchor, the nearest surviving neighbour, the same order."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from resedit.amend.counterparts import Counterparts
from resedit.model.address import AddressBook, AddressError
from resedit.model.proposal import Amendment
from resedit.wording.segments import Wording


class LostError(ValueError):
    """An amendment that cannot land, and why; `words` and `closeness` where something near it was found."""

    def __init__(self, message: str, words: Wording | None = None, closeness: float | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.words = words
        self.closeness = closeness


class Spot(NamedTuple):
    """A place in a list of the new base: under `parent` (canonical, empty for the list of calls), `before` or `after`
    one of the list, as an amendment names it; `said` where it is not the neighbour that was named."""

    parent: str
    before: str = ""
    after: str = ""
    said: tuple[str, ...] = ()


def spot(known: Counterparts, parent: str, amendment: Amendment) -> Spot:
    """Where an addition or a move to the list under `parent` (of the old base) goes. Raises LostError where the list is
    gone, AddressError for an anchor that the old base does not have."""
    now = known.of(parent) if parent else ""
    if parent and not now:
        by = known.gone.get(parent)
        raise LostError(f"{parent}, where it is to stand, is not in the text any more{suppressed_by(by)}")
    anchor = amendment.before or amendment.after
    if not anchor:
        return Spot(now)
    named = known.old.find_sibling(anchor, parent)
    siblings = known.old.below(parent)
    index = siblings.index(named)
    if _stands(known, named, now):
        part = styled_sibling(known.new, anchor, known.of(named), now)
        return Spot(now, part, "") if amendment.before else Spot(now, "", part)
    ahead = next((s for s in reversed(siblings[:index]) if _stands(known, s, now)), "")
    behind = next((s for s in siblings[index + 1 :] if _stands(known, s, now)), "")
    distances = (
        (index - siblings.index(ahead) if ahead else len(siblings)),
        (siblings.index(behind) - index if behind else len(siblings)),
    )
    said = f"{named}, beside which it was to stand, is not there any more{suppressed_by(known.gone.get(named))}"
    if not (ahead or behind):
        return Spot(now, said=(f"{said}; it stands at the end of the list",))
    is_ahead = bool(ahead) and (
        not behind or distances[0] < distances[1] or (distances[0] == distances[1] and bool(amendment.before))
    )
    chosen = known.of(ahead if is_ahead else behind)
    part = styled_sibling(known.new, anchor, chosen, now)
    said = f"{said}; it stands {'after' if is_ahead else 'before'} {chosen}"
    return Spot(now, "", part, (said,)) if is_ahead else Spot(now, part, "", (said,))


def _stands(known: Counterparts, sibling: str, parent: str) -> bool:
    now = known.of(sibling)
    return bool(now) and known.new.parent(now) == parent


def suppressed_by(by: Sequence[str] | None) -> str:
    """Who suppressed something, for the end of a message; empty where it is not known."""
    return f" (suppressed by {', '.join(by)})" if by else ""


def styled(book: AddressBook, like: str, address: str) -> str:
    """An address in the form in which another was written: with blanks or slashes, with the bracket or without."""
    return _styled(like, address, book.find)


def styled_sibling(book: AddressBook, like: str, address: str, parent: str) -> str:
    """An address under `parent` in the form in which another was written: its own part, or in full."""
    own = address.rpartition("/")[2] if parent else address
    is_own = "/" not in like and len(like.split()) == len(own.split())
    return _styled(like, own if is_own else address, lambda form: book.find_sibling(form, parent), address)


def _styled(like: str, form: str, find: Callable[[str], str], address: str = "") -> str:
    wanted = address or form
    bracket = ")" if like.endswith(")") else ""
    spaced = form if "/" in like else form.replace("/", " ")
    for candidate in (like, spaced + bracket, spaced, form, wanted):
        try:
            if find(candidate) == wanted:
                return candidate
        except AddressError:
            continue
    return wanted


def same_place(order: Sequence[str], other: Sequence[str], item: str) -> bool:
    """Whether an item of two lists stands between the same neighbours, of those that both have."""
    common = set(order) & set(other)
    left, right = ([name for name in names if name in common] for names in (order, other))
    if item not in common:
        return False

    def around(names: list[str]) -> tuple[list[str], list[str]]:
        index = names.index(item)
        return names[max(0, index - 1) : index], names[index + 1 : index + 2]

    return around(left) == around(right)
