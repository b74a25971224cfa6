"""plain-beside-non-breaking: one finding for each form, at its first place; others may break."""

import pytest

from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.validate.check import check_proposal
from resedit.validate.texts.plain_beside_non_breaking import RULE, check
from tests.validate.texts.made_up import paragraphs, said


def test_each_form_once_with_its_number() -> None:
    text = paragraphs("ITU-T;", "ITU\u2011D, ITU-D;", "ITU-D and CWG-WSIS;", "CWG\u2011WSIS,")
    assert said(check(text)) == [
        (
            "noting/2: “ITU-D” has a plain hyphen and elsewhere a non-breaking one",
            "write the non-breaking hyphen (U+2011) in each of the 2 places",
        ),
        (
            "noting/3: “CWG-WSIS” has a plain hyphen and elsewhere a non-breaking one",
            "write the non-breaking hyphen (U+2011) here",
        ),
    ]


def test_a_word_with_the_very_same_number() -> None:
    text = paragraphs("Resolution\u00a0140;", "Resolution 71;", "Resolution 140 (Guadalajara), in 140,")
    assert said(check(text)) == [
        (
            "noting/3: “Resolution 140” has a plain space and elsewhere a non-breaking one",
            "write the non-breaking space (U+00A0) here",
        )
    ]


@pytest.mark.parametrize(
    ("kept", "plain"),
    [
        ("§§\u00a020", "§§ 20"),
        ("No.\u00a05", "No. 5"),
        ("n°\u202f5", "n° 5"),
        ("резолюция\u00a0140", "резолюция 140"),
        ("القرار\u00a071", "القرار 71"),
        ("القرار\u00a0٧١", "القرار ٧١"),
        ("Resolution\u00a070/1", "Resolution 70/1"),
        ("rendez\u2011vous", "rendez-vous"),
        ("113\u2011118", "113-118"),
    ],
)
def test_other_words_and_scripts(kept: str, plain: str) -> None:
    found = said(check(paragraphs(f"x {kept}, x {plain}.")))
    assert [message.split("“")[1].split("”")[0] for message, _ in found] == [plain]
    assert not list(check(paragraphs(f"x {kept}, x {kept}.")))
    assert not list(check(paragraphs(f"x {plain}, x {plain}.")))


@pytest.mark.parametrize(
    "text",
    [
        "ITU\u2011D and ITU-D-led work",
        "ITU\u2011D and itu-d",
        "Resolution\u00a0140 and Resolution 14, Resolution 1400, Resolution 140/2",
        "Resolution\u00a0140 and resolution 140",
        "§\u00a020 and §§ 20",
        "Resolution\u00a02 and in Resolution 2nd",
        "a\u00a0plan and a plan",
        "10\u00a0000 and 10 000",
    ],
)
def test_what_is_not_the_same(text: str) -> None:
    assert not list(check(paragraphs(text)))


def test_the_real_places_in_resolution_30(
    res_30: Resolution, ecp: Proposal, res_30_as_ecp_wants_it: Resolution
) -> None:
    """CWG-WSIS stands in two places beside (CWG‑WSIS) in *taking into account* d), Resolution 140 in three beside
    *recognizing* a) and others; the proposal, which takes one of the places away, is not blamed for the rest."""
    hyphen = (
        "instructs/1: “CWG-WSIS” has a plain hyphen and elsewhere a non-breaking one",
        "write the non-breaking hyphen (U+2011) in each of the 2 places",
    )
    space = "“Resolution 140” has a plain space and elsewhere a non-breaking one"
    hint = "write the non-breaking space (U+00A0) in each of the {} places"
    assert said(check(res_30)) == [hyphen, (f"recalling/d: {space}", hint.format(3))]
    assert said(check(res_30_as_ecp_wants_it)) == [hyphen, (f"recalling/f: {space}", hint.format(2))]
    assert not [problem for problem in check_proposal(res_30, ecp) if problem.rule == RULE.name]


@pytest.mark.parametrize("long", ["a" * 200_000, "a-" * 100_000, "1." * 100_000, "§" * 200_000, "a 1" * 50_000])
def test_long_words_take_no_long_time(long: str) -> None:
    assert not list(check(paragraphs(f"ITU\u2011D Resolution\u00a0140 {long}")))


def test_numbers_in_groups_of_three_are_one_number() -> None:
    """As tables of frequencies print them, with a space that does not break between the groups."""
    kept, plain = "1\u00a0164\u20111\u00a0215", "1\u00a0164-1\u00a0215"
    text = paragraphs(f"the band {kept} MHz;", f"the band {plain} MHz,")
    assert [message for message, _ in said(check(text))] == [
        "noting/2: “1 164-1 215” has a plain hyphen and elsewhere a non-breaking one"
    ]
    text = paragraphs("MHz\u00a01\u00a0164;", "MHz 1\u00a0215,")
    assert said(check(text)) == []
