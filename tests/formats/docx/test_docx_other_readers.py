"""Other programs accept and reject what resedit writes: LibreOffice, pandoc, and docx-scalpel where it is installed."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from resedit.formats.docx.read import WordText, read_docx, resolution_lines
from resedit.formats.docx.write import write_docx
from resedit.model.resolution import Resolution
from resedit.redline.lines import number_wording
from resedit.redline.redline import Redline
from tests.formats.docx.samples import cited, drawn, lines, resolution_30, saved, well_cited

DRAWN = 40
SOFT_HYPHEN = "\u00ad"
"""LibreOffice saves it as an element, which is no text."""
ZERO_WIDTH_JOINER = "\u200d"
"""LibreOffice puts one into tracked rows whose cells are empty."""


@pytest.fixture(scope="module")
def redlines() -> list[Redline]:
    return [resolution_30(), *drawn(DRAWN, well_cited)]


@pytest.fixture(scope="module")
def files(redlines: list[Redline], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return saved([write_docx(redline, date="2017-10-09") for redline in redlines], tmp_path_factory.mktemp("docx"))


def sides(redline: Redline) -> Mapping[str, Resolution]:
    return {"accept": redline.final(), "reject": redline.original()}


@pytest.fixture(scope="module")
def libreoffice(files: list[Path]) -> None:
    """What LibreOffice makes of the files, saved beside them."""
    python = with_uno()
    profile = files[0].parent / "profile"
    script = Path(__file__).with_name("libreoffice_changes.py")
    command = [python, str(script), str(profile), *map(str, files)]
    assert runs(command), "LibreOffice did not get through the files"


def with_uno() -> str:
    """A Python that has LibreOffice's bridge; skips where there is none."""
    pythons = [python for python in (shutil.which("python3", path=os.defpath), shutil.which("python3")) if python]
    python = next((python for python in pythons if runs([python, "-c", "import uno"])), None)
    if not shutil.which("soffice") or python is None:
        pytest.skip("LibreOffice with its Python bridge is not here (Debian: libreoffice-writer, python3-uno)")
    return python


def runs(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, timeout=600).returncode == 0


@pytest.mark.usefixtures("libreoffice")
@pytest.mark.parametrize("view", ["accept", "reject"])
def test_libreoffice_gives_both_texts(redlines: list[Redline], files: list[Path], view: str) -> None:
    """Law 1, by a reader that is not ours, saved by it as a Word file again."""
    for redline, path in zip(redlines, files, strict=True):
        found = read_docx(path.with_suffix(f".{view}.docx").read_bytes(), accept=True)
        assert not found.has_changes
        assert _seen(_without_doubled_marks(found)) == _seen(lines(sides(redline)[view])), path


def _seen(found: list[str]) -> list[str]:
    bare = (line.replace(SOFT_HYPHEN, "").replace(ZERO_WIDTH_JOINER, "") for line in found)
    return [line for line in bare if line.strip()]


def _without_doubled_marks(found: WordText) -> list[str]:
    """LibreOffice writes a custom mark of a note twice: once for itself, once as it stands in the note."""
    marks = [re.escape(note.label) for note in found.notes if not note.label.isdecimal()]
    pattern = re.compile(rf"^(\[\^({'|'.join(marks)})\]: )\2\s?") if marks else None
    return [pattern.sub(r"\1", line) if pattern else line for line in resolution_lines(found)]


@pytest.mark.parametrize("view", ["accept", "reject"])
def test_pandoc_gives_both_texts(redlines: list[Redline], files: list[Path], view: str) -> None:
    """Law 1, by pandoc: white space as it comes, notes in the order of reference, their marks not told."""
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not here")
    for redline, path in zip(redlines, files, strict=True):
        command = ["pandoc", "--from=docx", "--to=json", f"--track-changes={view}", str(path)]
        output = subprocess.run(command, check=True, capture_output=True, timeout=60).stdout
        document = json.loads(output)
        notes: list[str] = []
        found = [_squeezed(line) for line in _blocks(document["blocks"], notes) if line.strip()]
        first = _squeezed(_number_line(redline, view))
        start = found.index(first)
        end = next((i for i, line in enumerate(found) if line.startswith("Reasons:")), len(found))
        assert found[start:end] + notes == _as_pandoc_tells(sides(redline)[view]), path


def _number_line(redline: Redline, view: str) -> str:
    words = number_wording(redline)
    return words.final() if view == "accept" else words.original()


def _as_pandoc_tells(resolution: Resolution) -> list[str]:
    texts = {note.label: note.text for note in resolution.footnotes}
    every = lines(resolution)
    body = every[: len(every) - len(texts)]
    order = [label for line in body[1:] for label in cited(line)]
    notes = [texts[label] if label.isdecimal() else f"{label} {texts[label]}" for label in order]
    return [_squeezed(re.sub(r"\[\^[^\]\s]+\]", "[note]", line)) for line in body] + [_squeezed(n) for n in notes]


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _blocks(blocks: list[dict[str, Any]], notes: list[str]) -> Iterator[str]:
    for block in blocks:
        content: Any = block.get("c")
        match block["t"]:
            case "Para" | "Plain":
                yield _inlines(content, notes)
            case "BlockQuote":
                yield from _blocks(content, notes)
            case "Div":
                yield from _blocks(content[-1], notes)
            case "Table":
                for row in _pandoc_rows(content):
                    for cell in row[1]:
                        yield from _blocks(cell[-1], notes)
            case other:
                raise AssertionError(f"pandoc sees a {other}, which was not written")


def _pandoc_rows(table: list[Any]) -> Iterator[list[Any]]:
    """The rows of a table, head first."""
    _, _, _, head, bodies, _ = table
    yield from head[1]
    for body in bodies:
        yield from (*body[2], *body[3])


def _inlines(inlines: list[dict[str, Any]], notes: list[str]) -> str:
    text = ""
    for inline in inlines:
        content: Any = inline.get("c")
        match inline["t"]:
            case "Str":
                text += content
            case "Space" | "SoftBreak" | "LineBreak":
                text += " "
            case "Note":
                notes.append(_squeezed(" ".join(_blocks(content, []))))
                text += "[note]"
            case "Span" | "Quoted":
                text += _inlines(content[-1], notes)
            case "Emph" | "Strong" | "Superscript" | "Underline" | "SmallCaps":
                text += _inlines(content, notes)
            case other:
                raise AssertionError(f"pandoc sees a {other}, which was not written")
    return text


def test_docx_scalpel_gives_both_texts(redlines: list[Redline]) -> None:
    """Law 1, by the accepter and rejecter of Open XML PowerTools."""
    scalpel = pytest.importorskip("docx_scalpel", reason="docx-scalpel (PyPI) is not installed", exc_type=ImportError)
    for redline in redlines:
        data = write_docx(redline, date="2017-10-09")
        accepted = read_docx(scalpel.docx_diff_accept_revisions(data), accept=True)
        rejected = read_docx(scalpel.docx_diff_reject_revisions(data), accept=True)
        assert not accepted.has_changes and not rejected.has_changes
        assert resolution_lines(accepted) == lines(redline.final())
        assert resolution_lines(rejected) == lines(redline.original())
