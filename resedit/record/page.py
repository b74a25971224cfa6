"""What a reader of a page of Markdown sees, block by block: paragraphs, headings and tables, how deep they stand in
quotations, and whether they are all in italics.

What a page can show and no provision hold (bold type, a link, a line break) stops the reading: a sign that belongs to
the words themselves has a backslash before it.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from resedit.model.place import Place
from resedit.model.problem import UnreadableError
from resedit.record.edited import Line, is_note, quoted, stopping
from resedit.redline.references import REFERENCE
from resedit.store.shape import CONTROL
from resedit.structure.elements import Cell, Look, Paragraph, Row, Table
from resedit.structure.labels import LABEL

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

DEEPEST = 30
"""How many quotations stand in one another, at most."""
MOST_BRACKETS = 500
"""How many opening brackets that could begin a link a paragraph has, at most: the parser looks at all for each."""
_BRACKET = re.compile(r"(?<!\\)\[(?!\^[^\]\[\s]+\])")
_CHANGED = ("<ins", "</ins", "<del", "</del")
_SPAN = re.compile(r"</?span>")
"""What stands around a character that Markdown would bring to life; it is nothing to see."""
_BREAKS = re.compile("[\n\r]")
_BREAK = re.compile(r"<br\s*/?>")
_PIPE = re.compile(r"(?<!\\)\|")
_ENDED = re.compile(r"[.;:!?؛؟。；：]$")
"""How a paragraph ends: what begins as a label behind that was meant to be one of its own."""
_MARKS = re.compile(r"[\s>]*")
_MARKUP = {
    "code_block": "is set as code, being indented by four blanks or more",
    "fence": "begins a block of code",
    "html_block": "is HTML",
    "hr": "is a rule across the page",
    "code_inline": "has words set as code (`…`)",
    "em_open": "has words in italics (*…* or _…_), and is not in italics as a whole, as calls are",
    "strong_open": "has words in bold type (**…** or __…__)",
    "link_open": "has a link",
    "image": "has a picture",
    "hardbreak": "is broken by two blanks or a backslash at the end of a line",
    "html_inline": "has HTML",
}
"""What no provision can hold, by the name that the reader of Markdown has for it."""


class Block(NamedTuple):
    """A paragraph or heading: its words, how deep it stands in quotations, whether it is all in italics."""

    line: Line
    depth: int = 0
    is_call: bool = False
    is_heading: bool = False

    @property
    def is_note(self) -> bool:
        """Whether it is a footnote."""
        return not self.depth and is_note(self.line.text)


def blocks(lines: Sequence[str], file: str) -> Iterator[Block | Table]:
    """The blocks of a page in their order; the keys of a table's parts are all 0. Raises UnreadableError at what no
    provision can hold."""
    _check_bounds(lines, file)
    return _Reading(lines, file).blocks()


def _check_bounds(lines: Sequence[str], file: str) -> None:
    """Raise UnreadableError for what the parser would leave out, or be long about."""
    brackets = 0
    for number, line in enumerate(lines, start=1):
        marks = _MARKS.match(line)
        if marks and marks[0].count(">") > DEEPEST:
            raise stopping("the line stands too deep", Place(file, number), f"quote it {DEEPEST} times at most")
        brackets = brackets + len(_BRACKET.findall(line)) if line.strip() else 0
        if brackets > MOST_BRACKETS:
            raise stopping("the paragraph has too many brackets", Place(file, number), "put a backslash before each [")


def _parser() -> "MarkdownIt":
    """CommonMark with tables; a reference to a footnote is a word, and nothing is defined elsewhere."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": 3 * DEEPEST}).enable("table").disable("reference")
    parser.inline.ruler.before("link", "footnote_reference", _reference)
    return parser


def _reference(state: "StateInline", silent: bool) -> bool:
    match = REFERENCE.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.pending += match[0]
    state.pos = match.end()
    return True


class _Reading:
    """Walks over what the parser found, block by block."""

    def __init__(self, lines: Sequence[str], file: str) -> None:
        self.lines = lines
        self.file = file
        self.tokens = iter(_parser().parse("\n".join(lines)))
        self.at = 0
        self.depth = 0
        self.labels: list[str] = []
        """What stands before the items of the lists that are open."""
        self.is_heading = False

    def place(self, line: int) -> Place:
        """The place where the words of a line (from 0) begin."""
        line = min(line, len(self.lines) - 1)
        marks = _MARKS.match(self.lines[line])
        return Place(self.file, line + 1, marks.end() + 1 if marks and marks.end() < len(self.lines[line]) else 1)

    def blocks(self) -> Iterator[Block | Table]:
        """The paragraphs and tables in their order."""
        for token in self.tokens:
            self.at = token.map[0] if token.map else self.at
            match token.type:
                case "blockquote_open":
                    self.depth += 1
                case "blockquote_close":
                    self.depth -= 1
                case "table_open":
                    yield self._table()
                case "list_item_open":
                    self._open_item(token)
                case "list_item_close":
                    if self.labels.pop():
                        raise stopping(
                            "an item of a list says nothing", self.place(self.at), "write it, or take it out"
                        )
                case "heading_open" | "paragraph_open":
                    self.is_heading = token.type == "heading_open"
                case "inline":
                    yield from self._paragraphs(token)
                case kind if kind in _MARKUP:
                    raise self._stopping(kind, self.at)

    def _open_item(self, token: "Token") -> None:
        if self.labels:
            hint = "put a > before a paragraph, for each level that it stands deeper"
            raise stopping("a list stands in a list", self.place(self.at), hint)
        self.labels.append(f"{token.info}{token.markup} ")

    def _paragraphs(self, token: "Token") -> Iterator[Block]:
        """A paragraph, or the footnotes that stand line by line in one."""
        label = self.labels[-1] if self.labels else ""
        if self.labels:
            self.labels[-1] = ""  # what follows in the item has none
        children = list(token.children or ())
        is_call = not label and _is_whole(children)
        parts = self._lines(children[1:-1] if is_call else children, self.at)
        text, place = f"{label}{parts[0]}", self.place(self.at)
        if text.startswith("|"):
            hint = "a table has as many bars in its second line, | --- |, as in its first"
            raise stopping(f"the line {quoted(text)} is no row of a table", place, hint)
        for offset, part in enumerate(parts[1:], start=1):
            there = self.place(self.at + offset)
            if is_note(text) and is_note(part):
                yield Block(Line(text, place), self.depth)
                text, place = part, there
            elif is_note(part) or (LABEL.match(part) and _ENDED.search(text)):
                hint = "put an empty line before it, or join the two lines"
                raise stopping(f"the line {quoted(part)} goes on with the paragraph before it", there, hint)
            else:
                text = f"{text} {part}"
        if text or self.is_heading:  # else there is nothing to see
            yield Block(Line(text, place), self.depth, is_call, self.is_heading)

    def _lines(self, children: "Sequence[Token]", at: int) -> list[str]:
        """The words of a paragraph, line by line."""
        lines = [""]
        for child in children:
            if child.type == "text":
                if bad := CONTROL.search(child.content) or _BREAKS.search(child.content):
                    place, what = self.place(at + len(lines) - 1), f"the character U+{ord(bad[0]):04X}"
                    raise stopping(f"the line holds {what}, spelled out", place, "take it out", "control-character")
                lines[-1] += child.content.replace("\t", " ")
            elif child.type == "softbreak":
                lines.append("")
            elif not (child.type == "html_inline" and _SPAN.fullmatch(child.content)):
                raise self._stopping(child.type, at + len(lines) - 1, child.content)
        return [line.strip() for line in lines]

    def _stopping(self, kind: str, at: int, said: str = "") -> UnreadableError:
        place = self.place(at)
        line = quoted(self.lines[place.line - 1].strip())
        if kind == "html_inline" and said.startswith(_CHANGED):
            hint = "export it with --view final (or original) and edit that"
            return stopping(f"the line {line} shows changes (<ins>, <del>)", place, hint)
        hint = "take it out; put a backslash before a sign that is part of the words"
        return stopping(f"the line {line} {_MARKUP.get(kind, f'has markup ({kind})')}", place, hint)

    def _table(self) -> Table:
        place, rows = self.place(self.at), list[Row]()
        for token in self.tokens:
            self.at = token.map[0] if token.map else self.at
            if token.type == "tr_open":
                rows.append(Row(0, ()))
            elif token.type == "inline":
                cell = Cell(0, tuple(self._cell(token)))
                rows[-1] = rows[-1]._replace(cells=(*rows[-1].cells, cell))
            elif token.type == "tr_close":
                self._check_row(len(rows[-1].cells))
            elif token.type == "table_close":
                break
        return Table(0, tuple(rows), Look(depth=self.depth), place=place)

    def _check_row(self, width: int) -> None:
        """Markdown leaves out what a row has more than the table's head."""
        place = self.place(self.at)
        row = self.lines[self.at][place.column - 1 :].strip().removeprefix("|")
        cells = _PIPE.split(row.removesuffix("|") if not row.endswith("\\|") else row)
        if len(cells) > width:
            hint = "give the first row, and the line of dashes below it, as many"
            raise stopping(f"the row has {len(cells)} cells, the table's first row {width}", place, hint)

    def _cell(self, token: "Token") -> Iterator[Paragraph]:
        parts: list[list[Token]] = [[]]
        for child in token.children or ():
            if child.type == "html_inline" and _BREAK.fullmatch(child.content):
                parts.append([])
            else:
                parts[-1].append(child)
        texts = [" ".join(self._lines(part, self.at)).strip() for part in parts]
        if not any(texts):
            return
        for index, text in enumerate(texts):
            if text or not index:
                yield Paragraph(0, "", text, place=self.place(self.at))


def _is_whole(children: "Sequence[Token]") -> bool:
    """Whether a paragraph is in italics as a whole, and nothing in it is by itself."""
    kinds = [child.type for child in children]
    return len(kinds) > 2 and (kinds[0], kinds[-1]) == ("em_open", "em_close") and kinds.count("em_open") == 1
