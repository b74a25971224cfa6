"""older-citation: texts of a project side by side; a text is not to blame for what came after it. Made up."""

from pathlib import Path

import pytest

from resedit.validate.run import validate

PP = "Resolution 901 (Rev. {}) of the Plenipotentiary Conference"


def base(number: int, revision: str, words: str) -> str:
    head = f"resolution: {number}\nrevision: {revision}\ntitle: A made-up resolution\n"
    opening = "opening: The World Telecommunication Development Conference,\n"
    return f"{head}{opening}provisions:\n- recalling:\n  - {words},\n- resolves:\n  - to study.\n"


def proposal(number: int, year: str, amendment: str) -> str:
    head = f"proposal: XYZ/1/{year}\nsymbol: MOD\nresolution: {number} (Rev. Nowhere, 2001)\n"
    return f"{head}revision: Rev. Elsewhere, {year}\namendments:\n- {amendment}\nreasons: made up\n"


def found(folder: Path, files: dict[str, str], *paths: str) -> list[tuple[str, int]]:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    problems = validate([str(folder / path) for path in paths], project=folder).problems
    places = [(Path(p.place.file).relative_to(Path(p.place.file).parent.parent), p) for p in problems]
    return [(name.as_posix(), p.place.line) for name, p in places if p.rule == "older-citation"]


SEVEN = base(7, "Rev. Nowhere, 2001", PP.format("Somewhere, 1998"))


@pytest.mark.parametrize(
    ("revision", "words", "is_found"),
    [
        ("Rev. Nowhere, 2001", PP.format("Elsewhere, 2000"), True),
        ("Rev. Nowhere, 1999", PP.format("Elsewhere, 1998"), False),  # the same year, no newer
        ("Rev. Nowhere, 2005", PP.format("Elsewhere, 2002"), False),  # came after it
        ("Rev. Nowhere, 2001", PP.format("Elsewhere, 2000").replace("Plenipotentiary Conference", "Council"), False),
        ("Rev. Nowhere, 2001", "Resolution 901 (Rev. Elsewhere, 2000)", False),  # whose?
        ("", PP.format("Elsewhere, 2000"), False),  # of when?
    ],
)
def test_a_base_beside_another(revision: str, words: str, is_found: bool, tmp_path: Path) -> None:
    files = {"x/res-7/base.yaml": SEVEN, "x/res-8/base.yaml": base(8, revision, words).replace("revision: \n", "")}
    assert bool(found(tmp_path, files)) is is_found


def test_a_base_of_the_project_is_a_revision_itself(tmp_path: Path) -> None:
    words = "Resolution 8 (Rev. Somewhere, 1997) of this conference"
    files = {
        "x/res-7/base.yaml": base(7, "Rev. Nowhere, 2001", words),
        "x/res-8/base.yaml": base(8, "Rev. Nowhere, 2001", "the report"),
    }
    assert [name for name, _ in found(tmp_path, files)] == ["res-7/base.yaml"]


def test_a_proposal_that_cites_what_another_proposal_brings_up_to_date(tmp_path: Path) -> None:
    """Of the base's own citation nothing is said: the newer revision came after it."""
    newer = "MOD: recalling 1\n  replace: {Somewhere: Elsewhere, '1998': '2004'}"
    added = f"ADD: recalling\n  items:\n  - {PP.format('Otherwhere, 2002')};"
    files = {
        "x/res-7/base.yaml": SEVEN,
        "x/res-7/a.yaml": proposal(7, "2005", newer),
        "x/res-8/base.yaml": base(8, "Rev. Nowhere, 2001", "the report"),
        "x/res-8/b.yaml": proposal(8, "2005", added),
    }
    assert found(tmp_path, files) == [("res-8/b.yaml", 8)]
    assert found(tmp_path, files, "x/res-8") == []  # the other text was not looked at


def test_what_a_proposal_leaves_alone_is_not_held_against_it(tmp_path: Path) -> None:
    newer = "MOD: recalling 1\n  replace: {Somewhere: Elsewhere, '1998': '2004'}"
    files = {
        "x/res-7/base.yaml": SEVEN,
        "x/res-7/a.yaml": proposal(7, "2005", newer),
        "x/res-8/base.yaml": SEVEN.replace("resolution: 7", "resolution: 8"),
        "x/res-8/b.yaml": proposal(8, "2005", "MOD: resolves 1\n  text: to plan."),
    }
    assert found(tmp_path, files) == []
