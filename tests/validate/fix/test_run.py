"""Mending files: what has one right answer, where it stands, and nothing else. Made up, Resolution 30 aside."""

import re
import shutil
from collections import Counter
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml.error import YAMLError

from resedit.merge.merge import try_apply
from resedit.model.mend import Fixed
from resedit.model.problem import Problem, Severity
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import load
from resedit.store.source import values_at
from resedit.store.write import base_yaml, proposal_yaml
from resedit.validate.fix.run import fix, fix_stdin
from resedit.validate.rule import Rule
from resedit.validate.run import validate
from resedit.validate.table import RULES
from resedit.wording.visible import as_seen
from tests.conftest import ROOT
from tests.strategies import amendments, proposal, resolutions

BASE = """\
# the adopted text
resolution: 7
revision: Rev. Nowhere, 2001
title: A made-up resolution   # its title
provisions:
- recalling:
  - a): Resolution 1 of this conference, on the plan of ITU‑D;
  - b): 'the report''s annex,'
- resolves:   # both
  - 1: to continue the work;
  - 2: to report to ITU-D.
"""
HEAD = "proposal: XYZ/1/1\nsymbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\nreasons: made up\namendments:\n"


def project(folder: Path, base: str, *proposals: str) -> Path:
    """A made-up project with one resolution; each proposal is given by its amendments."""
    home = folder / "amendments" / "x-05" / "res-7"
    home.mkdir(parents=True)
    (home / "base.yaml").write_bytes(base.encode())
    (home.parent / "conference.yaml").write_text("conference: X-05\nname: Made up\n", "utf-8")
    for number, amended in enumerate(proposals, 1):
        (home / f"xyz-1-{number}.yaml").write_bytes(f"{HEAD}{amended}".replace("XYZ/1/1", f"XYZ/1/{number}").encode())
    return home


def write(fixed: Fixed) -> None:
    for name, (now, new) in fixed.files.items():
        assert Path(name).read_bytes() == now
        Path(name).write_bytes(new)


def mend(home: Path, canonical: bool = False) -> Fixed:
    fixed = fix(validate([str(home)]), [str(home)], canonical=canonical)
    write(fixed)
    return fixed


def changed_lines(old: str, home: Path, name: str) -> list[tuple[str, str]]:
    new = (home / name).read_bytes().decode()
    pairs = zip(old.split("\n"), new.split("\n"), strict=True)
    return [(before, after) for before, after in pairs if before != after]


def test_a_plain_hyphen_in_the_base_is_mended_with_the_words_that_quote_it(tmp_path: Path) -> None:
    """The MOD keeps and deletes words of the base: both follow it, its own notation stays."""
    amended = "- MOD: resolves 2   # why\n  text: to report to {~~ITU-D~>the Union~~}.\n"
    home = project(tmp_path, BASE, amended)
    fixed = mend(home)
    assert changed_lines(BASE, home, "base.yaml") == [("  - 2: to report to ITU-D.", "  - 2: to report to ITU‑D.")]
    assert changed_lines(HEAD + amended, home, "xyz-1-1.yaml") == [
        ("  text: to report to {~~ITU-D~>the Union~~}.", "  text: to report to {~~ITU‑D~>the Union~~}.")
    ]
    assert [(m.rule, len(m.changes)) for m in fixed.mended] == [("plain-beside-non-breaking", 2)]
    assert not fixed.left and not validate([str(home)]).problems
    assert mend(home) == Fixed({})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: A made-up  resolution   # its title", "title: A made-up resolution   # its title"),
        ("  - b): 'the  report''s annex,'", "  - b): 'the report''s annex,'"),
        ("  - b): 'the report''s annex ,'", None),
        ('  - b): "the report\'s annex, "', '  - b): "the report\'s annex,"'),
        ("  - b): 'the report''s \ufeffannex,'", "  - b): 'the report''s annex,'"),
        ("  - b): 'the re\u0301port''s annex,'", "  - b): 'the réport''s annex,'"),
        ("  - a): 'the report''s annex,'", "  - b): 'the report''s annex,'"),
        ("  - c): 'the report''s annex,'", None),
    ],
)
def test_slips_of_a_base(tmp_path: Path, old: str, new: str | None) -> None:
    """What has one right answer is mended in its line, and what has not (a gap may be a lost paragraph) stays."""
    line = next(line for line in BASE.split("\n") if line[:6] == (new or old)[:6].replace("c)", "b)"))
    base = BASE.replace(line, old).replace("ITU-D", "ITU‑D")
    home = project(tmp_path, base)
    mend(home)
    assert changed_lines(base, home, "base.yaml") == ([(old, new)] if new else [])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- MOD: resolves 1\n  text: to {--continue--} the work;", "  text: to {--continue --}the work;"),
        ("- MOD: resolves 1\n  text: to continue the work{++  and more++};",
         "  text: to continue the work{++ and more++};"),
        ("- MOD: resolves 1\n  text: to continue the{++ good ++} work;", "  text: to continue the{++ good++} work;"),
        ("- MOD: resolves 1\n  text: to continue the work {--of all--}{++ of++} ITU;", None),
        ("- MOD: resolves 1\n  text: to continue the {--work;--}", "  text: to continue the{-- work;--}"),
        ("- MOD: resolves 1\n  text: to go  on;", "  text: to go on;"),
        ("- ADD: resolves\n  items:\n  - 'to  help, too.'", "  - 'to help, too.'"),
        ("- ADD: resolves\n  items:\n  - ' to help, too.'", "  - 'to help, too.'"),
        ("- MOD: resolves 2\n  replace:\n    report: write  home", "    report: write home"),
        ("- MOD: resolves 2\n  replace:\n    report: 'write '   # home", "    report: 'write'   # home"),
        ("- MOD: resolves 2\n  replace: {report: ' write '}", "  replace: {report: 'write'}"),
        ("- MOD: resolves 2\n  replace:\n    report: ''", "    'report ': ''"),
        ("- MOD: resolves 2\n  replace:\n    report: {with: write  home, times: 1}",
         "    report: {with: write home, times: 1}"),
        ("- MOD: resolves 2\n  times: 2\n  replace: {to: with\ufeff}", "  replace: {to: with}"),
        ("- MOD: resolves 2\n  times: 2\n  replace: {'to ': 'go  to '}", "  replace: {'to ': 'go to '}"),
        ("- MOD: resolves 2\n  replace: {'to r': 'to  r', eport: evise}", "  replace: {'to r': 'to r', eport: evise}"),
        ("- MOD: resolves 2\n  replace: {'report ': ITU-D, to ITU‑D: ' and to ITU‑D'}",
         "  replace: {'report ': ITU‑D, to ITU‑D: ' and to ITU‑D'}"),
    ],
)  # fmt: skip
def test_slips_of_a_proposal(tmp_path: Path, old: str, new: str | None) -> None:
    """In a MOD only its own words are mended, and blanks that its changes leave behind; the base's stay proved."""
    home = project(tmp_path, BASE.replace("ITU-D", "ITU‑D"), f"{old}\n")
    mend(home)
    expected = [(old.split("\n")[-1], new)] if new else []
    assert changed_lines(f"{HEAD}{old}\n", home, "xyz-1-1.yaml") == expected
    assert (home / "base.yaml").read_text("utf-8") == BASE.replace("ITU-D", "ITU‑D")


def test_slips_in_the_cells_of_tables(tmp_path: Path) -> None:
    """In each form of a cell, of a base and of what a proposal adds."""
    rows = "rows: [[one  cell, {text: another  one, items: [below  it, a): 'and  it']}]]"
    base = BASE.replace("  - 1: to continue the work;", f"  - {rows}\n  - 1: to continue the work;")
    home = project(tmp_path, base.replace("ITU-D", "ITU‑D"), f"- ADD: resolves\n  after: 1\n  items:\n  - {rows}\n")
    fixed = mend(home)
    assert len(fixed.mended) == 8 and not fixed.left
    for name in ("base.yaml", "xyz-1-1.yaml"):
        assert rows.replace("  ", " ") in (home / name).read_text("utf-8")


def test_words_of_the_base_that_a_proposal_keeps_are_not_its_to_mend(tmp_path: Path) -> None:
    """Non-breaking in the words it adds, plain in those it keeps: nothing has one right answer here."""
    base = BASE.replace("ITU‑D", "ITU-D")
    amended = "- MOD: resolves 2\n  text: to report to ITU-D{++ and ITU‑D++}.\n"
    home = project(tmp_path, base, amended)
    assert mend(home) == Fixed({})
    assert [(p.rule, p.mends) for p in validate([str(home)]).problems] == [("plain-beside-non-breaking", ())]


def test_a_new_label_is_followed_by_the_addresses_of_proposals(tmp_path: Path) -> None:
    """In each form that an address can have, wherever one can stand; the ones that still fit stay as they were."""
    base = BASE.replace("  - b): 'the", "  - c): one;\n  - c): two;\n  - d): 'the").replace("ITU-D", "ITU‑D")
    amended = (
        "- MOD: recalling c#1   # the first\n  text: one{++ more++};\n"
        "- MOD: recalling/c#2\n  text: two{++ more++};\n"
        "- ADD: recalling\n  after: c#1\n  items:\n  - three;\n"
        "- MOVE: recalling a)\n  before: recalling d\n"
        "query:\n  recalling c#2: Which?\n"
    )
    home = project(tmp_path, base, amended)
    fixed = mend(home)
    assert [m.rule for m in fixed.mended] == ["label-sequence"]
    assert changed_lines(base, home, "base.yaml") == [("  - c): one;", "  - b): one;")]
    assert changed_lines(HEAD + amended, home, "xyz-1-1.yaml") == [
        ("- MOD: recalling c#1   # the first", "- MOD: recalling b   # the first"),
        ("- MOD: recalling/c#2", "- MOD: recalling/c"),
        ("  after: c#1", "  after: b"),
        ("  recalling c#2: Which?", "  recalling c: Which?"),
    ]
    assert mend(home) == Fixed({})


def elsewhere(home: Path, name: str, amended: str, reference: str = "7 (Rev. Nowhere, 2001)") -> Path:
    """A made-up proposal in a folder without a base."""
    file = home.parent.parent / "later" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(
        f"{HEAD}{amended}".replace("XYZ/1/1", "XYZ/9/1").replace("7 (Rev. Nowhere, 2001)", reference), "utf-8"
    )
    return file


def test_proposals_outside_of_the_folder_follow_their_base(tmp_path: Path) -> None:
    """A new label and mended words, wherever in the project a proposal names the base; others stay as they are."""
    base = BASE.replace("  - b): 'the report''s annex,'", "  - c): one;\n  - c): two;\n  - d): the  report,")
    home = project(tmp_path, base, "- MOD: resolves 1\n  text: to go on with the work;\n")
    amended = (
        "- MOD: recalling c#1   # the first\n  text: one{++ more++};\n"
        "- MOD: resolves 2\n  replace: {ITU-D: the  Union}\n"
        "- MOD: recalling d\n  text: the  report{++ of 2001++},\n"
    )
    file = elsewhere(home, "xyz-9-1.yaml", amended)
    other = elsewhere(home, "xyz-9-2.yaml", amended, "8 (Rev. Nowhere, 2001)")
    older = elsewhere(home, "xyz-9-3.yaml", amended, "7 (Nowhere, 1997)")
    before = other.read_bytes(), older.read_bytes()
    write(fixed := fix(validate([str(home.parent.parent)]), [str(home.parent.parent)]))
    assert not fixed.left
    assert file.read_text("utf-8").splitlines()[5:] == [
        "- MOD: recalling b   # the first", "  text: one{++ more++};",
        "- MOD: resolves 2", "  replace: {ITU‑D: the Union}",
        "- MOD: recalling d", "  text: the report{++ of 2001++},",
    ]  # fmt: skip
    assert (other.read_bytes(), older.read_bytes()) == before
    assert not [p for p in validate([str(home), str(file)]).problems if p.severity is Severity.ERROR]


def test_a_base_by_itself_is_followed_by_proposals_elsewhere_too(tmp_path: Path) -> None:
    """They were not asked for: only what names or quotes the base follows, their own slips stay."""
    base = BASE.replace("  - b): 'the report''s annex,'", "  - c): one;\n  - c): two,").replace("ITU-D", "ITU‑D")
    home = project(tmp_path, base)
    file = elsewhere(home, "xyz-9-1.yaml", "- MOD: recalling c#1\n  text: one{++  more++};\n")
    write(fix(validate([str(home / "base.yaml")]), [str(home / "base.yaml")]))
    assert "  - b): one;" in (home / "base.yaml").read_text("utf-8")
    assert file.read_text("utf-8").endswith("- MOD: recalling b\n  text: one{++  more++};\n")


def test_a_base_is_left_where_a_proposal_elsewhere_cannot_be_read(tmp_path: Path) -> None:
    home = project(tmp_path, BASE)
    elsewhere(home, "xyz-9-1.yaml", "- MOD: [\n")
    (left,) = mend(home).left
    assert left.reason.endswith("later/xyz-9-1.yaml cannot be read, so that it is not known what it quotes")


@pytest.mark.parametrize("after", ["c", "d"])
def test_an_address_that_names_nothing_or_several_is_not_given_a_meaning(tmp_path: Path, after: str) -> None:
    base = BASE.replace("'the report''s annex,'", "one;\n  - c): two;\n  - c): three,").replace("ITU-D", "ITU‑D")
    home = project(tmp_path, base, f"- ADD: recalling\n  after: {after}\n  items:\n  - four;\n")
    (left,) = mend(home).left
    assert left.reason == f"“{after}” in a proposal would come to name a provision, and does not name one now"
    assert changed_lines(base, home, "base.yaml") == []
    (home / "xyz-1-1.yaml").unlink()
    assert [m.rule for m in mend(home).mended] == ["label-sequence"]


def test_labels_that_never_change_are_left(tmp_path: Path) -> None:
    base = BASE.replace("title:", "numbering: permanent\ntitle:").replace("b)", "a)").replace("ITU-D", "ITU‑D")
    assert mend(project(tmp_path, base)) == Fixed({})


def test_a_base_is_left_where_a_proposal_would_not_fit_any_more(tmp_path: Path) -> None:
    """A replacement would be found twice; another proposal cannot be read at all. Each is said; the rest is mended."""
    amended = "- MOD: resolves 2\n  replace:\n    ITU‑D: the Union\n"
    base = BASE.replace("the report", "the  report").replace("to ITU-D", "to ITU-D and to ITU‑D")
    home = project(tmp_path / "one", base, amended)
    fixed = mend(home)
    assert [m.rule for m in fixed.mended] == ["doubled-words"]
    (left,) = fixed.left
    assert left.reason == "it would give: MOD resolves/2: “ITU‑D” is found 2 times, not once"
    home = project(tmp_path / "two", BASE, "- MOD: [\n")
    (left,) = mend(home).left
    assert left.reason.endswith("xyz-1-1.yaml cannot be read, so that it is not known what it quotes")


@pytest.mark.parametrize(
    ("base", "old", "new"),
    [
        ("to report to ITU-D.", "{ITU-D: the Union}", "{ITU‑D: the Union}"),
        ("to report to ITU-D.", "{ITU-D: ITU-D and all}", "{ITU‑D: ITU‑D and all}"),
        ("to report to ITU-D.", "{to ITU: {with: to UIT, times: 1}}", None),
        ("to  report to ITU‑D.", "{to  report: to act}", "{to report: to act}"),
        ("to  report to ITU‑D.", "{report: act}", None),
        ("to  report to ITU‑D.", "{' report': ' act'}", "{'report': 'act'}"),
        ("to report to  ITU‑D.", "{report: {with: act, times: 1}, to  ITU: to the Union and ITU}",
         "{report: {with: act, times: 1}, to ITU: to the Union and ITU}"),
        ("to report in\ufeff ITU‑D and in\ufeff others.", "{in\ufeff: {with: of, times: 2}}",
         "{in: {with: of, times: 2}}"),
    ],
)  # fmt: skip
def test_what_replacements_look_for_follows_the_base(tmp_path: Path, base: str, old: str, new: str | None) -> None:
    """The pair finds the mended words, in as many places as before; nothing else of the proposal changes."""
    home = project(
        tmp_path, BASE.replace("to report to ITU-D.", base), f"- MOD: resolves 2\n  replace: {old}   # why\n"
    )
    texts = finals(home)
    fixed = mend(home)
    assert fixed.mended and not fixed.left and not validate([str(home)]).problems
    changed = changed_lines(f"{HEAD}- MOD: resolves 2\n  replace: {old}   # why\n", home, "xyz-1-1.yaml")
    assert changed == ([(f"  replace: {old}   # why", f"  replace: {new}   # why")] if new else [])
    assert {name: as_seen(text) for name, text in finals(home).items()} == {n: as_seen(t) for n, t in texts.items()}
    assert mend(home) == Fixed({})


def test_a_pair_whose_places_would_differ_stops_the_mending_of_its_base(tmp_path: Path) -> None:
    """In one place its blank is the second of two, in the other the only one."""
    base = BASE.replace("to report to ITU-D.", "to  report in the region.")
    home = project(tmp_path, base, "- MOD: resolves 2\n  replace: {' r': {with: ' R', times: 2}}\n")
    (left,) = mend(home).left
    assert left.reason == "“ r” would not stand 2 times in the base any more"
    assert changed_lines(base, home, "base.yaml") == []


def test_short_forms_are_written_out_where_they_stand(tmp_path: Path) -> None:
    """`replace:` and a whole `text:` become CriticMarkup; then the base can be mended, too. Comments stay."""
    amended = (
        "- MOD: resolves 2\n  replace:   # names\n    ITU-D: the Union   # in full\n    report: write\n  times: 1\n"
        "  reasons: x\n"
        "- MOD: resolves 1\n  text: to go on with the work;   # shorter\n"
        "- MOD: recalling a\n  replace: {Resolution 9: Resolution 8}\n"
    )
    home = project(tmp_path, BASE, amended)
    fixed = mend(home, canonical=True)
    assert [m.rule for m in fixed.mended] == ["canonical", "canonical", "plain-beside-non-breaking"]
    assert (home / "xyz-1-1.yaml").read_text("utf-8") == (
        f"{HEAD}- MOD: resolves 2\n  # names\n  # in full\n"
        "  text: to {--report--}{++write++} to {--ITU‑D--}{++the Union++}.\n  reasons: x\n"
        "- MOD: resolves 1\n  text: to {--continue--}{++go on with++} the work;   # shorter\n"
        "- MOD: recalling a\n  replace: {Resolution 9: Resolution 8}\n"
    )
    assert not mend(home, canonical=True).files


def test_a_base_named_outright_or_not_asked_for_is_not_touched(tmp_path: Path) -> None:
    amended = "- MOD: resolves 1\n  text: to go on with the  work;\n"
    home = project(tmp_path, BASE, amended)
    file = str(home / "xyz-1-1.yaml")
    for base in (None, home / "base.yaml"):
        fixed = fix(validate([file], base=base), [file], base=base)
        assert [Path(name).name for name in fixed.files] == ["xyz-1-1.yaml"]
    base = home / "base.yaml"
    assert len(fix(validate([str(home)], base=base), [str(home)], base=base).files) == 1
    (name,) = fix(validate([str(base)]), [str(base)]).files
    assert Path(name).name == "base.yaml"


def test_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A base by itself, and a proposal on the project's base."""
    assert [new for _, new in fix_stdin(BASE.encode()).files.values()] == [BASE.replace("ITU-D", "ITU‑D").encode()]
    amended = "- MOD: resolves 1\n  text: to go on with the  work;\n"
    monkeypatch.chdir(project(tmp_path, BASE))
    fixed = fix_stdin(f"{HEAD}{amended}".encode())
    assert [new for _, new in fixed.files.values()] == [f"{HEAD}{amended}".replace("  work", " work").encode()]
    assert fix_stdin(b"\xff") == fix_stdin(b"a: [") == Fixed({})


def test_a_slip_that_the_base_has_too_is_mended_where_it_can_be(tmp_path: Path) -> None:
    """The same finding at the same address, of the base and of the proposal."""
    base = BASE.replace("to continue the", "to  continue the").replace("ITU-D", "ITU‑D")
    amended = "- MOD: resolves 1\n  text: to  continue the  work{++, and more++};\n"
    home = project(tmp_path / "one", base, amended.replace("the  work{++", "the work{++  now++}{++"))
    assert len(mend(home).mended) == 2 and not validate([str(home)]).problems
    home = project(tmp_path / "two", base, "- MOD: resolves 1\n  text: to continue the  work;\n")
    fixed = mend(home)
    assert [Path(name).name for name in fixed.files] == ["base.yaml"]
    assert [left.reason for left in fixed.left] == ["it would give: resolves/1 has these words already"]


def test_resolution_30_loses_nothing(tmp_path: Path) -> None:
    """The real files: only the plain characters beside non-breaking ones change, comments and line breaks stay, the
    proposal still applies, and the texts read as they did."""
    home = tmp_path / "wtdc-17" / "res-30"
    shutil.copytree(ROOT / "amendments/wtdc-17", home.parent)
    before = {path.name: path.read_bytes().decode() for path in home.iterdir()}
    texts = finals(home)
    fixed = mend(home, canonical=True)
    assert {m.rule for m in fixed.mended} == {"plain-beside-non-breaking"} and not fixed.left
    for name, old in before.items():
        for was, now in changed_lines(old, home, name):
            assert now.replace("Resolution\u00a0140", "Resolution 140").replace("CWG‑WSIS", "CWG-WSIS") == was.replace(
                "Resolution\u00a0140", "Resolution 140"
            )
    assert finals(home).keys() == texts.keys()
    assert [as_seen(text) for text in finals(home).values()] == [as_seen(text) for text in texts.values()]
    assert "plain-beside-non-breaking" not in {problem.rule for problem in validate([str(home)]).problems}
    assert mend(home, canonical=True) == Fixed({})


def finals(home: Path) -> dict[str, str]:
    """The words that each proposal of a folder comes to, by file; of the base under its own name."""
    values = {path.name: load(path.read_bytes(), path.name).value for path in sorted(home.iterdir())}
    base = values["base.yaml"]
    assert isinstance(base, Resolution)
    found = {"base.yaml": base}
    for name, value in values.items():
        if isinstance(value, Proposal):
            redline, problems = try_apply(base, [value])
            if not problems:
                assert redline.original() == base
                found[name] = redline.final()
    return {
        name: "\n".join([text.title, text.opening, *(i.text for i in text.walk()), *(n.text for n in text.footnotes)])
        for name, text in found.items()
    }


@st.composite
def slipped(draw: st.DrawFn, source: str) -> str:
    """A file with doubled blanks and plain hyphens at random places in its texts, and comments between its lines."""
    lines = []
    for line in source.split("\n"):
        if draw(st.integers(0, 3)) == 0:
            spots = [match.start() for match in re.finditer(r"(?<=[^\W\d]) (?=[^\W\d])", line)]
            if spots:
                at = draw(st.sampled_from(spots))
                line = f"{line[:at]} {line[at:]}"
        if draw(st.integers(0, 3)) == 0:
            line = line.replace("ITU‑D", "ITU-D", 1)
        if draw(st.integers(0, 5)) == 0 and line:
            lines.append(f"{' ' * (len(line) - len(line.lstrip()))}# a comment")
        lines.append(line)
    return "\n".join(lines)


@given(st.data(), st.booleans())
def test_mending_generated_files(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, canonical: bool
) -> None:
    """No new finding, no other words, comments and keys as they were; what applied still applies, on the mended base;
    and mending again changes nothing."""
    base = data.draw(resolutions(number="7"))
    home = tmp_path_factory.mktemp("p") / "x-05" / "res-7"
    home.mkdir(parents=True)
    (home / "base.yaml").write_bytes(data.draw(slipped(base_yaml(base))).encode())
    for number in range(data.draw(st.integers(0, 2))):
        amended = proposal(base, data.draw(amendments(base)), f"XYZ/1/{number}")
        (home / f"xyz-1-{number}.yaml").write_bytes(data.draw(slipped(proposal_yaml(amended))).encode())
    if not isinstance(load((home / "base.yaml").read_bytes(), "base.yaml").value, Resolution):
        return
    before, texts, found = contents(home), finals(home), validate([str(home)])
    fixed = mend(home, canonical)
    after, now, report = contents(home), finals(home), validate([str(home)])
    assert now.keys() >= texts.keys()
    assert all(as_seen_lines(now[name]) == as_seen_lines(text) for name, text in texts.items())
    assert report.count(Severity.ERROR) <= found.count(Severity.ERROR)
    failed, fails = ({p.place.file for p in r.problems if p.severity is Severity.ERROR} for r in (found, report))
    counts = [Counter((p.place.file, p.rule) for p in r.problems) for r in (found, report)]
    assert {file for file, _ in counts[1] - counts[0]} <= failed - fails  # there, more is looked at than before
    for name, data_before in before.items():
        assert comments(after[name]) == comments(data_before)
        if not canonical and "label-sequence" not in {m.rule for m in fixed.mended}:
            pairs = zip(values(data_before), values(after[name]), strict=True)
            assert all(bare(old) == bare(new) for old, new in pairs)
    assert mend(home, canonical).files == {}


def contents(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(home.iterdir())}


def as_seen_lines(text: str) -> list[str]:
    return [as_seen(line) for line in text.split("\n")]


def comments(data: bytes) -> list[str]:
    return [line.strip() for line in data.decode().split("\n") if line.strip() == "# a comment"]


def values(data: bytes) -> list[str]:
    """The values in a file, none where it is no YAML."""
    try:
        return list(values_at(data, "x.yaml").values())
    except YAMLError:
        return []


def bare(value: str) -> str:
    """A value without blanks, hyphens, characters that are not seen, and the marks of CriticMarkup."""
    return re.sub(r"[\s\u00a0\u200b\ufeff{}+~>‑\\-]", "", normalize("NFC", value))


def test_rules_say_whether_their_findings_are_mended(tmp_path: Path) -> None:
    """What a failing example has marked as mendable, its rule describes; and one round mends it."""
    described = {rule.name for rule in RULES if rule.mends}
    assert {
        problem.rule for rule in RULES for problem in example(tmp_path / rule.name, rule) if problem.mends
    } <= described
    for name in ("blank-at-edge", "odd-characters", "plain-beside-non-breaking"):
        folder = tmp_path / name
        write(fix(validate([str(folder)]), [str(folder)]))
        assert not validate([str(folder)]).problems


def example(folder: Path, rule: Rule) -> tuple[Problem, ...]:
    """What is found in a rule's failing example."""
    rule.failing.write(folder)
    return validate([str(folder)]).problems
