"""Redlines to write as Word files: the real one, and made-up ones that hypothesis draws."""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from lxml import etree

from resedit.amend.compare import compare
from resedit.formats.docx.ooxml import W
from resedit.formats.text import text
from resedit.merge.merge import apply
from resedit.model.proposal import Proposal
from resedit.model.resolution import Footnote, Provision, Resolution, footnote_order
from resedit.redline.redline import Redline
from resedit.redline.references import REFERENCE, references, renamed
from resedit.store.load import expect, load_file
from tests.conftest import ROOT
from tests.strategies import NUMBER, pairs

FOLDER = ROOT / "amendments" / "wtdc-17" / "res-30"
N = {"w": W}


def resolution_30() -> Redline:
    """MOD ECP/24A5/1 applied to Resolution 30."""
    base, number = FOLDER / "base.yaml", FOLDER / "ecp-24a5-1.yaml"
    loaded = expect(load_file(base), Resolution, str(base)), expect(load_file(number), Proposal, str(number))
    return apply(loaded[0], [loaded[1]])


def lines(resolution: Resolution) -> list[str]:
    """The lines of the plain text, without those that have nothing in them."""
    return [line for line in text(resolution).split("\n") if line.strip()]


def revised(old: Resolution, new: Resolution) -> Redline:
    """The redline of two texts, made up and no conference's."""
    return compare(old, new, (NUMBER,))


def drawn(count: int, adapted: Callable[[Resolution], Resolution]) -> list[Redline]:
    """As many different redlines, the same ones in every run."""
    found: list[Redline] = []

    @settings(max_examples=8 * count, derandomize=True, database=None)
    @given(pairs())
    def collect(pair: tuple[Resolution, Resolution]) -> None:
        old, new = map(adapted, pair)
        if old != new and old.provisions:
            found.append(revised(old, new))

    collect()
    assert len(found) >= count
    return found[:: len(found) // count][:count]


def well_cited(resolution: Resolution) -> Resolution:
    """A resolution whose footnotes are cited once each, in their order: what Word itself would number."""
    known = {note.label for note in resolution.footnotes}
    seen: list[str] = []

    def once(words: str) -> str:
        def keep(match: re.Match[str]) -> str:
            if match[1] not in known or match[1] in seen:
                return ""
            seen.append(match[1])
            return match[0]

        return REFERENCE.sub(keep, words).strip() or "x"

    result = _mapped(resolution, once)
    counted = [label for label in seen if label.isdecimal()]
    names = {label: str(counted.index(label) + 1) if label in counted else label for label in seen}
    notes = (
        Footnote(names[note.label], REFERENCE.sub("", note.text).strip() or "x")
        for note in resolution.footnotes
        if note.label in seen
    )
    cited = _mapped(result, lambda words: renamed(words, names))
    return replace(cited, footnotes=tuple(sorted(notes, key=lambda note: footnote_order(note.label))))


def _mapped(resolution: Resolution, change: Callable[[str], str]) -> Resolution:
    def below(items: tuple[Provision, ...]) -> tuple[Provision, ...]:
        return tuple(
            replace(item, text=change(item.text) if item.text else "", items=below(item.items)) for item in items
        )

    title = change(resolution.title)
    opening = change(resolution.opening) if resolution.opening else ""
    return replace(resolution, title=title, opening=opening, provisions=below(resolution.provisions))


def cited(words: str) -> list[str]:
    """The labels of the notes that a text refers to."""
    return references(words)


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """The root of one part of a Word file."""
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def parts(data: bytes) -> dict[str, bytes]:
    """All parts of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def docx(body: str, **others: str) -> bytes:
    """A Word file with this XML in its body; other parts by name (`footnotes`)."""
    relations = "".join(
        f'<Relationship Id="r{name}" Target="{name}.xml"'
        f' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{name}"/>'
        for name in others
    )
    members = {
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": "<Relationships xmlns="
        f'"http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>',
        **{f"word/{name}.xml": xml for name, xml in others.items()},
    }
    return zipped({name: xml.encode() for name, xml in members.items()})


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def saved(redlines: list[bytes], folder: Path) -> list[Path]:
    """Files in a folder, numbered."""
    paths = [folder / f"{index:03}.docx" for index in range(len(redlines))]
    for path, data in zip(paths, redlines, strict=True):
        path.write_bytes(data)
    return paths
