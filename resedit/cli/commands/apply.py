"""`resedit apply`: the consolidated text as YAML."""

from resedit.cli.options import (
    AcceptOption,
    BaseOption,
    Conflicts,
    ConflictsOption,
    NumberingOption,
    OnlyOption,
    OutputOption,
    ProjectOption,
    RejectOption,
    TargetsArgument,
)
from resedit.model.enums import Numbering


def apply(
    targets: TargetsArgument,
    output: OutputOption = "-",
    numbering: NumberingOption = Numbering.CONSOLIDATED,
    only: OnlyOption = None,
    conflicts: ConflictsOption = Conflicts.STOP,
    accept: AcceptOption = None,
    reject: RejectOption = None,
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
    from resedit.cli.find import find, redline_of
    from resedit.cli.output import write_result
    from resedit.store.write import base_yaml

    found = find(targets, project, base)
    write_result(base_yaml(redline_of(found, numbering, only, conflicts, accept, reject).final()), output, found.files)
