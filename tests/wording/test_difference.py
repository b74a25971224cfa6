"""Differences in whole words that people can read."""

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resedit.wording import criticmarkup
from resedit.wording.difference import difference, similarity
from resedit.wording.segments import Op, Wording
from resedit.wording.tokens import is_word, tokens
from tests.strategies import reworded, texts

rewordings = texts.flatmap(lambda text: st.tuples(st.just(text), st.one_of(reworded(text), texts)))


def assert_whole_words(made: Wording) -> None:
    for side, left_out in ((made.original(), Op.INSERT), (made.final(), Op.DELETE)):
        assert [t for s in made.segments if s.op is not left_out for t in tokens(s.text)] == tokens(side)


@given(rewordings)
def test_a_difference_has_both_texts_in_whole_words(pair: tuple[str, str]) -> None:
    """Every border between kept and changed text is a border of words in both texts."""
    old, new = pair
    made = difference(old, new, ("XYZ/1/1",))
    assert (made.original(), made.final()) == (old, new)
    assert_whole_words(made)
    assert all(s.by == (() if s.op is Op.KEEP else ("XYZ/1/1",)) for s in made.segments)


@given(rewordings)
def test_a_deletion_stands_before_the_insertion_it_makes_room_for(pair: tuple[str, str]) -> None:
    ops = [segment.op for segment in difference(*pair).segments]
    assert all(a is not b for a, b in pairwise(ops))
    assert (Op.INSERT, Op.DELETE) not in list(pairwise(ops))


@given(rewordings)
def test_no_mark_is_kept_alone_between_two_replacements(pair: tuple[str, str]) -> None:
    segments = difference(*pair).segments
    for before, kept, after in zip(segments, segments[1:], segments[2:], strict=False):
        if kept.op is Op.KEEP and not any(is_word(token) for token in tokens(kept.text)):
            assert {before.op, after.op} != {Op.INSERT, Op.DELETE}


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("(Rev. Guadalajara, 2010) of", "(Rev. Busan, 2014) of", "(Rev. {--Guadalajara, 2010--}{++Busan, 2014++}) of"),
        ("l’UIT a adopté", "d’UIT a adopté", "{--l--}{++d++}’UIT a adopté"),
        ("«\u202fles\u202f» mots", "«\u202fdes\u202f» mots", "«\u202f{--les--}{++des++}\u202f» mots"),
        ("决定请电信部门继续", "决定请无线电部门继续", "决定请{++无线++}电{--信--}部门继续"),
        ("القرار ٧١", "القرار ٧٢", "القرار {--٧١--}{++٧٢++}"),
        ("المراجَع في", "المراجع في", "{--المراجَع--}{++المراجع++} في"),
        ("ไทย", "ไทน", "ไท{--ย--}{++น++}"),
        ("internet access", "Internet access", "{--internet--}{++Internet++} access"),
        ("ITU-D", "ITU\u2011D", "ITU{-----}{++\u2011++}D"),
        ("countries[^1], including", "countries[^2], including", "countries{--[^1]--}{++[^2]++}, including"),
        ("telecommunications", "telecommunication", "{--telecommunications--}{++telecommunication++}"),
        ("review process,", "review process;", "review process{--,--}{++;++}"),
        ("", "new", "{++new++}"),
        ("old", "", "{--old--}"),
    ],
)
def test_what_a_reader_sees(old: str, new: str, marked: str) -> None:
    """Case, hyphens and diacritics are changes; a comma between two changed words is changed with them."""
    assert criticmarkup.write(difference(old, new)) == marked


def test_small_coincidences_are_taken_into_the_change() -> None:
    """An article that both texts happen to have in the middle of other words is not kept alone."""
    old = "to assist Member States in finding the best financial mechanisms for development"
    new = "to promote international cooperation about the other issues related to cyberthreats"
    changed = [s for s in difference(old, new).segments if s.op is not Op.KEEP]
    assert len(changed) == 2


def test_a_difference_is_the_same_in_every_process() -> None:
    """Neither the order of hashes nor the clock has a say."""
    code = (
        "from resedit.wording.difference import difference\n"
        "print(difference('a b c d e f b a ' * 9, 'b a d c f e a a b ' * 9))"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": hash_seed})
        for hash_seed in ("0", "1")
    ]
    assert runs[0].stdout == runs[1].stdout


def test_many_distinct_words_are_told_apart() -> None:
    """More words than there are Han characters to stand for them."""
    old = " ".join(f"w{n}" for n in range(25_000))
    new = old.replace("w24000 ", "other ")
    made = difference(old, new)
    assert (made.original(), made.final()) == (old, new)
    assert [s.text for s in made.segments if s.op is not Op.KEEP] == ["w24000", "other"]


@pytest.mark.parametrize(
    ("old", "new", "likeness"),
    [
        ("a b c", "a b c", 1),
        ("a b", "c d", 0),
        ("a b", "b a", 1),
        ("a b", "a c", 0.5),
        ("", "", 1),
        ("–", ";", 0),
        ("a a", "a", 2 / 3),
    ],
)
def test_similarity_counts_shared_words(old: str, new: str, likeness: float) -> None:
    assert similarity(old, new) == pytest.approx(likeness)
