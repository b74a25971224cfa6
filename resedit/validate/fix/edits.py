"""From a finding with one right answer to the places in the files that have to change for it."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from resedit.amend.expand import StaleError, expand
from resedit.model.mend import Mend
from resedit.model.place import Place
from resedit.model.problem import Problem
from resedit.model.proposal import Marked, Replacements, Whole
from resedit.store.edit import Edit, Repair
from resedit.validate.fix import replacements
from resedit.validate.fix.addresses import readdressed
from resedit.validate.fix.bundle import State
from resedit.wording import criticmarkup
from resedit.wording.mend import MendError, in_final, in_original, in_text
from resedit.wording.segments import Wording


class Change(NamedTuple):
    """One edit of one file."""

    file: str
    edit: Edit | Repair

    @property
    def place(self) -> Place:
        """Where it is made."""
        return Place(self.file, *self.edit.at)


def changes_for(state: State, problem: Problem) -> list[Change]:
    """The edits that mend a finding, in the base and in the proposals that quote it.

    Raises MendError with the reason where it is for people to decide.
    """
    by_place: dict[Place, list[Mend]] = {}
    for mend in problem.mends:
        by_place.setdefault(mend.place, []).append(mend)
    if not problem.mends:
        raise MendError("it has no one right answer")
    found: list[Change] = []
    for place, mends in by_place.items():
        if place.file != problem.place.file or place.file not in state.files:
            raise MendError("the words are the base's")
        if place.file in state.unread:
            found.append(_direct(state, place, mends))
        elif place.file == state.bundle.base:
            found += _in_base(state, place, mends)
        else:
            found += _in_proposal(state, place, mends)
    return found


def _direct(state: State, place: Place, mends: Sequence[Mend]) -> Change:
    """The scalar at a place with its value mended as it stands."""
    value = state.values.get(place.file, {}).get((place.line, place.column))
    if value is None:
        raise MendError("the words are not written as one text")
    return _edit(place, in_text(value, mends))


def _edit(place: Place, new: str) -> Change:
    return Change(place.file, Edit((place.line, place.column), new))


def _in_base(state: State, place: Place, mends: Sequence[Mend]) -> Iterator[Change]:
    """A text or label of the base, and what the proposals beside it say of it."""
    unread = next((name for name in sorted(state.unread) if name != place.file), "")
    if unread:
        raise MendError(f"{unread} cannot be read, so that it is not known what it quotes")
    yield _direct(state, place, mends)
    if place in state.addresses:
        yield from _quotations(state, state.addresses[place], mends)
        return
    for proposal in state.proposals.values():
        for at, address in readdressed(state.book, proposal, place, mends[0].new):
            yield _edit(at, address)


def _quotations(state: State, address: str, mends: Sequence[Mend]) -> Iterator[Change]:
    """The amendments of a text whose words are mended, with the words of the base that they keep or delete."""
    for amendment in state.amended.get(address, ()):
        old, new = state.book.text(address), amendment.wording
        assert new is not None
        with suppress(StaleError):  # then it does not fit now either
            if isinstance(new, Replacements):
                yield from (_edit(at, words) for at, words in list(replacements.following(new, old, mends)))
                continue
            words = _written(in_original(expand(new, old), mends), new)
            if words != _source(new):
                yield _edit(amendment.place_of("text"), words)


def _in_proposal(state: State, place: Place, mends: Sequence[Mend]) -> Iterator[Change]:
    """Words that a proposal writes: those of an amendment's new wording, or of something that it adds."""
    amendment = state.written.get(place)
    if amendment is None or amendment.wording is None:
        yield _direct(state, place, mends)
        return
    old, new = state.book.text(state.book.find(amendment.address)), amendment.wording
    if isinstance(new, Replacements):
        yield from (_edit(at, words) for at, words in replacements.in_final(new, old, mends))
    else:
        yield _edit(place, _written(in_final(expand(new, old), mends), new))


def _source(new: Marked | Whole) -> str:
    return new.markup if isinstance(new, Marked) else new.text


def _written(mended: Wording, before: Marked | Whole) -> str:
    """A wording in the form that it was written in, with the notation for substitutions that it had."""
    if isinstance(before, Whole):
        return mended.final()
    return criticmarkup.write(mended, substitutions="{~~" in _source(before))
