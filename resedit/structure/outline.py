"""Which paragraph stands under which: the structure of one text, from how its paragraphs look and what they say.

What is known decides first: what a file by resedit says of itself, the provision of a known text that a paragraph is,
then how deep its form says that it is nested, then styles and indents, and last the labels: one that counts on from
another stands beside it, one that begins to count stands under the paragraph before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from resedit.model.address import label_part
from resedit.model.enums import Kind
from resedit.numbering.labels import read_labels
from resedit.structure.calls import is_annex, is_call, is_item
from resedit.structure.elements import Cell, Element, Node, Paragraph, Path, Table

CALL_STYLES = ("call",)
"""How the ids of the ITU templates' styles for calls begin, in lower case."""
HEADING_STYLES = (*CALL_STYLES, "annexno", "appendixno")
"""… and those for the headings of annexes, which are calls, too: what is below them is a list of its own."""
LIST_STYLES = ("enumlev",)
"""How the ids of the ITU templates' styles for the levels of lists begin, in lower case."""
TABLE_NOTES = ("note", "tablelegend", "tablenote", "tableref")
"""How the ids of styles for notes under a table begin, in lower case."""
_COLONS = (":", "：")
_COMMAS = (",", "،", "，")


@dataclass(slots=True)
class _Open:
    """A provision that may still get others below it."""

    paragraph: Paragraph | None
    kind: Kind
    key: int
    items: list["_Open"] = field(default_factory=list)
    path: Path | None = None
    depth: int = 0
    """How deep what is below it is nested in a form that shows it: calls do not count."""
    made: Node | None = None
    """The node itself, for a table."""

    def node(self) -> Node:
        """The provision; a label without words that holds nothing is its words."""
        paragraph = self.paragraph
        if paragraph and not paragraph.text and not self.items:
            paragraph = paragraph._replace(label="", text=paragraph.label)
        return self.made or Node(self.key, self.kind, paragraph, self.below())

    def below(self) -> tuple[Node, ...]:
        """The provisions below it; what says nothing and holds nothing is none."""
        nodes = (item.node() for item in self.items)
        return tuple(n for n in nodes if n.items or n.line is None or n.line.label or n.line.text)

    @property
    def label(self) -> str:
        return self.paragraph.label if self.paragraph else ""

    @property
    def text(self) -> str:
        return self.paragraph.text if self.paragraph else ""

    @property
    def start(self) -> int:
        return self.paragraph.look.start if self.paragraph else 0

    @property
    def level(self) -> tuple[str, int]:
        """The style it has and where it starts: alike for what stands in one list of the templates."""
        return (self.paragraph.look.style, self.start) if self.paragraph else ("", 0)

    @property
    def left(self) -> int:
        return self.paragraph.look.left if self.paragraph else 0


def outline(elements: Sequence[Element], language: str, under: Path = ()) -> tuple[Node, ...]:
    """The provisions of one text, from what stands below its opening line; `under` is the path, in the known text, of
    what the elements stand under."""
    reading = _Reading(language, any(_is_styled(e, CALL_STYLES) for e in elements), under)
    for element in elements:
        reading.take(element)
    return reading.root.below()


def _is_styled(element: Element, styles: tuple[str, ...]) -> bool:
    return isinstance(element, Paragraph) and element.look.style.lower().startswith(styles)


class _Reading:
    """The stack of what is open while a text is read from top to bottom."""

    def __init__(self, language: str, has_styles: bool, under: Path) -> None:
        self.language = language
        self.has_styles = has_styles
        self.root = _Open(None, Kind.CALL, -1, path=under)
        self.stack = [self.root]
        self.after_table = False

    def take(self, element: Element) -> None:
        """Put an element where it belongs."""
        if isinstance(element, Table):
            around = self._told(element) or self._at_depth(element) or self._around_table()
            self._append(around, _Open(None, Kind.TABLE, element.key, path=element.like, made=_table(element)))
            self.stack.pop()
            self.after_table = True
            return
        is_heading = self._is_call(element)
        told = self._told(element)
        above = told or (self.root if is_heading else self._at_depth(element) or self._above(element))
        kind = Kind.CALL if is_heading else Kind.PARAGRAPH
        self._append(above, _Open(element, kind, element.key, path=element.like))
        self.after_table = False

    def _append(self, above: _Open, item: _Open) -> None:
        above.items.append(item)
        item.depth = above.depth + (item.kind is Kind.PARAGRAPH)
        del self.stack[self.stack.index(above) + 1 :]
        self.stack.append(item)

    def _is_call(self, paragraph: Paragraph) -> bool:
        if paragraph.look.is_call is not None:
            return paragraph.look.is_call
        if not paragraph.label and is_annex(paragraph.text):
            return True
        if _is_styled(paragraph, HEADING_STYLES):
            return not (paragraph.label or is_item(paragraph.text, self.language))
        reads_so = not paragraph.label and is_call(paragraph.text, self.language)
        return reads_so and not (self.has_styles and paragraph.text.endswith(_COMMAS))

    def _known(self, element: Element) -> _Open | None:
        """What a provision of the known text stands under there, if that is open, and not at another depth."""
        like, depth = element.like, element.look.depth
        if like is None:
            return None
        above = (item for item in reversed(self.stack) if item.path == like[:-1])
        return next((item for item in above if depth in (None, item.depth)), None)

    def _told(self, element: Element) -> _Open | None:
        """What an element stands under as its file says; else as the known text does."""
        level = element.look.level
        at_level = self.stack[level] if level is not None and level < len(self.stack) else None
        return at_level or self._known(element)

    def _at_depth(self, element: Element) -> _Open | None:
        """The last provision that holds what is nested as deep as the form says that an element is."""
        depth = element.look.depth
        return next((item for item in reversed(self.stack) if item.depth == depth), None)

    def _around_table(self) -> _Open:
        """A table stands in the list of the paragraph before it, right under a call."""
        return self.stack[-1] if len(self.stack) < 2 or self.stack[-1].kind is Kind.CALL else self.stack[-2]

    def _above(self, paragraph: Paragraph) -> _Open:
        call = next(index for index in range(len(self.stack) - 1, -1, -1) if self.stack[index].kind is Kind.CALL)
        chain = self.stack[call:]
        if _is_styled(paragraph, HEADING_STYLES):  # it is none, so that neither its style nor its indent are its own
            return chain[_by_label(paragraph.label, chain, 0)]
        look = paragraph.look
        while len(chain) > 1 and look.start < chain[-1].start:
            chain.pop()
        if look.style.lower().startswith(LIST_STYLES):  # where the template is used, its styles are the levels
            beside = next((i for i in range(len(chain) - 1, 0, -1) if chain[i].level == (look.style, look.start)), 0)
            if beside:
                return chain[beside - 1]
        last = chain[-1]
        if self.after_table and not paragraph.label and look.style.lower().startswith(TABLE_NOTES):
            return self.stack[-1]
        if len(chain) > 1 and look.start > last.start:
            hangs = last.left > last.start
            is_below = look.start >= last.left if hangs else _introduces(last)
            return last if is_below else chain[-2]
        beside = len(chain) - 1
        while beside and chain[beside].start == look.start:
            beside -= 1
        return chain[_by_label(paragraph.label, chain, beside)]


def _by_label(label: str, chain: Sequence[_Open], first: int) -> int:
    """Which of the open provisions, from `first` on, a paragraph stands under by its label: one without a label stands
    as far out as it can."""
    last = len(chain) - 1
    if not label or last == first:
        return first
    deepest_first = range(last, first - 1, -1)
    exact = next((index for index in deepest_first if _counts_on(chain[index].items, label, exactly=True)), None)
    if exact is not None:
        return exact
    later = next((index for index in deepest_first if _counts_on(chain[index].items, label)), None)
    if _begins(label):
        again = next((index for index in deepest_first if _begins_again(chain[index].items, label)), None)
        return again if again is not None else last if _introduces(chain[last]) else last - 1
    return first if later is None else later


def _introduces(item: _Open) -> bool:
    """Whether a paragraph may hold a list that begins after it."""
    return bool(item.label) or item.text.endswith(_COLONS)


def _counts_on(items: Sequence[_Open], label: str, exactly: bool = False) -> bool:
    """Whether a label continues the labels of a list: the same dash, or a later number of the same scheme; `exactly`
    the next one."""
    last = next((item.label for item in reversed(items) if item.label), "")
    if not last:
        return False
    if not label_part(label) or not label_part(last):
        return last == label
    *_, before, after = (None, *read_labels([item.label for item in items if label_part(item.label)] + [label]))
    if before is None or after is None or before.scheme != after.scheme:
        return False
    if after.suffix:
        return after.ordinal - before.ordinal in (0, 1)
    return after.ordinal == before.ordinal + 1 if exactly else after.ordinal > before.ordinal


def _begins_again(items: Sequence[_Open], label: str) -> bool:
    """Whether a label is the first of the scheme that the last label of a list is of: no list nests in its own kind."""
    labels = [item.label for item in items if label_part(item.label)]
    if not labels:
        return False
    *_, before, after = (None, *read_labels([*labels, label]))
    return before is not None and after is not None and before.scheme == after.scheme and after.ordinal <= 1


def _begins(label: str) -> bool:
    """Whether a label is the first of its scheme; a dash always is."""
    (number,) = read_labels([label])
    return not label_part(label) or (number is not None and number.ordinal <= 1)


def _table(table: Table) -> Node:
    rows = (Node(row.key, Kind.ROW, None, tuple(_cell(cell) for cell in row.cells)) for row in table.rows)
    return Node(table.key, Kind.TABLE, None, tuple(rows))


def _cell(cell: Cell) -> Node:
    """A cell: its first paragraph is its own text, the others stand below it; so do all where the file says so."""
    first, *rest = cell.paragraphs or (None,)
    if first and first.look.level is not None and first.look.level >= 0:
        first, rest = None, list(cell.paragraphs)
    further = [p._replace(look=p.look._replace(is_call=False)) for p in rest if p is not None]
    under = first.like if first and first.like else ()
    return Node(cell.key, Kind.CELL, first, outline(further, "", under))
