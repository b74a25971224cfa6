"""Record on the command line: copies as editors save them, where a fault is, what is written over. Made up."""

from pathlib import Path

import pytest

from resedit.formats.docx.write import write_docx
from resedit.model.enums import View
from resedit.model.resolution import Resolution
from resedit.redline.view import untracked
from resedit.store.load import load
from tests.cli.conftest import Run

TARGET = ("res-7", "--proposal", "XYZ/2/1")


@pytest.fixture
def copy(run: Run, project: Path) -> str:
    """The made-up base as plain text."""
    return run("export", "res-7", "--view", "original", "--base", str(base_of(project)), cwd=project).out


def base_of(project: Path) -> Path:
    return next(project.rglob("base.yaml"))


def recorded(
    run: Run, project: Path, words: str | bytes, *options: str, name: str = "mine.txt"
) -> tuple[int, str, str]:
    (project / name).write_bytes(words.encode() if isinstance(words, str) else words)
    ended = run("record", TARGET[0], name, *TARGET[1:], *options, cwd=project)
    return ended.code, ended.out, ended.err


def test_a_copy_is_read_as_editors_save_it(run: Run, project: Path, copy: str) -> None:
    """A mark at its beginning, line breaks of Windows, blanks at the ends of lines, no line break at its end."""
    changed = copy.replace("continue", "go on", 1)
    assert changed != copy
    ways = (
        changed,
        f"\ufeff{changed}",
        changed.replace("\n", "\r\n"),
        changed.replace("\n", "  \n\n"),
        changed.strip(),
    )
    outputs = {recorded(run, project, way) for way in ways}
    assert len(outputs) == 1
    assert outputs.pop()[0] == 0
    ended = run("record", TARGET[0], "-", *TARGET[1:], cwd=project, stdin=changed)
    assert (ended.code, ended.out) == recorded(run, project, changed)[:2]


def test_a_fault_is_shown_where_it_stands(run: Run, project: Path, copy: str) -> None:
    """File, line and column, the line itself, a cure; of standard input, too."""
    lines = copy.split("\n")
    at = next(index for index, line in enumerate(lines) if "continue" in line)
    lines[at] = lines[at].replace("continue", "continue[^9]")
    column = lines[at].index("[^9]") + 1
    code, out, err = recorded(run, project, "\n".join(lines))
    assert (code, out) == (2, "")
    assert err.startswith(f"mine.txt:{at + 1}:{column}: error: “[^9]” refers to a footnote that is not there")
    assert lines[at].replace("\t", " ") in err and "hint: " in err
    ended = run("record", TARGET[0], "-", *TARGET[1:], cwd=project, stdin="\n".join(lines))
    assert ended.err == err.replace("mine.txt", "<stdin>")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("1\t", "    1\t", "is indented"),
        ("1\t", "1\t\n2\t", "“1” has no words behind it"),
        ("1\t", "to begin\t", "does not read as a label"),
        ("continue", "continue\tand", "two tabs"),
        ("continue", "conti\u0007nue", "control character U+0007"),
        ("resolves", "1\tresolves", "a call has no label"),
    ],
)
def test_what_a_plain_text_cannot_say_is_refused(
    old: str, new: str, said: str, run: Run, project: Path, copy: str
) -> None:
    assert old in copy
    code, out, err = recorded(run, project, copy.replace(old, new, 1))
    assert (code, out) == (2, "")
    assert said in err
    assert not err.startswith("mine.txt:1:1:")


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("**continue**", "in bold type"),
        ("*continue*", "in italics"),
        ("`continue`", "set as code"),
        ("[continue](x)", "a link"),
        ("<b>continue</b>", "HTML"),
        ("continue  \nand", "is broken"),
        ("continue;\n7 and", "goes on with the paragraph"),
        ("<ins>continue</ins>", "shows changes"),
        ("continue\n\n### more\n\nof", "a third heading"),
        ("continue\n\n- so\n  - and so\n\nof", "a list stands in a list"),
        ("continue\n\n---\n\nof", "a rule across the page"),
        ("continue\n\n    so\n\nof", "four blanks"),
        ("continue\n\n| a | b |\n| --- | --- |\n| a | b | c |\n\nof", "the row has 3 cells"),
        ("continue\n\n| a | b |\n| --- |\n\nof", "no row of a table"),
        ("continue\n\n> > > so\n\nof", "no line above holds"),
        ("continue\n\n-\n\nof", "an item of a list says nothing"),
        ("contin&#10;ue", "U+000A, spelled out"),
    ],
)
def test_what_markdown_shows_and_no_provision_holds_is_refused(new: str, said: str, run: Run, project: Path) -> None:
    copy = run(
        "export", "res-7", "--view", "original", "-f", "markdown", "--base", str(base_of(project)), cwd=project
    ).out
    assert "continue" in copy
    code, out, err = recorded(run, project, copy.replace("continue", new, 1), name="mine.md")
    assert (code, out) == (2, "")
    assert said in err
    assert not err.startswith("mine.md:1:1:")


def test_nothing_is_written_over(run: Run, project: Path, copy: str) -> None:
    """Not a file that is there, without --force; never the copy itself."""
    changed = copy.replace("continue", "go on", 1)
    (project / "made.yaml").write_text("mine", "utf-8")
    code, _, err = recorded(run, project, changed, "-o", "made.yaml")
    assert code == 2 and "is there already" in err
    code, _, err = recorded(run, project, changed, "-o", "mine.txt", "--force")
    assert code == 2 and "would write over the input" in err
    assert (project / "mine.txt").read_text("utf-8") == changed
    assert recorded(run, project, changed, "-o", "made.yaml", "--force")[0] == 0
    assert "continue: go on" in (project / "made.yaml").read_text("utf-8")


@pytest.mark.parametrize("form", ["text", "markdown", "yaml", "docx"])
def test_standard_input_may_be_of_any_form(form: str, run: Run, project: Path) -> None:
    """It is told by its words."""
    edited = project / "edited.yaml"
    edited.write_text(base_of(project).read_text("utf-8").replace("continue", "go on"), "utf-8")
    assert run("export", "edited.yaml", "-f", form, "--view", "original", "-o", "mine", cwd=project).code == 0
    ended = run("record", *TARGET, "-", cwd=project, stdin=(project / "mine").read_bytes())
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.endswith("- MOD: resolves/1\n  replace:\n    continue: go on\n")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("resolution: 7", "resolution: 8", "1:13: error: a proposal cannot change the number"),
        ("title:", "numbering: permanent\ntitle:", "3:12: error: a proposal cannot change the numbering"),
        ("title:", "language: fr\ntitle:", "3:11: error: a proposal cannot change the language"),
        ("to continue;", "to continue[^9];", ": “[^9]” refers to a footnote that is not there"),
    ],
)
def test_what_no_proposal_changes_in_a_yaml_is_said(old: str, new: str, said: str, run: Run, project: Path) -> None:
    words = base_of(project).read_text("utf-8").replace(old, new, 1)
    code, out, err = recorded(run, project, words, name="mine.yaml")
    assert (code, out) == (2, "")
    assert said in err


def test_a_fault_in_a_word_file_names_its_paragraph(run: Run, project: Path) -> None:
    words = base_of(project).read_text("utf-8").replace("to continue;", "to continue[^9];")
    text = load(words.encode(), "edited.yaml").value
    assert isinstance(text, Resolution)
    (project / "mine.docx").write_bytes(write_docx(untracked(text), View.FINAL))
    ended = run("record", *TARGET, "mine.docx", cwd=project)
    assert ended.code == 2 and "paragraph 8: “[^9]” refers to a footnote that is not there" in ended.err


@pytest.mark.parametrize("given", ["--source= XYZ", "--revision=Rev. Nowhere,\n2005", "--proposal=no number"])
def test_what_is_given_has_to_be_what_a_file_can_hold(given: str, run: Run, project: Path) -> None:
    ended = run("record", *TARGET, given, "-", cwd=project)
    assert ended.code == 2 and given.partition("=")[2].split()[0] in ended.err
