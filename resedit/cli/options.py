"""The options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from resedit.model.enums import Numbering, Status, View

TARGET = (
    "A folder, a file, a resolution (res-30, wtdc-17/res-30), a proposal's number (ECP/24A5/1), or - for YAML on "
    "standard input."
)
TARGETS = (
    "Folders, files, resolutions (res-30, wtdc-17/res-30), proposals' numbers (ECP/24A5/1), or - for YAML on standard "
    "input; the proposals of all are merged, if they are on one base."
)
TargetArgument = Annotated[str, typer.Argument(metavar="TARGET", help=TARGET)]
TargetOrRange = Annotated[str | None, typer.Argument(metavar="[TARGET]", help=f"{TARGET} Needed without --git.")]
TargetsArgument = Annotated[list[str], typer.Argument(metavar="TARGET…", help=TARGETS)]
TargetsOrRange = Annotated[
    list[str] | None, typer.Argument(metavar="[TARGET]…", help=f"{TARGETS} Needed without --git.")
]
WithOption = Annotated[
    list[str] | None,
    typer.Option("--with", "-w", metavar="TARGET", help="Merge the proposals of this one, too; may be repeated."),
]
ProjectOption = Annotated[
    Path | None,
    typer.Option("--project", metavar="DIR", help="The folder that holds amendments/; else found from here upwards."),
]
BaseOption = Annotated[
    Path | None, typer.Option("--base", metavar="FILE", help="The base, instead of the one the project has.")
]
OutputOption = Annotated[
    str,
    typer.Option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all; - is standard output."),
]
NumberingOption = Annotated[
    Numbering,
    typer.Option(help="consolidated: labels in sequence. provisional: labels stay, added ones get 7A, 7B, …"),
]
OnlyOption = Annotated[
    list[Status] | None, typer.Option("--only", help="Apply only proposals with this status; may be repeated.")
]


class Conflicts(StrEnum):
    """What becomes of a conflict."""

    STOP = "stop"
    BRACKETS = "brackets"


ConflictsOption = Annotated[
    Conflicts,
    typer.Option(help="At a conflict: stop, or show every side in square brackets with its source, the base last."),
]
AcceptOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="NAME", help="Try out: this proposal (XYZ/7/2) or amendment (XYZ/7/2#3) is accepted; may be repeated."
    ),
]
RejectOption = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Try out: this one is rejected; may be repeated.")
]
ViewOption = Annotated[View, typer.Option(help="The changes, or the text before or after them.")]
ContextOption = Annotated[
    int,
    typer.Option("--context", "-c", min=0, metavar="WORDS", help="How many unchanged words to show around changes."),
]
FullOption = Annotated[bool, typer.Option("--full", help="Show changed provisions whole.")]
ChangedOption = Annotated[
    str | None,
    typer.Option(
        metavar="[BASE_REF]",
        help="Only what the branch touches since it parted from BASE_REF; alone: from the branch a pull request is for "
        "(in CI), else the default branch.",
    ),
]
GitOption = Annotated[
    str | None,
    typer.Option(
        "--git",
        metavar="[RANGE]",
        help="What a branch changes: A...B from where the two parted, A..B, or A up to the files as they are now; "
        "alone: the branch against what it is for. TARGET is then a folder or file to look at.",
    ),
]


class Report(StrEnum):
    """How findings and tables are printed."""

    TEXT = "text"
    JSON = "json"


ReportOption = Annotated[Report, typer.Option("--format", "-f", help="text for people, json for machines.")]


class FindingsFormat(StrEnum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


class FailOn(StrEnum):
    """From which weight on findings make `validate` end with 1: each includes those before it."""

    NEVER = "never"
    ERROR = "error"
    WARNING = "warning"
    QUERY = "query"


class Fix(StrEnum):
    """How much is mended."""

    SLIPS = "slips"
    CANONICAL = "canonical"


class DiffFormat(StrEnum):
    """How a diff is printed."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


class ExportFormat(StrEnum):
    """What a text can be exported to."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    YAML = "yaml"
    DOCX = "docx"
