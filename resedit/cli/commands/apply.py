"""`resedit apply`: the consolidated text as YAML."""

from resedit.cli.options import BaseOption, NumberingOption, OnlyOption, OutputOption, ProjectOption, TargetsArgument
from resedit.model.enums import Numbering


def apply(
    targets: TargetsArgument,
    output: OutputOption = "-",
    numbering: NumberingOption = Numbering.CONSOLIDATED,
    only: OnlyOption = None,
    project: ProjectOption = None,
    base: BaseOption = None,
) -> None:
    """Apply the proposals of TARGET to its base and print the consolidated text as YAML.

    The result is a base of its own: it remembers where each provision came from (resedit show --numbers) and can be
    amended again. Nothing is written when an amendment does not fit its base.

    \b
    Examples:
      resedit apply res-30
      resedit apply ECP/24A5/1 -o revised.yaml
      resedit apply ECP/24A5/1 XYZ/7/2 XYZ/7/3
      resedit apply res-30 --numbering provisional
      resedit apply proposal.yaml --base base.yaml
    """
    from resedit.cli.find import find
    from resedit.cli.output import write_result
    from resedit.store.write import base_yaml
    from resedit.validate.gate import checked_redline

    found = find(targets, project, base)
    write_result(base_yaml(checked_redline(found, numbering, only).final()), output, found.files)
