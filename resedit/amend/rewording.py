"""Where a MOD lands on a new base: its words merged with those that the base has now, in its author's form."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from resedit.amend.counterparts import Counterparts
from resedit.amend.expand import StaleError, expand
from resedit.amend.neighbours import LostError, styled, suppressed_by
from resedit.model.address import AddressError
from resedit.model.proposal import Amendment, Marked, NewWording, Replacement, Replacements, Whole
from resedit.redline.references import renamed
from resedit.wording import criticmarkup
from resedit.wording.carry import carry
from resedit.wording.difference import difference
from resedit.wording.segments import Segment, Wording, wording


class Landing(NamedTuple):
    """An amendment on the new base: `is_present` when the text has it already; `words` and `closeness` where the base's
    words changed: a MOD's on the new words, of others what changed in the base; `said` are remarks."""

    amendment: Amendment
    address: str
    is_present: bool = False
    words: Wording | None = None
    closeness: float | None = None
    said: tuple[str, ...] = ()


class Rewording:
    """Lands amendments of words; `names` maps the labels of footnotes, old ones and added ones, to their new ones."""

    def __init__(self, known: Counterparts, names: Mapping[str, str]) -> None:
        self.known = known
        self.names = names

    def land(self, amendment: Amendment) -> Landing:
        """A MOD on the new base. Raises LostError where it cannot land, AddressError for an address that its own base
        does not have."""
        known = self.known
        was = self._address(amendment)
        old = renamed(known.old.text(was), self.names) if was else ""
        change = self._change(amendment.wording, old)
        if change is not None and not known.of(was) and (there := known.added_with(change.final())):
            return Landing(amendment, there, is_present=True)
        now, remark = self._found(was or amendment.address, old if change is None else change.original())
        new = known.new.text(now)
        moved = replace(amendment, address=styled(known.new, amendment.address, now))
        said = (remark,) if remark else ()
        asks_label = amendment.label is not None and amendment.label != known.old.label(was)
        has_label = asks_label and amendment.label == known.new.label(now)
        if change is None:
            return Landing(moved, now, has_label, said=said)
        carried = carry(change, new)
        if carried.lost is not None:
            reason = f"the words it changes are others now: {criticmarkup.write(carried.lost).strip()}"
            raise LostError(reason, difference(change.original(), new), carried.closeness)
        has_words = change.changed and not carried.words.changed
        is_done = (has_words or not change.changed) and (has_label or not asks_label) and (has_words or has_label)
        if is_done:
            return Landing(amendment, now, is_present=True)
        form = None if has_words else self._rewritten(amendment.wording, carried.words)
        landed = replace(moved, wording=form)
        if change.original() == new:
            return Landing(landed, now, said=said)
        return Landing(landed, now, words=carried.words, closeness=carried.closeness, said=said)

    def _change(self, new: NewWording | None, old: str) -> Wording | None:
        """What a MOD does to its own old words, footnotes under their new labels."""
        if new is None:
            return None
        try:
            if isinstance(new, Marked):
                return self._renamed(criticmarkup.parse(new.markup))
            return expand(self._named(new), old)
        except criticmarkup.MarkupError as error:
            raise LostError(error.message) from None
        except StaleError as error:
            raise LostError(f"{error.message}; {error.hint}") from None

    def _found(self, was: str, words: str) -> tuple[str, str]:
        """The new address of what a MOD is about, and a remark where its words stand in another provision now."""
        now = self.known.of(was)
        if now:
            return now, ""
        if was in self.known.gone:
            raise LostError(f"{was} is not in the text any more{suppressed_by(self.known.gone[was])}")
        inside = self.known.inside(words)
        if inside is None:
            raise LostError(f"{was} is not in the text any more, nor are words like its own")
        address, close = inside
        return address, f"{was} is not there any more; its words stand in {address} ({close:.0%} alike)"

    def _address(self, amendment: Amendment) -> str:
        """The address of a MOD in the old base; empty where it has none, but the amendment itself spells the words."""
        try:
            return self.known.old.find(amendment.address)
        except AddressError:
            if isinstance(amendment.wording, Marked):
                return ""
            raise

    def _rewritten(self, new: NewWording | None, words: Wording) -> NewWording:
        """A new wording for other words, in the form in which its author wrote it where that says the same."""
        if new is not None:
            if isinstance(new, Whole) and not criticmarkup.is_marked(words.final()):
                return Whole(words.final())
            if self._named(new) == new and _still_says(new, words):
                return new
        return Marked(criticmarkup.write(words))

    def _named(self, new: NewWording) -> NewWording:
        """A new wording with footnotes under their new labels."""
        if isinstance(new, Whole):
            return Whole(renamed(new.text, self.names))
        if isinstance(new, Replacements):
            return Replacements(tuple(self._pair_named(pair) for pair in new.pairs))
        return Marked(renamed(new.markup, self.names))

    def _pair_named(self, pair: Replacement) -> Replacement:
        return replace(pair, old=renamed(pair.old, self.names), new=renamed(pair.new, self.names))

    def _renamed(self, words: Wording) -> Wording:
        return wording(Segment(s.op, renamed(s.text, self.names), s.by) for s in words.segments)


def _still_says(new: NewWording, words: Wording) -> bool:
    """Whether a new wording, as it is, makes of other words what it should."""
    try:
        return expand(new, words.original()).final() == words.final()
    except StaleError:
        return False
