"""Recording: from an edited copy of a text to the proposal that makes it."""

import re
from dataclasses import replace
from itertools import zip_longest
from pathlib import PurePath
from typing import NamedTuple

from resedit.amend.compare import compare
from resedit.amend.derive import derive
from resedit.formats.markdown import markdown
from resedit.formats.read import decoded
from resedit.formats.text import text
from resedit.merge.merge import apply
from resedit.model.place import Place
from resedit.model.problem import Problem, ReseditError, UnreadableError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.record.assemble import assembled
from resedit.record.concise import concise
from resedit.record.edited import seen, stopping
from resedit.record.edited_markdown import read_markdown
from resedit.record.edited_plain import read_plain
from resedit.record.faults import check_head, check_notes
from resedit.record.typed import with_labels_told
from resedit.redline.document import Loss
from resedit.redline.lines import text_lines
from resedit.redline.redline import Redline
from resedit.store.load import expect, is_word, load

_YAML = re.compile(r"^resolution: ", re.MULTILINE)
"""What a base as YAML has, and no text as it is exported."""


class Recorded(NamedTuple):
    """The proposal that makes an edited copy, and what a Word file holds that the proposal does not."""

    proposal: Proposal
    losses: tuple[Loss, ...] = ()


def record(base: Resolution, data: bytes, name: str, like: Proposal) -> Recorded:
    """The proposal that makes the edited copy of a base in a file; number, source and the rest are those of `like`, its
    revision, if it has one, instead of the copy's.

    A Word file with tracked changes is taken at its changes, any other copy is compared: YAML, Markdown or the fixed
    plain form, told by the file's name, else by its words. Applying the proposal gives exactly the copy. Raises
    ReseditError where the file is no copy of that base, nothing is changed, or no proposal makes it, saying why not.
    """
    by, is_tracked, losses = (like.number,), False, tuple[Loss, ...]()
    is_document = is_word(data, name)
    if is_document:
        from resedit.record.edited_word import edited_word

        redline, is_tracked, losses = edited_word(data, name, base, by)
    else:
        copy, losses = _copy(data, name, base)
        redline = compare(base, copy, by)
    if like.revision and like.revision != redline.revision.final():
        redline = compare(base, replace(redline.final(), revision=like.revision), by)
    try:
        check_notes(redline.final(), base, [] if is_document else decoded(data, name).split("\n"))
        return Recorded(recorded(redline, like, is_tracked), losses)
    except UnreadableError as error:
        if is_document:
            raise UnreadableError(_of_paragraph(problem, name) for problem in error.problems) from None
        raise


def recorded(redline: Redline, like: Proposal, is_tracked: bool = False) -> Proposal:
    """The proposal that makes a redline; `is_tracked` says that its wordings are drafters' own, and are kept as they
    are. Raises ReseditError where there is nothing to record, or no amendment makes it."""
    if not redline.changed:
        raise ReseditError("the edited text is the base's, word for word", "there is nothing to record")
    base, new = redline.base, redline.final()
    proposal = derive(redline, like)
    proposal = proposal if is_tracked else concise(base, proposal)
    if proposal.revision == base.revision:
        proposal = replace(proposal, revision="")
    made = apply(base, [proposal]).final()
    if made != new:
        lines = zip(map(str, text_lines(made)), map(str, text_lines(new)), strict=False)
        wrong = next((f"“{want}” would be “{have}”" for have, want in lines if have != want), "it would nest otherwise")
        raise ReseditError(f"no proposal makes exactly the edited text: {wrong}", "simplify the change")
    return proposal


def _copy(data: bytes, name: str, base: Resolution) -> tuple[Resolution, tuple[Loss, ...]]:
    """The copy of a base that is no Word file, with the places of its texts, and what is to be told of it."""
    words = decoded(data, name)
    suffix = PurePath(name.lower()).suffix
    if suffix in (".yaml", ".yml") or (suffix not in (".md", ".markdown") and _YAML.search(words)):
        copy = expect(load(data, name), Resolution, name)
        check_head(copy, base)
        return copy, ()
    is_markdown = suffix in (".md", ".markdown") or words.startswith("# ")
    read, written = (read_markdown, markdown) if is_markdown else (read_plain, text)
    edited, losses = read(words, name), list[Loss]()
    if edited.has_labels:
        edited, losses = with_labels_told(edited, base)
    copy = assembled(edited, base)
    for want, have in zip_longest(seen(edited), seen(read(written(copy), name))):
        if want is None or have is None or want[:2] != have[:2]:
            place = (want or have).place
            hint = "edit the base as YAML (resedit export --view original --format yaml) and record that"
            if want and have and want.what == have.what:
                raise stopping("no line above holds what stands as deep as this one", place, f"change that, or {hint}")
            raise stopping("from here on, the words of the text do not tell how it nests", place, hint)
    return copy, tuple(losses)


def _of_paragraph(problem: Problem, name: str) -> Problem:
    """A problem of a Word file, its paragraph in the message: nothing shows its lines."""
    where = f"paragraph {problem.place.line}: " if problem.place.line > 1 else ""
    return replace(problem, message=f"{where}{problem.message}", place=Place(name))
