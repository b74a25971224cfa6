"""What the commands print for Resolution 30, and how they end."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import ROOT, Golden

BASE = "amendments/wtdc-17/res-30/base.yaml"


@pytest.mark.parametrize("view", ["redline", "original", "final"])
@pytest.mark.parametrize("form", ["text", "markdown", "json", "yaml"])
def test_exports_of_resolution_30_are_the_accepted_ones(form: str, view: str, run: Run, golden: Golden) -> None:
    ended = run("export", "res-30", "--format", form, "--view", view)
    assert (ended.code, ended.err) == (0, "")
    golden.check(f"res-30.{view}.{form}", ended.out)


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_diffs_of_resolution_30_are_the_accepted_ones(form: str, run: Run, golden: Golden) -> None:
    ended = run("diff", "res-30", "--format", form)
    assert (ended.code, ended.err) == (1, "")
    golden.check(f"res-30.diff.{form}", ended.out)


def test_apply_prints_what_export_writes_as_final_yaml(run: Run) -> None:
    assert run("apply", "ECP/24A5/1").out == run("export", "res-30", "-f", "yaml", "--view", "final").out


def test_the_consolidated_text_is_a_base_that_can_be_amended_again(run: Run, tmp_path: Path) -> None:
    """Made up: a proposal of source XYZ on the consolidated Resolution 30."""
    assert run("apply", "res-30", "-o", str(tmp_path / "base.yaml")).code == 0
    assert run("validate", str(tmp_path / "base.yaml")).code == 0
    proposal = (
        "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 30 (Rev. Buenos Aires, 2017)\nrevision: Rev. Elsewhere, 2022\n"
        "amendments:\n- SUP: recalling c\nreasons: made up\n"
    )
    (tmp_path / "again.yaml").write_text(proposal, "utf-8")
    again = run("export", "again.yaml", "--view", "final", "--base", "base.yaml", cwd=tmp_path)
    assert (again.code, again.err) == (0, "")
    lines = again.out.splitlines()
    assert lines[0] == "RESOLUTION 30 (Rev. Elsewhere, 2022)"
    assert next(line for line in lines if line.startswith("c)	")).startswith(
        "c)	Resolution 130 (Rev. Busan, 2014)"
    )


def test_the_table_of_numbers_comes_from_the_redline_and_from_what_a_text_remembers(run: Run, tmp_path: Path) -> None:
    def numbers(target: str) -> set[tuple[str, str]]:
        rows = json.loads(run("show", target, "--numbers", "--format", "json").out)
        return {(row["old"], row["new"]) for row in rows}

    run("apply", "res-30", "-o", str(tmp_path / "new.yaml"))
    table = numbers("res-30")
    assert {("recalling/a", "recalling/c"), ("", "resolves/2"), ("recalling/e", "")} < table
    assert numbers(str(tmp_path / "new.yaml")) == table
    rows = run("show", "res-30", "--numbers").out.splitlines()
    assert "resolves/9/i\ti)\tresolves/10/i\ti)\t" in rows


def test_provisional_numbering_keeps_every_label(run: Run) -> None:
    lines = run("export", "res-30", "--view", "final", "--numbering", "provisional").out.splitlines()
    start = lines.index("recalling")
    labels = [line.partition("\t")[0] for line in lines[start + 1 : start + 8]]
    assert labels == ["0A)", "0B)", "a)", "b)", "c)", "d)", "f)"]
    assert any(line.startswith("1A\tto continue its work") for line in lines)


def test_diff_of_two_texts_without_the_proposal(run: Run, tmp_path: Path) -> None:
    new = str(tmp_path / "new.yaml")
    run("apply", "res-30", "-o", new)
    ended = run("diff", BASE, new, "--format", "json")
    assert ended.code == 1
    changes = {(c["old"], c["new"]) for c in json.loads(ended.out)}
    assert {("recalling/a", "recalling/c"), ("", "recalling/b"), ("recalling/h", "")} < changes
    assert run("diff", new, new).code == 0
    same = run("diff", "res-30", new)
    assert (same.code, same.out) == (0, "")
    assert run("diff", BASE, BASE, "--format", "markdown").out.endswith("No differences.\n")


def test_verify_tells_a_text_that_says_the_same_from_one_that_does_not(run: Run, tmp_path: Path) -> None:
    final = run("export", "res-30", "--view", "final").out
    text = tmp_path / "published.txt"
    text.write_text(final.replace("\n", "  \r\n\r\n"), "utf-8")
    assert run("verify", "res-30", str(text)).code == 0
    assert run("verify", "res-30", "-", stdin=final).code == 0
    text.write_text(final.replace("bridging the digital", "bridging a digital"), "utf-8")
    ended = run("verify", "res-30", str(text))
    assert ended.code == 1
    assert "taking into account/c\n" in ended.out
    assert "{--the--}{++a++} digital" in ended.out
    lines = final.splitlines()
    text.write_text("\n".join([*lines[:9], *lines[10:], "one more"]), "utf-8")
    ended = run("verify", "res-30", str(text), "--format", "json")
    assert [(m["address"], m["line"][0]["op"]) for m in json.loads(ended.out)] == [
        ("recalling/f", "delete"),
        ("", "insert"),
    ]
    assert run("verify", "res-30", str(text), "--view", "original").code == 1
    assert run("verify", "res-30", "nosuch.txt").code == 2


@pytest.mark.parametrize("view", ["original", "final"])
def test_verify_reads_yaml_and_word(view: str, run: Run, tmp_path: Path) -> None:
    for form, name in (("yaml", "x.yaml"), ("docx", "x.docx")):
        run("export", "res-30", "--format", form, "--view", view, "-o", str(tmp_path / name))
        assert run("verify", "res-30", str(tmp_path / name), "--view", view).code == 0
    tracked = str(tmp_path / "tracked.docx")
    run("export", "res-30", "--format", "docx", "-o", tracked)
    assert run("verify", "res-30", tracked, "--view", view).code == 0


def test_the_seed_is_the_flattened_resolution_30(run: Run, seed: str) -> None:
    assert run("verify", "res-30", "-", "--view", "flattened", stdin=seed).code == 0
    ended = run("verify", "res-30", "-", "--view", "flattened", stdin=seed.replace("landlocked", "seaside"))
    assert ended.code == 1
    assert ended.out.startswith("footnote/1 is no merge of original and final text")
    ended = run("verify", "res-30", "-", "--view", "flattened", stdin=seed.replace("rural, isolated", "isolated"))
    assert ended.code == 1
    assert "encompassing i⟨here⟩solated" in ended.out
    ended = run("verify", "res-30", "-", "--view", "flattened", stdin=seed.replace("Tunis Agenda", "Tunis\u00a0Agenda"))
    assert "Tunis⟨here: U+00A0 NO-BREAK SPACE⟩" in ended.out


def test_validate_lists_the_open_queries_and_finds_no_error(run: Run) -> None:
    ended = run("validate")
    assert ended.code == 0
    assert ended.out.count("(open-query)") == 3
    assert ended.err.startswith("0 errors, ")
    assert " warnings, 3 open queries in 3 files" in ended.err
    found = json.loads(run("validate", "--format", "json").out)
    assert [f["rule"] for f in found if f["severity"] == "query"] == ["open-query"] * 3
    assert "error" not in {f["severity"] for f in found}


def test_colour_is_for_terminals_and_not_against_anybodys_will(run: Run) -> None:
    plain = run("show", "res-30")
    assert "\x1b" not in plain.out
    assert plain.out == run("export", "res-30").out


def test_word_is_not_written_to_a_terminal_and_the_same_bytes_come_out(run: Run, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        assert run("export", "res-30", "-f", "docx", "--date", "2017-10-09", "-o", str(tmp_path / name)).code == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    ended = run("export", "res-30", "-f", "docx", "--date", "soon", "-o", str(tmp_path / "c.docx"))
    assert (ended.code, (tmp_path / "c.docx").exists()) == (2, False)


def test_every_command_teaches_with_examples(run: Run) -> None:
    from resedit.cli.app import app

    names = [info.name or getattr(info.callback, "__name__", "") for info in app.registered_commands]
    assert len(names) >= 7
    for name in ("", *names):
        ended = run(*filter(None, [name]), "--help")
        assert ended.code == 0
        assert "Examples:" in ended.out


def test_completion_can_be_shown(run: Run) -> None:
    ended = run("--show-completion", "bash", env={"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"})
    assert ended.code == 0
    assert "_RESEDIT_COMPLETE=complete_bash" in ended.out


def test_version_is_the_packages() -> None:
    import tomllib

    import resedit

    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == resedit.__version__


def test_validate_heeds_what_people_have_allowed_and_counts_it(run: Run, tmp_path: Path) -> None:
    """A warning of a line and one of the project go; the error of a rule cannot."""
    shutil.copytree(ROOT / "amendments", tmp_path / "amendments")
    before = run("validate", cwd=tmp_path)
    proposal = tmp_path / "amendments" / "wtdc-17" / "res-30" / "ecp-24a5-1.yaml"
    text = proposal.read_text("utf-8")
    line = "  text: taking into account the 2030 Sustainable Development Agenda."
    allowed = text.replace(line, f"{line} # resedit: allow term-variants (as the group agreed)")
    assert allowed != text
    proposal.write_text(allowed, "utf-8")
    settings = tmp_path / "amendments" / "resedit.yaml"
    settings.write_text("rules:\n  plain-beside-non-breaking:\n    severity: off\n    reason: the typist's\n", "utf-8")
    after = run("validate", cwd=tmp_path)
    gone = [row for row in before.out.splitlines() if row.startswith("amend") and row not in after.out.splitlines()]
    assert [row.rsplit("(", 1)[1] for row in gone] == [
        "plain-beside-non-breaking) [*]", "plain-beside-non-breaking) [*]", "term-variants)",
    ]  # fmt: skip
    assert after.code == 0 and after.err.endswith("in 4 files (3 more are allowed)\n")
