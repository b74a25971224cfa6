"""The cases: which processes run side by side, and what is claimed of them."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from made_up import generate, generate_many, generate_project
from measure import Command, run_once
from rivals import Rivals

ROOT = Path(__file__).resolve().parent.parent
BUILD = Path("build")
MADE = BUILD / "bench"
SCRIPTS = Path("benchmarks/scripts")
RES30 = Path("amendments/wtdc-17/res-30")
SIZES = (500, 1000, 2500, 5000)
LARGEST = SIZES[-1]
RESOLUTIONS, PROPOSALS = 1000, 5
FLOOR = 20
"""So few provisions that a run takes what starting takes."""


class Claim(NamedTuple):
    """What is said of two commands: that `of` takes at most (or at least) `bound` times what `to` takes.

    Without a bound it is a figure to know. `less` is a command whose time is taken off both sides.
    """

    what: str
    of: str
    to: str
    bound: float | None = None
    at_least: bool = False
    less: str = ""


class Growth(NamedTuple):
    """That the time of commands grows with their size to a power of at most `bound`; `less` as in a claim."""

    what: str
    points: tuple[tuple[int, str], ...]
    bound: float | None = None
    less: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """Commands that run side by side and what is claimed of them; `skipped` says what could not be measured and why."""

    name: str
    title: str
    commands: tuple[Command, ...]
    claims: tuple[Claim, ...] = ()
    growths: tuple[Growth, ...] = ()
    skipped: tuple[str, ...] = ()


class Kit:
    """What cases are made with: the programs under test, the rivals, and the files they read."""

    def __init__(self) -> None:
        self.python = sys.executable
        self.resedit = str(Path(sys.executable).parent / "resedit")

    @cached_property
    def rivals(self) -> Rivals:
        """The rivals, installed when the first case asks for them."""
        return Rivals(ROOT / BUILD / "bench-venv")

    def of_resedit(self, name: str, *arguments: str | Path, fine: tuple[int, ...] = (0,)) -> Command:
        """A run of the command line."""
        return Command(name, (self.resedit, *map(str, arguments)), fine)

    def of_python(self, name: str, *arguments: str | Path) -> Command:
        """A run of the interpreter that resedit is installed in."""
        return Command(name, (self.python, *map(str, arguments)))

    def make(self, *arguments: str | Path) -> None:
        """Have resedit make a file that a case reads."""
        (ROOT / MADE).mkdir(parents=True, exist_ok=True)
        run_once(self.of_resedit("preparing: resedit", *arguments), ROOT)

    def made_up(self, provisions: int) -> tuple[Path, Path]:
        """A made-up base and proposal of a size."""
        folder = MADE / f"xyz-{provisions}"
        generate(provisions, ROOT / folder)
        return folder / "base.yaml", folder / "xyz-1.yaml"


def start(kit: Kit) -> Case:
    """The least that every run costs."""
    return Case(
        "start",
        "Starting",
        (_typer(kit), kit.of_resedit("resedit --version", "--version")),
        (Claim("resedit --version / import typer", "resedit --version", "python -c 'import typer'", 1.5),),
    )


def apply(kit: Kit) -> Case:
    """An everyday run."""
    return Case(
        "apply",
        "Applying the proposal on Resolution 30",
        (_typer(kit), kit.of_resedit("resedit apply res-30", "apply", "res-30")),
        (Claim("resedit apply res-30 / import typer", "resedit apply res-30", "python -c 'import typer'", 3),),
    )


def _typer(kit: Kit) -> Command:
    return kit.of_python("python -c 'import typer'", "-c", "import typer")


def redline(kit: Kit) -> Case:
    """Resolution 30 as a Word file with tracked changes, against programs that compare two Word files."""
    original, final, final_yaml = (MADE / f"res-30-{name}" for name in ("original.docx", "final.docx", "final.yaml"))
    kit.make("export", "res-30", "--format", "docx", "--view", "original", "-o", original)
    kit.make("export", "res-30", "--format", "docx", "--view", "final", "-o", final)
    kit.make("apply", "res-30", "-o", final_yaml)
    own, diff = "resedit export --format docx", "resedit diff base final"
    commands = [
        kit.of_resedit(own, "export", "res-30", "--format", "docx", "-o", MADE / "res-30.docx"),
        kit.of_resedit(diff, "diff", RES30 / "base.yaml", final_yaml, "--format", "json", fine=(1,)),
    ]
    claims = []
    if "docxodus" in kit.rivals.there:
        script = (
            kit.rivals.python,
            SCRIPTS / "docxodus.py",
            original,
            final,
            MADE / "docxodus.docx",
            MADE / "docxodus",
        )
        commands.append(Command("python-redlines, Docxodus", tuple(map(str, script))))
        claims += [
            Claim("python-redlines / resedit export", "python-redlines, Docxodus", own, 5, at_least=True),
            Claim("python-redlines / resedit diff", "python-redlines, Docxodus", diff),
        ]
    if "trackdiff" in kit.rivals.there:
        program = (kit.rivals.program("docx-trackdiff"), original, final, MADE / "trackdiff.docx")
        commands.append(Command("docx-trackdiff", tuple(map(str, program))))
        claims += [
            Claim("docx-trackdiff / resedit export", "docx-trackdiff", own, 1, at_least=True),
            Claim("docx-trackdiff / resedit diff", "docx-trackdiff", diff),
        ]
    return Case(
        "redline",
        "The redline of Resolution 30 in Word",
        tuple(commands),
        tuple(claims),
        skipped=tuple(kit.rivals.complaints),
    )


def growth(kit: Kit) -> Case:
    """Made-up resolutions of several sizes: apply and print the final text."""
    bare, floor = "python -c pass", f"resedit export, {FLOOR} provisions"
    commands = [kit.of_python(bare, "-c", "pass"), _export_text(kit, floor, FLOOR)]
    for size in SIZES:
        commands.append(_export_text(kit, f"resedit export, {size} provisions", size))
        commands.append(kit.of_python(f"ruamel.yaml, {size} provisions", SCRIPTS / "load_yaml.py", *kit.made_up(size)))
    of, to = f"resedit export, {LARGEST} provisions", f"ruamel.yaml, {LARGEST} provisions"
    points = tuple((size, f"resedit export, {size} provisions") for size in SIZES)
    return Case(
        "growth",
        "A made-up resolution, applied and printed as text, beside loading its YAML",
        tuple(commands),
        (
            Claim(f"resedit export / ruamel.yaml at {LARGEST}", of, to, 10),
            Claim("… both less the interpreter's start", of, to, 10, less=bare),
        ),
        (
            Growth(f"exponent from {SIZES[0]} to {LARGEST}", points),
            Growth(f"… less a run on {FLOOR} provisions", points, 1.1, less=floor),
        ),
    )


def _export_text(kit: Kit, name: str, size: int) -> Command:
    base, proposal = kit.made_up(size)
    return kit.of_resedit(name, "export", proposal, "--base", base, "--view", "final", "--format", "text")


def large(kit: Kit) -> Case:
    """The other commands on the largest of the made-up resolutions."""
    base, proposal = kit.made_up(LARGEST)
    final = MADE / f"xyz-{LARGEST}-final.yaml"
    kit.make("apply", proposal, "--base", base, "-o", final)
    on_base = (proposal, "--base", base)
    yaml = f"ruamel.yaml, {LARGEST} provisions"
    commands = (
        kit.of_python(yaml, SCRIPTS / "load_yaml.py", base, proposal),
        kit.of_python("library: apply, final text", SCRIPTS / "apply_text.py", base, proposal),
        kit.of_resedit("resedit apply", "apply", *on_base),
        kit.of_resedit("resedit validate", "validate", *on_base),
        kit.of_resedit("resedit diff", "diff", *on_base, fine=(1,)),
        kit.of_resedit("resedit diff base final", "diff", base, final, fine=(1,)),
        kit.of_resedit("resedit export --format docx", "export", *on_base, "--format", "docx", "-o", MADE / "xyz.docx"),
    )
    claims = tuple(Claim(f"{command.name} / ruamel.yaml", command.name, yaml) for command in commands[1:])
    return Case("large", f"Other commands on {LARGEST} provisions and {LARGEST // 5} amendments", commands, claims)


def project(kit: Kit) -> Case:
    """Validating a whole project of a thousand resolutions, beside loading its YAML on the same cores."""
    folder = MADE / "project"
    generate_project(ROOT / folder, RESOLUTIONS, PROPOSALS)
    yaml, own = "ruamel.yaml, on all cores", "resedit validate"
    one = "resedit validate, one folder of it"
    commands = (
        kit.of_python(yaml, SCRIPTS / "load_project.py", folder),
        kit.of_resedit(own, "validate", "--project", folder, "--format", "json", fine=(0, 1)),
        kit.of_resedit(one, "validate", folder / "amendments" / "xyz-1" / "res-1", fine=(0, 1)),
    )
    title = f"A project of {RESOLUTIONS} resolutions with {PROPOSALS} proposals each"
    return Case("project", title, commands, (Claim("resedit validate / ruamel.yaml", own, yaml, 3),))


def meeting(kit: Kit) -> Case:
    """What a meeting has on its table: 50 proposals of 40 amendments over 500 provisions, and a fifth as many."""
    folders = {}
    for proposals in (10, 50):
        folders[proposals] = MADE / f"meeting-{proposals}"
        generate_many(500, proposals, 40, ROOT / folders[proposals])
    bare, load = "python -c pass", "library: load"
    commands = [kit.of_python(bare, "-c", "pass"), kit.of_python(load, SCRIPTS / "load_target.py", folders[50])]
    claims = []
    for form in ("markdown", "html", "docx"):
        name = f"resedit compile --format {form}"
        commands.append(kit.of_resedit(name, "compile", folders[50], "-f", form, "-o", MADE / f"meeting.{form}"))
        claims.append(Claim(f"compile --format {form} / load, both less the interpreter", name, load, less=bare))
    fewer = "resedit compile, 10 proposals"
    commands.append(kit.of_resedit(fewer, "compile", folders[10], "-f", "markdown", "-o", MADE / "fewer.md"))
    points = ((10, fewer), (50, "resedit compile --format markdown"))
    return Case(
        "meeting",
        "Fifty proposals of forty amendments on 500 provisions",
        tuple(commands),
        tuple(claims),
        (Growth("exponent from 10 to 50 proposals", points, 1.1),),
    )


def merging(kit: Kit) -> Case:
    """Fifty proposals of forty amendments over 500 provisions, where they meet; and where no two do, as many and a
    fifth as many over 5,000."""
    folder = MADE / "meeting-50"
    generate_many(500, 50, 40, ROOT / folder)
    apart = {proposals: MADE / f"apart-{proposals}" for proposals in (10, 50)}
    for proposals, where in apart.items():
        generate_many(5000, proposals, 40, ROOT / where, meet=False)
    bare, load, merge = "python -c pass", "library: load", "library: load, merge"
    report, print_ = "resedit conflicts", "resedit compile"
    commands = [
        kit.of_python(bare, "-c", "pass"),
        kit.of_python(load, SCRIPTS / "load_target.py", folder),
        kit.of_python(merge, SCRIPTS / "merge.py", folder),
        kit.of_resedit(report, "conflicts", folder, "-o", MADE / "conflicts.txt", fine=(1,)),
        kit.of_resedit(print_, "compile", folder, "-o", MADE / "compilation.md"),
        *(kit.of_python(f"library: merge, {n} apart", SCRIPTS / "merge.py", where) for n, where in apart.items()),
    ]
    claims = (
        Claim("load and merge / load, both less the interpreter", merge, load, 3, less=bare),
        Claim("resedit conflicts / load, both less the interpreter", report, load, 3, less=bare),
        Claim("resedit compile / load, both less the interpreter", print_, load, 3, less=bare),
    )
    points = tuple((n * 40, f"library: merge, {n} apart") for n in apart)
    growths = (Growth("exponent from 400 to 2,000 amendments that do not meet", points, 1.1),)
    return Case("merging", "Fifty proposals of forty amendments, merged", tuple(commands), claims, growths)


def import_(kit: Kit) -> Case:
    """The largest Word file that imports, against pandoc reading it with its changes: the corpus's real proposal where
    it is, else the made-up resolution."""
    corpus = Path(os.environ.get("RESEDIT_CORPUS", ROOT.parent / "shared" / "corpus"))
    file = corpus / "docx" / "oxpt__RP051-Arabic.docx"
    if not file.exists():
        base, proposal = kit.made_up(LARGEST)
        file = MADE / "xyz-import.docx"
        kit.make("export", proposal, "--base", base, "--format", "docx", "-o", file)
    own, rival = "resedit import", "pandoc --track-changes=all"
    commands = [kit.of_resedit(own, "import", file, "--into", MADE / "import", "--force", "--format", "json")]
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        return Case("import", f"Importing {file.name}", tuple(commands), skipped=("pandoc: it is not here",))
    commands.append(Command(rival, (pandoc, "--track-changes=all", "--from=docx", "--to=json", str(file))))
    return Case("import", f"Importing {file.name}", tuple(commands), (Claim(f"{own} / {rival}", own, rival),))


CASES: dict[str, Callable[[Kit], Case]] = {
    "start": start,
    "apply": apply,
    "redline": redline,
    "growth": growth,
    "large": large,
    "project": project,
    "meeting": meeting,
    "merging": merging,
    "import": import_,
}
"""The cases by name; a case makes its files when it is called."""
