"""A YAML file's text with every value in it: where each is written, and which pairs and lists it stands in."""

from collections.abc import Mapping
from dataclasses import dataclass

from resedit.store.nodes import decode, events, written

At = tuple[int, int]
"""Line and column, from 1."""


@dataclass(slots=True)
class Value:
    """A scalar or collection in the source: from where to where, and which of the file's values it is."""

    start: int
    end: int
    style: str
    in_flow: bool
    first: int
    last: int = -1
    key: "Value | None" = None


class Source:
    """A file's text with every value in it: `values` has a text for each scalar and a sign for each bracket, `extents`
    from where to where the words of each scalar are, `in_pairs` what has a key."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.values: list[str | None] = []
        self.scalars: dict[At, Value] = {}
        self.in_pairs: dict[At, Value] = {}
        self.extents: list[tuple[int, int]] = []
        self._read()

    def _read(self) -> None:
        from ruamel.yaml import events as kinds

        stack: list[tuple[Value, bool, Value | None]] = []  # collection, whether a mapping, the key before the value
        for event in events(self.text):
            if isinstance(event, (kinds.MappingEndEvent, kinds.SequenceEndEvent)):
                node, _, _ = stack.pop()
                node.last = len(self.values)
                is_block = node.style != "flow"
                node.end = self.extents[-1][1] if is_block and self.extents else event.end_mark.index
                self.values.append(None)
                continue
            is_scalar = isinstance(event, kinds.ScalarEvent)
            if not is_scalar and not isinstance(event, (kinds.MappingStartEvent, kinds.SequenceStartEvent)):
                continue
            in_flow = bool(stack) and (stack[-1][0].style == "flow" or stack[-1][0].in_flow)
            at = (event.start_mark.line + 1, event.start_mark.column + 1)
            if is_scalar:
                found = written(event, self.text)
                node = Value(found.start, found.end, found.style, in_flow, len(self.values), len(self.values))
                self.extents.append((found.words, found.end))
                self.values.append(found.value)
                self.scalars[at] = node
            else:
                start, end, style = event.start_mark.index, event.end_mark.index, "flow" if event.flow_style else ""
                node = Value(start, end, style, in_flow, len(self.values))
                self.values.append(None)
            if stack and stack[-1][1]:
                above, _, key = stack.pop()
                stack.append((above, True, node if key is None else None))
                if key is not None:
                    node.key = key
                    self.in_pairs[at] = node
            if not is_scalar:
                stack.append((node, isinstance(event, kinds.MappingStartEvent), None))


def values_at(data: bytes, file: str) -> Mapping[At, str]:
    """The value of every scalar of a file by its place. The file is one that can be read."""
    source = Source(decode(data, file))
    return {at: source.values[node.first] or "" for at, node in source.scalars.items()}
