"""Importing: from a Word document with tracked changes to a base and a proposal for each that is in it."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from resedit.amend.compare import compare
from resedit.amend.derive import derive
from resedit.merge.merge import apply
from resedit.model.languages import number_line_language, primary
from resedit.model.problem import ReseditError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.record.cover import losses_of, losses_of_reasons, read_cover
from resedit.record.edited_word import OtherBaseError, likes
from resedit.record.refusals import named, no_text
from resedit.record.tracked import Draft, draft
from resedit.record.wholes import WHOLES, headed, of_whole, prove_lines
from resedit.redline.document import Loss, LossKind, TrackedDocument
from resedit.redline.redline import Redline
from resedit.structure.sections import Section, cited, sections, words

UN_LANGUAGES = frozenset({"ar", "en", "es", "fr", "ru", "zh"})
"""Languages whose texts at conferences have no regional variants."""


FindBase = Callable[[str, str], Resolution | None]
"""Gives the base that a project has of a number and revision."""


class TwoTextsError(OtherBaseError):
    """Two proposals of a document whose original texts should be one: `redline` leads from the first to the other."""

    def __init__(self, first: str, other: str, redline: Redline) -> None:
        super().__init__(redline)
        name = redline.base.reference
        self.message = f"{first} and {other} are written for two texts of {name}: with all changes rejected they differ"


class Imported(NamedTuple):
    """One proposal of a document and the base it is written for (None where it adds a resolution); `is_known` says that
    the project has that base."""

    base: Resolution | None
    proposal: Proposal
    is_known: bool = False

    @property
    def number(self) -> str:
        """The number of the resolution."""
        return self.proposal.resolution


class Import(NamedTuple):
    """What a document holds, and everything in it that the files cannot carry, with its place."""

    proposals: tuple[Imported, ...]
    losses: tuple[Loss, ...]


def import_document(document: TrackedDocument, find_base: FindBase, language: str = "", number: str = "") -> Import:
    """The proposals of a document.

    `language` is the text's where the document does not say; `number` names the proposal where no line of the document
    does (`MOD XYZ/1/1`). Applying each proposal to its base gives both texts of the document. Raises ReseditError where
    there is no proposal, the document names another one than `number`, a text cannot be made out, a base in the
    project is another text than the document's, or two proposals are written for two texts of one resolution.
    """
    found, loose = sections(document.lines)
    found = named(found, loose, number)
    losses = list(document.losses)
    made: list[Imported] = []
    for section in found:
        losses += losses_of(section.stray, f"outside of the text of {section.number}")
        if not section.text:
            losses.append(Loss(LossKind.OTHER, section.place, no_text(section).message))
            losses += losses_of(section.front, f"before {section.number}")
            continue
        cover, around = read_cover(section.front)
        losses += around
        one, more = _imported(section, document, language, find_base)
        losses += more
        losses += losses_of_reasons(section)
        made.append(one._replace(proposal=replace(one.proposal, cover=cover)))
    losses += losses_of(loose, "outside of all proposals")
    inside = {key for section in found for key in cited(section.text)}
    outside = (note for note in document.notes if note.key not in inside)
    losses += [Loss(LossKind.OTHER, note=n.key, detail=f"to no text of a proposal: {n.text.final()}") for n in outside]
    if not made:
        raise no_text(found[0])
    _check_one_each(made)
    return Import(tuple(made), tuple(sorted(losses, key=lambda loss: loss.place)))


def _check_one_each(made: list[Imported]) -> None:
    """Raises TwoTextsError where two proposals are written for two texts of one resolution, ReseditError where they are
    about two resolutions of one number."""
    known: dict[str, Imported] = {}
    for one in made:
        first = known.setdefault(one.number, one)
        if first is one:
            continue
        names, targets = (first.proposal.number, one.proposal.number), (first.proposal.target, one.proposal.target)
        if first.base is None or one.base is None or first.base.reference != one.base.reference:
            what = f"{names[0]} and {names[1]} are about two resolutions of one number, {' and '.join(targets)}"
            hint = "give a new resolution a number of its own ([XYZ-2]); import two adopted ones one by one"
            raise ReseditError(what, hint)
        if first.base != one.base and first.base.provisions and one.base.provisions:
            raise TwoTextsError(*names, compare(first.base, one.base))


def _imported(
    section: Section, document: TrackedDocument, language: str, find_base: FindBase
) -> tuple[Imported, list[Loss]]:
    language = language or _language(section, document)
    if section.symbol in WHOLES:
        base, proposal, losses = of_whole(section, document, language)
        known = find_base(base.number, base.revision) if base else None
        if known and base and base.provisions:
            _same(base, known)
        return Imported(known or base, proposal, known is not None), losses
    by = (section.number,)
    made = draft(section.text, document.notes, language, by)
    known = find_base(made.redline.base.number, made.redline.base.revision)
    if known is not None:
        made = draft(section.text, document.notes, known.language, by, likes(section.text, known))
        _same(made.redline.base, known)
        made = Draft(replace(made.redline, base=known), made.losses)
    base = made.redline.base
    proposal = derive(made.redline, headed(section, base.number, base.revision))
    if proposal.revision == base.revision:
        proposal = replace(proposal, revision="")
    _prove(section, document, made.redline, proposal)
    return Imported(base, proposal, known is not None), list(made.losses)


def _language(section: Section, document: TrackedDocument) -> str:
    """The language of a text: its number line's, else the document's."""
    tag = next(filter(None, map(number_line_language, map(words, section.text[:1]))), document.language) or "en"
    return primary(tag) if primary(tag) in UN_LANGUAGES else tag


def _same(read: Resolution, known: Resolution) -> None:
    if read != known:
        raise OtherBaseError(compare(known, read))


def _prove(section: Section, document: TrackedDocument, made: Redline, proposal: Proposal) -> None:
    """Raises ReseditError unless the base and the proposal give the document's two texts, line by line."""
    redline = apply(made.base, [proposal])
    for original in (True, False):
        view, wanted = (r.original() if original else r.final() for r in (redline, made))
        if view != wanted:
            hint = "please report this"
            raise ReseditError(
                f"{proposal.number} cannot be carried exactly: its provisions would nest otherwise", hint
            )
        prove_lines(view, section, document, original)
