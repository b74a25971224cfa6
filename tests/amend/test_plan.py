"""Law 5: a wrong precondition never passes, and is reported at its place. All texts are made up (source XYZ)."""

import pytest

from resedit.formats.text import text
from resedit.merge.merge import apply, try_apply
from resedit.model.address import AddressBook
from resedit.model.problem import Problem, RefusedError
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load

BASE = """\
resolution: 30
revision: Rev. Dubai, 2014
title: Role of the Sector
opening: The Conference (Dubai, 2014),
provisions:
- recalling:
  - a): Resolution 71 (Rev. Guadalajara, 2010) of the Conference;
  - b):
      text: 'the documents, namely:'
      items:
      - –: one document;
      - –: another document;
  - c): the outcomes of the review;
- noting:
  - that the Sector is a Sector,
- noting further:
  - that the needs[^1] are great,
- resolves to invite:
  - 1: to continue;
  - 2: to report
- resolves to instruct:
  - Article 1: something
footnotes:
  1: These include islands.
"""
HEAD = "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 30 (Rev. Dubai, 2014)\namendments:\n"


def base() -> Resolution:
    return expect(load(BASE.encode(), "base.yaml"), Resolution, "base.yaml")


def proposal(amendments: str, head: str = HEAD) -> Proposal:
    return expect(load((head + amendments).encode(), "p.yaml"), Proposal, "p.yaml")


def refused(*proposals: Proposal) -> list[Problem]:
    with pytest.raises(RefusedError) as error:
        apply(base(), proposals)
    assert try_apply(base(), proposals)[0].original() == base()
    problems = list(error.value.problems)
    assert all(problem.hint for problem in problems), "every refusal says how to mend it"
    return problems


REFUSALS = [
    # a missing or ambiguous address, wherever it stands
    ("- MOD: recaling a\n  text: x\n", "missing-address", "5:8", "recalling/a"),
    ("- SUP: recalling d\n", "missing-address", "5:8", "recalling/"),
    ("- NOC: recalling d\n", "missing-address", "5:8", "recalling/"),
    ("- ADD: deciding\n  items: [x]\n", "missing-address", "5:8", ""),
    ("- ADD: recalling\n  before: d\n  items: [x]\n", "missing-address", "6:11", ""),
    ("- ADD: recalling\n  after: noting 1\n  items: [x]\n", "missing-address", "6:10", ""),
    ("- MOVE: recalling a\n  to: decides\n", "missing-address", "6:7", ""),
    ("- MOVE: title\n  to: recalling\n", "missing-address", "5:9", ""),
    ("- ADD: title\n  items: [x]\n", "missing-address", "5:8", ""),
    ("- SUP: title\n", "missing-address", "5:8", ""),
    ("- MOD: footnote/2\n  text: x\n", "missing-address", "5:8", "footnote/1"),
    ("- MOD: resolves 1\n  text: x\n", "ambiguous-address", "5:8", "resolves to instruct"),
    # an old wording that is not the base's
    ("- MOD: resolves to invite 1\n  text: to {--proceed--}{++go on++};\n", "stale-wording", "6:9", "{++continue++}"),
    ("- MOD: title\n  text: Role of the Sectors{++ now++}\n", "stale-wording", "6:9", "{--Sectors--}{++Sector++}"),
    ("- MOD: title\n  text: Role{++ of the Sector\n", "unbalanced-markup", "6:9", "near"),
    ("- MOD: title\n  text: Role {>>why<<}\n", "unbalanced-markup", "6:9", "near"),
    # replacements that are not found as often as said
    ("- MOD: title\n  replace:\n    Busan: Dubai\n", "replacement-count", "7:5", "they begin: Role of the Sector"),
    ("- MOD: title\n  replace:\n    Role: Part\n    e: x\n", "replacement-count", "8:5", "times: 3"),
    ("- MOD: title\n  replace: {Role: Part}\n  times: 2\n", "replacement-count", "6:13", ""),
    ("- MOD: title\n  replace: {e: {with: x, times: 999999}}\n", "replacement-count", "6:13", "times: 3"),
    ("- MOD: title\n  replace: {Role of: A, of the: B}\n", "replacement-count", "6:12", "join them"),
    # two amendments that cannot both be
    ("- MOD: title\n  text: x\n- MOD: title\n  text: y\n", "amended-twice", "7:8", "join"),
    ("- MOD: recalling a\n  text: x\n- SUP: recalling/a\n", "amended-twice", "7:8", "join"),
    ("- MOVE: recalling a\n  to: noting\n- MOVE: recalling a\n  after: b\n", "amended-twice", "7:9", ""),
    (
        "- MOD: recalling c\n  text: '{--the--} outcomes of the review;'\n",
        "blank-at-edge",
        "6:9",
        "with the words beside",
    ),
    ("- MOD: recalling c\n  text: '{--the outcomes of the review;--}'\n", "shape", "6:9", "SUP"),
    ('- MOD: recalling c\n  replace:\n    review: "re\\nview"\n', "line-break", "7:5", "ADD"),
    ("- SUP: recalling b\n- MOD: recalling b 1\n  text: x\n", "amended-and-suppressed", "6:8", "MOVE"),
    ("- SUP: recalling b\n- SUP: recalling b 1\n", "amended-and-suppressed", "6:8", "MOVE"),
    ("- SUP: recalling b\n- ADD: recalling b\n  items: [x]\n", "amended-and-suppressed", "6:8", "MOVE"),
    ("- SUP: recalling b\n- MOVE: recalling a\n  to: recalling b\n", "amended-and-suppressed", "6:9", "MOVE"),
    ("- SUP: recalling a\n- MOVE: recalling a\n  to: noting\n", "amended-and-suppressed", "", "MOVE"),
    ("- MOVE: recalling\n  to: recalling b\n", "missing-address", "6:7", ""),
    ("- MOVE: recalling b\n  to: recalling b\n", "missing-address", "6:7", ""),
    ("- MOVE: recalling\n  to: noting\n- MOVE: noting\n  to: recalling b\n", "missing-address", "8:7", ""),
    ("- MOVE: recalling b\n  to: noting 1\n- MOVE: noting\n  to: recalling b 2\n", "missing-address", "8:7", ""),
    # footnotes and labels
    ("- MOD: footnote/1\n  label: 7\n- ADD: footnote/2\n  text: x\n  label: 7\n", "footnote-exists", "", "another"),
    ("- MOD: recalling\n  label: a)\n", "shape", "6:10", "label:"),
    ("- MOD: title\n  text: x\n  label: a)\n", "shape", "7:10", "label:"),
    ("- MOD: footnote/1\n  label: a b\n", "shape", "6:10", "label:"),
    ("- ADD: footnote/1\n  text: x\n", "footnote-exists", "5:8", "label"),
    ("- ADD: footnote/2\n  text: x\n- ADD: footnote/2\n  text: y\n", "footnote-exists", "7:8", "label"),
    ("- ADD: footnote/2\n  items: [x, y]\n", "shape", "6:10", "text:"),
    ("- ADD: resolves to instruct\n  items: [x]\n", "unknown-scheme", "", "label"),
]


@pytest.mark.parametrize(("amendments", "rule", "place", "hint"), REFUSALS)
def test_what_is_refused(amendments: str, rule: str, place: str, hint: str) -> None:
    (problem,) = refused(proposal(amendments))
    assert problem.rule == rule
    if place:
        assert str(problem.place) == f"p.yaml:{place}"
    assert problem.place.file == "p.yaml"
    assert hint in problem.hint


def test_a_proposal_for_another_base_is_refused() -> None:
    for other in ("30 (Rev. Busan, 2014)", "31 (Rev. Dubai, 2014)", "30"):
        made = proposal("- NOC: title\n", HEAD.replace("30 (Rev. Dubai, 2014)", other))
        (problem,) = refused(made)
        assert (problem.rule, str(problem.place)) == ("wrong-base", "p.yaml:3:13")


def test_two_proposals_about_one_address_are_refused() -> None:
    other = proposal("- MOD: title\n  text: Role of this Sector\n", HEAD.replace("XYZ/1/1", "XYZ/1/2"))
    (problem,) = refused(proposal("- MOD: title\n  text: x\n"), other)
    assert problem.rule == "conflict"
    assert "XYZ/1/2#1 conflicts with XYZ/1/1#1 at p.yaml:5:8" in problem.message


def test_one_run_finds_everything_in_order_of_place() -> None:
    found = refused(proposal("- SUP: recalling d\n- MOD: title\n  text: y{++\n- MOD: resolves 1\n  text: x\n"))
    assert [problem.rule for problem in found] == ["missing-address", "unbalanced-markup", "ambiguous-address"]


@pytest.mark.parametrize("status", ["withdrawn", "fallen"])
def test_what_is_withdrawn_or_fallen_is_left_out(status: str) -> None:
    """… as an amendment and as a proposal, whatever it would have been refused for."""
    body = f"- MOD: nothing\n  text: x\n  status: {status}\n- MOD: title\n  text: Role of a Sector\n"
    redline = apply(base(), [proposal(body)])
    assert redline.final().title == "Role of a Sector"
    gone = proposal(f"- MOD: title\n  text: x\nstatus: {status}\n")
    assert apply(base(), [gone]).final() == base()


def test_noc_and_status_agreed_change_nothing() -> None:
    assert apply(base(), [proposal("- NOC: title\n  status: agreed\n- NOC: recalling b\n")]).final() == base()


LANDINGS = [
    (
        "- MOD: recalling a\n  replace: {Guadalajara: Busan, '2010': '2014'}\n",
        "a)\tResolution 71 (Rev. Busan, 2014) of the Conference;",
    ),
    ("- MOD: title\n  replace: {e: E}\n  times: 3\n", "RolE of thE SEctor"),
    ("- MOD: opening\n  text: The Conference ({~~Dubai~>Busan~~}, 2014),\n", "The Conference (Busan, 2014),"),
    ("- MOD: recalling c\n  label: z)\n", "z)\tthe outcomes of the review;"),
    ("- ADD: recalling\n  before: a\n  items: [first]\n", "a)\tfirst"),
    ("- ADD: recalling\n  items: [last]\n", "d)\tlast"),
    ("- ADD: recalling b\n  after: 1\n  items: [between]\n", "–\tbetween"),
    ("- ADD: recalling\n  after: recalling/a\n  label: 7A\n  text: as typed\n", "7A\tas typed"),
    ("- ADD: provisions\n  before: noting further\n  items: [considering: [x]]\n", "considering"),
    (
        "- MOVE: recalling a\n  to: resolves to invite\n  before: 1\n",
        "1\tResolution 71 (Rev. Guadalajara, 2010) of the Conference;",
    ),
    ("- MOVE: recalling a\n  after: c\n- MOD: recalling a\n  text: moved\n", "c)\tmoved"),
    ("- ADD: resolves to instruct\n  items: [Article 2: x]\n", "Article 2\tx"),
    ("- ADD: footnote/9\n  text: A new note.\n", "[^2]: A new note."),
    ("- MOD: footnote 1\n  text: These are islands.\n", "[^1]: These are islands."),
    ("- MOVE: noting further\n  to: provisions\n  before: recalling\n", "noting further"),
]


@pytest.mark.parametrize(("amendments", "line"), LANDINGS)
def test_what_lands(amendments: str, line: str) -> None:
    redline = apply(base(), [proposal(amendments)])
    assert redline.original() == base()
    assert line in text(redline.final()).splitlines()
    assert line not in text(base()).splitlines() or "noting" in line


def test_an_opening_line_can_be_suppressed_and_given() -> None:
    without = apply(base(), [proposal("- SUP: opening\n")]).final()
    assert without.opening == ""
    given = apply(without, [proposal("- MOD: opening\n  text: '{++The Conference,++}'\n")])
    assert given.final().opening == "The Conference,"
    assert given.original() == without


def test_suppressing_the_whole_resolution_leaves_no_provision() -> None:
    redline = apply(base(), [proposal("- NOC: title\n", HEAD.replace("MOD", "SUP"))])
    assert (redline.final().provisions, redline.final().footnotes) == ((), ())
    assert redline.original() == base()


def test_addresses_mean_the_base_s_labels_whatever_comes_before() -> None:
    """“a” is the base's a), although something new is a) in the end."""
    body = "- ADD: recalling\n  before: a\n  items: [new]\n- MOD: recalling a\n  text: old a\n- SUP: recalling b\n"
    final = apply(base(), [proposal(body)]).final()
    recalling = AddressBook(final).provision("recalling")
    assert [(i.label, i.text) for i in recalling.items] == [
        ("a)", "new"),
        ("b)", "old a"),
        ("c)", "the outcomes of the review;"),
    ]
