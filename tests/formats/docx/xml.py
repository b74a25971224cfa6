"""Pieces of WordprocessingML for tests, and random ones for properties."""

from hypothesis import strategies as st

from resedit.formats.docx.ooxml import W


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(content: str, author: str = "a", date: str = "") -> str:
    return f'<w:ins w:id="1" w:author="{author}"{_date(date)}>{content}</w:ins>'


def gone(text: str, author: str = "a", date: str = "") -> str:
    content = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="1" w:author="{author}"{_date(date)}>{content}</w:del>'


def _date(date: str) -> str:
    return f' w:date="{date}"' if date else ""


def p(content: str, *marks: str, style: str = "", properties: str = "") -> str:
    """A paragraph; `marks` are what happens to its mark (`ins`, `del`, `moveFrom`, `moveTo`)."""
    tracked = "".join(f'<w:{mark} w:id="1" w:author="m"/>' for mark in marks)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}<w:rPr>{tracked}</w:rPr></w:pPr>{content}</w:p>"


def listed(content: str, number: int = 1, level: int = 0, *marks: str, inside: str = "") -> str:
    """A paragraph of a list; `inside` stands among its numbering properties."""
    return p(
        content,
        *marks,
        properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>{inside}</w:numPr>',
    )


def field(code: str, result: str, code_element: str = "instrText") -> str:
    chars = [f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end")]
    parts = (chars[0], f"<w:{code_element}>{code}</w:{code_element}>", chars[1], f"<w:t>{result}</w:t>", chars[2])
    return "".join(f"<w:r>{part}</w:r>" for part in parts)


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(text: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{p(run(text))}</w:tc></w:tr>"


def note(number: int, body: str) -> str:
    return f'<w:footnote w:id="{number}"><w:p><w:r><w:footnoteRef/></w:r>{body}</w:p></w:footnote>'


def footnotes(*notes: str) -> str:
    return f'<w:footnotes xmlns:w="{W}">{"".join(notes)}</w:footnotes>'


def cite(number: int, mark: str = "") -> str:
    custom = ' w:customMarkFollows="1"' if mark else ""
    after = f"<w:t>{mark}</w:t>" if mark else ""
    return f'<w:r><w:footnoteReference{custom} w:id="{number}"/>{after}</w:r>'


def level(index: int, text: str, format_: str = "decimal", more: str = "") -> str:
    counts = f'<w:numFmt w:val="{format_}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/>{counts}{more}</w:lvl>'


def numbering(levels: str, *overrides: str) -> str:
    """A part with one definition, and a list on it for each of `overrides` after the plain first."""
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="7"/>{override}</w:num>'
        for number, override in enumerate(("", *overrides), start=1)
    )
    definition = f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
    return f'<w:numbering xmlns:w="{W}">{definition}{lists}</w:numbering>'


DEEP = level(0, "%1.") + level(1, "%1.%2", "lowerLetter") + level(2, "(%3)", "lowerRoman")
"""Levels of a list: `1.`, `1.a`, `(i)`."""

_WORDS = st.text("ab \t", min_size=1, max_size=4).map(run)
_RUNS = st.one_of(_WORDS, _WORDS, st.integers(1, 3).map(cite), st.just(field(" PAGE ", "7")))


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    names = st.sampled_from(("ins", "del", "moveFrom", "moveTo", "hyperlink", "smartTag"))
    return st.builds("<w:{0} w:author='{1}'>{2}</w:{0}>".format, names, st.sampled_from("xy"), _several(inner, 3))


def _several(one: st.SearchStrategy[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(one, max_size=most).map("".join)


_INLINE = st.recursive(_RUNS, _wrapped, max_leaves=5)
_MARKS = st.lists(st.sampled_from(("ins", "del", "moveFrom", "moveTo")), max_size=2, unique=True)
_PARAGRAPHS = st.builds(lambda content, marks: p(content, *marks), _several(_INLINE, 3), _MARKS)


def _tables(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cells = _several(inner, 2).map("<w:tc>{}</w:tc>".format)
    rows = st.builds(
        "<w:tr><w:trPr>{}</w:trPr>{}</w:tr>".format,
        st.sampled_from(("", "", "<w:ins/>", "<w:del/>")),
        _several(cells, 2),
    )
    return st.one_of(_several(rows, 2).map("<w:tbl>{}</w:tbl>".format), _several(inner, 3))


BODIES = _several(st.recursive(_PARAGRAPHS, _tables, max_leaves=6), 4)
"""Bodies with changes nested in every way, tables among them."""
