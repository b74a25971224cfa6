"""The YAML that resedit writes: as people would. All texts are made up."""

from hypothesis import given
from ruamel.yaml import YAML

from resedit.model.proposal import Added, Amendment, Replacement, Replacements, Symbol
from resedit.model.resolution import Footnote, Kind, Provision, Remarks, Resolution
from resedit.store.write import base_yaml, proposal_yaml
from tests.strategies import proposal, resolutions

ITEMS = (
    Provision("plain words", "a)"),
    Provision("with: a colon, and # a sign", "b)", (Provision("one;", "–"),)),
    Provision("x " * 300 + "end"),
)
BASE = Resolution(
    "30",
    "Rev. Dubai, 2014",
    "Title",
    "Opening,",
    (Provision("recalling", items=ITEMS, kind=Kind.CALL, id="r", remarks=Remarks(query="Which?")),),
    (Footnote("1", "A note."),),
)


def test_a_base_as_people_would_write_it() -> None:
    """Block style, plain scalars where they can be, every text on one line, however long."""
    first, *lines = base_yaml(BASE).splitlines()
    assert first == "# yaml-language-server: $schema=../../../schema/base.schema.json"
    assert lines[:5] == [
        "resolution: 30",
        "revision: Rev. Dubai, 2014",
        "language: en",
        "title: Title",
        "opening: Opening,",
    ]
    assert lines[5:14] == [
        "provisions:",
        "- recalling:",
        "    id: r",
        "    query: Which?",
        "    items:",
        "    - a): plain words",
        "    - b):",
        "        text: 'with: a colon, and # a sign'",
        "        items:",
    ]
    assert lines[14] == "        - –: one;"
    assert lines[15].endswith("x end")
    assert lines[16:] == ["footnotes:", "  1: A note."]


def test_a_proposal_as_people_would_write_it() -> None:
    amendments = [
        Amendment(Symbol.ADD, "recalling", items=(Added(Provision("new")),), before="a"),
        Amendment(Symbol.ADD, "recalling", items=(Added(Provision("own", ""), numbered=False),), label=""),
        Amendment(Symbol.MOD, "recalling/a", Replacements((Replacement("plain", "simple"), Replacement("r", "s", 2)))),
        Amendment(Symbol.MOVE, "recalling/b", to="noting"),
        Amendment(Symbol.SUP, "footnote/1"),
    ]
    assert proposal_yaml(proposal(BASE, amendments)).splitlines()[5:] == [
        "amendments:",
        "- ADD: recalling",
        "  before: a",
        "  items:",
        "  - new",
        "- ADD: recalling",
        "  label: ''",
        "  text: own",
        "- MOD: recalling/a",
        "  replace:",
        "    plain: simple",
        "    r:",
        "      with: s",
        "      times: 2",
        "- MOVE: recalling/b",
        "  to: noting",
        "- SUP: footnote/1",
    ]


@given(resolutions())
def test_other_readers_of_yaml_read_the_same_texts(base: Resolution) -> None:
    """Nothing but whole numbers is anything else than a text to them (labels, years)."""
    data = YAML(typ="safe", pure=True).load(base_yaml(base))
    assert str(data["title"]) == base.title

    def leaves(node: object) -> list[object]:
        if isinstance(node, dict):
            return [leaf for pair in node.items() for part in pair for leaf in leaves(part)]
        return [leaf for part in node for leaf in leaves(part)] if isinstance(node, list) else [node]

    assert all(isinstance(leaf, str) or type(leaf) is int for leaf in leaves(data))
