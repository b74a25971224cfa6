"""YAML as nodes that know their place. The only module, with `write` and `source`, that knows ruamel.yaml.

Every scalar is a string. Anchors, aliases, tags and several documents in a file have no use in these files and are
refused, so that nothing can explode or be built behind the reader's back.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from resedit.model.place import Place
from resedit.model.problem import Problem, UnreadableError

MAX_BYTES = 16 * 1024 * 1024
"""The largest file that is read: some fifty times the longest instrument of the ITU."""
MAX_DEPTH = 40
"""How deep lists and mappings may nest."""
_BLOCKS = ("|", ">")
"""The styles of scalars that end with a line break."""
_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


class Written(NamedTuple):
    """A scalar in the source: the line and column (from 1) and the character where it begins, where its words do, where
    it ends, its style (`"`, `'`, `|`, `>` or nothing), and its value, without the line breaks at the end of a block."""

    at: tuple[int, int]
    start: int
    words: int
    end: int
    style: str
    value: str


@dataclass(slots=True)
class Scalar:
    """A string with the place of its first character."""

    value: str
    line: int
    column: int


@dataclass(slots=True)
class Listing:
    """A sequence."""

    items: list["Node"] = field(default_factory=list)
    line: int = 1
    column: int = 1


@dataclass(slots=True)
class Mapping:
    """A mapping as it was written: pairs in order, equal keys included."""

    pairs: list[tuple[Scalar, "Node"]] = field(default_factory=list)
    line: int = 1
    column: int = 1


Node = Scalar | Listing | Mapping


def parse(data: bytes, file: str) -> Node:
    """The root node of a YAML file. Raises UnreadableError (rules `encoding`, `yaml-syntax`, `file-size`)."""
    if len(data) > MAX_BYTES:
        raise _unreadable("file-size", f"the file is larger than {MAX_BYTES // 2**20} MiB", Place(file), "split it")
    text = decode(data, file)
    if not text.isascii() and any(character in text for character in "\x85\u2028\u2029"):
        raise _not_allowed(text, file)  # YAML 1.1 would read them as line breaks, and fold the text around them
    try:
        return _build(events(text), file, text)
    except yaml_errors() as error:
        raise _syntax_error(error, file, text) from None


def decode(data: bytes, file: str) -> str:
    """The text of a file, without a byte order mark. Raises UnreadableError (rule `encoding`)."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        raise _unreadable(
            "encoding",
            f"the file is not UTF-8: byte 0x{data[error.start]:02X}",
            Place(file, line, column),
            "save it as UTF-8",
        ) from None


def events(text: str) -> Iterator[Any]:
    """ruamel's events, from its parser in C where that is installed."""
    try:
        from _ruamel_yaml import CParser
    except ImportError:
        from ruamel.yaml import YAML

        return iter(YAML(typ="safe", pure=True).parse(text))
    return iter(CParser(text).get_event, None)


def scalars(text: str) -> Iterator[Written]:
    """The scalars of a file in order, keys included. The file has been parsed without error."""
    return (written(event, text) for event in events(text) if hasattr(event, "value"))


def written(event: Any, text: str) -> Written:
    """How a scalar stands in the source, by its event."""
    mark, start, end = event.start_mark, event.start_mark.index, event.end_mark.index
    at = (mark.line + 1, mark.column + 1)
    if event.style not in _BLOCKS:
        return Written(at, start, start, end, event.style or "", event.value)
    end = start + len(text[start:end].rstrip())
    below = text.find("\n", start, end) + 1  # behind the mark on its first line there may be a comment
    return Written(at, start, below or end, end, event.style, event.value.rstrip("\n"))


def yaml_errors() -> tuple[type[Exception], ...]:
    """What ruamel raises for text that is no YAML."""
    from ruamel.yaml.error import YAMLError
    from ruamel.yaml.reader import ReaderError

    return (YAMLError, ReaderError)


def _build(events: Iterator[Any], file: str, text: str) -> Node:
    from ruamel.yaml import events as kinds

    root: Node | None = None
    stack: list[Listing | Mapping] = []
    keys: list[Scalar | None] = []
    for event in events:
        node: Node
        kind = type(event)
        if kind is kinds.ScalarEvent:
            value = event.value.rstrip("\n") if event.style in _BLOCKS else event.value
            node = Scalar(value, event.start_mark.line + 1, event.start_mark.column + 1)
        elif kind is kinds.SequenceEndEvent or kind is kinds.MappingEndEvent:
            stack.pop()
            keys.pop()
            continue
        elif kind is kinds.SequenceStartEvent:
            node = Listing([], event.start_mark.line + 1, event.start_mark.column + 1)
        elif kind is kinds.MappingStartEvent:
            node = Mapping([], event.start_mark.line + 1, event.start_mark.column + 1)
        elif kind is kinds.AliasEvent:
            raise _refused(event, file, f"the alias *{event.anchor}")
        elif kind is kinds.DocumentStartEvent and root is not None:
            raise _refused(event, file, "a second document", "write it to a file of its own")
        else:
            continue
        if event.anchor:
            raise _refused(event, file, f"the anchor &{event.anchor}")
        if event.tag and event.tag != "!":
            raise _refused(event, file, f"the tag {event.tag}", "take it out")
        if not stack:
            root = node
        elif isinstance(holder := stack[-1], Listing):
            holder.items.append(node)
        elif (key := keys[-1]) is not None:
            holder.pairs.append((key, node))
            keys[-1] = None
        elif isinstance(node, Scalar):
            keys[-1] = node
        else:
            raise _unreadable("yaml-syntax", "a key is a list or a mapping", _place(event, file), "write a word")
        if not isinstance(node, Scalar):
            stack.append(node)
            keys.append(None)
            if len(stack) > MAX_DEPTH:
                raise _unreadable(
                    "yaml-syntax",
                    f"more than {MAX_DEPTH} lists within lists",
                    _place(event, file),
                    "check the brackets",
                )
    if root is None:
        hint = "a base begins with “resolution:”, a proposal with “proposal:”"
        raise _unreadable(
            "yaml-syntax", "the file holds only comments" if text.strip() else "the file is empty", Place(file), hint
        )
    return root


def _place(event: Any, file: str) -> Place:
    return Place(file, event.start_mark.line + 1, event.start_mark.column + 1)


def _refused(event: Any, file: str, what: str, hint: str = "write out what it stands for") -> UnreadableError:
    return _unreadable("yaml-syntax", f"{what} has no use in these files", _place(event, file), hint)


def _unreadable(rule: str, message: str, place: Place, hint: str) -> UnreadableError:
    return UnreadableError([Problem(rule, message, place, hint)])


def _not_allowed(text: str, file: str) -> UnreadableError:
    found = _NOT_ALLOWED.search(text)
    position = found.start() if found else 0
    line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    message = f"the character U+{ord(found[0]):04X} is not allowed" if found else "the file cannot be read"
    return _unreadable("yaml-syntax", message, Place(file, line, column), "take it out")


def _syntax_error(error: Any, file: str, text: str) -> UnreadableError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return _not_allowed(text, file)
    line, column = mark.line + 1, mark.column + 1
    lines = text.split("\n")
    content = lines[min(mark.line, len(lines) - 1)]
    message = str(error.problem or error)
    hint = "check the indentation and the quotes around here"
    if "\t" in content[: len(content) - len(content.lstrip())]:
        message, hint = "the line is indented with a tab", "indent with spaces"
    elif "mapping values are not allowed" in message:
        message, hint = "a second “: ” on the line", "put the text between quotes"
    elif "duplicate" in message:
        hint = "keep one"
    return _unreadable("yaml-syntax", message, Place(file, line, column), hint)
