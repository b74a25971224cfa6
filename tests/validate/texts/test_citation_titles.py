"""citation-titles: one instrument with two titles; abbreviations and shortened titles are none."""

import pytest

from resedit.model.resolution import Resolution
from resedit.validate.texts.citation_titles import check
from tests.validate.texts.made_up import paragraphs, said

REVISED = "Resolution 901 (Rev. Elsewhere, 2006) of the Plenipotentiary Conference"


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        (f"{REVISED}, on the use of maps;", f"{REVISED}, on using maps,", "en"),
        ("Council Resolution 1901, on maps of roads;", "as in Council Resolution 1901, on road maps;", "en"),
        ("la Résolution 901 (Rév. Ailleurs, 2006), sur les cartes;", "la Résolution 901 (Rév. Ailleurs, 2006), "
         "relative aux plans,", "fr"),
        ("la Resolución 901 (Rev. Otra, 2006), sobre mapas;", "la Resolución 901 (Rev. Otra, 2006), "
         "sobre planos,", "es"),
        ("Резолюцию 901 (Пересм. Где-то, 2006 г.), о картах;", "Резолюцию 901 (Пересм. Где-то, 2006 г.), "
         "о планах;", "ru"),
    ],
)  # fmt: skip
def test_two_titles(one: str, other: str, language: str) -> None:
    assert len(list(check(paragraphs(one, other, language=language)))) == 1


def test_the_finding_names_both_titles_and_their_places() -> None:
    text = paragraphs(f"{REVISED}, on the use of maps;", f"{REVISED}, on using maps,")
    message = "noting/2: Resolution 901 is cited as “using maps” and as “the use of maps”"
    assert said(check(text)) == [(message, "noting/1 has the other title; give it as it was adopted")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"{REVISED}, on the use of maps;", f"{REVISED}, on the use of maps, as agreed,"),
        (f"{REVISED}, on the use of maps (2006);", f"{REVISED}, on use of maps – the plan,"),
        (f"{REVISED}, on the use of maps in towns;", f"{REVISED}, on the use of maps;"),
        (f"{REVISED}, on the World Summit on the Information Society (WSIS);", f"{REVISED}, on WSIS,"),
        (f"{REVISED}, on the use of maps;", f"{REVISED.replace('2006', '2010')}, on using maps,"),
        (f"{REVISED}, on the use of maps;", "Resolution 901 (Rev. Elsewhere, 2006) of the Council, on using maps,"),
        (f"{REVISED}, on the use of maps;", f"{REVISED} on its own motion,"),
        (f"{REVISED}, on the use of maps;", "Resolution 9011 of the Plenipotentiary Conference, on using maps,"),
        ("Resolutions 901 and 902 of the Council, on maps;", "Council Resolution 902, on towns,"),
    ],
)
def test_one_title(one: str, other: str) -> None:
    assert said(check(paragraphs(one, other))) == []


def test_resolution_30_before_and_after(res_30: Resolution, res_30_as_ecp_wants_it: Resolution) -> None:
    assert said(check(res_30)) == []
    assert said(check(res_30_as_ecp_wants_it)) == []
