"""Recording: from an edited copy of a text to the proposal that makes it."""

from dataclasses import replace

from resedit.amend.compare import compare
from resedit.amend.derive import derive
from resedit.formats.markdown import markdown
from resedit.formats.read import decoded
from resedit.formats.text import text
from resedit.merge.merge import apply
from resedit.model.problem import ReseditError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.record.assemble import assembled
from resedit.record.concise import concise
from resedit.record.edited import read_markdown, read_plain, seen
from resedit.redline.lines import text_lines
from resedit.redline.redline import Redline
from resedit.store.load import expect, is_word, load


def record(base: Resolution, data: bytes, name: str, like: Proposal) -> Proposal:
    """The proposal that makes the edited copy of a base in a file; number, source and the rest are those of `like`, its
    revision, if it has one, instead of the copy's.

    A Word file with tracked changes is taken at its changes, any other copy is compared: YAML, Markdown or the fixed
    plain form, told by the file's name, else by its words. Applying the proposal gives exactly the copy. Raises
    ReseditError where the file is no copy of that base, nothing is changed, or no proposal makes it, saying why not.
    """
    if is_word(data, name):
        from resedit.record.edited_word import edited_word

        redline, is_tracked = edited_word(data, name, base, (like.number,))
    else:
        redline, is_tracked = compare(base, _copy(data, name, base), (like.number,)), False
    if like.revision and like.revision != redline.revision.final():
        redline = compare(base, replace(redline.final(), revision=like.revision), (like.number,))
    return recorded(redline, like, is_tracked)


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


def _copy(data: bytes, name: str, base: Resolution) -> Resolution:
    if name.lower().endswith((".yaml", ".yml")):
        return expect(load(data, name), Resolution, name)
    words = decoded(data, name)
    is_markdown = name.endswith((".md", ".markdown")) or words.startswith("# ")
    read, written = (read_markdown, markdown) if is_markdown else (read_plain, text)
    edited = read(words, name)
    copy = assembled(edited, base)
    if seen(read(written(copy), name)) != seen(edited):
        hint = "edit the base as YAML (resedit export --view original --format yaml) and record that"
        raise ReseditError("the words of the edited text do not tell how it nests", hint)
    return copy
