"""Import and verify read a Word file alike: what the one proves, the other finds equal. Made up (source XYZ)."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resedit.formats.docx.tracked import read_tracked
from resedit.formats.read import read_text
from resedit.model.problem import Severity
from resedit.project.target import find
from resedit.record.files import files_of
from resedit.record.imports import import_document
from resedit.validate.gate import checked
from resedit.validate.run import validate
from resedit.verify.compare import mismatches
from tests.formats.docx.samples import docx
from tests.formats.docx.xml import level, listed, numbering, p
from tests.record.test_imports import runs

CALLS = ("recalling", "noting further", "resolves", "instructs the Director")
ANEW = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
COUNTED = numbering(level(0, "%1)", "lowerLetter"), *[ANEW] * 40)
ADDED = ("ins",)
words = st.sampled_from(["the work of the Union", "studies on this question", "its members", "all Sectors concerned"])
Paragraph = Callable[..., str]


@st.composite
def lines(draw: st.DrawFn, is_tracked: bool) -> str:
    """Words of a paragraph, their changes as CriticMarkup."""
    said = draw(words)
    if not is_tracked:
        return said
    return said + draw(st.sampled_from(["", "", "{++ and more++}", "{-- as before--}", "{-- in part--}{++ in full++}"]))


@st.composite
def lists(draw: st.DrawFn, number: int, is_tracked: bool) -> Iterator[str]:
    """Paragraphs with labels that are typed before a tab, or computed by Word; some of them come with their marks."""
    is_computed = draw(st.booleans())
    made = []
    for place in range(draw(st.integers(1, 4))):
        text = draw(lines(is_tracked)) + ";"
        is_new = is_computed and is_tracked and place > 0 and draw(st.booleans())
        if is_new:
            text = f"{{++{draw(words)};++}}"
        if is_computed:
            made.append(listed("".join(runs(text)), number, 0, *(ADDED if is_new else ())))
        else:
            made.append(p("".join(runs(f"{'abcd'[place]})\t{text}"))))
    return iter(made)


@st.composite
def blocks(draw: st.DrawFn, number: int, styled: bool) -> str:
    """A proposal with its text and its reasons."""

    def of(text: str, style: str) -> str:
        return p("".join(runs(text)), style=style if styled else "Normal")

    symbol = draw(st.sampled_from(["MOD", "MOD", "ADD", "SUP", "NOC"]))
    is_tracked = symbol == "MOD"
    name = f"DRAFT NEW RESOLUTION [XYZ-{number}]" if symbol == "ADD" else f"RESOLUTION {number}"
    made = [of(f"{symbol}\tXYZ/1/{number}", "Proposal"), of(f"{name} (Nowhere, 2001)", "ResNo")]
    made += [of(draw(lines(is_tracked)), "Restitle") for _ in range(draw(st.integers(1, 3)) if styled else 1)]
    if draw(st.booleans()):
        made.append(of("The Made-up Conference (Nowhere, 2001),", "Normalaftertitle"))
    for index, call in enumerate(CALLS[: draw(st.integers(1, len(CALLS)))], start=1):
        made += [of(call, "Call"), *draw(lists(10 * number + index, is_tracked))]
    if draw(st.booleans()):
        made += [of(f"ANNEX TO {name}", "AnnexNo"), of("On limits", "Annextitle")]
        made += draw(lists(10 * number, is_tracked))
    for index in range(draw(st.integers(0, 3))):
        made.append(of(draw(words) if index else f"Reasons:\t{draw(words)}", "Reasons"))
    return "".join(made)


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    styled = draw(st.booleans())
    body = "".join(draw(blocks(number, styled)) for number in range(1, draw(st.integers(1, 3)) + 1))
    return docx(body, numbering=COUNTED)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(documents())
def test_what_is_imported_is_verified(data: bytes) -> None:
    """With styles and without, one proposal or several, labels that are typed or computed: no error is found in the
    files, and each proposal's original and final text are those of the document."""
    made = import_document(read_tracked(data, "made-up.docx"), lambda *_: None)
    with tempfile.TemporaryDirectory() as folder:
        word, project = Path(folder, "made-up.docx"), Path(folder, "amendments")
        word.write_bytes(data)
        for file in files_of(made, project / "x", force=False):
            file.path.parent.mkdir(parents=True, exist_ok=True)
            file.path.write_text(file.text, "utf-8")
        report = validate(project=project)
        assert [problem for problem in report.problems if problem.severity is Severity.ERROR] == []
        for one in made.proposals:
            number = one.proposal.number
            redline = checked(find(number, project)).redline
            for is_final in (True, False):
                text = redline.final() if is_final else redline.original()
                read = read_text(str(word), text, is_final, bytes, [number])
                assert mismatches(text, read.lines) == ()
