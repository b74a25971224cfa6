"""The styles of the ITU templates, defined in the file so that it looks right anywhere.

Ids, indents and spacing follow the templates of ITU conferences (Normal 12 pt, tabs at 2, 3.3 and 4 cm; enumlev1 to 3
hanging; Call italic and kept with what follows).
"""

from dataclasses import dataclass

from resedit.formats.docx.ooxml import NAMESPACES, Script

FONT = "Calibri"
RIGHT_TO_LEFT_FONT = "Arial"

LEVELS = ((1134, 1134), (1871, 737), (2268, 397))
"""Left and hanging indent of enumlev1, enumlev2 and enumlev3, in twentieths of a point."""
CALL_INDENT = 1134
STYLE_INDENTS = {"Call": (CALL_INDENT, 0), **{f"enumlev{n}": level for n, level in enumerate(LEVELS, start=1)}}
"""Left and hanging indent of the styles of provisions; of any other, none."""


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style; `paragraph` and `run` are property elements in the schema's order."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    following: str = "Normal"
    based_on: str = "Normal"


def _bold(size: int = 0) -> str:
    return "<w:b/><w:bCs/>" + (_size(size) if size else "")


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _indent(level: int) -> str:
    left, hanging = LEVELS[level]
    return f'<w:ind w:left="{left}" w:hanging="{hanging}"/>'


def _box() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="auto"/>'
        for side, space in (("top", 4), ("left", 6), ("bottom", 4), ("right", 6))
    )
    return f'<w:pBdr>{sides}</w:pBdr><w:spacing w:before="0" w:after="80"/><w:ind w:left="142" w:right="142"/>'


_KEEP = "<w:keepNext/><w:keepLines/>"
_CENTRE = '<w:jc w:val="center"/>'
_RULE = '<w:pBdr><w:{} w:val="single" w:sz="{}" w:space="{}" w:color="auto"/></w:pBdr>'

_STYLES = (
    _Style(
        "ResNo",
        "Res_No",
        f'{_KEEP}<w:spacing w:before="480"/>{_CENTRE}',
        f"<w:caps/>{_size(28)}",
        following="Restitle",
    ),
    _Style(
        "Restitle",
        "Res_title",
        f'{_KEEP}<w:spacing w:before="240" w:after="120"/>{_CENTRE}',
        _bold(28),
        following="Normalaftertitle",
    ),
    _Style("Normalaftertitle", "Normal_after_title", '<w:spacing w:before="280"/>'),
    _Style("Call", "Call", f'{_KEEP}<w:spacing w:before="160"/><w:ind w:left="{CALL_INDENT}"/>', "<w:i/><w:iCs/>"),
    _Style("AnnexNo", "Annex_No", f'{_KEEP}<w:spacing w:before="480"/>{_CENTRE}', f"<w:caps/>{_size(28)}"),
    _Style("enumlev1", "enumlev1", f'<w:spacing w:before="80"/>{_indent(0)}', following="enumlev1"),
    _Style("enumlev2", "enumlev2", _indent(1), following="enumlev2", based_on="enumlev1"),
    _Style("enumlev3", "enumlev3", _indent(2), following="enumlev3", based_on="enumlev2"),
    _Style("Tabletext", "Table_text", '<w:spacing w:before="40" w:after="40"/>', _size(20), following="Tabletext"),
    _Style("Proposal", "Proposal", '<w:keepNext/><w:spacing w:before="360"/>', following="ResNo"),
    _Style("Reasons", "Reasons", '<w:keepLines/><w:spacing w:before="240"/>'),
    _Style(
        "FootnoteText",
        "footnote text",
        '<w:keepLines/><w:tabs><w:tab w:val="left" w:pos="284"/></w:tabs>'
        '<w:spacing w:before="60"/><w:ind w:left="284" w:hanging="284"/>',
        _size(20),
        following="FootnoteText",
    ),
    _Style(
        "Footer",
        "footer",
        '<w:tabs><w:tab w:val="clear" w:pos="1134"/><w:tab w:val="clear" w:pos="1871"/>'
        '<w:tab w:val="clear" w:pos="2268"/><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:before="0"/>',
        _size(16),
        following="Footer",
    ),
    _Style("Conference", "Conference", f'{_KEEP}<w:spacing w:before="0"/>', _bold(28), following="Venue"),
    _Style(
        "Venue",
        "Venue",
        f'<w:keepNext/>{_RULE.format("bottom", 12, 6)}<w:spacing w:before="0" w:after="240"/>',
        _bold(),
    ),
    _Style("Source", "Source", f'{_KEEP}<w:spacing w:before="360"/>{_CENTRE}', _bold(28), following="Title1"),
    _Style("Title1", "Title_1", f'{_KEEP}<w:spacing w:before="200" w:after="240"/>{_CENTRE}', f"<w:caps/>{_size(28)}"),
    _Style("Covermatter", "Cover_matter", _box(), following="Covermatter"),
    _Style(
        "Endrule",
        "End_rule",
        f'{_RULE.format("top", 6, 1)}<w:spacing w:before="480"/><w:ind w:left="3969" w:right="3969"/>',
        _size(8),
    ),
)
"""In the order in which a document uses them."""

STYLE_IDS = ("Normal", *(style.id for style in _STYLES))


def styles_xml(script: Script) -> str:
    """The styles part for texts in one language."""
    return (
        f"<w:styles {NAMESPACES}>{_defaults(script)}{_normal(script)}"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        f"{''.join(_style_xml(style, script) for style in _STYLES)}"
        '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:i w:val="0"/><w:iCs w:val="0"/>'
        '<w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
    )


def font_table_xml() -> str:
    """What to print with where the fonts are missing: Carlito has Calibri's widths."""
    fonts = (("Calibri", "Carlito", "swiss"), ("Arial", "Liberation Sans", "swiss"), ("SimSun", "宋体", "auto"))
    listed = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:family w:val="{family}"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, other, family in fonts
    )
    return f"<w:fonts {NAMESPACES}>{listed}</w:fonts>"


def _defaults(script: Script) -> str:
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:eastAsia="{script.east_asian_font}"'
        f' w:hAnsi="{FONT}" w:cs="{RIGHT_TO_LEFT_FONT}"/>{_size(24)}{script.lang}</w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )


def _normal(script: Script) -> str:
    tabs = "".join(f'<w:tab w:val="left" w:pos="{left}"/>' for left, _ in LEVELS)
    bidi = "<w:bidi/>" if script.is_right_to_left else ""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr><w:tabs>{tabs}</w:tabs>{bidi}<w:spacing w:before="120"/></w:pPr></w:style>'
    )


def _style_xml(style: _Style, script: Script) -> str:
    run = style.run.replace("<w:i/><w:iCs/>", _UPRIGHT_EMPHASIS) if script.is_east_asian else style.run
    custom = "" if style.id in ("FootnoteText", "Footer") else ' w:customStyle="1"'
    properties = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/><w:next w:val="{style.following}"/><w:qFormat/>'
        f"<w:pPr>{style.paragraph}</w:pPr>{properties}</w:style>"
    )


_UPRIGHT_EMPHASIS = '<w:rFonts w:eastAsia="KaiTi"/>'
"""Ideographs have no italics: printers set such words in another face."""
