"""Word by word: what different wordings of one text make together, beside what git makes of the same."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resedit.merge.words import Stretch, landed, merged_words
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load_file
from resedit.wording import criticmarkup
from resedit.wording.difference import difference
from resedit.wording.segments import Wording
from resedit.wording.tokens import count_words, tokens
from tests.conftest import ROOT

RES30 = ROOT / "amendments" / "wtdc-17" / "res-30" / "base.yaml"

BASE = "Resolution 71 (Rev. Guadalajara, 2010) of the Conference, on plans;"


def asked(old: str, *news: str) -> list[tuple[str, Wording]]:
    return [(f"XYZ/1/{n}", difference(old, new, (f"XYZ/1/{n}",))) for n, new in enumerate(news, start=1)]


def merged(old: str, *news: str) -> tuple[str, list[Stretch]]:
    stretches = merged_words(old, asked(old, *news))
    return criticmarkup.write(landed(old, stretches)), [s for s in stretches if s.in_conflict]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (("plans", "plots"), ("71", "72"), "Resolution {--71--}{++72++} (Rev. Guadalajara, 2010) of the Conference, on "
         "{--plans--}{++plots++};"),
        (("Guadalajara, 2010", "Busan, 2014"), ("2010", "2014"), "Resolution 71 (Rev. {--Guadalajara--}{++Busan++}, "
         "{--2010--}{++2014++}) of the Conference, on plans;"),
        (("of the", "by a"), ("the Conference", "the Assembly"), "Resolution 71 (Rev. Guadalajara, 2010) "
         "{--of the--}{++by a++} {--Conference--}{++Assembly++}, on plans;"),
    ],
)  # fmt: skip
def test_edits_in_different_words_land(one: tuple[str, str], other: tuple[str, str], together: str) -> None:
    text, conflicts = merged(BASE, BASE.replace(*one), BASE.replace(*other))
    assert (text, conflicts) == (together, [])


@pytest.mark.parametrize(
    ("one", "other", "stretch"),
    [
        (("2010", "2014"), ("2010", "2012"), "2010"),
        (("Guadalajara, 2010", "Busan, 2014"), ("2010", "2012"), "Guadalajara, 2010"),
        ((";", ", and more;"), (";", ","), ";"),
        (("plans", "plans and plots"), ("plans", "plans or plots"), ""),
        ((" on plans", ""), ("plans", "plots"), " on plans"),
    ],
)
def test_edits_that_meet_are_a_conflict_of_whole_phrases(
    one: tuple[str, str], other: tuple[str, str], stretch: str
) -> None:
    text, (conflict,) = merged(BASE, BASE.replace(*one), BASE.replace(*other))
    assert text == BASE
    assert BASE[conflict.start : conflict.end] == stretch
    assert [side.by for side in conflict.sides] == [("XYZ/1/1",), ("XYZ/1/2",)]


def test_the_same_edit_names_all_who_ask_for_it() -> None:
    new = BASE.replace("2010", "2014")
    (stretch,) = merged_words(BASE, asked(BASE, new, new, new))
    assert [side.by for side in stretch.sides] == [("XYZ/1/1", "XYZ/1/2", "XYZ/1/3")]
    (stretch,) = merged_words(
        "a bar b", [("x", criticmarkup.parse("a{-- bar--} b")), ("y", criticmarkup.parse("a {--bar --}b"))]
    )
    assert not stretch.in_conflict


CHARACTERS = "天地玄黄宇宙洪荒日月盈昃辰宿列张"
"""Each is a word, and stands once, so that both programs pair the same words."""


@st.composite
def edited(draw: st.DrawFn) -> str:
    """The characters with some taken out, put in or changed."""
    found = ""
    for character in CHARACTERS:
        match draw(st.integers(0, 11)):
            case 0:
                pass
            case 1:
                found += draw(st.sampled_from("寒来"))
            case 2:
                found += character + draw(st.sampled_from("暑往"))
            case _:
                found += character
    return found


def with_git(folder: Path, old: str, one: str, other: str) -> tuple[str, bool]:
    """What `git merge-file` makes of three texts with one word a line, and whether that is a conflict."""
    for name, text in (("old", old), ("one", one), ("other", other)):
        (folder / name).write_text("".join(f"{token}\n" for token in tokens(text)), "utf-8")
    command = ["git", "merge-file", "-p", "one", "old", "other"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout.replace("\n", ""), done.returncode != 0


def assert_git_agrees(folder: Path, old: str, one: str, other: str) -> None:
    """Where git merges cleanly the text is the same; where there is a conflict, git has one as well. (Git has more: it
    calls it one, too, where two change words that stand side by side.)"""
    stretches = merged_words(old, asked(old, one, other))
    text, in_conflict = with_git(folder, old, one, other)
    if any(stretch.in_conflict for stretch in stretches):
        assert in_conflict, (one, other)
    elif not in_conflict:
        assert landed(old, stretches).final() == text


@settings(max_examples=300)
@given(edited(), edited())
def test_git_agrees(tmp_path_factory: pytest.TempPathFactory, one: str, other: str) -> None:
    assert_git_agrees(tmp_path_factory.getbasetemp(), CHARACTERS, one, other)


def test_git_agrees_on_resolution_30(tmp_path: Path) -> None:
    """Three words of each provision changed by one, three by another, at every distance from each other."""
    base = expect(load_file(RES30, "base.yaml"), Resolution, "base.yaml")
    for number, item in enumerate(item for item in base.walk() if count_words(item.text) > 12):
        words = item.text.split(" ")
        one, other = list(words), list(words)
        for step in (2, 5, 8):
            one[step] = "one"
            other[(step + number) % len(words)] = "other"
        assert_git_agrees(tmp_path, item.text, " ".join(one), " ".join(other))
