"""A proposal that adds a whole new resolution. Made up (source XYZ)."""

from dataclasses import replace

import pytest
from hypothesis import given

from resedit.amend.addition import nothing
from resedit.formats.docx.tracked import read_tracked
from resedit.formats.docx.write import write_docx
from resedit.formats.text import redline_text, text
from resedit.merge.merge import apply, try_apply
from resedit.model.enums import Symbol, View
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.record.imports import import_document
from resedit.store.load import load
from resedit.store.write import proposal_yaml
from tests.strategies import resolutions

YAML = """\
proposal: XYZ/1/2
symbol: ADD
resolution: '[XYZ-1] (Nowhere, 2001)'
source: XYZ
title: On something new
opening: The Made-up Conference (Nowhere, 2001),
provisions:
- resolves:
  - 1: to begin[^1];
  - 2: to go on.
footnotes:
  1: soon
reasons: made up
"""


def proposal(yaml: str = YAML) -> Proposal:
    loaded = load(yaml.encode(), "xyz-1-2.yaml")
    assert not loaded.problems
    assert isinstance(loaded.value, Proposal)
    return loaded.value


def test_the_whole_text_is_inserted() -> None:
    made = proposal()
    redline = apply(nothing(made), [made])
    assert text(redline.original()) == ""
    assert redline.final() == made.text
    lines = redline_text(redline).splitlines()
    assert lines[0] == "{++RESOLUTION [XYZ-1] (Nowhere, 2001)++}"
    assert all(line.startswith("{++") and line.endswith("++}") for line in lines)


@given(resolutions())
def test_any_text_is_added_and_read_back(new: Resolution) -> None:
    new = replace(new, language="en")
    made = replace(proposal(), resolution=new.number, base_revision=new.revision, text=new)
    assert apply(nothing(made), [made]).final() == new
    loaded = load(proposal_yaml(made).encode(), "xyz-1-2.yaml")
    if not (new.remarks.note or new.remarks.query):
        assert (loaded.value, loaded.problems) == (made, ())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("title: On something new\n", "", "the new resolution has no “title:”"),
        ("symbol: ADD", "symbol: MOD", "“title” belongs to a proposal that adds a resolution"),
    ],
)
def test_half_a_text_is_refused(old: str, new: str, message: str) -> None:
    loaded = load(YAML.replace(old, new).encode(), "xyz-1-2.yaml")
    assert [problem.message for problem in loaded.problems] == [message]


def test_it_has_no_base_and_wants_its_text() -> None:
    made = proposal()
    base = Resolution("[XYZ-1]", "Nowhere, 2001", "Title")
    for one, hint in ((made, "apply it by itself"), (replace(made, text=None), "title:, opening:, provisions:")):
        _, problems = try_apply(base, [one])
        assert any(hint in problem.hint for problem in problems if problem.rule == "symbol-contradicted")


def test_it_is_imported_from_word() -> None:
    """As a document has it, untracked or all inserted."""
    made = proposal()
    redline = apply(nothing(made), [made])
    for view in (View.REDLINE,):
        read = read_tracked(write_docx(redline, view), "made-up.docx")
        (one,) = import_document(read, lambda *_: None).proposals
        assert one.base is None
        assert one.proposal == made
        assert one.proposal.symbol is Symbol.ADD
