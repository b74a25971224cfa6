"""Markdown: nothing of the text is taken for markup, pings people, links or draws; it is shown as it is."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from resedit.formats import markdown
from resedit.formats.markdown import change_item, code, escape
from resedit.model.resolution import Resolution
from resedit.redline.changes import Change, ChangeKind
from resedit.wording.segments import Op, Segment, deleted, inserted, kept, wording
from resedit.wording.visible import unseen

LIVE = re.compile(r"@\w|#\d|GH-\d|https?://|ftp://|www\.\w|:[\w+-]+:|\$", re.IGNORECASE)
"""What GitHub's filters look for in the text nodes of what Markdown has become."""
NASTY = st.text("@#$:/.-_*`[](){}<>!|~&\\'\"+=1aG Hwhtps\u00a0é漢", max_size=40)


class Nodes(HTMLParser):
    """The text nodes and the elements of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not attrs

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def rendered(markdown: str) -> Nodes:
    return Nodes(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))


def item(text: str) -> str:
    return change_item(Change(ChangeKind.MOD, "a", "a", kept(text)), None)


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "ask @user, @org/team or a.b@example.org",
        "see #12, XYZ/x#3, GH-4",
        "at https://example.org, HTTP://x.y, ftp://x or www.example.org",
        "a :+1: and a :smile: at 10:30:45",
        "US$ 5 and US$ 6, $x$",
        "<img src=x onerror=y> <!-- --> &amp; <a href=x>",
        "[a](http://b) ![a](b) [a]: b `c` *d* __e__ ~~f~~ | g",
    ],
)
def test_what_would_come_alive_is_dead(text: str) -> None:
    page = rendered(item(text))
    assert "".join(page.texts).strip() == f"MOD a\n{text}"
    assert page.tags <= {"ul", "li", "strong", "code", "br", "span"}
    assert not [node for node in page.texts if LIVE.search(node) and len(node) > 1]


@given(NASTY)
def test_any_text_is_shown_as_it_is_and_stays_dead(text: str) -> None:
    page = rendered(item(text))
    assert words("".join(page.texts)) == words(f"MOD a {text}")
    assert page.tags <= {"ul", "li", "p", "strong", "code", "br", "span"}
    assert not [node for node in page.texts if LIVE.search(node) and len(node) > 1]


@given(NASTY)
def test_any_name_is_shown_as_it_is(text: str) -> None:
    page = rendered(f"x {code(f'a{text}')}")
    assert words("".join(page.texts)) == words(f"x a{text}")
    assert page.tags == {"p", "code"}


@given(NASTY, NASTY, NASTY)
def test_any_change_is_an_item_with_its_words(before: str, gone: str, come: str) -> None:
    line = wording([*kept(before).segments, *deleted(gone, ("X",)).segments, *inserted(come, ("X",)).segments])
    page = rendered(change_item(Change(ChangeKind.MOD, "a", "b", line), None))
    names = f"({unseen(line)}) " if unseen(line) else ""
    assert words("".join(page.texts)) == words(f"MOD a → b {names}{before}{gone}{come}")
    assert page.tags <= {"ul", "li", "p", "strong", "code", "br", "span", "ins", "del"}


def test_a_footnote_at_the_start_of_a_line_defines_none() -> None:
    item = change_item(Change(ChangeKind.MOD, "footnote/1", "footnote/1", kept("[^1]: A note.")), None)
    assert r"  \[^1]: A note." in item


def test_a_reference_to_a_footnote_stays_one() -> None:
    assert escape("this[^1] and [that]") == r"this[^1] and \[that\]"


def test_what_would_begin_a_list_or_a_heading_is_escaped() -> None:
    text = markdown.markdown(Resolution("7", "", "# *x* [a](b) <i> `c` \\ &amp;", "1. not a list"))
    assert text.splitlines()[2] == r"## \# \*x\* \[a\](b) \<i\> \`c\` \\ \&amp;"
    assert text.splitlines()[4] == r"1\. not a list"


def test_changes_are_ins_and_del_and_references_stay_references() -> None:
    marked = wording([Segment(Op.KEEP, "a[^1] "), Segment(Op.DELETE, "b"), Segment(Op.INSERT, "<c>")])
    assert markdown.spans(marked) == r"a[^1] <del>b</del><ins>\<c\></ins>"
