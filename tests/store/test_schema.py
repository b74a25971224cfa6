"""The schemas accept what resedit reads and refuse what it refuses for its shape. All texts are made up."""

import copy
import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from resedit.model.enums import Symbol
from resedit.store import nodes
from resedit.store.amendments import FORMS
from resedit.store.base import root_kind
from resedit.store.load import READERS, load
from resedit.store.provisions import FULL
from resedit.store.schema import KINDS, schema, schema_json
from resedit.store.write import base_yaml, dump, proposal_yaml
from resedit.validate.table import MODULES
from tests.conftest import ROOT
from tests.store.test_load import BASE, PROPOSAL, PROVISIONS, SCALARS, WRONG_BASES, WRONG_FILES, WRONG_PROPOSALS
from tests.strategies import resolutions, written_proposals

VALIDATORS = {kind: Draft202012Validator(schema(kind)) for kind in KINDS}
SHAPE = {"shape", "missing-key", "unknown-key", "line-break", "blank-at-edge", "control-character"}
"""The rules that a file breaks by its shape alone; a schema cannot say `duplicate-key` and `missing-address`."""

Data = Any


def as_resedit_sees(text: str) -> Data:
    """Every scalar a text."""

    def data(node: nodes.Node) -> Data:
        match node:
            case nodes.Scalar(value):
                return value
            case nodes.Listing(items):
                return [data(item) for item in items]
            case nodes.Mapping(pairs):
                return {key.value: data(value) for key, value in pairs}

    return data(nodes.parse(text.encode(), "f.yaml"))


def as_editors_see(text: str) -> Data:
    """As a reader of YAML 1.2 has it (its core schema knows no dates, the names in JSON are texts)."""

    def data(value: Data) -> Data:
        if isinstance(value, dict):
            return {"null" if key is None else str(key): data(item) for key, item in value.items()}
        if isinstance(value, list):
            return [data(item) for item in value]
        return value.isoformat() if isinstance(value, datetime.date) else value

    return data(YAML(typ="safe").load(text))


def refusals(text: str, data: Data) -> list[str]:
    """What the schema of a file's kind says against it; what each says where the file is of no kind."""
    kind = root_kind(nodes.parse(text.encode(), "f.yaml"))
    validators = [VALIDATORS[kind]] if kind else VALIDATORS.values()
    return [error.message for validator in validators for error in validator.iter_errors(data)]


def is_refused_for_its_shape(text: str) -> bool:
    return any(problem.rule in SHAPE for problem in load(text.encode(), "f.yaml").problems)


def test_there_is_a_schema_for_each_kind_of_file() -> None:
    assert set(KINDS) == set(READERS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_a_schema_and_describes_every_key(kind: str) -> None:
    made = schema(kind)
    Draft202012Validator.check_schema(made)
    assert made["$id"].endswith(kind)

    def properties(part: Data) -> list[Data]:
        inside = part.values() if isinstance(part, dict) else part if isinstance(part, list) else []
        is_table = isinstance(part, dict) and part.get("additionalProperties") is False
        own = list(part["properties"].values()) if is_table else []
        return own + [said for item in inside for said in properties(item)]

    found = properties(made)
    assert {said["title"] for said in found} >= set(KINDS[kind][0].names)
    assert all(said["title"] and said["description"] for said in found)


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schemas_are_current(kind: str) -> None:
    committed = (ROOT / "schema" / f"{kind}.schema.json").read_text("utf-8")
    assert committed == schema_json(kind), "run make docs"


FILES = [*sorted((ROOT / "amendments").rglob("*.yaml")), *sorted((ROOT / "tests" / "golden").glob("*.yaml"))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_repository_s_files_are_valid(path: Any) -> None:
    text = path.read_text("utf-8")
    assert not refusals(text, as_editors_see(text))
    assert not refusals(text, as_resedit_sees(text))


@pytest.mark.parametrize("text", [BASE + SCALARS, BASE + PROVISIONS])
def test_every_form_that_resedit_reads_is_valid(text: str) -> None:
    assert not load(text.encode(), "f.yaml").problems
    assert not refusals(text, as_editors_see(text))
    assert not refusals(text, as_resedit_sees(text))


WRONG = [
    *(BASE + body for body, rule, _ in WRONG_BASES if rule in SHAPE),
    *(PROPOSAL + body for body, rule, _ in WRONG_PROPOSALS if rule in SHAPE),
    *(text for text, _ in WRONG_FILES),
    "- a list\n",
    "a text\n",
    "title: neither\n",
]


@pytest.mark.parametrize("text", WRONG)
def test_what_resedit_refuses_for_its_shape_the_schemas_refuse(text: str) -> None:
    assert is_refused_for_its_shape(text)
    assert refusals(text, as_editors_see(text))
    assert refusals(text, as_resedit_sees(text))


EXAMPLES = [
    (data.decode("utf-8"), is_failing)
    for module in MODULES
    for is_failing in (True, False)
    for name, data in (module.RULE.failing if is_failing else module.RULE.passing).files().items()
    if name.endswith(".yaml") and module.RULE.name not in ("encoding", "yaml-syntax", "file-size", "duplicate-key")
]


def test_the_examples_of_rules_are_refused_where_the_rule_is_about_shape() -> None:
    """And valid everywhere else, in the failing examples of other rules as well."""
    refused = set()
    for text, is_failing in EXAMPLES:
        said = bool(refusals(text, as_editors_see(text)))
        assert said == bool(refusals(text, as_resedit_sees(text))) == is_refused_for_its_shape(text), text
        assert is_failing or not said
        refused |= {problem.rule for problem in load(text.encode(), "f.yaml").problems if said}
    assert refused == SHAPE - {"blank-at-edge"}  # its example is about what a MOD leaves


@given(st.one_of(resolutions().map(base_yaml), written_proposals().map(proposal_yaml)))
def test_what_resedit_writes_is_valid(text: str) -> None:
    assert not refusals(text, as_editors_see(text))
    assert not refusals(text, as_resedit_sees(text))


KEYS = sorted({name for table, _ in KINDS.values() for name in table.names} | set(FULL.names) | {
    name for table in FORMS.values() for name in table.names
} | {"with", "first", "last", "base", "added", "proposals", "provision", "severity", "reason", "cells"})  # fmt: skip
VALUES: list[Data] = [
    "x", "30", "MOD", "agreed", "perm", "en", "2017-10-09", "", " ", " x", "x ", "a\nb", "a\tb", "\x85",
    "é [^1]", "0", "1000000",
    [], ["x"], [""], [[]], [{}], {}, {"x": "y"}, {"x": []}, {"text": "x"}, {"text": ""}, {"text": "", "items": ["x"]},
    {"call": "x"}, {"call": "x", "items": []}, {"label": "a)", "text": "x"}, {"a)": "x", "b)": "y"},
    {"with": "", "times": "2"}, {"rows": [["x", ""]]}, {"rows": []}, {"rows": [[]]}, {"cells": ["x"]}, [["x"]],
    {"rows": [[{"text": "", "items": ["x", {"a)": {"text": "y", "items": ["z"]}}]}]]}, {"rows": [["x"]], "text": "y"},
    {"rows": [[{"text": "x", "items": [{"recalling": ["y"]}]}]]}, {"rows": [[{"text": "x", "items": [{"a)": "y"}]}]]},
    {"rows": [{"cells": ["x"], "note": "y"}]}, [{"rows": [["x"]]}],
    [{"a)": {"text": "x", "items": [{"rows": [["y"]]}]}}],
    [{"recalling": ["x"]}], [{"MOD": "a", "text": "b"}], [{"SUP": "a"}, {"ADD": "b", "items": ["c"]}], ["MOD", "ADD"],
]  # fmt: skip


def places(data: Data, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to every list and mapping in it."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    own = [path] if isinstance(data, dict | list) else []
    return own + [way for key, value in inside for way in places(value, (*path, key))]


@st.composite
def mutated(draw: st.DrawFn) -> Data:
    """A sound file in which one to three things are missing, added, named otherwise or of another form."""
    written = draw(st.one_of(
        resolutions().map(base_yaml),
        written_proposals().map(proposal_yaml),
        written_proposals().map(proposal_yaml),
        st.just((ROOT / "amendments" / "wtdc-17" / "conference.yaml").read_text("utf-8")),
        st.just("rules:\n  unchanged:\n    severity: query\n    reason: made up\n"),
    ))  # fmt: skip
    data = as_resedit_sees(written)
    for _ in range(draw(st.integers(1, 3))):
        place = data
        for step in draw(st.sampled_from(places(data))):
            place = place[step]
        value = copy.deepcopy(draw(st.sampled_from(VALUES)))
        if isinstance(place, list):
            place.insert(draw(st.integers(0, len(place))), value)
            continue
        old = draw(st.sampled_from(sorted(place))) if place else ""
        new = draw(st.sampled_from([*KEYS, *(str(symbol) for symbol in Symbol), "unknown", old]))
        match draw(st.integers(0, 3)):
            case 0:
                place.pop(old, None)
            case 1:
                place[new] = place.pop(old, value)
            case _:
                place[new] = value
    return data


@given(mutated())
def test_the_schemas_refuse_what_resedit_refuses_and_nothing_else(data: Data) -> None:
    """Refused for its shape by resedit if and only if by the schema, as resedit and as an editor see the file."""
    text = dump(data)
    assert as_resedit_sees(text) == data
    refused = is_refused_for_its_shape(text)
    for seen in (data, as_editors_see(text)):
        assert bool(said := refusals(text, seen)) == refused, (said, load(text.encode(), "f.yaml").problems)
