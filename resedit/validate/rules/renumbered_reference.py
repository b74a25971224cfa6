"""renumbered-reference: a mention, in words that a proposal leaves alone, of a provision that it gives another label.

The words still name a provision, but another one than before: *resolves* 3 was the plan and is now the report. Where
they name none any more, that is a `cross-reference`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from resedit.model.problem import Problem, Severity
from resedit.redline.redline import Tracked
from resedit.validate.rule import Example, Rule
from resedit.validate.subject import Subject, book_of, final_of
from resedit.validate.texts.cross_reference import addresses_now, said
from resedit.validate.texts.mentions import Mention, mentions_in
from resedit.wording.segments import Op

_CITING = (
    "- resolves:\n  - 1: to study;\n  - 2: to plan;\n  - 3: to act,\n"
    "- instructs the Director:\n  - to carry out *resolves* 2 above."
)

RULE = Rule(
    "renumbered-reference",
    Severity.WARNING,
    "a reference to one of the text's own provisions that a proposal renumbers, so that it names another one",
    "Amend the reference, too: the hint says what it has to be.",
    source="United Nations Editorial Manual Online, Instructions for the preparation of documents: internal "
    "cross-references are checked in the final draft, as the paragraph numbers may have changed",
    failing=Example(_CITING, "- SUP: resolves 1"),
    passing=Example(_CITING, '- SUP: resolves 1\n- MOD: instructs 1\n  replace: {"*resolves* 2": "*resolves* 1"}'),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Findings for the mentions that mean something else in the text a proposal would make."""
    if subject.proposal is None or subject.redline is None:
        return
    before, after = book_of(subject.base), book_of(final_of(subject.redline))
    was = mentions_in(before)
    if not was:
        return
    now, reads = addresses_now(after), mentions_in(after)
    for node in subject.redline.walk():
        if node.address not in was or not node.state.in_final:
            continue
        address = now[node.address]
        for old, new in _untouched(node, was[node.address], {m.start: m for m in reads.get(address, ())}):
            if len(old.found) != 1 or not new.found or now.get(old.found[0]) in new.found:
                continue
            moved = now.get(old.found[0])
            what = f"was renumbered: now {said(moved)}" if moved else "was suppressed, another provision has its label"
            hint = f"write “{said(moved)}” here, too" if moved else "take the reference out, or name another provision"
            message = f"{address}: “{old.shown}” {what}"
            place = subject.proposal.place_of("amendments")
            yield Problem(RULE.name, message, place, hint, RULE.severity, address)


def _untouched(
    node: Tracked, meant: Iterable[Mention], reads: Mapping[int, Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """The mentions that stand in kept words, as they read before and after."""
    starts, ends, shifts = [], [], []
    before = after = 0
    for segment in node.text.segments:
        if segment.op is Op.KEEP:
            starts.append(before)
            ends.append(before + len(segment.text))
            shifts.append(after - before)
        before += len(segment.text) if segment.op is not Op.INSERT else 0
        after += len(segment.text) if segment.op is not Op.DELETE else 0
    for old in meant:
        run = bisect_right(starts, old.start) - 1
        if run >= 0 and old.end <= ends[run] and old.start + shifts[run] in reads:
            yield old, reads[old.start + shifts[run]]
