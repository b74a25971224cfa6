"""An edited copy, whatever was done to it: what is recorded makes it exactly and is sound in every form, or it is said
where and why not. Made up (source XYZ)."""

import re
import textwrap
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from resedit.formats.docx.tracked import read_tracked
from resedit.formats.docx.write import write_docx
from resedit.formats.markdown import markdown
from resedit.formats.text import text
from resedit.formats.write import write
from resedit.merge.merge import apply
from resedit.model.enums import View
from resedit.model.problem import ProblemsError, ReseditError, Severity
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.record.record import record
from resedit.redline.view import untracked
from resedit.store.load import load
from resedit.store.write import base_yaml, proposal_yaml
from resedit.validate.check import check_base, check_proposal
from tests.record.bases import BASES
from tests.record.docx_edits import edited_docx, settled
from tests.record.edits import edited, saved
from tests.strategies import proposal, resolutions

bases = st.one_of(st.sampled_from(BASES), st.sampled_from(BASES), resolutions())
randoms = st.randoms(use_true_random=False)
NOTHING = "there is nothing to record"


def recorded(base: Resolution, data: bytes, name: str) -> Proposal | None:
    """What is recorded, proved to be sound in every form; None where nothing is changed. Raises ReseditError where it
    is refused, as the command does."""
    try:
        made = record(base, data, name, proposal(base)).proposal
    except ReseditError as error:
        if error.hint == NOTHING:
            return None
        raise
    read = load(proposal_yaml(made).encode(), "xyz-1-1.yaml")
    assert (read.value, read.problems) == (made, ())
    known = {(problem.rule, problem.message) for problem in check_base(base)}
    found = (problem for problem in check_proposal(base, made) if problem.severity is Severity.ERROR)
    assert not [problem for problem in found if (problem.rule, problem.message) not in known]
    redline = apply(base, [made])
    for view in View:
        for form in ("text", "markdown", "json", "yaml"):
            assert write(redline, form, view)
    written = load(base_yaml(redline.final()).encode(), "base.yaml")
    assert not [problem for problem in written.problems if problem.severity is Severity.ERROR]
    return made


def final(base: Resolution, made: Proposal | None) -> Resolution:
    return apply(base, [made]).final() if made else base


def says_where(error: ReseditError, data: bytes, name: str) -> bool:
    """Whether a refusal names a line that the file has, a column in it, the reason and a cure."""
    assert isinstance(error, ProblemsError), error
    lines = data.decode("utf-8-sig").split("\n")
    return all(
        problem.message
        and problem.hint
        and problem.place.file == name
        and problem.place.line <= len(lines)
        and problem.place.column <= len(lines[problem.place.line - 1]) + 1
        for problem in error.problems
    )


def plain_lines(words: str) -> list[str]:
    """The lines of a plain text without what means nothing: empty lines, blanks at ends and around the tab, the order
    of the footnotes."""
    rows = [line.removeprefix("\ufeff").rstrip() for line in words.replace("\r\n", "\n").split("\n")]
    rows = [re.sub(r"\s*\t\s*|^(\[\^\S+\]:)\s*", r"\1\t", row) for row in rows if row]
    notes = sorted(row for row in rows if row.startswith("[^"))
    return [row for row in rows if row not in notes] + notes


@given(bases, randoms)
def test_an_edited_plain_text(base: Resolution, random: Random) -> None:
    data = saved(random, "\n".join(edited(random, text(base).rstrip("\n").split("\n"))) + "\n")
    try:
        made = recorded(base, data, "mine.txt")
    except ReseditError as error:
        assert says_where(error, data, "mine.txt")
    else:
        assert plain_lines(text(final(base, made))) == plain_lines(data.decode("utf-8-sig"))


def page(words: str) -> list[tuple[int, str, str]]:
    """What a page shows, read with no help of resedit: how deep each paragraph stands, and what it says; signs for
    items of lists are words, the order of the footnotes means nothing."""
    shown: list[tuple[int, str, str]] = []
    depth, sign = 0, ""
    for token in MarkdownIt("commonmark").enable("table").disable(["reference", "link"]).parse(words):
        depth += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "list_item_open":
            sign = f"{token.info}{token.markup} "
        if token.type in ("heading_open", "tr_open", "code_block", "html_block", "hr"):
            shown.append((depth, token.tag, token.content))
        if token.type == "inline":
            parts = (f"{c.tag}{'' if re.fullmatch('</?span>', c.content) else c.content}" for c in token.children or ())
            shown.append((depth, "p", " ".join(f"{sign}{''.join(parts)}".split())))
            sign = ""
    notes = sorted(line for line in shown if line[2].startswith("[^"))
    return [line for line in shown if line not in notes] + notes


@given(bases, randoms)
def test_an_edited_markdown(base: Resolution, random: Random) -> None:
    blocks = [re.sub(r"^((?:> )*\S+ ?\)?) ", "\\1\t", block) for block in markdown(base).rstrip("\n").split("\n\n")]
    data = saved(random, "\n\n".join(line.replace("\t", " ", 1) for line in edited(random, blocks)) + "\n")
    try:
        made = recorded(base, data, "mine.md")
    except ReseditError as error:
        assert says_where(error, data, "mine.md")
    else:
        assert page(markdown(final(base, made))) == page(data.decode("utf-8-sig").replace("\r\n", "\n"))


@given(st.sampled_from(BASES), st.integers(30, 90))
def test_markdown_that_an_editor_wraps_is_the_same(base: Resolution, width: int) -> None:
    def wrapped(block: str) -> str:
        marks = re.match("(?:> )*", block)
        assert marks
        lines = textwrap.wrap(block[marks.end() :], width, break_long_words=False, break_on_hyphens=False)
        return block if block.startswith(("#", "|")) else "\n".join(marks[0] + line for line in lines)

    blocks = markdown(base).rstrip("\n").split("\n\n")
    assert recorded(base, "\n\n".join(map(wrapped, blocks)).encode(), "mine.md") is None


@given(bases, randoms)
def test_an_edited_yaml(base: Resolution, random: Random) -> None:
    data = saved(random, "\n".join(edited(random, base_yaml(base).rstrip("\n").split("\n"))) + "\n")
    try:
        made = recorded(base, data, "mine.yaml")
    except ProblemsError as error:
        assert says_where(error, data, "mine.yaml")
    except ReseditError as error:
        assert error.message and error.hint
    else:
        assert final(base, made) == load(data, "mine.yaml").value


def word_lines(data: bytes) -> list[str]:
    """The paragraphs of a Word file's final text from its number line on, each word by word, and its footnotes."""
    document = read_tracked(data, "x.docx").final()
    lines = [" ".join(str(line).split()) for line in document.lines if str(line).strip()]
    lines = lines[1:] if lines and lines[0].startswith("MOD") else lines
    return [*lines, *sorted(" ".join(f"{note.label} {note.text}".split()) for note in document.notes)]


@pytest.mark.parametrize("is_tracked", [False, True])
@given(base=st.sampled_from(BASES), random=randoms)
def test_an_edited_word_file(is_tracked: bool, base: Resolution, random: Random) -> None:
    """Untracked: paragraphs taken out, doubled, reworded. Tracked: changes of which some are accepted."""
    if is_tracked:
        lines = edited(random, text(base).rstrip("\n").split("\n"))
        try:
            made = recorded(base, "\n".join(lines).encode("utf-8", "replace"), "mine.txt")
        except ReseditError:
            return
        if made is None:
            return
        data = settled(random, write_docx(apply(base, [made])))
    else:
        data = edited_docx(random, write_docx(untracked(base), View.FINAL))
    try:
        again = recorded(base, data, "mine.docx")
    except ReseditError as error:
        assert error.message
    else:
        assert word_lines(write_docx(untracked(final(base, again)), View.FINAL)) == word_lines(data)
