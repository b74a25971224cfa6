"""Markdown: nothing of the text is taken for markup."""

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from resedit.formats import markdown
from resedit.model.resolution import Resolution
from resedit.wording.segments import Op, Segment, wording


def test_what_would_begin_a_list_or_a_heading_is_escaped() -> None:
    text = markdown.markdown(Resolution("7", "", "# *x* [a](b) <i> `c` \\ &amp;", "1. not a list"))
    assert text.splitlines()[2] == r"## \# \*x\* \[a\](b) \<i\> \`c\` \\ \&amp;"
    assert text.splitlines()[4] == r"1\. not a list"


def test_changes_are_ins_and_del_and_references_stay_references() -> None:
    marked = wording([Segment(Op.KEEP, "a[^1] "), Segment(Op.DELETE, "b"), Segment(Op.INSERT, "<c>")])
    assert markdown.spans(marked) == r"a[^1] <del>b</del><ins>\<c\></ins>"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=40))
def test_unescaping_gives_the_text_back(text: str) -> None:
    if "[^" not in text:
        assert re.sub(r"\\(.)", r"\1", markdown.escape(text)) == text
        assert "<" not in re.sub(r"\\.", "", markdown.escape(text))
        assert html.unescape(re.sub(r"\\.", "", markdown.escape(text))) == re.sub(r"\\.", "", markdown.escape(text))
