"""JSON Schemas (draft 2020-12) of the files people write, for editors. Made from the tables of keys that readers use.

An editor's reader of YAML gives `2014` as a number, `true` as a truth value and an empty value as null, where resedit
reads texts; a text in block style ends with a line break there. The schemas accept both views of a file.

What they cannot say: that a key stands twice, that an address leads somewhere, and that a text is a bare `~` or `null`
(to an editor it is missing, and refused; resedit takes it for a text). `markdownDescription`, `errorMessage` and
`patternErrorMessage` are no part of JSON Schema; VS Code and yaml-language-server show them.
"""

import json
import re
from dataclasses import replace
from typing import Any

from resedit.store.amendments import FORMS
from resedit.store.base import BASE
from resedit.store.conference import CONFERENCE
from resedit.store.keys import (
    TIMES,
    AnyOf,
    AtLeastOne,
    ByName,
    Choice,
    EmptyOnlyWith,
    Form,
    Key,
    ListOf,
    Matching,
    Needs,
    NotBoth,
    Plain,
    Table,
)
from resedit.store.proposal import PROPOSAL
from resedit.store.provisions import BODY, FULL, ITEMS
from resedit.store.settings import SETTINGS

KINDS = {
    "base": (BASE, "A base: an adopted text."),
    "proposal": (PROPOSAL, "A proposal to change a base."),
    "conference": (CONFERENCE, "A conference: who meets where and when."),
    "settings": (SETTINGS, "A project's settings: the rules of validate that are switched, and why."),
}
"""The kinds of files: their tables of keys, and what they are."""

Schema = dict[str, Any]

_CONTROL = r"\u0000-\u001f\u007f-\u009f\u2028\u2029"
_LINE = rf"[^\s{_CONTROL}](?:[^{_CONTROL}]*[^\s{_CONTROL}])?"
_SCALAR = ["string", "number", "boolean"]
_ONE_LINE = {"patternErrorMessage": "one line, without a blank before or after it"}
_TEXT: Schema = {"type": _SCALAR, "pattern": rf"^{_LINE}\n*$", **_ONE_LINE}
_PLAIN: dict[Plain, Schema] = {
    Plain.TEXT: _TEXT,
    Plain.EMPTY_TEXT: {"type": [*_SCALAR, "null"], "pattern": rf"^(?:{_LINE})?\n*$", **_ONE_LINE},
    Plain.PROSE: {
        "type": _SCALAR,
        "pattern": rf"^\s*[^\s{_CONTROL}][^\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]*$",
        "patternErrorMessage": "a text, without control characters",
    },
    Plain.ANYTHING: {"type": [*_SCALAR, "null"]},
    Plain.TIMES: {
        "type": ["integer", "string"],
        "pattern": TIMES,
        "patternErrorMessage": "write 1, 2, 3 …",
        "minimum": 1,
        "maximum": 999999,
    },
}


def schema(kind: str) -> Schema:
    """The JSON Schema of a kind of file, one of KINDS, as data."""
    table, says = KINDS[kind]
    made = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:resedit:schema:{kind}",
        "title": kind,
        "description": says,
        **_table(table),
    }
    needed = _definitions(made)
    return {**made, "$defs": needed} if needed else made


def schema_json(kind: str) -> str:
    """The JSON Schema of a kind of file, as it stands in schema/."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


def _definitions(made: Schema) -> Schema:
    """The definitions that a schema refers to, directly or through others, by name."""
    known = {
        **{form.value: plain for form, plain in _PLAIN.items()},
        **_provision(Plain.PROVISION, BODY, FULL, behind=[*_SCALAR, "array"]),
        **_provision(Plain.PARAGRAPH, _of_paragraphs(BODY), _of_paragraphs(FULL), behind=_SCALAR),
        **_amendment(),
    }
    found: set[str] = set()
    ahead = [made]
    while ahead:
        names = set(re.findall(r'"#/\$defs/([^"]+)"', json.dumps(ahead.pop()))) - found
        found |= names
        ahead += [known[name] for name in names]
    return {name: value for name, value in known.items() if name in found}


def _form(form: Form) -> Schema:
    match form:
        case Plain():
            return {"$ref": f"#/$defs/{form.value}"}
        case Matching(what, pattern, example):
            kinds = ["string", "number"] if re.search(pattern, "30") else "string"
            return {"type": kinds, "pattern": pattern, "patternErrorMessage": f"no {what}: write {example}"}
        case Choice(words):
            return {"enum": list(words)}
        case ListOf(of, may_be_empty):
            return {"type": "array", "items": _form(of), **({} if may_be_empty else {"minItems": 1})}
        case ByName(of, names, may_be_empty):
            return {
                "type": "object",
                **({} if may_be_empty else {"minProperties": 1}),
                **({"propertyNames": {"pattern": names}} if names else {}),
                "additionalProperties": _form(of),
            }
        case AnyOf(forms):
            return {"anyOf": [_form(one) for one in forms]}
        case Table():
            return _table(form)


def _table(table: Table) -> Schema:
    """A mapping with known keys only."""
    needs = {rule.key: [rule.other] for rule in table.together if isinstance(rule, Needs)}
    others = [_together(rule) for rule in table.together if not isinstance(rule, Needs)]
    return {
        "type": "object",
        "properties": {key.name: _key(key) for key in table.keys},
        **({"required": list(table.required)} if table.required else {}),
        "additionalProperties": False,
        **({"dependentRequired": needs} if needs else {}),
        **({"allOf": others} if others else {}),
    }


def _key(key: Key) -> Schema:
    plain = re.sub(r"\[(.*?)\]\(.*?\)|[`*]", r"\1", key.says)
    marked = {"markdownDescription": key.says} if key.says != plain else {}
    return {"title": key.name, "description": plain, **marked, **_form(key.form)}


def _together(rule: AtLeastOne | NotBoth | EmptyOnlyWith) -> Schema:
    match rule:
        case AtLeastOne(keys):
            said = " or ".join(f"“{key}:”" for key in keys)
            return {"anyOf": [{"required": [key], "errorMessage": f"write {said}"} for key in keys]}
        case NotBoth(one, other):
            said = f"both “{one}” and “{other}”: keep one"
            has_one = {"type": "object", "required": [one]}
            return {"if": has_one, "then": {"properties": {other: False}, "errorMessage": said}}
        case EmptyOnlyWith(key, items):
            is_empty = {"type": "object", "required": [key], "properties": {key: {"enum": ["", None]}}}
            return {"if": is_empty, "then": {"required": [items], "properties": {items: {"minItems": 1}}}}


def _provision(form: Plain, body: Table, full: Table, *, behind: list[str]) -> Schema:
    """A text, a label or heading with what stands behind it (a value of these types, or a `body`), or a mapping with
    the keys of `full`."""
    name = form.value
    pair = {
        "minProperties": 1,
        "maxProperties": 1,
        "propertyNames": {"pattern": _TEXT["pattern"]},
        "additionalProperties": {"$ref": f"#/$defs/{name}Body"},
    }
    return {
        name: {
            "title": name,
            **_TEXT,
            "type": [*_SCALAR, "object"],
            "if": {"type": "object", "anyOf": [{"required": [key]} for key in FULL.names]},
            "then": {"$ref": f"#/$defs/{name}Full"},
            "else": pair,
        },
        f"{name}Body": {**_table(body), **_TEXT, "type": [*behind, "object"], "items": _form(form)},
        f"{name}Full": {key: value for key, value in _table(full).items() if key != "type"},
    }


def _of_paragraphs(table: Table) -> Table:
    """The keys of a provision that is a paragraph and holds none but paragraphs."""
    items = replace(ITEMS, form=ListOf(Plain.PARAGRAPH, may_be_empty=True))
    left = (items if key.name == "items" else key for key in table.keys if key.name not in ("call", "rows"))
    return Table(
        tuple(replace(key, required=key.name == "text") for key in left),
        tuple(rule for rule in table.together if isinstance(rule, EmptyOnlyWith)),
    )


def _amendment() -> Schema:
    """A mapping with one symbol, which says what other keys it may have."""
    names = {symbol: f"amendment{symbol.name.title()}" for symbol in FORMS}
    return {
        "amendment": {
            "title": "amendment",
            "description": "One change: its symbol with the address of what it changes, and how.",
            "type": "object",
            "properties": {symbol.value: _key(FORMS[symbol].keys[0]) for symbol in FORMS},
            **_together(AtLeastOne(tuple(symbol.value for symbol in FORMS))),
            "allOf": [
                {"if": {"type": "object", "required": [symbol.value]}, "then": {"$ref": f"#/$defs/{name}"}}
                for symbol, name in names.items()
            ],
        },
        **{name: {"title": symbol.value, **_table(FORMS[symbol])} for symbol, name in names.items()},
    }
