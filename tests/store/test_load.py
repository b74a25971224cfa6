"""Reading files: everything that is wrong with one, with its place. All texts are made up."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resedit.model.conference import Conference
from resedit.model.problem import Problem, UnreadableError, UsageError
from resedit.model.proposal import Marked, Proposal, Whole
from resedit.model.resolution import Kind, Resolution
from resedit.store.load import expect, load, load_file
from resedit.store.nodes import MAX_BYTES, MAX_DEPTH
from resedit.store.write import base_yaml, proposal_yaml
from tests.conftest import ROOT
from tests.strategies import resolutions, written_proposals

BASE = "resolution: 30\ntitle: Made up\nprovisions:\n"
PROPOSAL = "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 30\namendments:\n"


def problems(data: str | bytes) -> list[Problem]:
    return list(load(data.encode() if isinstance(data, str) else data, "f.yaml").problems)


def found(data: str | bytes) -> list[tuple[str, str]]:
    """Rule and place of every problem."""
    return [(problem.rule, f"{problem.place.line}:{problem.place.column}") for problem in problems(data)]


@pytest.mark.parametrize(
    ("data", "rule", "place"),
    [
        ("", "yaml-syntax", "1:1"),
        (" \n\n", "yaml-syntax", "1:1"),
        ("# only a comment\n", "yaml-syntax", "1:1"),
        ("- a list\n", "shape", "1:1"),
        ("a text\n", "shape", "1:1"),
        ("title: neither\n", "shape", "1:1"),
        (BASE + "\t- x\n", "yaml-syntax", "4:1"),
        (BASE + "- recalling:\n\t- a): x\n", "yaml-syntax", "5:1"),
        ((BASE + "- é caf").encode() + b"\xe9\n", "encoding", "4:8"),
        ((BASE + "- x\n").encode("utf-16"), "encoding", "1:1"),
        (BASE + "- é中\x01\n", "yaml-syntax", "4:5"),
        (BASE + "- a\0b\n", "yaml-syntax", "4:4"),
        (BASE + "- é\x85b\n", "yaml-syntax", "4:4"),
        (BASE + "- 'a\u2028b'\n", "yaml-syntax", "4:5"),
        (BASE + "- a\ufffeb\n", "yaml-syntax", "4:4"),
        (BASE + "- &a x\n", "yaml-syntax", "4:3"),
        (BASE + "- x\n- *a\n", "yaml-syntax", "5:3"),
        (BASE + "- !!str x\n", "yaml-syntax", "4:3"),
        (BASE + "- !made x\n", "yaml-syntax", "4:3"),
        (BASE + "- x\n---\na: b\n", "yaml-syntax", "5:1"),
        (BASE + "- [a]: x\n", "yaml-syntax", "4:3"),
        (BASE + "- x: y: z\n", "yaml-syntax", "4:7"),
        (BASE + "- 'x\n", "yaml-syntax", "5:1"),
        ('title: "\\ud800"\n', "yaml-syntax", "1:11"),
        ("[" * 100_000, "yaml-syntax", f"1:{MAX_DEPTH + 1}"),
        ("- " * 100_000, "yaml-syntax", f"1:{2 * MAX_DEPTH + 1}"),
        ("{a: " * 100_000, "yaml-syntax", f"1:{4 * MAX_DEPTH + 1}"),
        (b"title: " + b"x" * MAX_BYTES, "file-size", "1:1"),
    ],
)
def test_what_cannot_be_read(data: str | bytes, rule: str, place: str) -> None:
    """Nothing is read then, and there is one problem, with a hint."""
    loaded = load(data.encode() if isinstance(data, str) else data, "f.yaml")
    assert loaded.value is None
    assert [problem.hint == "" for problem in loaded.problems] == [False]
    assert found(data) == [(rule, place)]


WRONG_BASES = [
    ("- a):\n", "shape", "4:6"),
    ("- - x\n", "shape", "4:3"),
    ("- a): x\n  b): y\n", "shape", "5:3"),
    ("- recalling: {id: x}\n", "missing-key", "4:14"),
    ("- call: x\n  text: y\n  items: []\n", "shape", "5:3"),
    ("- label: a)\n", "missing-key", "4:3"),
    ("- a): {text: x, itmes: []}\n", "unknown-key", "4:17"),
    ("- a): {text: x, items: y}\n", "shape", "4:24"),
    ("- a): {text: [x]}\n", "shape", "4:14"),
    ("- a): |\n    one\n    two\n", "line-break", "4:7"),
    ('- "one\\ntwo"\n', "line-break", "4:3"),
    ("- one\ttwo\n", "line-break", "4:3"),
    ('- "x\\x01"\n', "control-character", "4:3"),
    ('- "x\\Ny"\n', "control-character", "4:3"),
    ("- ' x'\n", "blank-at-edge", "4:3"),
    ("- 'x\u00a0'\n", "blank-at-edge", "4:3"),
    ("- x\ntitle: again\n", "duplicate-key", "5:1"),
    ("- x\nlanguage: no language\n", "shape", "5:11"),
    ("- x\nnumbering: perm\n", "shape", "5:12"),
    ("- x\nfootnotes: [a]\n", "shape", "5:12"),
    ("- x\nfootnotes:\n  a b: c\n", "shape", "6:3"),
    ("- x\nfootnotes:\n  1: a\n  1: b\n", "duplicate-key", "7:3"),
    ("- x\nfootnotes:\n  1: {note: b}\n", "missing-key", "6:6"),
    ("- x\norigin: {}\n", "missing-key", "5:9"),
    ("- x\norigin:\n  base: 30\n  added:\n    recalling/a: XYZ/1/1\n", "missing-address", "8:5"),
]


@pytest.mark.parametrize(("body", "rule", "place"), WRONG_BASES)
def test_what_is_wrong_with_a_base(body: str, rule: str, place: str) -> None:
    assert found(BASE + body) == [(rule, place)]


WRONG_PROPOSALS = [
    ("- title\n", "shape", "5:3"),
    ("- MOED: title\n", "shape", "5:3"),
    ("- MOD: title\n  SUP: title\n", "shape", "6:3"),
    ("- MOD: title\n", "missing-key", "5:3"),
    ("- MOD: title\n  text: x\n  replace: {a: b}\n", "shape", "7:3"),
    ("- MOD: title\n  text: [x]\n", "shape", "6:9"),
    ("- MOD: title\n  replace: x\n", "shape", "6:12"),
    ("- MOD: title\n  replace: {a: {times: 2}}\n", "missing-key", "6:16"),
    ("- MOD: title\n  replace: {a: b}\n  times: 99999999999999999999\n", "shape", "7:10"),
    ("- MOD: title\n  replace: {a: {with: b, times: 0}}\n", "shape", "6:33"),
    ("- NOC: title\n  text: x\n", "unknown-key", "6:3"),
    ("- SUP: ''\n", "shape", "5:8"),
    ("- ADD: recalling\n", "missing-key", "5:3"),
    ("- ADD: recalling\n  items: []\n", "shape", "6:10"),
    ("- ADD: recalling\n  items: [x]\n  label: a)\n", "shape", "7:3"),
    ("- ADD: recalling\n  items: [x]\n  id: y\n", "shape", "7:3"),
    ("- ADD: recalling\n  text: ''\n", "shape", "6:9"),
    ("- ADD: recalling\n  text: x\n  items: []\n", "shape", "7:10"),
    ("- MOVE: a\n", "missing-key", "5:3"),
    ("- MOD: a\n  text: x\n  times: 2\n", "shape", "7:3"),
    ("- MOVE: a\n  before: b\n  after: c\n", "shape", "7:3"),
    ("- NOC: a\n  status: agred\n", "shape", "6:11"),
    ("- NOC: a\n  query: {a: b}\n", "shape", "6:10"),
    ("- MOD: title\n  replace: {}\n", "shape", "6:12"),
    ("- MOD: title\n  replace: {'': x}\n", "shape", "6:13"),
    ("- ADD: a\n  rows: [[]]\n", "shape", "6:10"),
    ("- NOC: a\nquery: {}\n", "shape", "6:8"),
    ("- NOC: a\nreplaces: []\n", "shape", "6:11"),
    ("- NOC: a\nstatus: maybe\n", "shape", "6:9"),
    ("- NOC: a\nsumary: maybe\n", "unknown-key", "6:1"),
]


@pytest.mark.parametrize(("body", "rule", "place"), WRONG_PROPOSALS)
def test_what_is_wrong_with_a_proposal(body: str, rule: str, place: str) -> None:
    assert found(PROPOSAL + body) == [(rule, place)]


WRONG_FILES = [
    ("conference: X\n", [("missing-key", "1:1")]),
    ("conference: X\nname: Y\ndates: {first: 2017-1-1}\n", [("shape", "3:16")]),
    (
        "conference: X\nname: Y\nsymbols: {resolution: [ADD, FOO], other: []}\n",
        [("unknown-key", "3:35"), ("shape", "3:29")],
    ),
    ("conference: X\nname: Y\nsymbols: MOD\n", [("shape", "3:10")]),
    ("conference: X\nname: Y\nnote: [z]\n", [("shape", "3:7")]),
    ("proposal: XYZ/1/1\nsymbol: MOD\nresolution: 30\namendments: []\n", [("shape", "4:13")]),
    ("conference: X\nname: Y\ndates: {}\nsymbols: {}\n", [("missing-key", "3:8"), ("missing-key", "4:10")]),
    ("conference: X\nname: Y\nsymbols: {provision: []}\nsources: {}\n", [("shape", "4:10"), ("shape", "3:22")]),
    ("conference: X\nname: Y\ncalls: {en: [], fr: [[]]}\n", [("shape", "3:13"), ("shape", "3:22")]),
    ("resolution: 30\ntitle: x\nprovisions: []\nfootnotes: {}\n", [("shape", "4:12")]),
    ("proposal: XYZ/1/1\nsymbol: MOVE\nresolution: 30\n", [("shape", "2:9")]),
    ("proposal: XYZ/1/1\nsymbol: MOD\nresolution: (x)\n", [("shape", "3:13")]),
    ("proposal: XYZ/1/1\n", [("missing-key", "1:1"), ("missing-key", "1:1")]),
    ("resolution: 30\ntitle: x\nprovisions: {a: b}\n", [("shape", "3:13")]),
    ("resolution: 30\ntitel: x\nprovisions: []\n", [("unknown-key", "2:1"), ("missing-key", "1:1")]),
]


@pytest.mark.parametrize(("data", "places"), WRONG_FILES)
def test_what_is_wrong_with_the_keys_of_a_file(data: str, places: list[tuple[str, str]]) -> None:
    assert found(data) == places


def test_one_run_reports_everything() -> None:
    body = "- a): ' x'\n- b): y\n  c): z\n- call: w\nfootnotes: 1\n"
    assert [rule for rule, _ in found(BASE + body)] == ["blank-at-edge", "shape", "missing-key", "shape"]


@pytest.mark.parametrize(
    ("data", "hint"),
    [
        (BASE.replace("title", "titel"), "closest: “title”"),
        (PROPOSAL + "- MOD: title\n  txt: x\n", "closest: “text”"),
        (BASE + "- x\nresolution: 31\n", "it stands first in line 1"),
        (BASE + "- a): the following: x\n", "put the text between quotes"),
        (BASE + "\t- x\n", "indent with spaces"),
    ],
)
def test_hints_say_what_to_do(data: str, hint: str) -> None:
    assert hint in [problem.hint for problem in problems(data)]


def test_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    text = BASE + "- recalling:\n  - a): x\n  - 'é: y'\n"
    plain = load(text.encode(), "f.yaml").value
    assert load(text.replace("\n", "\r\n").encode(), "f.yaml").value == plain
    assert load(text.encode("utf-8-sig"), "f.yaml").value == plain


SCALARS = "- 5.10: no\n- yes: 2014\n- ~: 1_000\n- 0x1F: 12:30\n- {label: text, text: .5}\n"


def test_every_scalar_is_a_text() -> None:
    loaded = load((BASE + SCALARS).encode(), "f.yaml")
    assert loaded.problems == ()
    assert isinstance(loaded.value, Resolution)
    found = [(item.label, item.text) for item in loaded.value.provisions]
    assert found == [("5.10", "no"), ("yes", "2014"), ("~", "1_000"), ("0x1F", "12:30"), ("text", ".5")]


PROVISIONS = """\
- plain
- a): labelled
- b): {text: with items, items: [x, –: y], id: two}
- recalling: [x]
- noting: {id: n, items: []}
- {call: items, items: [z]}
- {text: unlabelled, note: kept}
- {label: note, text: reserved}
- c): |
    a block of one line
"""


def test_the_forms_of_a_provision() -> None:
    """A plain text, a label with a text, with a body, a call with items, with a body, and all of it in full."""
    loaded = load((BASE + PROVISIONS).encode(), "f.yaml")
    assert loaded.problems == ()
    assert isinstance(loaded.value, Resolution)
    items = loaded.value.provisions
    assert [(i.kind, i.label, i.text, len(i.items), i.id) for i in items] == [
        (Kind.PARAGRAPH, "", "plain", 0, ""),
        (Kind.PARAGRAPH, "a)", "labelled", 0, ""),
        (Kind.PARAGRAPH, "b)", "with items", 2, "two"),
        (Kind.CALL, "", "recalling", 1, ""),
        (Kind.CALL, "", "noting", 0, "n"),
        (Kind.CALL, "", "items", 1, ""),
        (Kind.PARAGRAPH, "", "unlabelled", 0, ""),
        (Kind.PARAGRAPH, "note", "reserved", 0, ""),
        (Kind.PARAGRAPH, "c)", "a block of one line", 0, ""),
    ]
    assert items[6].remarks.note == "kept"
    assert str(items[1].place) == "f.yaml:5:7"


def test_the_forms_of_a_new_wording() -> None:
    """With markers it is CriticMarkup, without it is the whole new text; escaped markers are none."""
    body = "- MOD: title\n  text: a{++b++}\n- MOD: opening\n  text: a ~> b\n- MOD: a\n  text: a\\{++b\n"
    loaded = load((PROPOSAL + body).encode(), "f.yaml")
    assert isinstance(loaded.value, Proposal)
    wordings = [amendment.wording for amendment in loaded.value.amendments]
    assert wordings == [Marked("a{++b++}"), Whole("a ~> b"), Whole("a\\{++b")]


def test_the_project_s_own_files_are_sound() -> None:
    files = sorted((ROOT / "amendments").rglob("*.yaml"))
    assert files
    for file in files:
        assert load_file(file).problems == (), file


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "base.yaml"
    file.write_text(BASE + "- x\n", "utf-8")
    assert expect(load_file(file), Resolution, "base.yaml").number == "30"
    with pytest.raises(UsageError):
        expect(load_file(file), Conference, "base.yaml")
    file.write_text(BASE + "- ' x'\n", "utf-8")
    with pytest.raises(UnreadableError):
        expect(load_file(file), Resolution, "base.yaml")


def test_a_file_that_cannot_be_opened_is_said_so(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(UsageError, match=path.name):
            load_file(path)


PIECES = [
    b"\t",
    b"\r\n",
    b"\r",
    b"\n",
    b"- ",
    b": ",
    b"  ",
    b"&a ",
    b"*a",
    b"!!x ",
    b"!x ",
    b"---\n",
    b"...\n",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xc2\x85",
    b"\xe2\x80\xa8",
    b"|\n",
    b">-\n",
    b"'",
    b'"',
    b"\\",
    b"%YAML 1.1\n",
    b"? ",
    b"#",
    b"@",
    b"`",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"items:",
    b"text:",
    b"- MOD: title\n",
    b"label:",
    b'"\\ud800"',
    b"resolution: 1\n",
    b"title: x\n",
    b"provisions:\n",
    b"proposal: a\nsymbol: MOD\n",
    b"amendments:\n",
    b"footnotes:\n",
    b"origin:\n",
    b"conference: x\nname: y\n",
    b"symbols:\n",
    b"replace:\n",
    b"<<: ",
    b"query:\n",
]
REAL = tuple(path.read_bytes() for path in sorted((ROOT / "amendments").rglob("*.yaml")))


@st.composite
def broken_files(draw: st.DrawFn) -> bytes:
    """A sound file with some bytes taken out and others put in."""
    data = draw(
        st.one_of(
            st.sampled_from(REAL),
            resolutions().map(lambda made: base_yaml(made).encode()),
            written_proposals().map(lambda made: proposal_yaml(made).encode()),
        )
    )
    for _ in range(draw(st.integers(1, 5))):
        start, length = draw(st.integers(0, len(data))), draw(st.integers(0, 20))
        piece = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=4), st.just(b"")))
        data = data[:start] + piece + data[start + length :]
    return data


@given(st.one_of(st.binary(max_size=60), st.lists(st.sampled_from(PIECES), max_size=12).map(b"".join), broken_files()))
def test_nothing_in_a_file_makes_reading_it_fail(data: bytes) -> None:
    """It is read, or there are problems with a place in it; no exception ever."""
    loaded = load(data, "f.yaml")
    assert loaded.value is not None or loaded.problems
    lines = len(data.decode("utf-8", "replace").splitlines()) + 1
    for problem in loaded.problems:
        assert problem.place.file == "f.yaml"
        assert 1 <= problem.place.line <= lines
        assert problem.place.column >= 1
        assert problem.message
