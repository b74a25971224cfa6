"""Brackets in Word: a chair accepts some authors' changes and rejects the others', and has one side's text."""

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
from tests.merge import sides
from tests.merge.cases import RES30, Case, cases

EXAMPLES = sorted((ROOT / "examples" / "merging").glob("xyz-7-*.yaml"))
FILES = (ROOT / "amendments" / "wtdc-17" / "res-30" / "ecp-24a5-1.yaml", *EXAMPLES)


def proposed(path: Path) -> Proposal:
    return expect(load_file(path), Proposal, str(path))


def said(found: list[str]) -> list[str]:
    """Lines without the numbers of notes, which Word counts anew; notes last, in the order of their words."""
    bare = [REFERENCE.sub("[^]", line) for line in found if line.strip()]
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
