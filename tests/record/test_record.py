"""Recording an edited copy: the proposal makes exactly the copy, or it is said why none does. Made up (source XYZ)."""

from hypothesis import assume, given, settings

from resedit.formats.docx.write import write_docx
from resedit.formats.markdown import markdown
from resedit.formats.text import text
from resedit.merge.merge import apply
from resedit.model.enums import Kind, View
from resedit.model.problem import ReseditError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.record.record import record
from resedit.redline.references import cited_in
from resedit.redline.view import untracked
from resedit.store.load import load
from resedit.store.write import base_yaml, proposal_yaml
from tests.strategies import pairs, proposal

NOTHING = "nothing to record"


def recorded(base: Resolution, copy: str | bytes, name: str) -> Proposal | None:
    """What is recorded; None where it is said that nothing, or no proposal, makes the copy."""
    data = copy.encode() if isinstance(copy, str) else copy
    try:
        made = record(base, data, name, proposal(base)).proposal
    except ReseditError as error:
        assert error.message
        return None
    read = load(proposal_yaml(made).encode(), "xyz-1-1.yaml")
    assert (read.value, read.problems) == (made, ())
    return made


def lines(resolution: Resolution) -> list[str]:
    return [line for line in text(resolution).split("\n") if line.strip()]


@given(pairs())
def test_an_edited_yaml_is_made_exactly(pair: tuple[Resolution, Resolution]) -> None:
    base, new = pair
    made = recorded(base, base_yaml(new), "mine.yaml")
    cites = {reference.label for reference in cited_in(new)}
    assert made or base == new or cites != {note.label for note in new.footnotes}
    assert made is None or apply(base, [made]).final() == new


@given(pairs())
def test_an_edited_plain_text_is_made_line_by_line(pair: tuple[Resolution, Resolution]) -> None:
    base, new = pair
    made = recorded(base, text(new), "mine.txt")
    assert made is None or lines(apply(base, [made]).final()) == lines(new)


def shows_all(resolution: Resolution) -> bool:
    """Whether Markdown shows every paragraph: one without label and words is nothing to see, nor how deep it stands."""
    return all(item.text or item.label for item in resolution.walk() if item.kind is Kind.PARAGRAPH)


def blocks(resolution: Resolution) -> list[str]:
    return [line.rstrip() for line in markdown(resolution).split("\n")]


@given(pairs())
def test_an_edited_markdown_is_made_block_by_block(pair: tuple[Resolution, Resolution]) -> None:
    base, new = pair
    assume(shows_all(base) and shows_all(new))
    made = recorded(base, markdown(new), "mine.md")
    assert made is None or blocks(apply(base, [made]).final()) == blocks(new)


@settings(max_examples=40)
@given(pairs())
def test_an_edited_word_file_is_made_line_by_line(pair: tuple[Resolution, Resolution]) -> None:
    base, new = pair
    made = recorded(base, write_docx(untracked(new), View.FINAL), "mine.docx")
    assert made is None or lines(apply(base, [made]).final()) == lines(new)
