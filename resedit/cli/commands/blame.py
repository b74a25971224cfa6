"""`resedit blame`: who each word of a text comes from."""

from resedit.cli.options import (
    BaseOption,
    NumberingOption,
    OnlyOption,
    ProjectOption,
    Report,
    ReportOption,
    TargetArgument,
)
from resedit.model.enums import Numbering


def blame(
    target: TargetArgument,
    format: ReportOption = Report.TEXT,
    numbering: NumberingOption = Numbering.CONSOLIDATED,
    only: OnlyOption = None,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:
    """Show the final text of TARGET with, for each run of words, the base or the proposals that it comes from.

    Every word has an origin: the runs of a line, joined, are the line. A consolidated text by itself remembers who
    changed a provision, not which words: there `base + ECP/24A5/1` stands for words of both.

    \b
    Examples:
      resedit blame res-30
      resedit blame res-30 | grep ECP/24A5/1
      resedit blame revised.yaml
      resedit blame res-30 --format json
    """
    from resedit.cli.find import find
    from resedit.cli.output import console, in_colour, write_result
    from resedit.redline.blame import blame as lines_of
    from resedit.validate.gate import checked_redline

    redline = checked_redline(find(target, project, base), numbering, only)
    lines = lines_of(redline)
    if format is Report.JSON:
        from resedit.formats.jsonform import blame_json

        write_result(blame_json(lines), "-")
    elif in_colour(console()):
        from resedit.formats.terminal import print_blame

        print_blame(console(), lines)
    else:
        from resedit.formats.text import blame_text

        write_result(blame_text(lines), "-")
