"""Makes the generated documentation: docs/commands.md, docs/rules.md with a page for each rule, the README's picture.

`make docs` writes them, a test checks that they are current.
"""

import io
import re
import sys
from collections.abc import Callable
from functools import partial
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
| 1 | findings: errors in the files, conflicts, differences (`diff`, `verify`), amendments that cannot land (`rebase`) |
| 2 | wrong usage, or input that cannot be read; for `diff`, `verify` and `conflicts` also input that is refused |
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
    from resedit.validate import table

    pages = ["# Rules", "What `resedit validate` finds. Made from the table of rules by `make docs`."]
    for heading, modules in (
        ("Files", table.FILES),
        ("Amendments", table.AMENDMENTS),
        ("Bases and proposals", table.SUBJECTS),
        ("Words", table.TEXTS),
        ("Texts side by side", table.PROJECTS),
        ("Allowances", table.ALLOWANCES),
    ):
        rows = [
            f"| [`{rule.name}`](rules/{rule.name}.md) | {rule.severity.value} | {rule.finds} |"
            for rule in (module.RULE for module in modules)
        ]
        pages += [f"## {heading}", "\n".join(["| rule | severity | finds |", "|---|---|---|", *rows])]
    pages.append(
        "`apply`, `diff`, `export`, `show` and `verify` refuse what is an error here. Warnings and open queries are\n"
        "listed and stop nothing; each page says how to switch them, for a line or a project, with the reason stated."
    )
    return "\n\n".join(pages) + "\n"


def rule_pages() -> dict[str, Callable[[], str]]:
    """One page for each rule, by name, from its module."""
    from resedit.validate.table import MODULES

    return {f"rules/{module.RULE.name}.md": partial(rule_page, module) for module in MODULES}


def rule_page(module: Any) -> str:
    """What a rule finds and why, its two examples, and how to switch it off."""
    from resedit.model.problem import Severity
    from resedit.validate.table import ALLOWANCES

    rule = module.RULE
    how = IN_A_PROJECT if module in ALLOWANCES else ON_A_LINE + IN_A_PROJECT
    summary, _, why = (module.__doc__ or "").partition("\n")
    facts = [("severity", rule.severity.value), ("finds", rule.finds), ("cure", rule.cure)]
    if rule.mends:
        facts.append(("`--fix`", rule.mends))
    if rule.source:
        facts.append(("source", rule.source))
    parts: list[str] = [
        f"# {rule.name}",
        _sentence(summary.partition(": ")[2]),
        why.strip(),
        "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in facts)]),
        "## An example that fails",
        _files(rule.failing.files()),
        f"```console\n{_printed(rule.failing)}```",
        "## An example that passes",
        _files(rule.passing.files(), besides=rule.failing.files()),
        "## To switch it off",
        CANNOT if rule.severity is Severity.ERROR else how.replace("RULE", rule.name),
        "[All rules](../rules.md). The examples are made up, and run as tests.",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _files(files: dict[str, bytes], besides: dict[str, bytes] | None = None) -> str:
    """Files as blocks of code under their names; those that another example has as well are left out."""
    known = besides or {}
    shown = (f"`{name}`:\n\n{_block(name, data)}" for name, data in files.items() if known.get(name) != data)
    return "\n\n".join(shown) or "The base alone, as above."


def _block(name: str, data: bytes) -> str:
    """A file as a block of code, bytes that are no text by their values; of a large or a Word file its size."""
    if len(data) > 2000 or not name.endswith(".yaml"):
        return f"*{len(data):,} bytes, made by the test*"
    return f"```yaml\n{data.decode('utf-8', 'backslashreplace').rstrip()}\n```"


def _printed(example: Any) -> str:
    """The command and what it prints about an example."""
    from contextlib import chdir
    from tempfile import TemporaryDirectory

    from rich.console import Console

    from resedit.cli.sources import Sources
    from resedit.formats.terminal import print_problems
    from resedit.model.place import Place
    from resedit.validate.run import validate

    files: dict[str, bytes] = example.files()

    def line(place: Place) -> str:
        return files[place.file].decode("utf-8", "replace").split("\n")[place.line - 1]

    out = io.StringIO()
    console = Console(file=out, width=WIDTH, color_system=None, highlight=False, emoji=False, markup=False)
    with TemporaryDirectory() as folder, chdir(folder):
        words = example.write(Path())
        problems = Sources().pointed(validate(words, project=Path()).problems)
    print_problems(console, problems, None if words else line)
    return f"$ {' '.join(('resedit', 'validate', *words))}\n{out.getvalue()}"


def format_page() -> str:
    """docs/format.md with the tables between its marks made anew, from the tables of keys."""
    from resedit.store.amendments import FORMS
    from resedit.store.provisions import FULL
    from resedit.store.schema import KINDS

    tables = {kind: _keys(table) for kind, (table, _) in KINDS.items()}
    tables |= {"provision": _keys(FULL), "amendment": _amendment_keys(FORMS)}

    def filled(mark: re.Match[str]) -> str:
        return f"{mark[1]}\n\n{tables[mark[2]]}\n\n{mark[3]}"

    page = (HERE / "format.md").read_text(encoding="utf-8")
    return re.sub(r"(<!-- keys: (\w+) -->)\n.*?(<!-- end -->)", filled, page, flags=re.DOTALL)


def _keys(table: Any) -> str:
    """A table of keys, those of mappings within it included."""
    return "\n".join(["| key | |", "|---|---|", *_key_rows(table, "")])


def _key_rows(table: Any, above: str) -> list[str]:
    from resedit.store.shape import REMARKS

    rows = []
    for key in table.keys:
        if above and key in REMARKS:
            continue
        rows.append(f"| {above}`{key.name}` | {key.says}{' Required.' if key.required else ''} |")
        for inner in _tables_in(key.form):
            rows += _key_rows(inner, f"{above}`{key.name}` › ")
    return rows


def _tables_in(form: Any) -> list[Any]:
    from resedit.store.keys import AnyOf, ByName, ListOf, Table

    match form:
        case Table():
            return [form]
        case ListOf() | ByName():
            return _tables_in(form.form)
        case AnyOf(forms):
            return [table for one in forms for table in _tables_in(one)]
    return []


def _amendment_keys(forms: Any) -> str:
    """The keys of amendments, each with the symbols it goes with."""
    rows: dict[str, list[str]] = {}
    for symbol, table in forms.items():
        for row in _key_rows(table, ""):
            rows.setdefault(row, []).append(str(symbol))
    lines = [
        f"{row.removesuffix(' Required. |').removesuffix(' |')} | {'any' if len(on) == len(forms) else ', '.join(on)} |"
        for row, on in sorted(rows.items(), key=lambda pair: len(pair[1]) == len(forms))
    ]
    return "\n".join(["| key | | with |", "|---|---|---|", *lines])


def schemas() -> dict[str, Callable[[], str]]:
    """The JSON Schemas of the files people write, by path."""
    from resedit.store.schema import KINDS, schema_json

    return {f"../schema/{kind}.schema.json": partial(schema_json, kind) for kind in KINDS}


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


CANNOT = """\
It is an error: `apply` and every output refuse what has one, so it cannot be switched off, only mended."""
ON_A_LINE = """\
On the line of the finding, or alone on the line above it, with the reason (where a text goes over several lines, on the
line where it begins, or above that):

```yaml
# resedit: allow RULE (why it stays)
```

"""
IN_A_PROJECT = """\
For the whole project, in `amendments/resedit.yaml` (`off`, `query` or `warning`):

```yaml
rules:
  RULE:
    severity: off
    reason: why it does not matter here
```"""

WIDTH = 100
"""How wide findings are printed on the pages."""

PAGES = {
    "commands.md": commands,
    "format.md": format_page,
    "rules.md": rules,
    "redline.svg": picture,
    **rule_pages(),
    **schemas(),
}


def main() -> None:
    """Write every page whose content changed."""
    for name, make in PAGES.items():
        path = HERE / name
        page = make()
        path.parent.mkdir(exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != page:
            path.write_text(page, encoding="utf-8")
            print(f"wrote docs/{name}", file=sys.stderr)
    for path in (HERE / "rules").glob("*.md"):
        if f"rules/{path.name}" not in PAGES:
            path.unlink()
            print(f"removed docs/rules/{path.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
