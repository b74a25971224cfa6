"""Brackets in Word: a chair accepts some authors' changes and rejects the others', and has one side's text."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from resedit.formats.docx.read import read_docx, resolution_lines
from resedit.formats.docx.write import write_docx
from resedit.merge.merge import merge_all
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.redline.redline import Redline
from resedit.redline.references import REFERENCE
from resedit.store.load import expect, load_file
from tests.conftest import ROOT
from tests.formats.docx import by_author
from tests.formats.docx.samples import lines
from tests.formats.docx.test_docx_other_readers import runs, with_uno
from tests.merge import sides
from tests.merge.cases import RES30, TABLE, Case, cases, table_cases
from tests.merge.test_brackets import one_side
from tests.merge.test_table import BASE, ROWS, code
from tests.merge.test_table import proposal as row_proposal

EXAMPLES = sorted((ROOT / "examples" / "merging").glob("xyz-7-*.yaml"))
FILES = (ROOT / "amendments" / "wtdc-17" / "res-30" / "ecp-24a5-1.yaml", *EXAMPLES)


def proposed(path: Path) -> Proposal:
    return expect(load_file(path), Proposal, str(path))


def said(found: list[str]) -> list[str]:
    """Lines without the numbers of notes, which Word counts anew; notes that have words last, in the order of these."""
    bare = [line for line in (REFERENCE.sub("[^]", line) for line in found) if line.strip() not in ("", "[^]:")]
    return [line for line in bare if not line.startswith("[^]: ")] + sorted(n for n in bare if n.startswith("[^]: "))


def in_word(data: bytes, accepts: by_author.Accepts) -> list[str]:
    found = read_docx(by_author.settled(data, accepts), accept=True)
    assert not found.has_changes
    return said(resolution_lines(found))


def in_redline(redline: Redline, accepts: sides.Accepts) -> list[str]:
    return said(lines(sides.taken(redline, accepts)))


def bracketed(base: Resolution, proposals: list[Proposal]) -> tuple[Redline, bytes]:
    redline = merge_all(base, proposals, brackets=True).redline
    return redline, write_docx(redline)


@pytest.mark.parametrize("name", ["ECP/24A5/1", *(f"XYZ/7/{n}" for n in range(1, 6)), sides.NOBODY])
def test_one_side_of_the_examples(name: str) -> None:
    """By itself, and with all that is agreed."""
    redline, data = bracketed(RES30, [proposed(path) for path in FILES])
    assert in_word(data, by_author.by_name(name)) == in_redline(redline, sides.by_name(name))
    assert in_word(data, by_author.agreed_and(name)) == in_redline(redline, sides.agreed_and(name))


@given(cases())
@settings(max_examples=40)
def test_one_side_of_made_up_texts(case: Case) -> None:
    base, made = case
    redline, data = bracketed(base, list(made))
    for name in (*(one.number for one in redline.proposals), sides.NOBODY):
        assert in_word(data, by_author.agreed_and(name)) == in_redline(redline, sides.agreed_and(name))


@pytest.mark.parametrize(
    "third",
    ("ADD: resolves table 2, cells: [new]", "SUP: resolves table 2 1", "MOVE: resolves table 2, after: 3",
     "MOVE: resolves table, to: instructs"),
)  # fmt: skip
def test_a_row_that_is_printed_anew_keeps_what_is_contested_in_it(third: str) -> None:
    asked = ("MOD: resolves table 2 2, replace: {10: 12}", "MOD: resolves table 2 2, replace: {10: 13}", third)
    data = bracketed(TABLE, [row_proposal(number, asks) for number, asks in enumerate(asked, 1)])[1]
    for name, words in ((sides.NOBODY, "10 dB"), ("XYZ/1/1", "12 dB"), ("XYZ/1/2", "13 dB")):
        found = in_word(data, by_author.agreed_and(name))
        assert [line for line in found if line.endswith((" dB", "0", "2", "3")) and line != "20 dB"] == [words]


def unlabelled(found: list[str]) -> list[str]:
    """Lines without labels: the base's own of what is contested as a whole has the base's."""
    return [line.rpartition("\t")[2] for line in found]


@given(table_cases())
@settings(max_examples=120)
def test_agreed_and_one_side_in_tables(case: Case) -> None:
    """Also where a row is printed anew, as its cells come and go, and where it or its table moves. With what is agreed
    and nothing that is contested, that is the text of the same merge without brackets: the base's words stand there."""
    base, made = case
    merged = merge_all(base, list(made), brackets=True)
    data = write_docx(merged.redline)
    for name in (*(one.number for one in merged.redline.proposals), sides.NOBODY):
        assert in_word(data, by_author.agreed_and(name)) == in_redline(merged.redline, sides.agreed_and(name))
    if one_side(base, merged, sides.NOBODY) is not None:  # nothing is agreed inside of what is contested as a whole
        agreed = merge_all(base, list(made)).redline.final()
        assert unlabelled(in_word(data, by_author.agreed_and(sides.NOBODY))) == unlabelled(said(lines(agreed)))


def test_libreoffice_gives_each_side_of_every_conflict(tmp_path: Path) -> None:
    """Change after change accepted or rejected by its author, by a program that is not ours: for each row of the table
    in docs/merging.md, what is agreed with either side. But for notes that nothing refers to, whose style it drops, and
    notes referred to twice: it waits for an answer when the reference is rejected that another repeats."""
    python = with_uno()
    orders, expected = [], []
    rows = [row for row in ROWS if "footnote/2" not in row[0] + row[1] and "study[^1]" not in row[1]]
    for index, row in enumerate(rows):
        redline, data = bracketed(BASE, [row_proposal(n, code(asks)) for n, asks in enumerate(row[:2], 1)])
        file = tmp_path / f"{index}.docx"
        file.write_bytes(data)
        for name in ("XYZ/1/1", "XYZ/1/2"):
            authors = sorted(filter(by_author.agreed_and(name), by_author.authors(data)))
            target = file.with_suffix(f".{name[-1]}.docx")
            orders.append((str(file), str(target), authors))
            expected.append((row, target, in_redline(redline, sides.agreed_and(name))))
    file = tmp_path / "orders.json"
    file.write_text(json.dumps(orders), "utf-8")
    script = Path(__file__).with_name("libreoffice_authors.py")
    assert runs([python, str(script), str(tmp_path / "profile"), str(file)]), (
        "LibreOffice did not get through the files"
    )
    for row, target, side in expected:
        assert said(resolution_lines(read_docx(target.read_bytes(), accept=True))) == side, (row, target)
