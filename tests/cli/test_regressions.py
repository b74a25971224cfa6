"""What fresh eyes found once: each case is one that went wrong. All texts are made up (source XYZ)."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import BASE, PROPOSAL, Run

HEAD = "proposal: XYZ/9/1\nsymbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\nreasons: made up\n"


def write(project: Path, amendments: str, head: str = HEAD) -> None:
    (project / "p.yaml").write_text(f"{head}amendments:\n{amendments}", "utf-8")


def test_a_redline_prints_footnotes_under_their_numbers(run: Run, project: Path) -> None:
    write(
        project, "- ADD: footnote 2\n  text: Another.\n- MOD: recalling a\n  replace: {conference: 'conference[^2]'}\n"
    )
    lines = run("export", "p.yaml", cwd=project).out.splitlines()
    assert "a)\tResolution 1 of this {--conference--}{++conference[^1]++};" in lines or (
        "a)\tResolution 1 of this conference{++[^1]++};" in lines
    )
    assert "b)\tResolution 2 of this conference[^{--1--}{++2++}]," in lines
    assert lines[-2:] == ["{++[^1]: Another.++}", "[^{--1--}{++2++}]: A made-up note."]


def test_verify_does_not_prove_what_it_did_not_read(run: Run, project: Path) -> None:
    final = run("export", "res-7", "--view", "final", cwd=project).out
    (project / "big.txt").write_text(final + "\n" * 17_000_000 + "and to pay a million", "utf-8")
    assert run("verify", "res-7", "big.txt", cwd=project).code == 2
    run("export", "res-7", "-f", "docx", "--view", "final", "-o", "clean.docx", cwd=project)
    box = (
        '<w:p><w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>'
        "not so</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p><w:sectPr"
    )
    with zipfile.ZipFile(project / "clean.docx") as clean, zipfile.ZipFile(project / "boxed.docx", "w") as boxed:
        for name in clean.namelist():
            data = clean.read(name)
            boxed.writestr(name, data.replace(b"<w:sectPr", box.encode(), 1) if name == "word/document.xml" else data)
    assert run("verify", "res-7", "clean.docx", cwd=project).code == 0
    ended = run("verify", "res-7", "boxed.docx", cwd=project)
    assert ended.code == 2
    assert "1 text boxes" in ended.err


def test_verify_sees_how_yaml_nests(run: Run, project: Path) -> None:
    flat = BASE.replace(
        "- resolves:\n  - 1: to continue;\n  - 2: to report.", "- resolves\n- 1: to continue;\n- 2: to report."
    )
    (project / "flat.yaml").write_text(flat, "utf-8")
    ended = run("verify", "amendments/xyz-05/res-7/base.yaml", "flat.yaml", cwd=project)
    assert ended.code == 1
    assert ended.out.startswith("resolves: stands there as item1, nested otherwise")


@pytest.mark.parametrize("gone", ["[footnoteRef:1]1", " [1: 1 \tThese include"])
def test_the_flattened_check_covers_the_footnote(gone: str, run: Run, seed: str) -> None:
    assert gone in seed
    assert (
        run(
            "verify",
            "res-30",
            "-",
            "--view",
            "flattened",
            stdin=seed.replace(gone, " [1: 1 \tThose include" if "These" in gone else ""),
        ).code
        == 1
    )
    more = seed.replace("requests the Secretary-General", "requests the Secretary-General [7: 7 \tMore.]")
    assert run("verify", "res-30", "-", "--view", "flattened", stdin=more).code == 1


def test_only_looks_at_each_amendment(run: Run, project: Path) -> None:
    write(project, "- SUP: recalling a\n  status: agreed\n- SUP: resolves 1\n- SUP: resolves 2\n  status: withdrawn\n")
    lines = run("export", "p.yaml", "--view", "final", "--only", "agreed", cwd=project).out.splitlines()
    assert lines[4:] == ["a)\tResolution 2 of this conference[^1],", "resolves", "1\tto continue;", "2\tto report.",
                         "[^1]: A made-up note."]  # fmt: skip
    lines = run("export", "p.yaml", "--view", "final", cwd=project).out.splitlines()
    assert lines[4:] == [
        "a)\tResolution 2 of this conference[^1],",
        "resolves",
        "1\tto report.",
        "[^1]: A made-up note.",
    ]


@pytest.mark.parametrize("symbol", ["SUP", "NOC", "ADD"])
def test_a_symbol_that_the_amendments_contradict_is_refused(symbol: str, run: Run, project: Path) -> None:
    write(project, "- SUP: recalling a\n", HEAD.replace("MOD", symbol))
    ended = run("apply", "p.yaml", cwd=project)
    assert (ended.code, ended.out) == (1, "")
    assert "p.yaml:2:9: error: " in ended.err and "(symbol-contradicted)" in ended.err


def test_noc_means_that_nothing_changes_there(run: Run, project: Path) -> None:
    for other in ("- SUP: recalling a\n", "- MOD: recalling a\n  text: x\n", "- SUP: recalling\n- SUP: footnote 1\n"):
        write(project, "- NOC: recalling a\n" + other)
        assert run("apply", "p.yaml", cwd=project).code == 1
    write(project, "- NOC: recalling a\n")
    assert run("diff", "p.yaml", cwd=project).code == 0


def test_export_as_yaml_keeps_what_people_wrote_beside_the_text(run: Run, project: Path) -> None:
    amendments = "- MOD: recalling a\n  replace: {1: 11}\n  note: kept\n  reasons: because\n- NOC: recalling b\n"
    write(project, amendments + "- SUP: resolves 1\n  status: withdrawn\n")
    out = run("export", "p.yaml", "-f", "yaml", cwd=project).out
    for words in ("{--1--}{++11++}", "note: kept", "reasons: because", "- NOC: recalling b", "status: withdrawn"):
        assert words in out


def test_labels_that_differ_in_what_stands_behind_them_are_of_one_scheme(run: Run, project: Path) -> None:
    file = project / "amendments/xyz-05/res-7/base.yaml"
    file.write_text(BASE.replace("- a)", "- أ )").replace("- b)", "- ب)"), "utf-8")
    write(project, "- ADD: recalling\n  before: ب\n  items: [more;]\n")
    lines = run("export", "p.yaml", "--view", "final", cwd=project).out.splitlines()
    assert [line.partition("\t")[0] for line in lines[4:7]] == ["أ )", "ب)", "ج)"]


def test_notes_follow_their_references_when_these_move(run: Run, project: Path) -> None:
    file = project / "amendments/xyz-05/res-7/base.yaml"
    file.write_text(
        BASE.replace("to report.", "to report[^2].").replace("A made-up note.", "A made-up note.\n  2: B."), "utf-8"
    )
    write(project, "- MOVE: resolves\n  before: recalling\n")
    lines = run("export", "p.yaml", "--view", "final", cwd=project).out.splitlines()
    assert "2\tto report[^1]." in lines
    assert lines[-2:] == ["[^1]: B.", "[^2]: A made-up note."]


def test_two_languages_are_not_compared(run: Run, project: Path) -> None:
    (project / "fr.yaml").write_text(BASE.replace("title:", "language: fr\ntitle:"), "utf-8")
    ended = run("diff", "amendments/xyz-05/res-7/base.yaml", "fr.yaml", cwd=project)
    assert ended.code == 2
    assert "different languages" in ended.err


def test_the_conference_is_an_input_too(run: Run, project: Path) -> None:
    ended = run("apply", "res-7", "-o", "amendments/xyz-05/conference.yaml", cwd=project)
    assert ended.code == 2
    assert "would write over the input" in ended.err


def test_a_folder_is_checked_as_a_whole(run: Run, project: Path) -> None:
    folder = project / "amendments/xyz-05/res-7"
    (folder / "xyz-2-1.yaml").write_text(PROPOSAL.replace("XYZ/1/1", "XYZ/2/1").replace("11", "12"), "utf-8")
    ended = run("validate", cwd=project)
    assert ended.code == 0
    assert "warning: recalling/a: XYZ/2/1#1 conflicts with XYZ/1/1#1 at amendments/xyz-05/res-7/xyz-1-1" in ended.out
    for whole in (".", "amendments", "res-7"):
        assert run("validate", whole, cwd=project).out == ended.out
    (folder / "xyz-2-1.yaml").write_text(PROPOSAL, "utf-8")
    assert "(duplicate-proposal)" in run("validate", cwd=project).out
    (folder / "xyz-2-1.yaml").write_text(BASE, "utf-8")
    assert "a base stands where a proposal belongs" in run("validate", cwd=project).out


def test_a_base_is_found_however_its_head_is_written(run: Run, project: Path) -> None:
    file = project / "amendments/xyz-05/res-7/base.yaml"
    file.write_text("# long\n" * 900 + BASE.replace("resolution: 7", '"resolution": 7  # seven'), "utf-8")
    write(project, "- SUP: recalling a\n")
    assert run("apply", "p.yaml", cwd=project).code == 0


def test_standard_input_can_be_validated(run: Run, project: Path) -> None:
    assert run("validate", "-", stdin=PROPOSAL, cwd=project).code == 0
    assert run("validate", "-", stdin="resolution: [", cwd=project).code == 1


def test_streams_that_cannot_be_written_are_no_bugs(run: Run, project: Path) -> None:
    def shell(line: str) -> int:
        command = line.replace("resedit", f"{sys.executable} -m resedit")
        return subprocess.run(["bash", "-c", command], cwd=project, capture_output=True, check=False).returncode

    assert shell("resedit list > /dev/full") == 2
    assert shell("resedit validate >&-") != 3
    assert shell("FORCE_COLOR=1 resedit show res-7 | true; exit ${PIPESTATUS[0]}") in (0, 141)
    (project / "a").symlink_to("b")
    (project / "b").symlink_to("a")
    assert run("apply", "res-7", "-o", "a", cwd=project).code == 2
    assert run("show", "x" * 300, cwd=project).code == 2
    name = os.fsdecode(b"no-\xff.yaml")
    assert run("show", name, cwd=project).code == 2


def test_calls_are_paired_by_what_they_hold(run: Run, project: Path) -> None:
    base = "amendments/xyz-05/res-7/base.yaml"
    (project / "renamed.yaml").write_text(BASE.replace("- resolves:", "- decides:"), "utf-8")
    out = run("diff", base, "renamed.yaml", cwd=project).out
    assert out == "MOD  resolves → decides\n     {--resolves--}{++decides++}\n"
    head, first, second = BASE.partition("- recalling:")[0], *BASE.partition("- recalling:")[2].split("- resolves:")
    second, notes = second.split("footnotes:")
    swapped = f"{head}- resolves:{second}- recalling:{first}footnotes:{notes}"
    (project / "swapped.yaml").write_text(swapped, "utf-8")
    kinds = [line.split()[0] for line in run("diff", base, "swapped.yaml", cwd=project).out.splitlines()[::2]]
    assert set(kinds) == {"MOVE"}
