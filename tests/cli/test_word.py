"""Word files as targets: show, diff and export read them as they are; other commands say what they are."""

import json
import os
import re
from pathlib import Path

import pytest

from resedit.formats.docx.write import write_docx
from resedit.wording import criticmarkup
from resedit.wording.segments import Wording
from tests.cli.conftest import Run
from tests.conftest import ROOT
from tests.formats.docx.samples import docx, resolution_30
from tests.formats.docx.xml import DEEP, cite, footnotes, gone, ins, listed, note, numbering, p, row, table
from tests.formats.docx.xml import run as words

CORPUS = Path(os.environ.get("RESEDIT_CORPUS", ROOT.parent / "shared" / "corpus")) / "docx"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A made-up document: a list, a table, a note, two authors."""
    body = listed(words("first")) + listed(ins(words("new"), "Ann", "2026-01-01T00:00:00Z"), 1, 0, "ins")
    body += (
        listed(words("last ") + gone("old", "Bo") + cite(1)) + table(row("cell | one"), row("two", "<w:del/>")) + p("")
    )
    body += p("<w:r><w:drawing/></w:r>")
    path = tmp_path / "made-up.docx"
    path.write_bytes(
        docx(body, numbering=numbering(DEEP), footnotes=footnotes(note(1, words(" a note {++") + gone(" x"))))
    )
    return path


REDLINE = """\
1.	first
{++2.	new++}
{--2.--}{++3.++}	last {--old--}[^1]
cell | one
{--two--}
[^1]: a note \\{++{-- x--}
"""


def test_show_prints_the_redline_with_list_numbers(run: Run, file: Path) -> None:
    ended = run("show", str(file))
    assert (ended.code, ended.out) == (0, REDLINE)
    assert ended.err.endswith("made-up.docx: not shown: picture (1); --format json says where\n")
    assert run("show", "-", stdin=file.read_bytes()).out == REDLINE


@pytest.mark.parametrize(
    ("view", "text"),
    [
        ("final", "first\nnew\nlast [^1]\ncell | one\n[^1]: a note {++\n"),
        ("original", "first\nlast old[^1]\ncell | one\ntwo\n[^1]: a note {++ x\n"),
    ],
)
def test_export_gives_the_words_of_either_text(run: Run, file: Path, view: str, text: str) -> None:
    assert run("export", str(file), "--view", view).out == text
    numbered = run("export", str(file), "--view", view, "--labels").out
    assert numbered == run("show", str(file), "--view", view).out
    assert [line.partition("\t")[2] or line for line in numbered.splitlines()] == text.splitlines()


def test_the_redline_read_as_criticmarkup_is_both_texts(run: Run, file: Path) -> None:
    marked = [criticmarkup.parse(line) for line in run("export", str(file)).out.splitlines()]
    for view, pick in (("original", Wording.original), ("final", Wording.final)):
        shown = run("export", str(file), "--view", view, "--labels").out.splitlines()
        assert [pick(line) for line in marked if pick(line)] == shown


def test_markdown_has_tables(run: Run, file: Path) -> None:
    out = run("export", str(file), "--format", "markdown").out
    assert "| cell \\| one |\n| --- |\n| <del>two</del> |" in out
    assert "<del>2.</del><ins>3.</ins> last <del>old</del>[^1]" in out
    assert "<del>" not in run("export", str(file), "--format", "markdown", "--view", "final").out


def test_json_says_who_and_when(run: Run, file: Path) -> None:
    found = json.loads(run("export", str(file), "--format", "json").out)
    assert {"author": "Ann", "date": "2026-01-01T00:00:00Z"} in found["revisions"]
    assert found["lines"][1]["state"] == "added"
    assert found["lines"][1]["text"] == [{"op": "insert", "text": "new", "by": ["Ann"], "date": "2026-01-01T00:00:00Z"}]
    assert found["lines"][2]["text"][1] == {"op": "delete", "text": "old", "by": ["Bo"]}
    assert found["lines"][3]["cell"] == {"table": 1, "row": 1, "column": 1}
    assert [(loss["kind"], loss["place"]) for loss in found["not_carried"]] == [("picture", 7)]
    final = json.loads(run("show", str(file), "--format", "json", "--view", "final").out)
    assert final["lines"][1] == {"style": "", "label": "2.", "text": "new"}
    assert final["footnotes"] == [{"label": "1", "text": "a note {++"}]


def test_diff_shows_what_changes(run: Run, file: Path) -> None:
    ended = run("diff", str(file))
    assert ended.code == 1
    assert "ADD  paragraph 2\n     {++2.\tnew++}\n" in ended.out
    assert "SUP  table 1/row 2/cell 1\n     {--two--}\n" in ended.out
    assert "first" not in ended.out


def test_diff_of_a_file_without_changes(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "plain.docx"
    path.write_bytes(docx(p(words("agreed"))))
    assert run("diff", str(path)).code == 0
    assert run("show", str(path)).out == "agreed\n"


@pytest.mark.parametrize(
    "args",
    [
        ("show", "--numbers"), ("show", "--addresses"), ("show", "--numbering", "provisional"),
        ("show", "--only", "agreed"), ("show", "--project", "."), ("export", "--date", "2026-01-01"),
        ("export", "--format", "yaml"), ("export", "--format", "docx"), ("diff", "--base", "base.yaml"),
        ("apply",), ("blame",), ("verify", "text.txt"),
    ],
)  # fmt: skip
def test_what_makes_no_sense_for_a_word_file_says_so(run: Run, file: Path, args: tuple[str, ...]) -> None:
    command, *rest = args
    ended = run(command, str(file), *rest)
    assert (ended.code, ended.out) == (2, "")
    assert "Word file" in ended.err


def test_export_never_writes_over_the_file_it_reads(run: Run, file: Path) -> None:
    before = file.read_bytes()
    assert run("export", str(file), "-o", str(file)).code == 2
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "data", [b"", b"no zip at all", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), b"PK\x03\x04"]
)
def test_a_file_that_is_none_is_one_clear_message(run: Run, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "broken.docx"
    path.write_bytes(data)
    for command in ("show", "export", "diff"):
        ended = run(command, str(path))
        assert (ended.code, ended.out, ended.err.count("error:")) == (2, "", 1)


def test_resolution_30_as_a_word_file_says_the_same(run: Run, tmp_path: Path) -> None:
    """Its provisions, cover matter aside, in the same words as from YAML."""
    path = tmp_path / "res-30.docx"
    path.write_bytes(write_docx(resolution_30(), date="2017-10-09"))
    for view in ("original", "final"):
        from_yaml = run("export", "res-30", "--view", view).out.splitlines()
        from_word = run("export", str(path), "--view", view).out.splitlines()
        assert [line for line in from_yaml if line not in from_word] == []


def corpus() -> list[str]:
    expected = CORPUS / "expected.json"
    return list(json.loads(expected.read_text("utf-8"))) if expected.exists() else []


@pytest.mark.skipif(not corpus(), reason="no ../shared/corpus/docx/expected.json (or $RESEDIT_CORPUS)")
def test_files_of_other_programs_are_exported_as_expected(run: Run) -> None:
    """A few of each kind through the command line; all of them are read in tests/formats/docx."""
    expected = json.loads((CORPUS / "expected.json").read_text("utf-8"))
    for name in corpus()[::7]:
        for view, key in (("final", "accept"), ("original", "reject")):
            lines = run("export", str(CORPUS / name), "--view", view).out.splitlines()
            plain = [re.sub(r"\[\^[^\]]+\]", "[fn]", line).replace("\u2011", "-") for line in lines]
            assert [" ".join(line.split()) for line in plain if not line.startswith("[fn]: ")] == expected[name][key]
