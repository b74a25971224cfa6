"""Wordings as CriticMarkup: `{++inserted++}`, `{--deleted--}`, `{~~old~>new~~}`.

A brace with a backslash before it is a brace of the text (`\\{++`, `++\\}`); before a brace, a backslash of the text is
doubled; elsewhere it is itself. Comments and highlights are no part of a wording and are refused.
Source of the notation: criticmarkup.com, users' guide.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from resedit.wording.segments import Op, Segment, Wording, attributed, wording

_SIGNS = re.compile(r"(\\+)(?=[{}])|\{\+\+|\+\+\}|\{--|--\}|\{~~|~>|~~\}|\{>>|<<\}|\{==|==\}")
_BRACE = re.compile(r"(\\*)([{}])")
_LIKE_SIGNS = frozenset("{}~>\\")
_OPENING = ("++", "--", "~~", ">>", "==")
_CLOSING = ("++", "--", "~~", "<<", "==")
_PAIRS = {"{++": "++}", "{--": "--}", "{~~": "~~}"}
_REFUSED = {"{>>", "<<}", "{==", "==}"}


class MarkupError(ValueError):
    """Markup that does not pair; `offset` counts characters from the start of the markup."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


def is_marked(text: str) -> bool:
    """Whether a text holds any marker of CriticMarkup that is not escaped (`~>` alone is an arrow, not a marker)."""
    return bool(markers(text))


def markers(text: str) -> list[str]:
    """The markers in a text that are not escaped."""
    if "{" not in text and "}" not in text:
        return []
    return [sign for _, _, sign, _ in _pieces(text) if sign not in ("", "~>")]


def parse(markup: str) -> Wording:
    """The wording that CriticMarkup spells. Raises MarkupError where markers do not pair or nest, or are comments."""
    return wording(segment for segment, _ in _segments(markup))


def places_in_final(markup: str) -> list[int]:
    """Where in the markup each character of its final text is written. Raises MarkupError as `parse` does."""
    found = [(offset, segment.text) for segment, offset in _segments(markup) if segment.op is not Op.DELETE]
    return [place for offset, text in found for place in range(offset, offset + len(text))]


def _segments(markup: str) -> Iterator[tuple[Segment, int]]:
    """The runs of text that are written without a break, and where they begin."""
    state = _OUTSIDE
    for start, text, sign, offset in _pieces(markup):
        yield Segment(state.op, text), start
        if sign == "~>" and state.opened != "{~~":
            yield Segment(state.op, sign), offset
        elif sign:
            state = _after(state, sign, offset)
    if state.opened:
        raise MarkupError(f"“{state.opened}” is not closed by “{_PAIRS[state.opened]}”", state.offset)


def write(marked: Wording, substitutions: bool = False) -> str:
    """A wording as CriticMarkup; `parse` gives it back (without who changed what). With `substitutions`, a deletion and
    the insertion behind it are written as `{~~old~>new~~}`, unless they hold what could be taken for signs."""
    pieces: list[str] = []
    segments = attributed(marked, ()).segments  # else what two proposals insert side by side would be two insertions
    last = len(segments) - 1
    for index, segment in enumerate(segments):
        before = segments[index - 1] if index else segment
        is_pair = substitutions and (before.op, segment.op) == (Op.DELETE, Op.INSERT)
        if is_pair and not _LIKE_SIGNS.intersection(before.text + segment.text):
            pieces[-1] = f"{{~~{before.text}~>{segment.text}~~}}"
            continue
        text = _escape(segment.text, enclosed=segment.op is not Op.KEEP)
        if segment.op is Op.KEEP and index < last:
            text += "\\" * (len(text) - len(text.rstrip("\\")))  # else they would escape the marker that follows
        pieces.append(_ENCLOSED[segment.op].format(text))
    return "".join(pieces)


def _pieces(markup: str) -> Iterator[tuple[int, str, str, int]]:
    """The markup as literal texts: where each begins, what it is, the sign that ends it (none before a brace that
    stands for itself, and at the end) and where that stands."""
    start = position = 0
    while match := _SIGNS.search(markup, position):
        slashes = match[1]
        literal = markup[start : match.start() + len(slashes or "") // 2]
        yield start, literal, "" if slashes else match[0], match.start()
        start = match.end()
        position = start + (len(slashes) % 2 if slashes else 0)  # the brace behind them is text
    yield start, markup[start:], "", len(markup)


def _escape(text: str, enclosed: bool) -> str:
    def escaped(match: re.Match[str]) -> str:
        slashes, brace = match.groups()
        if brace == "{":
            rest = text[match.end() : match.end() + 2]
            is_sign = rest in _OPENING or (enclosed and len(rest) < 2 and rest in ("", "+", "-"))
        else:
            is_sign = not slashes and text[max(0, match.start() - 2) : match.start()] in _CLOSING
        return slashes * 2 + ("\\" if is_sign else "") + brace

    return _BRACE.sub(escaped, text)


_ENCLOSED = {Op.KEEP: "{}", Op.INSERT: "{{++{}++}}", Op.DELETE: "{{--{}--}}"}


class _State(NamedTuple):
    """Between two markers: which one is open, since where, and what the text there is."""

    op: Op
    opened: str = ""
    offset: int = 0


_OUTSIDE = _State(Op.KEEP)


def _after(state: _State, marker: str, offset: int) -> _State:
    if marker in _REFUSED:
        raise MarkupError("comments and highlights have no place in a wording; use note:", offset)
    if not state.opened and marker in _PAIRS:
        return _State(Op.INSERT if marker == "{++" else Op.DELETE, marker, offset)
    if marker == "~>" and state.op is Op.DELETE:
        return _State(Op.INSERT, state.opened, state.offset)
    if not state.opened:
        raise MarkupError(f"“{marker}” closes nothing", offset)
    if marker == "~~}" and state.op is Op.DELETE and state.opened == "{~~":
        raise MarkupError("a substitution wants “~>” between the old and the new words", state.offset)
    if marker != _PAIRS[state.opened]:
        raise MarkupError(
            f"“{marker}” stands inside “{state.opened}”, which wants “{_PAIRS[state.opened]}” first", offset
        )
    return _OUTSIDE
