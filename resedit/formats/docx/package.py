"""The container: parts, their types and relations, as a zip file that is the same for the same parts."""

import io
import zipfile
from collections.abc import Mapping

from resedit.formats.docx.ooxml import DECLARATION, escaped

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "word/footnotes.xml": f"{_WORD}.footnotes+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_RELATIONS = {
    "word/styles.xml": "styles",
    "word/settings.xml": "settings",
    "word/fontTable.xml": "fontTable",
    "word/footer1.xml": "footer",
    "word/footnotes.xml": "footnotes",
}
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can hold: members carry no time of their own."""


def relation_id(part: str) -> str:
    """The id by which the document refers to another part."""
    return f"rId{list(_RELATIONS).index(part) + 1}"


def packed(parts: Mapping[str, str]) -> bytes:
    """A Word file of these parts (name, XML without declaration); the same parts always give the same bytes."""
    members = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _package_relations(),
        "word/_rels/document.xml.rels": _document_relations(parts),
        **parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, xml in members.items():
            info = zipfile.ZipInfo(name, _FIRST_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else it would tell the operating system
            archive.writestr(info, (DECLARATION + xml).encode())
    return buffer.getvalue()


def properties(title: str, creator: str) -> dict[str, str]:
    """The parts that say what the document is; no dates."""
    core = (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escaped(title)}</dc:title><dc:creator>{escaped(creator)}</dc:creator></cp:coreProperties>"
    )
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>resedit</Application></Properties>"
    )
    return {"docProps/core.xml": core, "docProps/app.xml": app}


def _content_types(parts: Mapping[str, str]) -> str:
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{_TYPES[name]}"/>' for name in parts)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _package_relations() -> str:
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>'
    )


def _document_relations(parts: Mapping[str, str]) -> str:
    relations = "".join(
        f'<Relationship Id="{relation_id(part)}" Type="{_OFFICE}/{kind}" Target="{part.removeprefix("word/")}"/>'
        for part, kind in _RELATIONS.items()
        if part in parts
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
