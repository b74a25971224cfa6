"""renumbered-reference: a mention, in words that a proposal leaves alone, of a provision that it gives another label.

The words still name a provision, but another one than before: *resolves* 3 was the plan and is now the report. Or the
call that they name is suppressed, or called otherwise. Where the call is there and the provision is not, that is a
`cross-reference`.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from resedit.model.address import AddressBook
from resedit.model.place import Place
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
    "a reference to one of the text's own provisions that a proposal renumbers, so that it names another one, or whose "
    "call it takes away",
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
            if len(old.found) != 1:
                continue
            target = old.found[0]
            moved = now.get(target)
            is_gone = new is None and not node.text.changed and _has_lost_its_call(target, before, after, now)
            if not is_gone and (new is None or not new.found or moved in new.found):
                continue
            gone = "was suppressed" if is_gone else "was suppressed, another provision has its label"
            what = f"was renumbered: now {said(moved)}" if moved else gone
            hint = f"write “{said(moved)}” here, too" if moved else "take the reference out, or name another provision"
            message = f"{address}: “{old.shown}” {what}"
            yield Problem(RULE.name, message, _cause(subject, target), hint, RULE.severity, address)


def _has_lost_its_call(target: str, before: AddressBook, after: AddressBook, now: Mapping[str, str]) -> bool:
    """Whether the call that a provision of the base stands under is suppressed, or has another heading."""
    call = target.partition("/")[0]
    return call not in now or after.text(now[call]) != before.text(call)


def _cause(subject: Subject, target: str) -> Place:
    """Where the proposal takes a provision out or renames its call, or else makes its list count otherwise."""
    assert subject.proposal is not None
    place = subject.place_of_change(target)
    return place if place != subject.proposal.place else subject.place_of_cause(target)


def _untouched(
    node: Tracked, meant: Iterable[Mention], reads: Mapping[int, Mention]
) -> Iterator[tuple[Mention, Mention | None]]:
    """The mentions that stand in kept words, as they read before and after (None: as no mention of the text's own)."""
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
        if run >= 0 and old.end <= ends[run]:
            yield old, reads.get(old.start + shifts[run])
