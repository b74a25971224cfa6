"""Generated texts, resolutions, revisions of them and proposals, as conferences might make them on a bad day."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from resedit.model.address import FOOTNOTE, OPENING, TITLE, WHOLE_TEXT, AddressBook
from resedit.model.enums import Kind, Status, Symbol
from resedit.model.proposal import (
    Added,
    Amendment,
    Cover,
    Marked,
    NewWording,
    Proposal,
    Query,
    Replacement,
    Replacements,
    Whole,
)
from resedit.model.resolution import NO_REMARKS, Footnote, Provision, Remarks, Resolution, footnote_order
from resedit.wording import criticmarkup
from resedit.wording.difference import difference
from resedit.wording.segments import Op, Segment, Wording, wording

_WORDS = (
    "the a of ITU WSIS 2014 2017 to continue Member States, review; (Rev. Busan, 2014) Union "
    "l’UIT « États » d’accès aujourd’hui 决定 电信 发展 部门 القرار المراجَع بوسان، ТСЖ резолюция ไทย "
    "telecommunication/ICT inter-American ITU‑D – [^1] [^2]"
)
WORDS = _WORDS.split()
"""Words of six scripts, with the marks, quotes, hyphens and references that resolutions use."""

MARKS = [
    "{++",
    "++}",
    "{--",
    "--}",
    "{~~",
    "~>",
    "~~}",
    "{>>",
    "<<}",
    "{==",
    "==}",
    "{",
    "}",
    "\\",
    "\\{",
    "\\\\}",
    "~",
    "+",
]
"""What CriticMarkup would take for a sign."""

YAML = [
    "a: b",
    "x #1",
    "# x",
    "- x",
    "-",
    "? x",
    ": x",
    "x:",
    "'x'",
    '"x',
    "no",
    "No",
    "yes",
    "null",
    "~",
    "true",
    "5.10",
    "2014",
    "1e3",
    "0x1F",
    "1_000",
    "12:30",
    "2017-10-09",
    "&a",
    "*a",
    "!t",
    "!!str x",
    "%x",
    "@x",
    "`x`",
    "[x]",
    "{x}",
    "[",
    "]",
    ",",
    "|",
    ">",
    "|-",
    "<<",
    "=",
    "---",
    "...",
    "text",
    "items",
    "label",
    "call",
    "id",
    "note",
    "query",
    ".5",
    "+1",
    ".inf",
    "\\n",
    "#",
    "a\u00a0b",
    "n",
    "y",
]
"""What YAML would take for something else than a text."""

ODD = [
    "\u0301e",
    "\u200bx",
    "\u00adx",
    "\u202bاب",
    "👩‍👩‍👧",
    "𠀀字",
    "ﬁ",
    "İ",
    "ß",
    "e\u0301",
    "x\u2029".strip(),
    "\ufeffx",
    "\ue000",
    "\U000e0001",
]

REFUSED = "\x85\u2028\u2029\ufffe\uffff"
"""Characters that a text may not hold, control characters aside."""


def _stripped(text: str) -> str:
    return text.strip() or "x"


anything: st.SearchStrategy[str] = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=REFUSED), min_size=1, max_size=20
).map(_stripped)
words = st.one_of(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from(MARKS), st.sampled_from(YAML))
phrases = st.lists(words, min_size=1, max_size=12).map(" ".join).map(_stripped)
odd = st.lists(st.one_of(st.sampled_from(ODD), words), min_size=1, max_size=4).map("".join).map(_stripped)
long_lines = st.integers(200, 400).map(lambda n: " ".join(WORDS[i % len(WORDS)] for i in range(n)).strip())
texts: st.SearchStrategy[str] = st.one_of(phrases, phrases, phrases, odd, st.sampled_from(YAML), anything, long_lines)
"""One line, no control characters, no blanks at its edges: what a provision may hold."""

prose = st.one_of(st.just(""), texts, st.lists(texts, min_size=2, max_size=3).map("\n".join))

SCHEMES: dict[str, tuple[str, ...]] = {
    "letters": tuple(f"{chr(97 + n)})" for n in range(8)),
    "capitals": tuple(f"({chr(65 + n)})" for n in range(8)),
    "numbers": tuple(str(n) for n in range(1, 9)),
    "dotted": tuple(f"{n}." for n in range(1, 9)),
    "compound": tuple(f"2.{n}" for n in range(1, 9)),
    "roman": ("i)", "ii)", "iii)", "iv)", "v)", "vi)", "vii)", "viii)"),
    "arabic": ("أ)", "ب)", "ج)", "د)", "ه)", "و)", "ز)", "ح)"),
    "cyrillic": ("а)", "б)", "в)", "г)", "д)", "е)", "ж)", "з)"),
    "dashes": ("–",) * 8,
    "bullets": ("•",) * 8,
    "unlabelled": ("",) * 8,
}
RESERVED = ("text", "items", "label", "call", "id", "note", "query", "correction")
ODD_LABELS = (
    "7A",
    "0A",
    "b)",
    "x",
    "c)",
    "no",
    "5.10",
    "~",
    "- x",
    "#",
    ":",
    "a:",
    "[1]",
    "1/2",
    "a b",
    "–",
    "",
    *RESERVED,
)


def labelled(items: Sequence[Provision], scheme: str) -> tuple[Provision, ...]:
    """The items with the labels of a scheme; calls stay without."""
    labels = SCHEMES[scheme]
    return tuple(
        item if item.kind is not Kind.PARAGRAPH else _legible(replace(item, label=labels[index % len(labels)]))
        for index, item in enumerate(items)
    )


def _legible(item: Provision) -> Provision:
    """A paragraph has words of its own or holds others."""
    return replace(item, text="x") if item.kind is Kind.PARAGRAPH and not (item.text or item.items) else item


remarks = st.one_of(
    st.just(NO_REMARKS), st.just(NO_REMARKS), st.builds(Remarks, note=texts, query=prose, correction=st.just(""))
)
ids = st.one_of(st.just(""), st.just(""), st.just(""), st.sampled_from(("gender", "further", "a", "x1")))


@st.composite
def lists(draw: st.DrawFn, items: st.SearchStrategy[Provision], most: int) -> tuple[Provision, ...]:
    """A list of provisions: of one scheme, of two after one another, or labelled at random."""
    drawn = draw(st.lists(items, max_size=most))
    first, second = draw(st.sampled_from(sorted(SCHEMES))), draw(st.sampled_from(sorted(SCHEMES)))
    match draw(st.integers(0, 4)):
        case 0:
            half = len(drawn) // 2
            return (*labelled(drawn[:half], first), *labelled(drawn[half:], second))
        case 1:
            odd_labels = [draw(st.sampled_from(ODD_LABELS)) for _ in drawn]
            return tuple(
                _legible(replace(i, label=label)) if i.kind is Kind.PARAGRAPH else i
                for i, label in zip(drawn, odd_labels, strict=True)
            )
        case _:
            return labelled(drawn, first)


def _row(cells: list[Provision]) -> Provision:
    return Provision("", items=tuple(cells), kind=Kind.ROW)


def _table(rows: list[list[Provision]], id_: str, remarks_: Remarks) -> Provision:
    return Provision("", items=tuple(map(_row, rows)), kind=Kind.TABLE, id=id_, remarks=remarks_)


leaves = st.builds(Provision, text=texts, id=ids, remarks=remarks)
inner = st.builds(
    lambda text, items, id_: _legible(Provision(text, items=items, id=id_)),
    st.one_of(texts, texts, st.just("")),
    st.one_of(st.just(()), st.just(()), lists(leaves, 3)),
    ids,
)
cells = st.builds(
    lambda text, items, remarks_: Provision(text, items=items, kind=Kind.CELL, remarks=remarks_),
    st.one_of(st.just(""), texts),
    st.one_of(st.just(()), st.just(()), st.just(()), lists(leaves, 2)),
    remarks,
)
rows = st.lists(cells, min_size=1, max_size=3)
tables = st.builds(_table, st.lists(rows, min_size=1, max_size=3), ids, remarks)
"""Tables of rows that may differ in length, with empty cells and cells of several paragraphs."""
listed = st.one_of(inner, inner, inner, inner, inner, tables)
HEADINGS = (
    "recalling",
    "noting",
    "noting further",
    "noting further that",
    "resolves",
    "resolves to invite the Director of BDT",
    "instructs the Director",
    "text",
    "call",
    "title",
    "opening",
    "footnote",
    "provisions",
    "决定",
    "título/nota",
    "título",
    "/",
)
calls = st.builds(
    lambda text, items, id_, remarks_: Provision(text, items=items, kind=Kind.CALL, id=id_, remarks=remarks_),
    st.one_of(st.sampled_from(HEADINGS), texts),
    lists(listed, 5),
    ids,
    remarks,
)
notes = st.dictionaries(st.sampled_from(("1", "2", "3", "10", "*", "†")), texts, max_size=3).map(
    lambda found: tuple(Footnote(label, found[label]) for label in sorted(found, key=footnote_order))
)
REVISIONS = ("", "Rev. Dubai, 2014", "Rev. Buenos Aires, 2017")


@st.composite
def resolutions(draw: st.DrawFn, number: str = "30") -> Resolution:
    """A resolution of any shape: made up, and no conference's."""
    return Resolution(
        number=number,
        revision=draw(st.sampled_from(REVISIONS)),
        title=draw(texts),
        opening=draw(st.one_of(st.just(""), texts)),
        provisions=tuple(draw(st.lists(st.one_of(calls, calls, calls, listed), max_size=4))),
        footnotes=draw(notes),
        language=draw(st.sampled_from(("en", "fr", "zh", "ar-SA"))),
        permanent=draw(st.sampled_from((False, False, False, True))),
        remarks=draw(remarks),
    )


@st.composite
def reworded(draw: st.DrawFn, text: str) -> str:
    """A text with some words taken out, put in or changed."""
    parts = text.split(" ")
    for _ in range(draw(st.integers(1, 3))):
        index = draw(st.integers(0, len(parts)))
        parts[index : index + draw(st.integers(0, 2))] = draw(st.lists(words, max_size=2))
    return _stripped(" ".join(parts))


@st.composite
def revised_tables(draw: st.DrawFn, table: Provision) -> Provision:
    """A table with rows taken out, put in, moved or reworded, a cell emptied, a column taken out or put in."""
    found: list[Provision] = []
    column = draw(st.integers(0, 3))
    change = draw(st.integers(0, 5))
    for row in table.items:
        what = draw(st.integers(0, 7))
        items = list(row.items)
        if what == 0:
            continue
        if what == 1:
            found.append(_row(draw(rows)))
        if what <= 3:
            index = draw(st.integers(0, len(items) - 1))
            text = draw(st.one_of(st.just(""), texts, reworded(items[index].text)))
            below = draw(st.one_of(st.just(items[index].items), lists(leaves, 2)))
            items[index] = replace(items[index], text=text, items=below)
        if change == 0 and column < len(items) and len(items) > 1:
            del items[column]
        if change == 1:
            items.insert(min(column, len(items)), draw(cells))
        found.append(replace(row, items=tuple(items)))
    if draw(st.integers(0, 5)) == 0:
        found = draw(st.permutations(found))
    return replace(table, items=tuple(found)) if found else table


@st.composite
def revisions(draw: st.DrawFn, old: Resolution) -> Resolution:
    """Another text of the same resolution: provisions reworded, relabelled, dropped, added, moved anywhere (some
    with their items, some with only some of them), or all of it new."""
    if draw(st.integers(0, 9)) == 0:
        new = draw(resolutions())
        return replace(new, revision=new.revision or old.revision, language=old.language, permanent=old.permanent)
    pool: list[Provision] = []

    def edited(items: Sequence[Provision], depth: int) -> tuple[Provision, ...]:
        found: list[Provision] = []
        for item in items:
            what = draw(st.integers(0, 11))
            if item.kind is Kind.TABLE and what > 2:
                found.append(draw(revised_tables(item)))
                continue
            if what == 0:
                continue
            if what <= 2:
                is_table = item.kind is Kind.TABLE
                pool.append(item if is_table else replace(item, items=edited(item.items, depth + 1)))
                continue
            if what <= 4:
                item = replace(item, text=draw(reworded(item.text)))
            if what == 5:
                found.append(draw(listed))
            if what == 6 and item.items:
                pool.extend(item.items[:2])
                item = _legible(replace(item, items=item.items[2:]))
            found.append(_legible(replace(item, items=edited(item.items, depth + 1))))
        if len(found) > 1 and draw(st.integers(0, 5)) == 0:
            found = draw(st.permutations(found))
        if depth and draw(st.booleans()):
            return labelled(found, draw(st.sampled_from(sorted(SCHEMES))))
        return tuple(found)

    def settled(items: Sequence[Provision], depth: int) -> tuple[Provision, ...]:
        found = [
            item if item.kind is Kind.TABLE else replace(item, items=settled(item.items, depth + 1)) for item in items
        ]
        while pool and depth < 3 and draw(st.booleans()):
            item = pool.pop(draw(st.integers(0, len(pool) - 1)))
            if draw(st.integers(0, 2)) == 0 and item.kind is not Kind.TABLE:
                item = replace(item, text=draw(reworded(item.text)))
            found.insert(draw(st.integers(0, len(found))), item)
        return tuple(_legible(item) for item in found)

    return replace(
        old,
        revision=draw(st.sampled_from((old.revision, *REVISIONS[1:]))),
        title=draw(st.one_of(st.just(old.title), reworded(old.title))),
        opening=draw(st.one_of(st.just(old.opening), texts, st.just(""))),
        provisions=settled(edited(old.provisions, 0), 0),
        footnotes=draw(st.one_of(st.just(old.footnotes), notes)),
    )


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Resolution, Resolution]:
    """A resolution and another text of it."""
    old = draw(resolutions())
    return old, draw(revisions(old))


segments = st.builds(
    Segment,
    st.sampled_from(list(Op)),
    st.one_of(st.text("{}+-~=<>\\ab ,é中", max_size=8), texts),
    st.sampled_from(((), ("XYZ/1/1",), ("XYZ/1/2", "XYZ/1/3"))),
)
wordings: st.SearchStrategy[Wording] = st.lists(segments, max_size=6).map(wording)

NUMBER = "XYZ/1/1"
"""The number of the made-up proposals; no source is called XYZ."""


def proposal(base: Resolution, amendments: Sequence[Amendment] = (), number: str = NUMBER) -> Proposal:
    """A made-up proposal for a base."""
    return Proposal(number, Symbol.MOD, base.number, base.revision, source="XYZ", amendments=tuple(amendments))


@st.composite
def new_wordings(draw: st.DrawFn, old: str) -> NewWording:
    """A new wording of a text, in one of the three forms people write."""
    match draw(st.integers(0, 2)):
        case 0:
            new = draw(reworded(old))
            return Whole(new if not criticmarkup.is_marked(new) else "x")
        case 1:
            markup = criticmarkup.write(difference(old, draw(reworded(old))))
            return Marked(markup) if criticmarkup.is_marked(markup) else Whole("x")
        case _:
            word = draw(st.sampled_from(old.split() or [old]))
            return Replacements((Replacement(word, draw(texts), max(1, old.count(word))),))


@st.composite
def amendments(draw: st.DrawFn, base: Resolution) -> tuple[Amendment, ...]:
    """Amendments of every kind to addresses of a base; two may be about the same address, and then collide."""
    book = AddressBook(base)
    everything = book.all()
    provisions = [address for address, _ in book]
    found: list[Amendment] = []
    for _ in range(draw(st.integers(0, 6))):
        address = draw(st.sampled_from(everything))
        parent = draw(st.sampled_from(["", *provisions]))
        siblings = book.provision(parent).items if parent else base.provisions
        path = book.path(parent) if parent else ()
        anchor = ""
        if draw(st.booleans()) and siblings:
            index = draw(st.integers(0, len(siblings) - 1))
            anchor = book.canonical((*path, index))
        before, after = (anchor, "") if draw(st.booleans()) else ("", anchor)
        match draw(st.integers(0, 6)):
            case 0 | 1:
                if book.text(address):
                    label = draw(st.sampled_from((None, None, None, "7A")))
                    found.append(Amendment(Symbol.MOD, address, draw(new_wordings(book.text(address))), label=label))
            case 2:
                if address not in (TITLE, OPENING):
                    found.append(Amendment(Symbol.SUP, address))
            case 3:
                found.append(Amendment(Symbol.NOC, address))
            case 4 if provisions:
                moved = draw(st.sampled_from(provisions))
                found.append(Amendment(Symbol.MOVE, moved, to=parent or WHOLE_TEXT, before=before, after=after))
            case 5:
                note = Added(Provision(draw(texts)))
                found.append(Amendment(Symbol.ADD, f"{FOOTNOTE}/{draw(st.sampled_from('189*'))}", items=(note,)))
            case _:
                fitting = {Kind.TABLE: rows.map(_row), Kind.ROW: cells, Kind.CELL: leaves}
                kind = book.provision(parent).kind if parent else Kind.PARAGRAPH
                added = draw(st.lists(st.builds(Added, fitting.get(kind, listed)), min_size=1, max_size=3))
                items = tuple(added)
                if draw(st.integers(0, 3)) == 0 and all(a.provision.kind is Kind.PARAGRAPH for a in added):
                    label = draw(st.sampled_from(ODD_LABELS))
                    items = (Added(replace(added[0].provision, label=label), numbered=False),)
                found.append(
                    Amendment(
                        Symbol.ADD,
                        parent or WHOLE_TEXT,
                        label=None if items[0].numbered else items[0].provision.label,
                        items=items,
                        before=before,
                        after=after,
                    )
                )
    return tuple(found)


@st.composite
def proposed(draw: st.DrawFn) -> tuple[Resolution, Proposal]:
    """A base and a proposal for it, which may or may not fit."""
    base = draw(resolutions())
    return base, replace(proposal(base, draw(amendments(base))), revision=draw(st.sampled_from(REVISIONS)))


@st.composite
def written_proposals(draw: st.DrawFn) -> Proposal:
    """A proposal with everything that can stand in a file."""
    base, made = draw(proposed())
    statuses = st.sampled_from(list(Status))
    return replace(
        made,
        symbol=draw(st.sampled_from([symbol for symbol in Symbol if symbol is not Symbol.MOVE])),
        revision=draw(st.sampled_from(REVISIONS)),
        language=draw(st.sampled_from(("", "en", "fr-CH"))),
        cover=Cover(*(draw(prose).strip() for _ in range(5))),
        amendments=tuple(
            replace(a, status=draw(statuses), reasons=draw(prose).strip(), remarks=draw(remarks))
            for a in made.amendments
        ),
        reasons=draw(prose).strip(),
        status=draw(statuses),
        replaces=tuple(draw(st.lists(st.sampled_from(("ECP/24A5/1", "XYZ/7/2#3")), max_size=2))),
        queries=tuple(Query(address, draw(texts)) for address in AddressBook(base).all()[:2]),
    )
