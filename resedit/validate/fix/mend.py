"""Mending the files of a bundle, step by step: what does not stand the test is dropped, with the reason."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from resedit.model.mend import CANONICAL, Fixed, Left, Mended
from resedit.model.place import Place
from resedit.model.problem import Problem
from resedit.store.edit import EditError, edited
from resedit.validate.fix.bundle import Bundle, Files, State, key, what_is_worse
from resedit.validate.fix.canonical import short_forms
from resedit.validate.fix.edits import Change, changes_for
from resedit.validate.rules import label_sequence
from resedit.wording.mend import MendError

Identity = tuple[tuple[str, ...], int]
"""What is to be mended, and which of several that are alike: the same in every round."""


class _Stage(IntEnum):
    """What comes before what: a proposal is looked at on a base that is mended."""

    READING = 0
    SHORT_FORMS = 1
    BASE = 2
    LABELS = 3
    PROPOSALS = 4


class _Task(NamedTuple):
    """One thing to mend."""

    stage: _Stage
    identity: Identity
    place: Place
    message: str
    rule: str
    problem: Problem | None = None
    change: Change | None = None

    def changes(self, state: State) -> list[Change]:
        """The edits for it. Raises MendError with the reason where people have to decide."""
        if self.problem is not None:
            return changes_for(state, self.problem)
        return [self.change] if self.change else []


def mend(bundle: Bundle, files: Files, canonical: bool = False) -> Fixed:
    """Mend what has one right answer in a bundle's files; with `canonical`, short forms are written out first.

    After each step no finding may be there that was not before, and every text has to read as it did; a step that fails
    is taken apart and left out. Mending what comes out changes nothing more.
    """
    state = State(bundle, files)
    found = [task.identity for task in _tasks(state, canonical)]
    mended: list[Mended] = []
    refused: dict[Identity, Left] = {}
    done = -1
    while done < len(mended):  # what was refused may be possible once other things are mended
        done = len(mended)
        refused.clear()
        while tasks := [task for task in _tasks(state, canonical) if task.identity not in refused]:
            first = min(task.stage for task in tasks)
            batch, state = _step(state, [task for task in tasks if task.stage is first], refused)
            mended += batch
    changed = {name: (files[name], data) for name, data in sorted(state.files.items()) if data != files[name]}
    gone = sum(identity not in refused for identity in found)
    return Fixed(changed, tuple(mended), tuple(refused.values()), gone)


def _tasks(state: State, canonical: bool) -> Iterator[_Task]:
    """What there is to mend in the files asked for."""
    seen: Counter[tuple[str, ...]] = Counter()
    asked = state.bundle.asked
    for problem in state.problems:
        if problem.mends and problem.place.file in asked:
            stage = _stage(state, problem)
            identity = (key(problem), seen[key(problem)])
            seen[key(problem)] += 1
            yield _Task(stage, identity, problem.place, problem.message, problem.rule, problem)
    for amendment, change in short_forms(state) if canonical else ():
        if change.file not in asked:
            continue
        name = (CANONICAL, change.file, amendment.address)
        what = f"{amendment.symbol} {amendment.address}: its short form, as CriticMarkup"
        yield _Task(_Stage.SHORT_FORMS, (name, seen[name]), change.place, what, CANONICAL, change=change)
        seen[name] += 1


def _stage(state: State, problem: Problem) -> _Stage:
    if problem.place.file in state.unread:
        return _Stage.READING
    if problem.place.file != state.bundle.base:
        return _Stage.PROPOSALS
    return _Stage.LABELS if problem.rule == label_sequence.RULE.name else _Stage.BASE


def _step(state: State, tasks: Sequence[_Task], refused: dict[Identity, Left]) -> tuple[list[Mended], State]:
    """Do as many of the tasks at once as stand the test; where none does, the first is refused."""
    batch: list[tuple[_Task, list[Change]]] = []
    taken: set[Place] = set()
    for task in tasks:
        try:
            changes = task.changes(state)
        except MendError as error:
            refused[task.identity] = _left(task, str(error))
            continue
        places = {change.place for change in changes}
        is_alone = task.stage is not _Stage.LABELS or not batch
        if is_alone and taken.isdisjoint(places):  # else in a later round, on the words as they are then
            batch.append((task, changes))
            taken |= places
    while batch:
        after, mended, reason = _try(state, batch)
        if after is not None:
            return mended, after
        if len(batch) == 1:
            refused[batch[0][0].identity] = _left(batch[0][0], reason)
        batch = batch[: len(batch) // 2]
    return [], state


def _try(state: State, batch: Sequence[tuple[_Task, list[Change]]]) -> tuple[State | None, list[Mended], str]:
    """The state with all edits of a batch made and what was mended so, or why it must not be."""
    mended = [_mended(task.place, task.message, task.rule, changes) for task, changes in batch]
    try:
        after = _edited(state, [change for _, changes in batch for change in changes])
    except EditError as error:
        return None, [], str(error)
    stage = batch[0][0].stage
    worse = list(what_is_worse(state, after, is_relabelled=stage is _Stage.LABELS))
    while worse and stage is _Stage.BASE:  # slips of proposals that those of the base had hidden
        try:
            changes = [(worse[0], changes_for(after, worse[0]))] if isinstance(worse[0], Problem) else []
            followed = _edited(after, [change for _, found in changes for change in found])
        except (MendError, EditError):
            break
        left = list(what_is_worse(state, followed, is_relabelled=False))
        if len(left) >= len(worse):
            break
        mended += [_mended(p.place, p.message, p.rule, found) for p, found in changes]
        after, worse = followed, left
    if worse:
        return None, [], f"it would give: {worse[0].message}" if isinstance(worse[0], Problem) else worse[0]
    now, before = (Counter(map(key, found.problems)) for found in (after, state))
    if all(task.problem is None or now[key(task.problem)] < before[key(task.problem)] for task, _ in batch):
        return after, mended, ""
    return None, [], "it would be found again"


def _edited(state: State, changes: Sequence[Change]) -> State:
    """The state with edits made. Raises EditError where one cannot be."""
    by_file: dict[str, list[Change]] = {}
    for change in changes:
        by_file.setdefault(change.file, []).append(change)
    new = {name: edited(state.files[name], [c.edit for c in found], name) for name, found in by_file.items()}
    return State(state.bundle, {**state.files, **new})


def _mended(place: Place, message: str, rule: str, changes: Sequence[Change]) -> Mended:
    return Mended(place, message, rule, tuple(dict.fromkeys(change.place for change in changes)))


def _left(task: _Task, reason: str) -> Left:
    return Left(task.place, task.message, task.rule, reason)
