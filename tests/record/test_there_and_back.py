"""There and back: a redline exported to Word and imported is the same base, the same proposal, the same redline."""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings

from resedit.amend.compare import compare
from resedit.amend.derive import derive
from resedit.amend.expand import spelled_out
from resedit.formats.docx.tracked import read_tracked
from resedit.formats.docx.write import write_docx
from resedit.formats.jsonform import redline_json
from resedit.formats.text import redline_text, text
from resedit.merge.merge import apply
from resedit.model.address import AddressBook
from resedit.model.enums import Kind, Symbol
from resedit.model.proposal import Amendment, Proposal
from resedit.model.resolution import Provision, Resolution
from resedit.record.imports import Import, import_document
from resedit.redline.redline import Redline
from tests.formats.docx.samples import resolution_30
from tests.strategies import NUMBER, pairs, proposal


def imported(redline: Redline) -> Import:
    return import_document(read_tracked(write_docx(redline), "made-up.docx"), lambda *_: None, number=NUMBER)


def plain(base: Resolution, made: Proposal) -> Proposal:
    """A proposal spelled out, its addresses in their canonical form, without what is no part of a document."""
    book = AddressBook(base)
    spelled = spelled_out(base, made)

    def named(amendment: Amendment) -> Amendment:
        parent = book.find(amendment.address) if amendment.symbol is Symbol.ADD else ""
        before, after = (name and book.find_sibling(name, parent) for name in (amendment.before, amendment.after))
        return replace(amendment, address=parent or book.find(amendment.address), before=before, after=after)

    return replace(spelled, amendments=tuple(map(named, spelled.amendments)), queries=())


def test_resolution_30() -> None:
    """Value for value: base, proposal in its spelled-out form, redline. Queries are no part of a document."""
    redline = resolution_30()
    read = read_tracked(write_docx(redline), "res-30.docx")
    (made,) = import_document(read, lambda *_: None).proposals
    assert made.base == redline.base
    (made,) = import_document(read, lambda *_: redline.base).proposals
    assert made.base is not None
    assert plain(made.base, made.proposal) == plain(redline.base, redline.proposals[0])
    assert redline_json(apply(made.base, [made.proposal])) == redline_json(redline)


def lines(resolution: Resolution) -> list[str]:
    return [line for line in text(resolution).split("\n") if line.strip()]


def redline_of(old: Resolution, new: Resolution) -> Redline:
    return apply(old, [derive(compare(old, new, (NUMBER,)), proposal(old))])


@settings(max_examples=40)
@given(pairs())
def test_two_texts_of_any_shape_say_the_same(pair: tuple[Resolution, Resolution]) -> None:
    """Every line of both texts comes back, and the base and the proposal make them."""
    redline = redline_of(*pair)
    (made,) = imported(redline).proposals
    assert made.base is not None
    again = apply(made.base, [made.proposal])
    assert lines(again.original()) == lines(redline.original())
    assert lines(again.final()) == lines(redline.final())


def is_told(items: Sequence[Provision], in_list: bool = False) -> bool:
    """Whether a Word file tells how a list nests: calls stand in no list, nothing but calls after a call, only labelled
    paragraphs hold others (indents show it), and a table follows what holds nothing."""
    for before, item in pairwise((None, *items)):
        assert item
        if item.kind is Kind.CALL and in_list:
            return False
        if before and before.kind is Kind.CALL and item.kind is not Kind.CALL:
            return False
        if item.kind is Kind.TABLE:
            if before is None or before.items or before.kind is Kind.TABLE:
                return False
            continue
        if item.kind is Kind.PARAGRAPH and item.items and not (item.label and item.text):
            return False
        if not is_told(item.items, in_list=True):
            return False
    return True


@settings(max_examples=40)
@given(pairs())
def test_texts_whose_shape_a_word_file_tells_come_back_value_for_value(pair: tuple[Resolution, Resolution]) -> None:
    old, new = (without_deep_cells(replace(side, language="en")) for side in pair)
    assume(is_told(old.provisions) and is_told(new.provisions))
    (made,) = imported(redline_of(old, new)).proposals
    assert made.base is not None
    assert made.base == old
    assert apply(made.base, [made.proposal]).final() == new


def without_deep_cells(resolution: Resolution) -> Resolution:
    """A text whose cells hold no nested lists, and begin with words: Word does not tell a cell's own text otherwise."""

    def flat(item: Provision) -> Provision:
        if item.kind is Kind.CELL:
            kept = tuple(replace(below, items=()) for below in item.items if below.text) if item.text else ()
            return replace(item, items=kept)
        return replace(item, items=tuple(map(flat, item.items)))

    return replace(resolution, provisions=tuple(map(flat, resolution.provisions)))


def test_resolution_30_through_libreoffice(tmp_path: Path) -> None:
    """Opened and saved by LibreOffice, it imports with the same text and the same changes."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not here (Debian: libreoffice-writer)")
    redline = resolution_30()
    (tmp_path / "in").mkdir()
    file = tmp_path / "in" / "res-30.docx"
    file.write_bytes(write_docx(redline, date="2017-10-09"))
    command = [office, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to"]
    done = subprocess.run([*command, "docx", "--outdir", str(tmp_path), str(file)], capture_output=True, timeout=600)
    assert done.returncode == 0, done.stderr
    read = read_tracked((tmp_path / "res-30.docx").read_bytes(), "res-30.docx")
    (made,) = import_document(read, lambda *_: None).proposals
    assert made.base is not None
    assert made.base == redline.base
    assert redline_text(apply(made.base, [made.proposal])) == redline_text(redline)
