"""`resedit rebase`: a proposal carried over to another base."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from resedit.cli.options import OutputOption, ProjectOption, Report, ReportOption

if TYPE_CHECKING:
    from resedit.amend.rebase import Rebased
    from resedit.project.target import Target


def rebase(
    proposal: Annotated[str, typer.Argument(metavar="PROPOSAL", help="A proposal: its file, its number, or -.")],
    onto: Annotated[str, typer.Option(metavar="NEW_BASE", help="The base it goes to: a file, a resolution, or -.")],
    old: Annotated[
        Path | None, typer.Option("--from", metavar="OLD_BASE", help="The base it was written for; else the project's.")
    ] = None,
    base: Annotated[Path | None, typer.Option("--base", hidden=True)] = None,
    output: OutputOption = "-",
    in_place: Annotated[bool, typer.Option("--in-place", help="Write over the proposal's own file.")] = False,
    format: ReportOption = Report.TEXT,
    project: ProjectOption = None,
) -> None:
    """Carry PROPOSAL over to another base: a revision that was adopted meanwhile, or a base that was corrected.

    Each amendment is followed to where its provision stands now, by what a consolidated text remembers (`origin:`),
    else by words and place, and its words are merged with the new ones. The report says of each whether it landed
    unchanged, landed on changed words (shown), is already in the text, or cannot land. The last two stay in the file
    with `status: fallen` and a note or, where people have to decide, a query. Comments and layout stay. Where the file
    goes to standard output, the report goes to standard error. Exits with 1 when something cannot land, and when
    PROPOSAL was unsound before: without --from, words and addresses that its base does not have are taken for those of
    a base that was corrected since.

    \b
    Examples:
      resedit rebase XYZ/7/2 --onto revised.yaml -o xyz-7-2.yaml
      resedit rebase proposal.yaml --onto base.yaml --in-place
      resedit apply ECP/24A5/1 | resedit rebase XYZ/7/2 --onto - > xyz-7-2.yaml
      git show HEAD~1:base.yaml > old.yaml; resedit rebase p.yaml --from old.yaml --onto base.yaml --in-place
    """
    from resedit.amend.rebase import rebase as carry_over
    from resedit.cli.errors import FOUND
    from resedit.cli.output import write_result
    from resedit.model.problem import UsageError
    from resedit.model.proposal import Proposal
    from resedit.project.target import Target
    from resedit.store.load import expect, load
    from resedit.store.rewrite import rewritten
    from resedit.validate.gate import checked_redline

    if base is not None:
        hint = f"--from {base} for the one the proposal was written for, --onto {base} for the one it goes to"
        raise UsageError("a rebase has two bases, so --base does not say which", hint)
    if in_place and (output != "-" or proposal == "-"):
        raise UsageError("--in-place writes over the proposal's own file", "take -o away, and name a file")
    found, data, file = _proposal(proposal, project, old)
    new = _base(onto, project, proposal)
    if new.base.number.casefold() != found.base.number.casefold():
        raise UsageError(
            f"{onto} is Resolution {new.base.number}, and the proposal is on Resolution {found.base.number}",
            "name a revision of the same resolution",
        )
    _refuse_unsound(found, old)
    done = carry_over(found.base, new.base, found.proposals[0])
    result = rewritten(data, done.proposal, file)
    checked_redline(Target(new.base, (expect(load(result, file), Proposal, file),)))
    inputs = () if in_place else (*found.files, *new.files)
    write_result(result.decode("utf-8"), str(found.files[0]) if in_place else output, inputs)
    _report(done, format, to_stderr=not in_place and output == "-")
    if not done.all_landed:
        raise typer.Exit(FOUND)


def _proposal(name: str, project: Path | None, old: Path | None) -> "tuple[Target, bytes, str]":
    """The proposal with the base it was written for, its file as it is, and what that is called."""
    from resedit.cli.find import find, read_stdin
    from resedit.model.problem import RefusedError, UsageError
    from resedit.project.tree import shown
    from resedit.store.load import read_bytes

    data = read_stdin() if name == "-" else b""
    try:
        found = find(name, project, old, lambda: data)
    except RefusedError as error:
        hint = "name the base it was written for with --from FILE (`git show REVISION:…/base.yaml > old.yaml`)"
        raise RefusedError(replace(problem, hint=hint) for problem in error.problems) from None
    if not _is_proposal(name, found):
        raise UsageError(f"{name} is not one proposal", "name a proposal by its file or number")
    if name == "-":
        return found, data, "<stdin>"
    return found, read_bytes(found.files[0], shown(found.files[0])), shown(found.files[0])


_OF_THE_BASE = frozenset(
    {"missing-address", "ambiguous-address", "stale-wording", "replacement-count", "footnote-exists", "unknown-scheme",
     "wrong-base"}
)  # fmt: skip
"""The rules that a proposal can break by a change of its base alone."""


def _refuse_unsound(found: "Target", old: Path | None) -> None:
    """Raises RefusedError with what is wrong with a proposal on the base it was written for. Where that was not named,
    the project's may have been corrected since: what can be due to that is what rebase is for."""
    from resedit.model.problem import RefusedError
    from resedit.validate.gate import checked_redline

    try:
        checked_redline(found)
    except RefusedError as error:
        problems = [problem for problem in error.problems if old or problem.rule not in _OF_THE_BASE]
        if problems:
            raise RefusedError(problems) from None


def _base(name: str, project: Path | None, proposal: str) -> "Target":
    from resedit.cli.find import find
    from resedit.model.problem import RefusedError, UsageError

    if name == proposal == "-":
        raise UsageError("both the proposal and the base are read from standard input", "name a file for one of them")
    try:
        found = find(name, project, None)
    except RefusedError:  # it is a proposal without a base
        found = None
    if found is None or _is_proposal(name, found):
        hint = f"make its text first: resedit apply {name} | resedit rebase {proposal} --onto -"
        raise UsageError(f"{name} is a proposal, not a base", hint)
    return found


def _is_proposal(name: str, found: "Target") -> bool:
    """Whether what was named is one proposal, and not the base with the proposals beside it."""
    from resedit.project.tree import shown

    return bool(found.proposals) and (name == "-" or shown(found.files[0]) != found.base.place.file)


def _report(done: "Rebased", format: Report, to_stderr: bool) -> None:
    from resedit.cli.output import console, in_colour

    on = console(stderr=to_stderr)
    if format is Report.JSON:
        from resedit.formats.jsonform import rebase_json

        on.file.write(rebase_json(done))
    elif in_colour(on):
        from resedit.formats.terminal import print_rebase

        print_rebase(on, done)
    else:
        from resedit.formats.text import rebase_text

        on.file.write(rebase_text(done))
