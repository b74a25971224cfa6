"""term-variants: the same significant words in another order; grammar and enumerations are no variants."""

import pytest

from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.validate.check import check_proposal
from resedit.validate.texts.term_variants import check
from tests.validate.texts.made_up import paragraphs, said

AGENDA = "2030 Agenda for Sustainable Development"
VARIANT = "2030 Sustainable Development Agenda"


def test_the_real_slip_of_ecp_24a5_1(res_30: Resolution, ecp: Proposal, res_30_as_ecp_wants_it: Resolution) -> None:
    expected = (
        f"further instructs/6/1: “{VARIANT}” beside “{AGENDA}”",
        f"keep one wording: “{AGENDA}” stands 7 times, “{VARIANT}” 3 times",
    )
    assert said(check(res_30_as_ecp_wants_it)) == [expected]
    assert not list(check(res_30))
    found = [problem for problem in check_proposal(res_30, ecp) if problem.rule == "term-variants"]
    assert said(found) == [expected] and found[0].place.file == "ecp-24a5-1.yaml"


@pytest.mark.parametrize(
    ("usual", "rare"),
    [
        (AGENDA, VARIANT),
        (AGENDA, "Agenda 2030 for Sustainable Development"),
        (AGENDA, "2030 Agenda on Sustainable Development"),
        ("World Summit on the Information Society", "World Summit on Information Society"),
        ("World Summit on the Information Society", "World Information Society Summit"),
        ("Geneva Plan of Action", "Geneva Action Plan"),
        ("Economic and Social Council", "Social and Economic Council"),
        ("CWG\u2011WSIS Plan for Action", "Action Plan CWG-WSIS"),
    ],
)
def test_variants(usual: str, rare: str) -> None:
    text = paragraphs(f"the {usual};", f"to the {rare}, and", f"Work of the {usual} and others,")
    usual, rare = usual.replace("\u2011", "-"), rare.replace("\u2011", "-")
    assert said(check(text)) == [
        (f"noting/2: “{rare}” beside “{usual}”", f"keep one wording: “{usual}” stands 2 times, “{rare}” once")
    ]


def test_a_longer_run_around_a_variant_is_not_reported_again() -> None:
    text = paragraphs(f"Work on the {AGENDA};", f"Work on the {VARIANT},")
    assert [message for message, _ in said(check(text))] == [f"noting/2: “{VARIANT}” beside “{AGENDA}”"]


def test_other_languages() -> None:
    text = paragraphs("l'Agenda 2030 pour le Développement Durable", "le Plan 2030", language="fr")
    assert not list(check(text))
    text = paragraphs(
        "Agenda 2030 pour le Développement Durable;", "Agenda du Développement Durable 2030,", language="fr"
    )
    assert len(list(check(text))) == 1
    text = paragraphs("《2030年可持续发展议程》；", "可持续发展2030年议程，", language="zh")
    assert not list(check(text))


@pytest.mark.parametrize(
    "text",
    [
        "the United Nations General Assembly and the General Assembly of the United Nations",
        "ITU Member States; Member States of ITU",
        "Director of the Telecommunication Development Bureau; Telecommunication Development Bureau Director",
        "Member States and Sector Members; Sector Members and Member States; Sector Members and the Member States",
        "Council Resolution 1332; Resolution 1332 of the Council",
        "Action Lines C2 and C5; Action Lines C5 and C2",
        "World Summit of the Information Society; Information Society and the World Summit",
        "Council of Ministers and Member States; Council of Member States and Ministers",
        "Plan of Action, Action Plan",  # two words meet by chance
        "World Summit, on the Information Society; World Information Society",
        "the sustainable development agenda 2030 and the 2030 agenda for sustainable development",
        "Conference in Dubai for Radio; Dubai Radio Conference",
    ],
)
def test_grammar_is_no_variant(text: str) -> None:
    assert not list(check(paragraphs(text)))


@pytest.mark.parametrize("words", ["Plan for ", "Plan ", "2030 ", "Plan-"])
def test_many_capitalised_words_take_no_long_time(words: str) -> None:
    assert not list(check(paragraphs(words * 20_000)))
