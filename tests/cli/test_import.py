"""Import, record and new on the command line: what is written, and what is left alone."""

import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT
from tests.formats.docx.samples import docx
from tests.record.test_imports import document, paragraph

RES_30 = ROOT / "amendments" / "wtdc-17" / "res-30"
CORPUS = Path(os.environ.get("RESEDIT_CORPUS", ROOT.parent / "shared" / "corpus")) / "docx"


def exported(run: Run, folder: Path) -> Path:
    """Resolution 30 with its proposal as a Word file."""
    file = folder / "res-30.docx"
    assert run("export", "res-30", "-f", "docx", "-o", str(file)).code == 0
    return file


def contents(folder: Path) -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text("utf-8") for p in sorted(folder.rglob("*.yaml"))}


def test_import_makes_files_that_prove_themselves(run: Run, tmp_path: Path) -> None:
    """The files validate, and verify proves either text of the document against them."""
    file = exported(run, tmp_path)
    ended = run("import", str(file), "--into", "amendments/x-17", cwd=tmp_path)
    assert (ended.code, ended.out) == (0, "")
    assert sorted(contents(tmp_path)) == ["amendments/x-17/res-30/base.yaml", "amendments/x-17/res-30/ecp-24a5-1.yaml"]
    assert run("validate", cwd=tmp_path).code == 0
    for view in ("final", "original"):
        assert run("verify", "ECP/24A5/1", str(file), "--view", view, cwd=tmp_path).code == 0
    assert "reasons: Update of the Resolution" in contents(tmp_path)["amendments/x-17/res-30/ecp-24a5-1.yaml"]


def test_import_reports_what_is_not_carried_with_its_place(run: Run, tmp_path: Path) -> None:
    ended = run("import", str(exported(run, tmp_path)), "--into", "x", "--dry-run", "--format", "json", cwd=tmp_path)
    lost = json.loads(ended.out)["not_carried"]
    titles = [each for each in lost if each["detail"].startswith("on the title page: World Telecommunication")]
    assert [(each["kind"], each["place"]) for each in titles] == [("other content", 1)]
    told = run("import", str(tmp_path / "res-30.docx"), "--into", "x", "--dry-run", cwd=tmp_path).err
    assert re.search(r"not carried: other content \(on the title page: World .*\), paragraph 1\n", told)


def test_a_dry_run_writes_nothing(run: Run, tmp_path: Path) -> None:
    ended = run("import", str(exported(run, tmp_path)), "--into", "x", "--dry-run", cwd=tmp_path)
    assert ended.code == 0
    assert "# x/res-30/base.yaml\n" in ended.out and "would write x/res-30/ecp-24a5-1.yaml" in ended.err
    assert not contents(tmp_path)


def test_a_file_is_no_folder_to_import_into(run: Run, tmp_path: Path) -> None:
    file = exported(run, tmp_path)
    ended = run("import", str(file), "--into", str(file), cwd=tmp_path)
    assert ended.code == 2 and "is a file, not a folder" in ended.err and "--into" in ended.err


def test_a_known_base_is_kept_and_nothing_is_written_over(run: Run, tmp_path: Path) -> None:
    file = exported(run, tmp_path)
    folder = tmp_path / "x" / "res-30"
    folder.mkdir(parents=True)
    base = (RES_30 / "base.yaml").read_text("utf-8")
    (folder / "base.yaml").write_text(base, "utf-8")
    ended = run("import", str(file), "--into", "x", cwd=tmp_path)
    assert ended.code == 0 and "keep x/res-30/base.yaml" in ended.err
    assert (folder / "base.yaml").read_text("utf-8") == base
    before = contents(tmp_path)
    again = run("import", str(file), "--into", "x", cwd=tmp_path)
    assert again.code == 2 and "would be written over" in again.err
    assert contents(tmp_path) == before
    assert run("import", str(file), "--into", "x", "--force", cwd=tmp_path).code == 0
    assert (folder / "base.yaml").read_text("utf-8") == base


def test_another_base_stops_it_with_the_differences(run: Run, tmp_path: Path) -> None:
    file = exported(run, tmp_path)
    folder = tmp_path / "x" / "res-30"
    folder.mkdir(parents=True)
    base = (RES_30 / "base.yaml").read_text("utf-8")
    (folder / "base.yaml").write_text(base.replace("overall review", "whole review"), "utf-8")
    before = contents(tmp_path)
    ended = run("import", str(file), "--into", "x", cwd=tmp_path)
    assert ended.code == 1
    assert "MOD  recalling/e\n" in ended.out and "{--whole--}{++overall++}" in ended.out
    assert contents(tmp_path) == before
    forced = run("import", str(file), "--into", "x", "--force", cwd=tmp_path)
    assert forced.code == 0 and "{--whole--}{++overall++}" in forced.err and "wrote x/res-30/base.yaml" in forced.err
    assert "whole review" not in (folder / "base.yaml").read_text("utf-8")


def test_differences_from_the_base_that_nobody_sees_are_told_by_name(run: Run, tmp_path: Path) -> None:
    file = exported(run, tmp_path)
    (tmp_path / "x" / "res-30").mkdir(parents=True)
    base = (RES_30 / "base.yaml").read_text("utf-8").replace("overall review", "overall\u00a0review")
    (tmp_path / "x" / "res-30" / "base.yaml").write_text(base, "utf-8")
    ended = run("import", str(file), "--into", "x", cwd=tmp_path)
    assert ended.code == 1
    assert "MOD  recalling/e (U+0020 SPACE for U+00A0 NO-BREAK SPACE)\n" in ended.out


def test_all_files_are_written_or_none(run: Run, tmp_path: Path) -> None:
    """The proposal's place is taken by a folder: the base is not written either."""
    file = exported(run, tmp_path)
    (tmp_path / "x" / "res-30" / "ecp-24a5-1.yaml").mkdir(parents=True)
    ended = run("import", str(file), "--into", "x", "--force", cwd=tmp_path)
    assert ended.code == 2
    assert not [path for path in (tmp_path / "x").rglob("*") if path.is_file()]


@pytest.mark.parametrize(("data", "message"), [(b"", "not a Word document"), (b"PK\x03\x04", "damaged or cut off")])
def test_what_is_no_document_is_refused(data: bytes, message: str, run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(data)
    ended = run("import", "x.docx", "--into", "x", cwd=tmp_path)
    assert ended.code == 2 and message in ended.err
    assert not (tmp_path / "x").exists()


def test_a_document_without_a_proposal_wants_its_number(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "clean.docx"
    assert run("export", "res-30", "-f", "docx", "--view", "original", "-o", str(file)).code == 0
    ended = run("import", str(file), "--into", "x", cwd=tmp_path)
    assert ended.code == 2 and "name it with --proposal" in ended.err


def test_the_real_proposal_in_arabic(run: Run, tmp_path: Path) -> None:
    """MEX/18A3/1 as a conference received it: right labels, nesting, tables, reasons; proved against the document."""
    file = CORPUS / "oxpt__RP051-Arabic.docx"
    if not file.exists():
        pytest.skip("the corpus is not here ($RESEDIT_CORPUS)")
    assert run("import", str(file), "--into", "amendments/wrc-12", cwd=tmp_path).code == 0
    assert run("validate", cwd=tmp_path).code == 0
    for view in ("final", "original"):
        ended = run("verify", "MEX/18A3/1", str(file), "--view", view, cwd=tmp_path)
        assert ended.code == 0, ended.out
    made = contents(tmp_path)["amendments/wrc-12/res-417/mex-18a3-1.yaml"]
    assert made.count("- rows:") == 2 and "\nreasons: " in made and "\nheading: " in made
    addresses = run("show", "MEX/18A3/1", "--format", "json", "--view", "final", cwd=tmp_path)
    assert '"يقـرر/5/table' in addresses.out


@pytest.mark.parametrize("form", ["text", "markdown", "yaml", "docx"])
def test_an_edited_copy_is_recorded(form: str, run: Run, tmp_path: Path) -> None:
    """One word changed is one replacement; a paragraph taken out is SUP, and the labels after it are not written."""
    name = {"text": "a.txt", "markdown": "a.md", "yaml": "a.yaml", "docx": "a.docx"}[form]
    copy = tmp_path / name
    base = tmp_path / "base.yaml"
    original = (RES_30 / "base.yaml").read_text("utf-8")
    base.write_text(original, "utf-8")
    changed = original.replace(
        "on the strategic plan for the Union for 2012-2015", "on the strategic plan of the Union"
    )
    changed = re.sub(r"  - b\): Resolution 130.*\n", "", changed)
    for old, new in zip("cdefgh", "bcdefg", strict=True):
        changed = changed.replace(f"  - {old}):", f"  - {new}):", 1)
    (tmp_path / "edited.yaml").write_text(changed, "utf-8")
    view = ["--view", "original"]
    assert run("export", "edited.yaml", "-f", form, *view, "-o", str(copy), cwd=tmp_path).code == 0
    out = tmp_path / "xyz-1-1.yaml"
    ended = run("record", "base.yaml", name, "--proposal", "XYZ/1/1", "-o", str(out), cwd=tmp_path)
    assert (ended.code, ended.err) == (0, "")
    written = out.read_text("utf-8")
    assert "- SUP: recalling/b\n" in written and "label:" not in written
    assert written.count("- MOD:") == 1
    assert run("verify", str(out), "edited.yaml", cwd=tmp_path).code == 0


def test_a_tracked_copy_is_taken_at_its_changes(run: Run, tmp_path: Path) -> None:
    file = exported(run, tmp_path)
    ended = run("record", "res-30", str(file), "--proposal", "XYZ/1/1", "--source", "XYZ")
    assert ended.code == 0
    assert "proposal: XYZ/1/1" in ended.out and "(Rev. {--Guadalajara, 2010--}{++Busan, 2014++})" in ended.out


def test_nothing_changed_is_nothing_to_record(run: Run) -> None:
    text = run("export", "res-30", "--view", "original").out
    ended = run("record", "res-30", "-", "--proposal", "XYZ/1/1", stdin=text)
    assert ended.code == 2 and "nothing to record" in ended.err
    other = text.replace("RESOLUTION 30", "RESOLUTION 31")
    assert "not “RESOLUTION 30”" in run("record", "res-30", "-", "--proposal", "XYZ/1/1", stdin=other).err


def test_new_files_are_sound_at_once_and_write_over_none(run: Run, tmp_path: Path) -> None:
    folder = "amendments/x-21/res-30"
    assert run("new", "conference", "X-21", "-o", "amendments/x-21/conference.yaml", cwd=tmp_path).code == 0
    base = ("new", "base", "30", "--revision", "Dubai, 2014", "-o", f"{folder}/base.yaml")
    assert run(*base, cwd=tmp_path).code == 0
    made = run("new", "proposal", "XYZ/1/1", "--of", "res-30", "-o", f"{folder}/xyz-1-1.yaml", cwd=tmp_path)
    assert (made.code, made.err) == (0, "")
    checked = run("validate", cwd=tmp_path)
    assert (checked.code, checked.out) == (0, "")
    again = run(*base, cwd=tmp_path)
    assert again.code == 2 and "is there already" in again.err
    assert run("new", "proposal", "XYZ/1/2", cwd=tmp_path).code == 2


def test_a_new_resolution_comes_and_goes_as_a_proposal_of_its_own(run: Run, tmp_path: Path) -> None:
    """ADD of a whole text: written, exported to Word, imported, found by its number, listed, proved. Made up."""
    (tmp_path / "amendments").mkdir()
    text = (
        "proposal: XYZ/1/2\nsymbol: ADD\nresolution: '[XYZ-1] (Nowhere, 2001)'\nsource: XYZ\ntitle: On something new\n"
        "provisions:\n- resolves:\n  - 1: to begin.\nreasons: made up\n"
    )
    (tmp_path / "new.yaml").write_text(text, "utf-8")
    assert run("export", "new.yaml", "-f", "docx", "-o", "new.docx", cwd=tmp_path).code == 0
    assert run("import", "new.docx", "--into", "amendments/x", cwd=tmp_path).code == 0
    made = contents(tmp_path / "amendments")["x/res-xyz-1/xyz-1-2.yaml"]
    assert made.partition("\n")[2] == text
    assert run("validate", cwd=tmp_path).out == ""
    assert "{++resolves++}\n" in run("show", "XYZ/1/2", cwd=tmp_path).out
    assert "XYZ/1/2\tADD" in run("list", cwd=tmp_path).out
    assert run("verify", "XYZ/1/2", "new.docx", cwd=tmp_path).code == 0


WORD_NEW = document(
    "ADD\tXYZ/1/2", "DRAFT NEW RESOLUTION [XYZ-1] (Nowhere, 2001)", "On new", "1\tto begin.", styled=False
)


def test_the_folder_of_a_new_resolution_is_a_target(run: Run, tmp_path: Path) -> None:
    """By its path and by its name, for whatever shows, exports or proves; two new ones in a folder have to be told."""
    (tmp_path / "new.docx").write_bytes(WORD_NEW)
    assert run("import", "new.docx", "--into", "amendments/x", cwd=tmp_path).code == 0
    assert run("validate", "amendments/x/res-xyz-1", cwd=tmp_path).code == 0
    for target in ("amendments/x/res-xyz-1", "res-xyz-1", "x/res-xyz-1"):
        assert "{++1\tto begin.++}\n" in run("export", target, cwd=tmp_path).out
        for view in ("final", "original"):
            assert run("verify", target, "new.docx", "--view", view, cwd=tmp_path).code == 0
    folder = tmp_path / "amendments" / "x" / "res-xyz-1"
    words = (folder / "xyz-1-2.yaml").read_text("utf-8")
    (folder / "xyz-1-3.yaml").write_text(words.replace("XYZ/1/2", "XYZ/1/3"), "utf-8")
    ended = run("show", "res-xyz-1", cwd=tmp_path)
    assert ended.code == 2 and "name one of those in it: xyz-1-2.yaml, xyz-1-3.yaml" in ended.err
    assert "name one of those in it: res-xyz-1" in run("show", "amendments/x", cwd=tmp_path).err


def test_a_title_of_two_paragraphs_reads_alike_everywhere(run: Run, tmp_path: Path) -> None:
    """Import, record and verify join it by a blank; the first two list it."""
    title = "".join(paragraph(line, "Restitle") for line in ("On one", "and on {++all++} else"))
    text = paragraph("RESOLUTION 1 (Nowhere, 2001)", "ResNo") + title + paragraph("1\tto go.", "")
    (tmp_path / "one.docx").write_bytes(docx(paragraph("MOD\tXYZ/1/1", "Proposal") + text))
    made = run("import", "one.docx", "--into", "amendments/x", cwd=tmp_path)
    recorded = run("record", "res-1", "one.docx", "--proposal", "XYZ/1/1", cwd=tmp_path)
    for ended in (made, recorded):
        assert ended.code == 0
        assert "the title goes on in this paragraph, and is read as one), paragraph 4" in ended.err
    assert "- MOD: title\n  text: On one and on {++all++} else\n" in recorded.out
    for view in ("final", "original"):
        assert run("verify", "res-1", "one.docx", "--view", view, cwd=tmp_path).code == 0


def test_a_document_without_a_resolution_is_said_to_be_one(run: Run, tmp_path: Path) -> None:
    """Whoever reads it; nothing is compared with nothing."""
    (tmp_path / "letter.docx").write_bytes(document("DECISION 5 (Nowhere, 2001)", "On five"))
    into = ("--into", "x", "--proposal", "XYZ/1/1")
    imported = run("import", "letter.docx", *into, cwd=tmp_path)
    recorded = run("record", "res-30", str(tmp_path / "letter.docx"), "--proposal", "XYZ/1/1")
    for ended in (imported, recorded):
        assert ended.code == 2 and "“DECISION 5 (Nowhere, 2001)”, in paragraph 1 is no number line" in ended.err
    verified = run("verify", "res-30", str(tmp_path / "letter.docx"))
    assert verified.code == 2 and "the document holds no resolution" in verified.err
