"""`resedit list`: what a project holds."""

from resedit.cli.options import ProjectOption, Report, ReportOption


def list_(project: ProjectOption = None, format: ReportOption = Report.TEXT) -> None:
    """List the conferences, resolutions and proposals of the project.

    \b
    Examples:
      resedit list
      resedit list --project ../texts --format json
    """
    from resedit.cli.output import console, write_result
    from resedit.formats import jsonform, terminal
    from resedit.project.contents import contents

    held = contents(project)
    if format is Report.JSON:
        write_result(jsonform.dumps([entry.as_data() for entry in held]), "-")
        return
    rows = [("resolution", "base", "proposal", "symbol", "revision", "status", "amendments", "file")]
    terminal.print_table(console(), rows + [entry.as_row() for entry in held])
