"""The cases about Word files that others made: showing them, and how reading grows with the document."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from cases import FLOOR, MADE, ROOT, SCRIPTS, Case, Claim, Growth, Kit
from measure import Command

CORPUS = Path(os.environ.get("RESEDIT_CORPUS", ROOT.parent / "shared" / "corpus")) / "docx"
SIZES = (200, 2000, 20_000)


def show(kit: Kit) -> Case:
    """Every file of the corpus in one process, against programs that accept and reject tracked changes."""
    own, title = "resedit, redline of each file", "Showing Word files with tracked changes"
    files = sorted(map(str, CORPUS.glob("*.docx")))
    if not files:
        return Case("show", title, (), skipped=(f"there are no files in {CORPUS.name}: set RESEDIT_CORPUS",))
    commands = [kit.of_python(own, SCRIPTS / "show_word.py", *files)]
    claims = []
    skipped = list(kit.rivals.complaints)
    if "revisions" in kit.rivals.there:
        rival = "docx-revisions, both texts of each file"
        commands.append(Command(rival, (kit.rivals.python, str(SCRIPTS / "docx_revisions_text.py"), *files)))
        claims.append(Claim("docx-revisions / resedit", rival, own, 1, at_least=True))
    if pandoc := shutil.which("pandoc"):
        rival = "pandoc --track-changes=all"
        commands.append(Command(rival, (pandoc, "--track-changes=all", "--to=plain", "--output=/dev/null", *files)))
        claims.append(Claim("pandoc / resedit", rival, own, 1, at_least=True))
    else:
        skipped.append("pandoc is not installed")
    title += f": the {len(files)} of the corpus"
    return Case("show", title, tuple(commands), tuple(claims), skipped=tuple(skipped))


def reading(kit: Kit) -> Case:
    """Made-up tracked documents of 1, 10 and 100 times the size: read, and their final text printed."""
    floor = f"resedit export, {FLOOR} provisions"
    commands = [_export(kit, floor, FLOOR)]
    commands += [_export(kit, f"resedit export, {size} provisions", size) for size in SIZES]
    points = tuple((size, f"resedit export, {size} provisions") for size in SIZES)
    growths = (
        Growth(f"exponent from {SIZES[0]} to {SIZES[-1]}", points),
        Growth(f"… from {SIZES[1]}, less a document of {FLOOR}", points[1:], 1.1, less=floor),
    )
    title = "Made-up Word files with tracked changes, read and printed as text"
    return Case("reading", title, tuple(commands), (), growths)


def importing(kit: Kit) -> Case:
    """The same documents imported: read, structured, proved; nothing is written."""
    floor = f"resedit import, {FLOOR} provisions"
    commands = [_import(kit, floor, FLOOR)]
    commands += [_import(kit, f"resedit import, {size} provisions", size) for size in SIZES]
    points = tuple((size, f"resedit import, {size} provisions") for size in SIZES)
    growths = (Growth(f"exponent from {SIZES[1]}, less a document of {FLOOR}", points[1:], 1.1, less=floor),)
    return Case("importing", "Made-up Word files with tracked changes, imported", tuple(commands), (), growths)


def _import(kit: Kit, name: str, size: int) -> Command:
    return kit.of_resedit(name, "import", _made(kit, size), "--into", MADE / "imported", "--dry-run")


def _export(kit: Kit, name: str, size: int) -> Command:
    return kit.of_resedit(name, "export", _made(kit, size), "--view", "final")


def _made(kit: Kit, size: int) -> Path:
    """A made-up document of a size."""
    base, proposal = kit.made_up(size)
    file = MADE / f"xyz-{size}.docx"
    kit.make("export", proposal, "--base", base, "--format", "docx", "-o", file)
    return file


CASES: dict[str, Callable[[Kit], Case]] = {"show": show, "reading": reading, "importing": importing}
"""The cases by name; a case makes its files when it is called."""
