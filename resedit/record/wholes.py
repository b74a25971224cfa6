"""Proposals about a text as a whole: ADD with all of it new, SUP and NOC with what there is of it; and what is proved
of every text that is read."""

from dataclasses import replace

from resedit.model.enums import Symbol
from resedit.model.languages import number_line
from resedit.model.problem import ReseditError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.record.cover import read_reasons
from resedit.record.tracked import draft
from resedit.redline.document import DocumentNote, Loss, LossKind, TrackedDocument, TrackedLine
from resedit.redline.redline import State
from resedit.redline.references import renamed, renaming
from resedit.structure.sections import Section, section_lines
from resedit.verify.compare import mismatches
from resedit.wording.segments import Wording, kept

WHOLES = frozenset({Symbol.ADD, Symbol.SUP, Symbol.NOC})


def of_whole(
    section: Section, document: TrackedDocument, language: str
) -> tuple[Resolution | None, Proposal, list[Loss]]:
    """The base (None for ADD), the proposal, and what is not carried: of ADD the final text, of SUP and NOC the
    original one. Raises ReseditError where the text cannot be made out."""
    is_new = section.symbol is Symbol.ADD
    lines, notes = _one_text(section, document, original=not is_new)
    made = draft(lines, notes, language, ())
    text, losses = made.redline.base, list(made.losses)
    prove_lines(text, section, document, original=not is_new)
    proposal = headed(section, text.number, text.revision)
    if is_new:
        return None, replace(proposal, language=text.language if text.language != "en" else "", text=text), losses
    if not text.provisions:
        line = number_line(text.number, text.revision, text.language)
        losses.append(Loss(LossKind.OTHER, section.place, f"the document has no more than the title of {line}"))
    if section.symbol is Symbol.NOC and any(line.changed for line in section.text):
        losses.append(
            Loss(LossKind.OTHER, section.place, f"changes in the text of NOC {section.number}, taken as rejected")
        )
    return text, proposal, losses


def headed(section: Section, number: str, revision: str) -> Proposal:
    """A proposal with what its section says of it, and no amendments yet."""
    source, reasons = section.number.partition("/")[0], read_reasons(section.reasons)
    return Proposal(section.number, section.symbol, number, revision, source=source, reasons=reasons)


def _one_text(
    section: Section, document: TrackedDocument, original: bool
) -> tuple[list[TrackedLine], list[DocumentNote]]:
    """The lines and notes of one of the two texts, as if nothing changed them."""

    def side(words: Wording) -> str:
        return words.original() if original else words.final()

    def stands(state: State) -> bool:
        return state.in_original if original else state.in_final

    there = [note for note in document.notes if stands(note.state)]
    names = renaming((note.key, side(note.label)) for note in there)
    lines = []
    for line in section.text:
        if stands(line.state):
            style = line.style_was if original else line.style
            label, text = kept(side(line.label)), kept(renamed(side(line.text), names))
            lines.append(replace(line, label=label, text=text, state=State.KEPT, style=style, style_was=style))
    notes = [DocumentNote(side(n.label), kept(side(n.label)), kept(renamed(side(n.text), names))) for n in there]
    return lines, notes


def prove_lines(text: Resolution, section: Section, document: TrackedDocument, original: bool) -> None:
    """Raises ReseditError unless a text says, line by line, what one of the two texts of a section does."""
    different = mismatches(text, section_lines(section, document, original, text.language))
    if different:
        what = different[0].line.final() or f"{different[0].line.original()} is missing"
        raise ReseditError(f"{section.number} cannot be carried exactly: {what}", "please report this")
