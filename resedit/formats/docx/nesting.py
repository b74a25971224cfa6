"""How deep provisions nest, where the paragraphs of a Word file do not tell it by themselves.

Then each paragraph has a hidden bookmark (Word hides names that begin with a line), which says under how many others
its provision stands, and how far it was moved in when that was written: where an author has moved it in or out since,
it says nothing any more.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from resedit.model.enums import Kind
from resedit.model.languages import read_number_line, read_run_in_head
from resedit.model.resolution import Provision, Resolution
from resedit.structure.calls import is_annex, is_item
from resedit.structure.labels import LABEL

_NAME = re.compile(r"_Nest_(\d{1,4})_(-?\d{1,6})_\d+")
_NEAR = 20
"""How far off, in twips, an indent may be that another program has saved in units of its own."""
_COMMAS = (",", "،", "，")
_HEADS = ("ADD", "MOD", "(MOD)", "SUP", "NOC")
"""What the lines around a text begin with, beside the heads of cover matter and reasons."""


def bookmark(level: int, start: int, number: int) -> str:
    """The name of the bookmark of a paragraph whose provision stands under `level` others."""
    return f"_Nest_{level}_{start}_{number}"


def level_of(names: Iterable[str], start: int) -> int | None:
    """What the bookmarks in a paragraph say that is moved in so far; None where there are none of these, they say
    nothing of the paragraph as it stands, or contradict each other."""
    found = [match for match in map(_NAME.fullmatch, names) if match and abs(int(match[2]) - start) <= _NEAR]
    levels = {int(match[1]) for match in found}
    return levels.pop() if len(levels) == 1 else None


def is_told(resolution: Resolution) -> bool:
    """Whether the paragraphs of a Word file tell by themselves how the provisions of a text nest: calls stand in no
    list, nothing but calls after a call, only labelled paragraphs hold others, a table follows what holds nothing,
    cells hold plain paragraphs; and no paragraph reads as something else, nor a call as a paragraph."""
    provisions = resolution.provisions
    first = provisions[0] if provisions else None
    if first and first.kind is Kind.PARAGRAPH and not resolution.opening and first.text.endswith(_COMMAS):
        return False
    if not any(item.kind is Kind.CALL for item in provisions):
        return not provisions
    return _is_told(provisions) and not any(_misleads(item, resolution.language) for item in resolution.walk())


def _misleads(item: Provision, language: str) -> bool:
    said = item.text
    if said.startswith(_HEADS) or read_run_in_head(said)[0] or read_number_line(said) is not None:
        return True
    if item.kind is Kind.CALL:
        return is_item(said, language)
    return not item.label and (is_annex(said) or LABEL.match(said) is not None)


def _is_told(items: Sequence[Provision], in_list: bool = False) -> bool:
    for before, item in pairwise((None, *items)):
        assert item
        if item.kind is Kind.CALL and in_list:
            return False
        if before and before.kind is Kind.CALL and item.kind is not Kind.CALL:
            return False
        if item.kind is Kind.TABLE:
            if before is None or before.items or before.kind is Kind.TABLE or not all(map(_is_plain, item.walk())):
                return False
            continue
        if item.kind is Kind.PARAGRAPH and item.items and not (item.label and item.text):
            return False
        if not _is_told(item.items, in_list=True):
            return False
    return True


def _is_plain(item: Provision) -> bool:
    """Whether what is in a table holds nothing but, in a cell that begins with words, further paragraphs with words."""
    if item.kind is Kind.CELL:
        return not item.items or bool(item.text)
    return item.kind is not Kind.PARAGRAPH or bool(item.text and not item.items)
