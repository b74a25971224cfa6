"""missing-replacement: a compromise that replaces what is not there, or no longer stands.

What a proposal `replaces:` drops out. A name that none of the folder's proposals has drops nothing, and what is
withdrawn or fallen needs no replacing. Where two proposals replace each other, both stand. The folder is the one that
the file is in, in a project or not; standard input is in none, and is not looked at.
"""

from collections.abc import Iterator, Mapping, Sequence

from resedit.amend.choose import GONE, in_turn, status_of
from resedit.model.problem import Problem, Severity
from resedit.model.proposal import Proposal, Ref
from resedit.validate.rule import Example, Rule


def _files(replaces: str) -> tuple[tuple[str, str], ...]:
    """A proposal and a compromise."""
    head = "symbol: MOD\nresolution: 7 (Rev. Nowhere, 2001)\nrevision: Rev. Elsewhere, 2005\nreasons: made up\n"
    return tuple(
        (f"x-05/res-7/xyz-{number}-1.yaml", f"proposal: XYZ/{number}/1\n{head}{rest}")
        for number, rest in (
            (1, "amendments:\n- MOD: resolves 1\n  text: to {--study--}{++act++};\n"),
            (2, f"replaces: [{replaces}]\namendments:\n- MOD: resolves 1\n  text: to study{{++ and act++}};\n"),
        )
    )


RULE = Rule(
    "missing-replacement",
    Severity.WARNING,
    "a compromise that replaces what is not there, or is withdrawn or fallen",
    "Correct the name in `replaces:`, or take it out.",
    failing=Example(others=_files("XYZ/1/1, 'XYZ/1/1#2'")),
    passing=Example(others=_files("'XYZ/1/1#1'")),
)


def check(proposals: Sequence[Proposal], beside: Sequence[Proposal] = ()) -> Iterator[Problem]:
    """What is wrong with the replacements of some proposals, with the others `beside` them in their folder."""
    known = {proposal.number: proposal for proposal in (*beside, *proposals)}
    for proposal in proposals:
        if proposal.status in GONE:
            continue
        for name in proposal.replaces:
            why = _why_not(Ref.parse(name), proposal, known)
            if why:
                message, hint = f"{proposal.number} replaces {name}, {why}", "correct the name, or take it out"
                yield Problem(RULE.name, message, proposal.place_of("replaces"), hint, Severity.WARNING)


def _why_not(ref: Ref, by: Proposal, known: Mapping[str, Proposal]) -> str:
    replaced = known.get(ref.proposal)
    if replaced is None:
        return "which is not in this folder"
    if replaced.number == by.number:
        return "which is itself"
    amendments = dict(replaced.numbered())
    if ref.number and ref.number not in amendments:
        count = len(amendments)
        return f"but {ref.proposal} has {count} amendment{'' if count == 1 else 's'}"
    if in_turn(tuple(known.values()), by.number, replaced.number):
        return "which replaces it in turn: neither counts"
    status = status_of(amendments[ref.number], replaced) if ref.number else replaced.status
    return f"which is {status}" if status in GONE else ""
