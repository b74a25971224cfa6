"""abbreviation, citation-revisions, cross-reference: edge cases, other languages, and the real ECP/24A5/1."""

import json

import pytest

from resedit.model.problem import Problem
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load, load_file
from resedit.validate.check import check_base, check_proposal
from tests.conftest import ROOT

HEAD = "resolution: 7\nrevision: Rev. Nowhere, 2001\ntitle: A made-up resolution\n"
OURS = ("abbreviation", "citation-revisions", "cross-reference", "renumbered-reference")


def base(*calls: str, head: str = HEAD) -> Resolution:
    text = f"{head}provisions:\n" + "\n".join(calls) + "\n"
    return expect(load(text.encode(), "base.yaml"), Resolution, "base.yaml")


def call(heading: str, *items: str) -> str:
    """A made-up call whose items are numbered, or lettered where it is of the preamble."""
    letter = heading in ("recalling", "rappelant", "recordando", "напоминая", "noting")
    labels = [f"{chr(97 + i)})" if letter else str(i + 1) for i in range(len(items))]
    lines = [f"  - {label}: {json.dumps(item, ensure_ascii=False)}" for label, item in zip(labels, items, strict=True)]
    return "\n".join([f"- {heading}:", *lines])


def said(problems: list[Problem], *rules: str) -> list[str]:
    return [problem.message for problem in problems if problem.rule in (rules or OURS)]


def check(*calls: str, head: str = HEAD) -> list[str]:
    return said(check_base(base(*calls, head=head)))


def proposed(text: Resolution, *amendments: str) -> list[Problem]:
    head = "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\nrevision: Rev. Elsewhere, 2005\n"
    data = f"{head}reasons: made up\namendments:\n" + "\n".join(amendments) + "\n"
    found = check_proposal(text, expect(load(data.encode(), "p.yaml"), Proposal, "p.yaml"))
    return [problem for problem in found if problem.rule in OURS]


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("the World Summit on the Information Society (WSIS)", "WSIS"),
        ("information and communication technologies (ICTs)", "ICT"),
        ("small, medium and micro enterprises (SMMEs)", "SMMEs"),
        ("the ITU Telecommunication Development Sector (ITU‑D)", "ITU-D"),
        ("the ITU\u00a0Radiocommunication Sector\u00a0(ITU-R)", "ITU‑R"),
        ("the Council Working Group on WSIS (CWG‑WSIS)", "CWG-WSIS"),
        ("the Internet of things (IoT)", "IoT"),
        ("the Internet Protocol version 6 (IPv6)", "IPv6"),
        ("the Sommet mondial sur la société de l'information (SMSI)", "SMSI"),
        ("the Secteur du développement des télécommunications de l'UIT (UIT‑D)", "UIT-D"),
        ("la Conférence mondiale de développement des télécommunications (CMDT)", "CMDT"),
        ("la Cumbre Mundial sobre la Sociedad de la Información (CMSI)", "CMSI"),
        ("Всемирная встреча на высшем уровне по вопросам информационного общества (ВВУИО)", "ВВУИО"),
        ("the Regional Commonwealth in the field of Communications (RCC)", "RCC"),
    ],
)
def test_definitions_of_many_kinds(words: str, short: str) -> None:
    used = check(call("recalling", f"all that {short} stands for;", f"{words},"))
    assert len(used) == 1
    assert used[0].startswith("recalling/a: ") and used[0].endswith("is used before its definition")
    assert check(call("recalling", f"{words};", f"all that {short} stands for,")) == []
    assert [m.split(": ")[0] for m in check(call("recalling", f"{words};", f"{words},"))] == ["recalling/b"]


@pytest.mark.parametrize(
    "words",
    [
        "the report (SEE)",
        "the Telecommunication Development Bureau (BDT)",
        "the report of the meeting; (WSIS)",
        "the assembly (a)",
        "all of it (in part)",
        "the World Summit (Geneva, 2003)",
        "信息社会世界峰会（WSIS）",
    ],
)
def test_other_brackets_define_nothing(words: str) -> None:
    short = words.rstrip(")）").replace("（", "(").split("(")[-1]
    assert check(call("recalling", f"what {short} is;", f"{words};", f"{words},")) == []


def test_names_made_with_an_abbreviation_are_no_uses_of_it() -> None:
    last = "the World Summit on the Information Society (WSIS),"
    assert check(call("recalling", "CWG-WSIS, CWG‑WSIS and the WSIS+10 review;", last)) == []
    assert len(check(call("recalling", "the WSIS-related work;", last))) == 1
    assert len(check(call("recalling", "telecommunication/WSIS;", last))) == 1


def test_title_opening_line_and_notes_are_not_looked_at() -> None:
    head = HEAD.replace("A made-up", "WSIS, a made-up") + "opening: The WSIS (World Summit Is Somewhere (WSIS)),\n"
    last = "the World Summit on the Information Society (WSIS)[^1],"
    text = "footnotes:\n  1: 'the World Summit on the Information Society (WSIS)'"
    assert check(call("recalling", last), text, head=head) == []


def test_a_use_behind_brackets_that_may_define_is_left_alone() -> None:
    full = "the World Summit on the Information Society (WSIS),"
    assert check(call("recalling", "the summit of Geneva and Tunis (WSIS);", "what WSIS says;", full)) == []


def test_an_abbreviation_is_one_finding() -> None:
    full = "the World Summit on the Information Society (WSIS)"
    assert len(check(call("recalling", "WSIS and WSIS;", f"{full};", f"{full},"))) == 1


PP = "of the Plenipotentiary Conference"


def test_the_rarer_revision_is_reported_in_each_of_its_places_once() -> None:
    new, old = "Resolution 140 (Rev. Busan, 2014)", "Resolution\u00a0140 (Rev. Guadalajara, 2010)"
    found = check(
        call("recalling", f"{new} {PP};", f"{old} and again {old};", f"{new};", f"{new},"),
        call("resolves", f"as {old}."),
    )
    assert [message.split(": ")[0] for message in found] == ["recalling/b", "resolves/1"]
    assert "“Rev. Guadalajara, 2010”" in found[0] and "“Rev. Busan, 2014”" in found[0]


def test_of_two_revisions_as_frequent_the_older_is_reported() -> None:
    found = check(call("recalling", "Decision 5 (Rev. Busan, 2014);", "Decision 5 (Rev. Guadalajara, 2010),"))
    assert [message.split(": ")[0] for message in found] == ["recalling/b"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"Resolution 1 (Rev. Busan, 2014) {PP}", "Resolution 1 (Rev. Hammamet, 2016) of WTSA"),
        (f"Resolution 1 (Rev. Busan, 2014) {PP}", "Resolution 1 (Rev. Dubai, 2014) of this conference"),
        (f"Resolution 1 (Rev. Busan, 2014) {PP}", "Council Resolution 1 (Modified 2013)"),
        (f"Resolution 1 (Rev. Busan, 2014) {PP}", "Resolution 1 (Geneva, 2012) of the Radiocommunication Assembly"),
        (f"Resolution 1 (Rev. Busan, 2014) {PP}", "Resolution 1 (Rev. Cairo, 2010) of the Cairo Something"),
        (f"Resolution 1 (Rev. Busan, 2014) {PP}", "Resolution 1 (Rev. Nowhere, 2001)"),
        ("Resolution 1 (Rev. Busan, 2014)", "Recommendation 1 (Rev. Guadalajara, 2010)"),
        ("Resolution 1 (Rev. Busan, 2014)", "Resolution 11 (Rev. Guadalajara, 2010)"),
        ("Resolution 1 (Rev. Busan, 2014)", "Resolution 1 (Rev.\u00a0Busan,\u00a02014)"),
        ("Resolution 7 (Rev. Doha, 2006)", "Resolution 7 (Rev. Hyderabad, 2010)"),
        (
            "Резолюция 1 (Пересм. Пусан, 2014 г.) Полномочной конференции",
            "Резолюция 1 (Пересм. Хаммамет, 2016 г.) Всемирной ассамблеи по стандартизации электросвязи",
        ),
        (
            "la Résolution 1 (Rév. Busan, 2014) de la Conférence de plénipotentiaires",
            "la Résolution 1 (Rév. Hammamet, 2016) de l'Assemblée mondiale de normalisation des télécommunications",
        ),
    ],
)
def test_what_is_another_instrument_or_the_same_revision(one: str, other: str) -> None:
    assert check(call("recalling", f"{one};", f"{other},")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"Resolution 1 (Rev. Busan, 2014) {PP}", "Resolution 1 (Rev. Guadalajara, 2010)"),
        (f"Resolutions 71 (Rev. Busan, 2014) and 1 (Rev. Busan, 2014) {PP}", "Resolution 1 (Rev. Guadalajara, 2010)"),
        ("la Résolution 1 (Rév. Busan, 2014)", "la Résolution\u00a01 (Rév. Guadalajara, 2010)"),
        ("la Resolución 1 (Rev. Busán, 2014)", "la Resolución 1 (Rev. Guadalajara, 2010)"),
        ("Резолюция 1 (Пересм. Пусан, 2014 г.)", "Резолюцию 1 (Пересм. Гвадалахара, 2010 г.)"),
        ("第1号决议（2014年，釜山，修订版）", "第1号决议（2010年，瓜达拉哈拉，修订版）"),
        ("Council Resolution 1 (Modified 2014)", "ITU Council Resolution 1 (Modified 2013)"),
        ("Recommendation ITU-T X.1205 (04/2008)", "Recommendation ITU‑T X.1205 (01/2006)"),
    ],
)
def test_two_revisions_in_other_words_and_languages(one: str, other: str) -> None:
    assert [m.split(": ")[0] for m in check(call("recalling", f"{one};", f"{other},"))] == ["recalling/b"]


def test_a_revision_of_a_known_meeting_is_of_its_body() -> None:
    """Made up: 1 (Busan) is of the plenipotentiaries, as 2 (Busan) is; 1 (Hammamet) of the assembly, as 3 is."""
    items = (
        f"Resolution 2 (Rev. Busan, 2014) {PP};",
        "Resolution 3 (Rev. Hammamet, 2016) of WTSA;",
        "Resolution 1 (Rev. Busan, 2014);",
        "Resolution 1 (Rev. Hammamet, 2016),",
    )
    assert check(call("recalling", *items)) == []


def test_a_provision_that_cites_both_revisions_means_it() -> None:
    both = "that Resolution 1 (Guadalajara, 2010) was revised as Resolution 1 (Rev. Busan, 2014)"
    assert check(call("recalling", f"{both};", "Resolution 1 (Rev. Busan, 2014),")) == []


RESOLVES = call("resolves to invite the Sector", "one;", "two;", "three,")


@pytest.mark.parametrize(
    "words",
    [
        "as in resolves 4",
        "as in *resolves* 4 above",
        "as in resolves to invite the Sector 4",
        "as in resolves 1, 2 and 4",
        "as in resolves 2 i)",
        "as in Resolution 8, resolves 4 above",
        "as in resolves 12 of this resolution",
        "as in recalling c) above",
        "as in *recalling* a) and c)",
        "as in Recalling c)",
        "as resolves 4 says",
        "as set out in resolves 4 and recalling b)",
        "as set out in resolves 2 and recalling c",
        "as set out in resolves 4 and recalling b above",
        "as in recalling a and c",
        "as in *resolves* 4 the Sector does",
        "as in “resolves” 4 the Sector does",
        "as in paragraph 4 of resolves",
        "as in item c) of *recalling* above, and in others",
        "as in paragraphs 2 and 4 of resolves to invite the Sector, which",
    ],
)
def test_references_to_what_is_not_there(words: str) -> None:
    found = check(call("recalling", "one;", "two,"), RESOLVES, call("instructs", f"to act {words}."))
    assert len(found) == 1 and found[0].startswith("instructs/1: ")


@pytest.mark.parametrize(
    "words",
    [
        "as in resolves 3",
        "as in resolves 1 to 3",
        "as in recalling a) and b) above",
        "and resolves to act",
        "recalling that 4 studies were made",
        "resolves 4 questions",
        "resolves 2014",
        "resolves 4.5",
        "resolves 10%",
        "under resolves 9 of Resolution 140 (Rev. Busan, 2014)",
        "as Resolution 140, in its resolves 9, says",
        "under Article 5 of the Convention, recalling g)",
        "as paragraph 9 says",
        "as paragraph 1 above says",
        "(noting the report)",
        "declares 9",
        "as resolves 3 and recalling b say",
        "as in paragraph 3 of resolves, and in item b of recalling above",
        "in recalling 4 reports and noting 5 others",
        "recalling a report, recalling e.g. the plan",
        "recalling, as a whole, c",
        "and resolves 4 questions and 5 others",
        "as paragraph 9 of the report says",
        "as paragraph 9 in recalling the progress says",
        "as resolves 9 of Resolution 140 (Rev. Busan, 2014) says",
    ],
)
def test_what_is_no_dangling_reference(words: str) -> None:
    found = check(call("recalling", "one;", "two,"), RESOLVES, call("instructs", f"to act {words};", "two."))
    assert found == []


def test_a_label_that_a_list_skips_is_one_finding() -> None:
    """The label's, not that of each reference to the paragraph."""
    text = base("- resolves:\n  - 1: one;\n  - 2: two;\n  - 4: three,", call("instructs", "to act as in resolves 3."))
    assert [problem.rule for problem in check_base(text)] == ["label-sequence"]


def test_paragraphs_above_are_of_the_same_call() -> None:
    found = check(RESOLVES, call("instructs", "one;", "as in paragraph 3 above."))
    assert found == ["instructs/2: “paragraph 3” is not in the text"]
    assert check(RESOLVES, call("instructs", "one;", "as in paragraph 1 above.")) == []


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("décide", "voir décide 3 ci-dessus"),
        ("resuelve", "según resuelve 3 anterior"),
        ("решает", "согласно пункту решает 3 выше"),
        ("décide", "comme indiqué au point 3 du *décide*, qui"),
        ("décide", "selon le décide 3 les États"),
        ("resuelve", "como se indica en el *resuelve* 3 los Estados"),
        ("resuelve", "como se indica en el apartado 3 del resuelve, que"),
        ("решает", "как указано в пункте 3 раздела *решает*, которые"),
    ],
)
def test_references_in_other_languages(heading: str, words: str) -> None:
    assert len(check(call(heading, "un;", f"{words}."))) == 1
    assert check(call(heading, "un;", f"{words}.".replace("3", "1"))) == []


def test_a_reference_in_words_left_alone_to_what_is_renumbered() -> None:
    text = base(RESOLVES, call("instructs", "to act on resolves 2."))
    found = proposed(text, "- ADD: resolves\n  before: 2\n  items:\n  - more;")
    assert said(found) == ["instructs/1: “resolves 2” was renumbered: now resolves 3"]
    assert found[0].place.file == "p.yaml"
    mended = "- MOD: instructs 1\n  replace: {'2': '3'}"
    assert proposed(text, "- ADD: resolves\n  before: 2\n  items:\n  - more;", mended) == []


def test_a_reference_is_followed_in_a_paragraph_changed_elsewhere() -> None:
    text = base(RESOLVES, call("instructs", "to act on resolves 2."))
    other = "- MOD: instructs 1\n  replace: {to act: to act quickly}"
    assert len(proposed(text, "- ADD: resolves\n  before: 2\n  items:\n  - more;", other)) == 1


def test_a_reference_to_what_is_suppressed_or_runs_out() -> None:
    text = base(RESOLVES, call("instructs", "to act on resolves 2."))
    assert "was suppressed" in said(proposed(text, "- SUP: resolves 2"))[0]
    last = base(RESOLVES, call("instructs", "to act on resolves 3."))
    found = proposed(last, "- SUP: resolves 2")
    assert said(found) == ["instructs/1: “resolves 3” is not in the text"]
    assert "now resolves 2" in found[0].hint
    assert proposed(text, "- SUP: resolves 3") == []


@pytest.mark.parametrize(
    ("amended", "what"),
    [
        ("- SUP: resolves", "instructs/1: “resolves 2” was suppressed"),
        ("- MOD: resolves\n  text: decides", "instructs/1: “resolves 2” was renumbered: now decides 2"),
        ("- MOD: resolves\n  text: resolves further", ""),
        ("- SUP: resolves\n- SUP: instructs 1", ""),
        ("- SUP: resolves\n- MOD: instructs 1\n  text: to carry out resolves 2 of Resolution 9 (Nowhere, 2003);", ""),
    ],
)
def test_a_reference_to_a_call_that_is_gone(amended: str, what: str) -> None:
    """Reported where the call is suppressed or renamed, and only in words that the proposal leaves as they are."""
    text = base(
        call("noting", "the report;", "the plan,"),
        call("resolves", "to study;", "to plan,"),
        call("instructs", "to carry out resolves 2 above;", "to report."),
    )
    found = proposed(text, amended)
    assert [problem.message for problem in found] == ([what] if what else [])
    assert all((problem.place.line, problem.place.column) == (7, 8) for problem in found)


def test_a_consolidated_text_that_was_mended_is_left_alone() -> None:
    """Made up: the base remembers that its resolves 2 was 1; its words were mended by hand since."""
    origin = (
        "origin:\n  base: 7 (Rev. Nowhere, 2000)\n  renumbered: {resolves/2: resolves/1}\n"
        "  added: {resolves/1: XYZ/1/1}"
    )
    text = call("resolves", "one;", "two;", "as in resolves 2.")
    assert check(text, origin) == []


def test_the_real_proposal() -> None:
    """The drafters put new paragraphs before the one that defines WSIS."""
    folder = ROOT / "amendments/wtdc-17/res-30"
    text = expect(load_file(folder / "base.yaml", "base.yaml"), Resolution, "base.yaml")
    proposal = expect(load_file(folder / "ecp-24a5-1.yaml", "p.yaml"), Proposal, "p.yaml")
    assert said(check_base(text)) == []
    found = [problem for problem in check_proposal(text, proposal) if problem.rule in OURS]
    assert said(found) == ["recalling/b: “WSIS” is used before its definition"]
    assert found[0].hint.endswith("it stands in recalling/f")
    assert (found[0].place.file, found[0].place.line) == ("p.yaml", 31)
