"""The options that several commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from resedit.model.enums import Numbering, Status, View

TargetArgument = Annotated[
    str,
    typer.Argument(
        metavar="TARGET",
        help="A folder, a file, a resolution (res-30, wtdc-17/res-30), a proposal's number (ECP/24A5/1), or - for YAML "
        "on standard input.",
    ),
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
ViewOption = Annotated[View, typer.Option(help="The changes, or the text before or after them.")]
ContextOption = Annotated[
    int,
    typer.Option("--context", "-c", min=0, metavar="WORDS", help="How many unchanged words to show around changes."),
]
FullOption = Annotated[bool, typer.Option("--full", help="Show changed provisions whole.")]


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
