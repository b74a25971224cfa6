"""`resedit blame`: who each word of a text comes from."""

from resedit.cli.options import (
    AcceptOption,
    BaseOption,
    Conflicts,
    ConflictsOption,
    NumberingOption,
    OnlyOption,
    ProjectOption,
    RejectOption,
    Report,
    ReportOption,
    TargetsArgument,
)
from resedit.model.enums import Numbering


def blame(
    targets: TargetsArgument,
    format: ReportOption = Report.TEXT,
    numbering: NumberingOption = Numbering.CONSOLIDATED,
    only: OnlyOption = None,
    conflicts: ConflictsOption = Conflicts.STOP,
    accept: AcceptOption = None,
    reject: RejectOption = None,
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
      resedit blame ECP/24A5/1 XYZ/7/2
      resedit blame res-30 --format json
    """
    from resedit.cli.find import find, redline_of
    from resedit.cli.output import console, in_colour, write_result
    from resedit.redline.blame import blame as lines_of

    lines = lines_of(redline_of(find(targets, project, base), numbering, only, conflicts, accept, reject))
    if format is Report.JSON:
        from resedit.formats.jsonform import blame_json

        write_result(blame_json(lines), "-")
    elif in_colour(console()):
        from resedit.formats.terminal import print_blame

        print_blame(console(), lines)
    else:
        from resedit.formats.text import blame_text

        write_result(blame_text(lines), "-")
