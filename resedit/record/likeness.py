"""Which line of an edited copy is which provision of its base, reworded or not: what the copy's form does not tell
(nesting, labels in Markdown, the cells of a table in plain text) is the base's."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count

from resedit.amend.align import align
from resedit.model.enums import Kind
from resedit.model.resolution import Provision, Resolution
from resedit.record.edited import Edited, quoted, stopping, wordless
from resedit.structure.elements import Cell, Element, Paragraph, Path, Row, Table
from resedit.structure.labels import LABEL, alike, reads_as_label


def likened(edited: Edited, base: Resolution) -> tuple[Element, ...]:
    """The elements of an edited copy, each with the provision of the base that it is, and with its label.

    Raises UnreadableError where a plain text has other lines for a table than the base has, so that its cells cannot be
    told, or a label where none can be.
    """
    lines = [(path, item) for path, item in paths(base.provisions) if has_line(item)]
    bare = frozenset(item.text for _, item in lines if not item.label)
    elements = edited.elements
    if edited.has_labels:
        labels = {item.label: True for _, item in lines} | {item.label: False for _, item in lines if not item.text}
        elements = tuple(_with_label_apart(e, labels, bare) if isinstance(e, Paragraph) else e for e in elements)
    olds = [Provision(_line(item)) for _, item in lines]
    news = [Provision(_line(e)) if isinstance(e, Paragraph) else _provision_of(e) for e in elements]
    partners = {j: lines[i] for i, j in align(olds, news)}
    taken = {path for path, _ in partners.values()}
    left = {_line(item): (path, item) for path, item in reversed(lines) if path not in taken}
    for j, new in enumerate(news):
        if j not in partners and new.text in left:  # moved as it is
            partners[j] = left.pop(new.text)
    elements = tuple(_likened(e, partners.get(j)) for j, e in enumerate(elements))
    if edited.has_labels:
        return tuple(_with_tables(elements, base))
    known = dict(lines)
    told = (_labelled(e, known[e.like] if e.like else None, bare) if isinstance(e, Paragraph) else e for e in elements)
    return tuple(_like_tables(tuple(told), base))


def paths(items: Sequence[Provision], above: Path = ()) -> Iterator[tuple[Path, Provision]]:
    """Every provision of a list with its path, in reading order."""
    for index, item in enumerate(items):
        yield (*above, index), item
        yield from paths(item.items, (*above, index))


def has_line(item: Provision) -> bool:
    """Whether a provision is printed in a line of its own."""
    return item.kind in (Kind.CALL, Kind.PARAGRAPH) or (item.kind is Kind.CELL and bool(item.text))


def _line(item: Provision | Paragraph) -> str:
    return f"{item.label} {item.text}".rstrip() if item.label else item.text


def _with_label_apart(paragraph: Paragraph, known: Mapping[str, bool], bare: Collection[str]) -> Paragraph:
    """A paragraph of a plain text, whose label stands before a tab: a tab behind words that are none is nothing at the
    end of a line, and a mistake inside it; the tab behind a label without words may be lost. `known` are the base's
    labels, and whether words follow, `bare` its texts without a label. Raises UnreadableError for words before a tab
    that are no label, and for a label alone."""
    if not paragraph.label:
        if paragraph.text in bare or not LABEL.fullmatch(f"{paragraph.text} "):
            return paragraph
        if known.get(paragraph.text, True):
            raise wordless(paragraph.text, paragraph.place)
        return paragraph._replace(label=paragraph.text, text="")
    if paragraph.label in known or reads_as_label(paragraph.label, known):
        return paragraph
    if not paragraph.text:
        return paragraph._replace(label="", text=paragraph.label)
    message = f"{quoted(paragraph.label)} stands before a tab, as labels do, and does not read as a label"
    hint = "put a blank in place of the tab, or give it the form that the labels of the list have"
    raise stopping(message, paragraph.place, hint)


def _likened(element: Element, partner: tuple[Path, Provision] | None) -> Element:
    """An element with the provision of the base that it is. Raises UnreadableError for a call that has a label."""
    if isinstance(element, Table) or partner is None:
        return element
    path, item = partner
    is_call = item.kind is Kind.CALL
    if element.look.is_call not in (None, is_call):
        return element
    if is_call and element.label:
        message = f"{quoted(element.text)} is a call, and a call has no label"
        raise stopping(message, element.place, f"take “{element.label}” and the tab behind it out")
    if element.look.depth is None and item.kind is Kind.PARAGRAPH and not alike(element.label, item.label):
        return element  # with a label of another kind it stands where that counts
    return element._replace(like=path, look=element.look._replace(is_call=is_call))


def _labelled(paragraph: Paragraph, like: Provision | None, bare: Collection[str] = ()) -> Paragraph:
    """A paragraph with its label told from its words: the one of the base, else what reads as a label. `bare` are the
    base's texts without one."""
    if paragraph.look.is_call or paragraph.text in bare:
        return paragraph
    if like is not None and like.label and f"{paragraph.text} ".startswith(f"{like.label} "):
        return paragraph._replace(label=like.label, text=paragraph.text[len(like.label) + 1 :].strip())
    found = LABEL.match(f"{paragraph.text} ")  # its words may be gone
    if found is None or (like is not None and not like.label and like.text.startswith(found[0])):
        return paragraph
    return paragraph._replace(label=found["label"], text=paragraph.text[found.end() :])


def _like_tables(elements: Sequence[Element], base: Resolution) -> Iterator[Element]:
    """The elements with their tables likened to the base's by what is in them, row by row."""
    known = [(path, item) for path, item in paths(base.provisions) if item.kind is Kind.TABLE]
    tables = [element for element in elements if isinstance(element, Table)]
    pairs = align([item for _, item in known], [_provision_of(table) for table in tables])
    partners = {tables[j].key: known[i] for i, j in pairs}
    for element in elements:
        if isinstance(element, Table):
            yield _like_table(element, *partners.get(element.key, (None, None)))
        else:
            yield element


def _provision_of(table: Table) -> Provision:
    """A table as a provision, to be aligned: of each cell its words."""
    rows = tuple(Provision("", items=tuple(map(_words_of, row.cells)), kind=Kind.ROW) for row in table.rows)
    return Provision("", items=rows, kind=Kind.TABLE)


def _words_of(cell: Cell) -> Provision:
    return Provision(" ".join(paragraph.text for paragraph in cell.paragraphs), kind=Kind.CELL)


def _like_table(table: Table, path: Path | None, like: Provision | None) -> Table:
    """A table with the labels inside its cells, and without the empty cells that Markdown fills up its rows with."""
    pairs = align(like.items, _provision_of(table).items) if like else []
    partners = {j: like.items[i] for i, j in pairs} if like else {}
    rows = []
    for index, row in enumerate(table.rows):
        twin = partners.get(index)
        known = (*(twin.items if twin else ()), *[None] * len(row.cells))
        cells = [_like_cell(cell, like) for cell, like in zip(row.cells, known, strict=False)]
        while twin and len(cells) > len(twin.items) and not cells[-1].paragraphs:
            cells.pop()
        rows.append(row._replace(cells=tuple(cells)))
    return table._replace(rows=tuple(rows), like=path)


def _like_cell(cell: Cell, like: Provision | None) -> Cell:
    known = list(like.walk())[1:] if like else []
    further = zip(cell.paragraphs[1:], (*known, *[None] * len(cell.paragraphs)), strict=False)
    return cell._replace(paragraphs=(*cell.paragraphs[:1], *(_labelled(p, item) for p, item in further)))


def _with_tables(elements: Sequence[Element], base: Resolution) -> Iterator[Element]:
    """The elements with the lines of each table of the base put together as a table of as many rows and cells."""
    keys = count(len(elements))
    made: dict[int, list[Table]] = {}
    inside: set[int] = set()
    for path, table in paths(base.provisions):
        if table.kind is Kind.TABLE:
            first, last = _stretch(path, table, elements, max(inside, default=-1) + 1)
            stretch = [e for e in elements[first:last] if isinstance(e, Paragraph)]
            inside.update(range(first, last))
            if stretch or not any(has_line(item) for item in table.walk()):
                made.setdefault(first, []).append(_rebuilt(path, table, iter(stretch), keys))
    for index in range(len(elements) + 1):
        yield from made.get(index, ())
        if index < len(elements) and index not in inside:
            yield elements[index]


def _stretch(path: Path, table: Provision, elements: Sequence[Element], floor: int) -> tuple[int, int]:
    """From which line, `floor` or a later one, to which the cells of a table stand; none where it is gone or empty.
    Raises UnreadableError where there are not as many lines as it has."""
    known = [element.like for element in elements]
    size = sum(has_line(item) for item in table.walk())
    own = [index for index, p in enumerate(known) if p is not None and p[: len(path)] == path and index >= floor]
    start = max((i + 1 for i, p in enumerate(known) if p is not None and p < path), default=0)
    if not own:
        return max(start, floor), max(start, floor)
    if own[-1] - own[0] + 1 == size:
        return own[0], own[-1] + 1
    start = max(floor, min(start, own[0]))
    end = next((i for i in range(own[-1] + 1, len(known)) if known[i] is not None), len(known))
    if end - start == size:
        return start, end
    raise stopping(
        f"a plain text cannot show how a table changes: the base's has {size} lines, the text {end - start} here",
        elements[own[0]].place,
        "edit the text as Markdown, Word or YAML instead",
    )


def _rebuilt(path: Path, table: Provision, lines: Iterator[Paragraph], keys: Iterator[int]) -> Table:
    rows = []
    for r, row in enumerate(table.items):
        cells = []
        for c, cell in enumerate(row.items):
            own = [(below, item) for below, item in paths([cell]) if has_line(item)]
            paragraphs = tuple(next(lines)._replace(like=(*path, r, c, *below[1:])) for below, _ in own)
            if cell.text and paragraphs[0].label:
                label = paragraphs[0].label
                hint = f"take “{label}” and the tab behind it out"
                raise stopping(f"“{label}” stands in a cell, which has no label", paragraphs[0].place, hint)
            if paragraphs and not cell.text:  # what it holds stands below words that it does not have
                paragraphs = (Paragraph(next(keys), "", "", place=paragraphs[0].place), *paragraphs)
            cells.append(Cell(next(keys), paragraphs))
        rows.append(Row(next(keys), tuple(cells)))
    return Table(next(keys), tuple(rows), like=path)
