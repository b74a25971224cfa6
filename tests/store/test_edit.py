"""Edits of single values: exactly what was asked for changes, everything else stays byte for byte. All made up."""

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.compat import StringIO
from ruamel.yaml.error import YAMLError
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    SingleQuotedScalarString,
)

from resedit.store.edit import Edit, EditError, Repair, edited
from resedit.store.nodes import parse
from resedit.store.source import values_at
from tests.strategies import texts

short = texts.map(lambda text: text[:500].strip())
"""A key may have 1,024 characters at most."""
STYLES = (str, SingleQuotedScalarString, DoubleQuotedScalarString, LiteralScalarString, FoldedScalarString)


def change(source: str, old: str, new: str) -> str:
    """The source with the scalar of value `old` (the first such) changed to `new`."""
    data = source.encode()
    at = next(at for at, value in values_at(data, "x.yaml").items() if value == old)
    return edited(data, [Edit(at, new)], "x.yaml").decode()


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A file with scalars of every style, folded at a width, with comments, in block or flow style, LF or CRLF."""

    def scalar() -> object:
        text = draw(texts)
        style = draw(st.sampled_from(STYLES))
        return style(text)

    data = {
        f"k{n}" if draw(st.booleans()) else draw(texts)[:9].strip(): scalar() for n in range(draw(st.integers(1, 3)))
    }
    data["list"] = [scalar(), {"a)": scalar(), "more": [scalar()]}]
    yaml = YAML()
    yaml.width = draw(st.sampled_from((20, 60, 4096)))
    yaml.default_flow_style = draw(st.sampled_from((False, False, True)))
    stream = StringIO()
    yaml.dump(data, stream)
    source = "# made up\n" + stream.getvalue() + "# the end\n"
    try:
        values_at(source.encode(), "x.yaml")
    except YAMLError:  # ruamel's emitter writes what its parser in C does not read
        reject()
    return source.replace("\n", draw(st.sampled_from(("\n", "\r\n"))))


@given(documents(), st.data())
def test_one_value_changes_and_nothing_else(source: str, data: st.DataObject) -> None:
    """read(edit(x)) is x with one value changed; the bytes before and behind the scalar are the same."""
    raw = source.encode()
    before = values_at(raw, "x.yaml")
    at = data.draw(st.sampled_from(sorted(before)))
    new = data.draw(st.one_of(short, st.just(before[at].replace(" ", "\u00a0")), st.just(before[at] + " x")))
    after = edited(raw, [Edit(at, new)], "x.yaml")
    values = list(before.values())
    values[list(before).index(at)] = new
    assert list(values_at(after, "x.yaml").values()) == values
    parse(after, "x.yaml")
    lines = source.split("\n")
    start = len("\n".join([*lines[: at[0] - 1], lines[at[0] - 1][: at[1] - 1]]).encode())
    behind = [place for place in before if place > at]
    assert after[:start] == raw[:start]
    assert after.endswith(b"# the end" + (b"\r\n" if "\r\n" in source else b"\n"))
    assert after.count(b"\r\n") - after.count(b"\n") in (0, -after.count(b"\n"))
    if behind:
        line = min(behind)[0]
        rest = "\n".join(lines[line:]).encode()
        assert after.endswith(rest)


@given(documents(), st.data())
def test_an_edit_undone_by_another_gives_the_same_value(source: str, data: st.DataObject) -> None:
    """Many values at once, and each back again."""
    raw = source.encode()
    before = values_at(raw, "x.yaml")
    places = data.draw(st.lists(st.sampled_from(sorted(before)), unique=True))
    after = edited(raw, [Edit(at, before[at].replace(" ", "\u00a0")) for at in places], "x.yaml")
    now = values_at(after, "x.yaml")
    back = edited(after, [Edit(at, value) for at, value in zip(now, before.values(), strict=True)], "x.yaml")
    assert list(values_at(back, "x.yaml").values()) == list(before.values())


@pytest.mark.parametrize(
    ("source", "old", "new", "expected"),
    [
        ("a: one  two # c\nb: x\n", "one  two", "one two", "a: one two # c\nb: x\n"),
        ("a: 'it''s  so'\n", "it's  so", "it's so", "a: 'it''s so'\n"),
        ('a: "\\u2011 b\\x20 c"\n', "\u2011 b  c", "\u2011 b c", 'a: "\\u2011 b\\x20c"\n'),
        ("a: >-  # c\n  one  two\n  three\n\n\nb: x\n", "one  two three", "one two three",
         "a: >-  # c\n  one two\n  three\n\n\nb: x\n"),
        ("a: |\n  one  two\n   three\nb: x\n", "one  two\n three", "one two\n three",
         "a: |\n  one two\n   three\nb: x\n"),
        ("a: one  two\n  three\n", "one  two three", "one two three", "a: one two\n  three\n"),
        ("a: one\n  two\n", "one two", "one\u00a0two", "a: one\u00a0two\n"),
        ("- a): x\n- c): y\n", "c)", "b)", "- a): x\n- b): y\n"),
        ("- {a: one  two, b: x}\n", "one  two", "one, two", "- {a: 'one, two', b: x}\n"),
        ("a: one\n", "one", "one: two", "a: 'one: two'\n"),
        ("a: one\n", "one", "no", "a: 'no'\n"),
        ("\ufeffa: one\r\nb: two\r\n", "one", "three", "\ufeffa: three\r\nb: two\r\n"),
    ],
)  # fmt: skip
def test_styles_and_layout_stay(source: str, old: str, new: str, expected: str) -> None:
    assert change(source, old, new) == expected


REPLACE = """\
amendments:
- MOD: recalling a
  replace:     # as agreed
    one: two   # the first
    # between
    "3": "4"   # the last
  times: 2     # both
  reasons: x
- MOD: b
  replace: {x: y}
- {MOD: c, replace: {x: 'y'}, note: z}
"""


def test_a_pair_gives_way_to_another_with_its_comments_kept() -> None:
    values = values_at(REPLACE.encode(), "x.yaml")
    at = {value: place for place, value in values.items()}
    mapping = at["one"]
    new = edited(REPLACE.encode(), [Repair(mapping, "text", "a: b", (at["2"],))], "x.yaml").decode()
    assert new == REPLACE.replace(
        REPLACE[REPLACE.index("  replace:") : REPLACE.index("  reasons")],
        "  # as agreed\n  # the first\n  # between\n  text: 'a: b'   # the last\n  # both\n",
    )


def test_pairs_in_brackets() -> None:
    edits = [Repair((10, 12), "text", "a"), Repair((11, 21), "text", "b, c")]
    new = edited(REPLACE.encode(), edits, "x.yaml").decode()
    assert new == REPLACE.replace("replace: {x: y}", "text: a").replace("replace: {x: 'y'}", "text: 'b, c'")


def test_what_cannot_be_edited_is_refused() -> None:
    with pytest.raises(EditError, match="no text"):
        edited(b"a: b\n", [Edit((1, 2), "x")], "x.yaml")
    with pytest.raises(EditError, match="on a line with others"):
        edited(b"- times: 2\n  replace: {a: b}\n", [Repair((2, 12), "text", "x", ((1, 10),))], "x.yaml")
    with pytest.raises(EditError, match="comments"):
        edited(b"- replace: {a: b, # c\n    d: e}\n", [Repair((1, 12), "text", "x")], "x.yaml")
