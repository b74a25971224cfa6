"""Makes the generated documentation: docs/commands.md, docs/rules.md and the README's picture.

`make docs` writes them, a test checks that they are current.
"""

import io
import re
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent


def commands() -> str:
    """docs/commands.md, from the command line's own help."""
    import typer

    from resedit.cli.app import app

    group: Any = typer.main.get_command(app)
    pages = ["# Commands", "Made from the program's own help by `make docs`.", _help(group.help)]
    for name, command in group.commands.items():
        pages += [f"## resedit {name}", _help(command.help), _parameters(command.params)]
    pages += ["## Exit codes", EXIT_CODES]
    return "\n\n".join(page for page in pages if page) + "\n"


EXIT_CODES = """\
| code | meaning |
|---|---|
| 0 | fine; no differences |
| 1 | findings: errors in what is to be applied, differences (`diff`, `verify`), errors found (`validate`) |
| 2 | wrong usage, or input that cannot be read; for `diff` and `verify` also input that is refused |
| 3 | a bug in resedit |
| 130 | interrupted (Ctrl-C) |
| 141 | the reader of a pipe has gone |"""


def _help(text: str) -> str:
    """Help as Markdown: the examples become a block of code."""
    prose, _, examples = text.partition("\b")
    lines = [line.strip() for line in examples.strip().splitlines()[1:]]
    block = "\n".join(["```console", *(f"$ {line}" for line in lines), "```"]) if lines else ""
    return "\n\n".join(part for part in (prose.strip(), block) if part)


def _parameters(parameters: list[Any]) -> str:
    rows = ["| | |", "|---|---|"]
    for parameter in parameters:
        if parameter.name == "help":
            continue
        is_option = parameter.param_type_name == "option"
        names = ", ".join(parameter.opts) if is_option else parameter.make_metavar(ctx=_context())
        choices = getattr(parameter.type, "choices", None)
        values = f" `{'`, `'.join(getattr(c, 'value', c) for c in choices)}`" if choices else ""
        default = parameter.default
        shown = getattr(default, "value", default)
        is_plain = is_option and shown not in (None, "", False) and not callable(shown)
        rows.append(f"| `{names}` | {parameter.help}{values}{f' Default: `{shown}`.' if is_plain else ''} |")
    return "\n".join(rows)


def _context() -> Any:
    import typer

    from resedit.cli.app import app

    return typer.main.get_command(app).make_context("resedit", ["list"], resilient_parsing=True)


def rules() -> str:
    """docs/rules.md, from the table of rules."""
    from resedit.validate.catalogue import RULES

    head = ["# Rules", "", "What `resedit validate` finds. Made from the table of rules by `make docs`.", ""]
    table = ["| rule | severity | finds | cure |", "|---|---|---|---|"]
    rows = [f"| `{r.name}` | {r.severity.value} | {r.finds} | {r.cure} |" for r in RULES]
    tail = [
        "",
        "`apply`, `diff`, `export`, `show` and `verify` refuse what is an error here. Warnings and open queries are",
        "listed and stop nothing.",
    ]
    return "\n".join([*head, *table, *rows, *tail]) + "\n"


def picture() -> str:
    """The redline of Resolution 30 as the terminal shows it, as SVG."""
    from rich._export_format import CONSOLE_SVG_FORMAT
    from rich.console import Console

    import resedit
    from resedit.formats.terminal import print_redline

    target = resedit.find(str(ROOT / "amendments" / "wtdc-17" / "res-30"))
    console = Console(
        record=True, width=96, height=40, file=io.StringIO(), force_terminal=True, color_system="truecolor",
        highlight=False, emoji=False, markup=False, legacy_windows=False, no_color=False,
    )  # fmt: skip
    redline = resedit.checked_redline(target)
    shown = resedit.Redline(
        redline.base, redline.number, redline.revision, redline.title, redline.opening, redline.provisions[:1]
    )
    print_redline(console, shown)
    faces = re.compile(r"@font-face \{\{.*?\}\}\s*", re.DOTALL)  # they would load fonts from afar
    form = faces.sub("", CONSOLE_SVG_FORMAT)
    return console.export_svg(title="resedit show res-30", code_format=form, unique_id="resedit")


PAGES = {"commands.md": commands, "rules.md": rules, "redline.svg": picture}


def main() -> None:
    """Write every page whose content changed."""
    for name, make in PAGES.items():
        path = HERE / name
        page = make()
        if not path.exists() or path.read_text(encoding="utf-8") != page:
            path.write_text(page, encoding="utf-8")
            print(f"wrote docs/{name}", file=sys.stderr)


if __name__ == "__main__":
    main()
