"""Times whole processes side by side and prints how they compare. It judges nothing: it exits with 0.

python benchmarks/run.py [--only NAME] [--runs N] [--format text|markdown|json]
"""

import argparse
import sys
from functools import partial

import cases
import word
from cases import ROOT, Kit
from measure import CommandError, run_rounds
from report import Result, as_json, as_markdown, as_text, circumstances

README = ROOT / "benchmarks" / "README.md"
MARKER = "<!-- Figures, by run.py --update-readme -->\n"
CASES = cases.CASES | word.CASES
FORMATS = {"text": as_text, "markdown": as_markdown, "json": as_json}


def main() -> None:
    """Run the cases asked for and print the report; progress and what fails go to standard error."""
    parser = argparse.ArgumentParser(description="Time whole processes side by side.")
    parser.add_argument("--only", action="append", choices=CASES, metavar="NAME", help=f"one of: {', '.join(CASES)}")
    parser.add_argument("--runs", type=_at_least_one, default=7, metavar="N", help="rounds after the warm-up (7)")
    parser.add_argument("--format", choices=FORMATS, default="text", help="how to print the report (text)")
    parser.add_argument("--update-readme", action="store_true", help="put the figures into benchmarks/README.md")
    options = parser.parse_args()
    where = circumstances()
    kit, results = Kit(), []
    for name in options.only or CASES:
        try:
            case = CASES[name](kit)
            samples = run_rounds(case.commands, options.runs, ROOT, partial(_say_of, name))
            results.append(Result(case, samples))
        except CommandError as error:
            _say(f"NOT MEASURED: {name}\n{error}\n")
    _say("")
    sys.stdout.write(FORMATS[options.format](results, where))
    if options.update_readme:
        before, marker, _ = README.read_text(encoding="utf-8").partition(MARKER)
        README.write_text(f"{before}{marker}\n{as_markdown(results, where)}", encoding="utf-8")


def _at_least_one(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value} is no number of runs")
    return int(value)


def _say_of(name: str, text: str) -> None:
    _say(f"{name}: {text}")


def _say(text: str) -> None:
    """Show progress on one line of a terminal, which the next one overwrites; what has line breaks stays."""
    if "\n" in text:
        sys.stderr.write(f"\r\033[K{text}\n" if sys.stderr.isatty() else f"{text}\n")
    elif sys.stderr.isatty():
        sys.stderr.write(f"\r\033[K{text}")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
