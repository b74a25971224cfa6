"""Reading nodes as what they should be, noting everything that is not, and going on."""

import re
from collections.abc import Iterable

from resedit.model.mend import Mend, edges_bare
from resedit.model.place import Place
from resedit.model.problem import Problem, Slip
from resedit.model.resolution import NO_REMARKS, Remarks
from resedit.store.keys import (
    AnyOf,
    AtLeastOne,
    ByName,
    EmptyOnlyWith,
    Form,
    Key,
    ListOf,
    Matching,
    Needs,
    NotBoth,
    Plain,
    Table,
    Together,
)
from resedit.store.nodes import Listing, Mapping, Node, Scalar

NOTE = Key("note", "What editors want to be remembered; shown in exports on request.", Plain.PROSE)
QUERY = Key("query", "An open question; listed by `resedit validate`.", Plain.PROSE)
CORRECTION = Key(
    "correction", "How an editor mended a faulty instruction: what it said, what is applied, who decided.", Plain.PROSE
)
REMARKS = (NOTE, QUERY, CORRECTION)
"""What editors may say beside any text."""
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

_BREAK = re.compile(r"[\n\t]")

FILL = "write what belongs there, or take it out"
Entry = tuple[Scalar, Node]


class Shape:
    """Reads the nodes of one file; `problems` collects what is wrong with them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def place(self, node: Node) -> Place:
        """Where a node begins."""
        return Place(self.file, node.line, node.column)

    def places(self, entries: dict[str, Entry]) -> tuple[tuple[str, Place], ...]:
        """Where the value of each key begins."""
        return tuple((key, self.place(value)) for key, (_, value) in entries.items())

    def wrong(
        self,
        rule: str,
        message: str,
        node: Node,
        hint: str = "",
        mends: tuple[Mend, ...] = (),
        slip: Slip | None = None,
    ) -> None:
        """Note a problem at a node, or at the very words of its text that it is about."""
        hint = hint or "docs/format.md shows how it is written"
        self.problems.append(Problem(rule, message, self.place(node), hint, mends=mends, slip=slip))

    def entries(self, node: Node, what: str, known: Iterable[str]) -> dict[str, Entry]:
        """A mapping's keys and values; notes duplicate keys and those not `known`."""
        if not isinstance(node, Mapping):
            self._other(node, what, "a mapping", "write it as lines of “key: value”")
            return {}
        known = tuple(known)
        found: dict[str, Entry] = {}
        for key, value in node.pairs:
            name = key.value
            if name in found:
                first = found[name][0].line
                self.wrong("duplicate-key", f"“{name}” stands twice in {what}", key, f"it stands first in line {first}")
            elif known and name not in known:
                from difflib import get_close_matches

                close = get_close_matches(name, known, n=1, cutoff=0.6)
                hint = f"closest: “{close[0]}”" if close else f"known are: {', '.join(known)}"
                self.wrong("unknown-key", f"{what} has no “{name}”", key, hint)
            else:
                found[name] = (key, value)
        return found

    def fields(self, node: Node, what: str, table: Table) -> dict[str, Entry] | None:
        """A mapping's entries as its table of keys has them; None where it is none, or a required one is missing."""
        entries = self.entries(node, what, table.names)
        if not isinstance(node, Mapping) or not self.required(entries, node, what, table.required):
            return None
        if not table.is_sound(tuple(entries)):
            for rule in table.together:
                self._together(rule, entries, node, what)
        for key in table.holders:
            if key.name in entries:
                self._filled(key.form, entries[key.name][1], key.name)
        return entries

    def _filled(self, form: Form, node: Node, what: str) -> None:
        """Note each list and mapping in a value that has nothing in it and so would do nothing."""
        match form, node:
            case AnyOf(forms), _:
                for one in forms:
                    self._filled(one, node, what)
            case (ListOf(_, False), Listing([])) | (ByName(_, _, False), Mapping([])):
                self.wrong("shape", f"{what} is empty", node, FILL)
            case ListOf((AnyOf() | ListOf()) as of), Listing(items):
                for item in items:
                    self._filled(of, item, f"a list in {what}")
            case ByName((AnyOf() | ListOf()) as of), Mapping(pairs):
                for name, value in pairs:
                    self._filled(of, value, f"{name.value} in {what}")

    def _together(self, rule: Together, entries: dict[str, Entry], node: Node, what: str) -> None:
        match rule:
            case AtLeastOne(keys) if not any(key in entries for key in keys):
                *most, last = (f"“{key}”" for key in keys)
                hint = " or ".join(f"“{key}:”" for key in keys)
                self.wrong("missing-key", f"{what} has neither {', '.join(most)} nor {last}", node, f"write {hint}")
            case NotBoth(one, other) if one in entries and other in entries:
                self.wrong("shape", f"{what} has both “{one}” and “{other}”", entries[other][0], "keep one")
            case Needs(key, other, cure) if key in entries and other not in entries:
                kind = "shape" if cure else "missing-key"
                self.wrong(kind, f"“{key}” without “{other}”", entries[key][0], cure or f"add a line “{other}: …”")
            case EmptyOnlyWith(key, items) if key in entries and not _has_items(entries.get(items)):
                text = entries[key][1]
                if isinstance(text, Scalar) and not text.value.strip():
                    self.wrong("shape", f"“{key}” is empty", text, f"write it, or what it introduces under “{items}:”")

    def listing(self, node: Node, what: str) -> list[Node]:
        """A sequence's nodes."""
        if isinstance(node, Listing):
            return node.items
        self._other(node, what, "a list", "begin each of its lines with “- ”")
        return []

    def _other(self, node: Node, what: str, kind: str, hint: str) -> None:
        """Note a value of another kind than it has to be; an empty one has none."""
        is_empty = isinstance(node, Scalar) and not node.value.strip()
        self.wrong(
            "shape", f"{what} is empty" if is_empty else f"{what} is not {kind}", node, FILL if is_empty else hint
        )

    def text(self, node: Node, what: str, may_be_empty: bool = False) -> str:
        """A text of the resolution: one line, no blanks at its edges."""
        value = self.prose(node, what, may_be_empty)
        if broken := _BREAK.search(value):
            hint = "write it on one line; a provision is one paragraph, several are items of their own"
            self.wrong(
                "line-break", f"{what} holds a line break or a tab", node, hint, slip=Slip(broken[0], broken.start())
            )
        elif value != value.strip():
            mends = edges_bare(self.place(node), value)
            self.wrong("blank-at-edge", f"{what} begins or ends with a blank", node, "take it out", mends)
        return value

    def optional(self, entries: dict[str, Entry], key: str) -> str:
        """The text of a key, empty where it is not there."""
        return self.text(entries[key][1], key) if key in entries else ""

    def prose(self, node: Node, what: str, may_be_empty: bool = False) -> str:
        """A text of any number of lines."""
        if not isinstance(node, Scalar):
            kind = "a list" if isinstance(node, Listing) else "a mapping"
            hint = "a text with “: ” in it wants quotes" if isinstance(node, Mapping) else "write a text"
            self.wrong("shape", f"{what} is {kind}, not a text", node, hint)
            return ""
        bad = CONTROL.search(node.value)
        if bad:
            message = f"{what} holds the control character U+{ord(bad[0]):04X}"
            self.wrong("control-character", message, node, "take it out", slip=Slip(bad[0], bad.start()))
        if not may_be_empty and not node.value.strip():
            self.wrong("shape", f"{what} is empty", node, "write it, or take the key out")
        return node.value

    def choice(self, node: Node, what: str, allowed: Iterable[str]) -> str:
        """A text that is one of the allowed words; the first of them where it is not."""
        allowed = tuple(allowed)
        value = self.prose(node, what)
        if value in allowed:
            return value
        if value:
            self.wrong("shape", f"“{value}” is no {what}", node, f"one of: {', '.join(allowed)}")
        return allowed[0]

    def matching(self, node: Node, form: Matching) -> str:
        """A text that fits a pattern."""
        value = self.text(node, f"the {form.what}")
        if value and not re.match(form.pattern, value):
            self.wrong("shape", f"“{value}” is no {form.what}", node, f"write {form.example}")
        return value

    def remarks(self, entries: dict[str, Entry]) -> Remarks:
        """The note, query and correction among a mapping's entries."""
        values = {key.name: self.prose(entries[key.name][1], key.name) for key in REMARKS if key.name in entries}
        if not values:
            return NO_REMARKS
        named = "query" if "query" in values else next(iter(values))
        return Remarks(**values, place=self.place(entries[named][0]))

    def required(self, entries: dict[str, Entry], node: Node, what: str, keys: Iterable[str]) -> bool:
        """Whether all keys are there; notes those that are not."""
        missing = [key for key in keys if key not in entries]
        for key in missing:
            self.wrong("missing-key", f"{what} has no “{key}:”", node, f"add a line “{key}: …”")
        return not missing


def _has_items(entry: Entry | None) -> bool:
    return entry is not None and isinstance(entry[1], Listing) and bool(entry[1].items)
