"""A proposal rewritten in its own file: what changed is written, what people wrote around it stays. All made up."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resedit.amend.rebase import rebase
from resedit.merge.merge import try_apply
from resedit.model.problem import ReseditError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load
from resedit.store.rewrite import rewritten
from resedit.store.write import proposal_yaml
from tests.strategies import amendments, pairs, proposal, proposed

BASE = """\
resolution: 7
title: A made-up resolution
provisions:
- recalling:
  - a): one thing;
  - b): another thing;
  - c): a third thing,
- noting:
  - that all is well,
"""
NEW = """\
resolution: 7
revision: Rev. Elsewhere, 2005
title: A made-up resolution
provisions:
- recalling:
  - a): something before;
  - b): one fine thing;
  - c): a third thing,
- noting:
  - that all is well,
"""
WRITTEN = """\
# a comment of the delegation
proposal: XYZ/1/1
symbol: MOD
resolution: '7'   # the old one
query:
  recalling b: is this right?
  noting 1: why?
amendments:
# first
- MOD: recalling a)   # one
  text: "one {--thing--}{++item++};"
- MOD: recalling a
  # never agreed
  replace:
    one: two
  status: withdrawn
- ADD: recalling
  after: b    # here
  items:
  - new;
- SUP: recalling b
  note: as agreed
- {SUP: recalling c}
- MOVE: noting 1
  to: recalling
  before: c
- MOD: recalling b
  text: another matter;
  reasons: |
    Because.
reasons: Made up   # the end
"""
REWRITTEN = """\
# a comment of the delegation
proposal: XYZ/1/1
symbol: MOD
resolution: '7 (Rev. Elsewhere, 2005)'   # the old one
query:
  title: is this right?
  noting 1: why?
amendments:
# first
- MOD: recalling b)   # one
  text: "one fine {--thing--}{++item++};"
- MOD: recalling a
  # never agreed
  replace:
    one: two
  status: withdrawn
- ADD: recalling
  before: c    # here
  items:
  - new;
- SUP: recalling b
  status: fallen
  note: 'as agreed – rebase: already in the text of 7 (Rev. Elsewhere, 2005)'
- {SUP: recalling c}
- MOVE: noting 1
  to: recalling
  before: c
- MOD: recalling b
  status: fallen
  query: 'rebase: cannot land on 7 (Rev. Elsewhere, 2005): recalling/b is not in the text any more, nor are words like
    its own'
  text: another matter;
  reasons: |
    Because.
reasons: Made up   # the end
"""


def carried_over(text: str) -> bytes:
    old, new = (expect(load(source.encode(), "base.yaml"), Resolution, "") for source in (BASE, NEW))
    done = rebase(old, new, expect(load(text.encode(), "p.yaml"), Proposal, "p.yaml"))
    return rewritten(text.encode(), done.proposal, "p.yaml")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_comments_order_and_quotes_stay(ending: str) -> None:
    expected = REWRITTEN.replace("any more, nor are words like\n    its own", "any more, nor are words like its own")
    assert carried_over(WRITTEN.replace("\n", ending)).decode() == expected.replace("\n", ending)


def test_marks_go_between_brackets_too() -> None:
    flow = "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 7\namendments:\n- {SUP: recalling b, reasons: made up}\n"
    assert "- {SUP: recalling b, status: 'fallen', note: 'rebase: already" in carried_over(flow).decode()


def test_replacements_that_no_longer_fit_are_written_out() -> None:
    written = WRITTEN.partition("# first")[0] + "- MOD: recalling a\n  replace:\n    one t: one good t\n  times: 1\n"
    (line,) = (line for line in carried_over(written).decode().splitlines() if "text:" in line)
    assert line == "  text: one fine {++good ++}thing;"


def test_what_cannot_be_written_without_changing_more_is_refused() -> None:
    flow = "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 7\namendments:\n- {ADD: recalling, after: b, items: [new]}\n"
    assert b"{ADD: recalling, before: " in carried_over(flow)
    alone = BASE.replace("  - a): one thing;\n", "").replace("  - c): a third thing,\n", "").replace("b)", "a)")
    empty = alone.replace("\n  - a): another thing;", " []")
    old, new = (expect(load(text.encode(), ""), Resolution, "") for text in (alone, empty))
    flow = flow.replace("after: b", "after: a")
    done = rebase(old, new, expect(load(flow.encode(), ""), Proposal, ""))
    with pytest.raises(ReseditError):
        rewritten(flow.encode(), done.proposal, "p.yaml")


@given(proposed())
def test_on_the_same_base_the_file_stays_byte_for_byte(case: tuple[Resolution, Proposal]) -> None:
    base, made = case
    if try_apply(base, [made])[1]:
        return
    data = proposal_yaml(made).encode()
    assert rewritten(data, rebase(base, base, made).proposal, "p.yaml") == data


@given(pairs(), st.data())
def test_what_is_written_is_read_back(case: tuple[Resolution, Resolution], draw: st.DataObject) -> None:
    """And applies to the new base."""
    old, new = case
    made = proposal(old, draw.draw(amendments(old)))
    if try_apply(old, [made])[1]:
        return
    done = rebase(old, new, made)
    result = rewritten(proposal_yaml(made).encode(), done.proposal, "p.yaml")
    read = expect(load(result, "p.yaml"), Proposal, "p.yaml")
    assert read == done.proposal
    assert not try_apply(new, [replace(read)])[1]
