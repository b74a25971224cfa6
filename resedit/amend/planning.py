"""Reading amendments into a plan, with every reason why they must not be applied."""

from resedit.amend.choose import GONE, status_of
from resedit.amend.contradictions import check_base, check_inside_suppressed, check_symbol, ends_below
from resedit.amend.expand import StaleError, expand
from resedit.amend.plan import By, Insertion, Plan
from resedit.model.address import (
    FOOTNOTE,
    OPENING,
    TITLE,
    WHOLE_TEXT,
    AddressBook,
    AddressError,
    footnote_label,
    is_note_label,
)
from resedit.model.enums import Kind, Symbol
from resedit.model.mend import edges_bare
from resedit.model.problem import Problem, Slip
from resedit.model.proposal import Amendment, Marked, Proposal, Replacements
from resedit.model.resolution import Provision, cannot_hold
from resedit.wording.difference import difference
from resedit.wording.segments import deleted


def make_plan(book: AddressBook, proposal: Proposal) -> Plan:
    """The plan for all amendments of a proposal that are not withdrawn or fallen, with all problems found."""
    if proposal.status in GONE:
        return Plan(book)
    plan = Plan(book, (proposal,))
    base, by = book.resolution, (proposal.number,)
    check_base(plan, base, proposal)
    check_symbol(plan, proposal)
    if proposal.revision and proposal.revision != base.revision:
        plan.revision = difference(base.revision, proposal.revision, by)
    if proposal.symbol is Symbol.SUP:
        _suppress_everything(plan, by)
    for number, amendment in proposal.numbered():
        if status_of(amendment, proposal) not in GONE:
            _take(plan, amendment, number, by)
    check_inside_suppressed(plan)
    return plan


def _suppress_everything(plan: Plan, by: By) -> None:
    for index in range(len(plan.book.resolution.provisions)):
        plan.suppressed[plan.book.canonical((index,))] = by
    for note in plan.book.resolution.footnotes:
        plan.suppressed[f"{FOOTNOTE}/{note.label}"] = by


def _take(plan: Plan, amendment: Amendment, number: int, by: By) -> None:
    try:
        if amendment.symbol is Symbol.ADD:
            _add(plan, amendment, number, by)
            return
        address = plan.book.find(amendment.address)
        if amendment.symbol is Symbol.MOVE:
            _move(plan, amendment, address, number, by)
            return
        _touch(plan, amendment, address, number)
        if amendment.symbol is Symbol.SUP:
            _suppress(plan, amendment, address, by)
        elif amendment.symbol is Symbol.NOC:
            plan.unchanged.add(address)
        else:
            _modify(plan, amendment, address, by)
    except AddressError as error:
        plan.problems.append(address_problem(error, amendment))


def address_problem(error: AddressError, amendment: Amendment) -> Problem:
    """The finding for an address that names nothing or several things, at the key that gives it."""
    key = next((k for k in ("before", "after", "to") if getattr(amendment, k) == error.address), "address")
    hint = ", ".join(f"“{candidate}”" for candidate in error.candidates)
    if hint:
        hint = f"say which: {hint}" if error.ambiguous else f"closest: {hint}"
    return Problem(
        "ambiguous-address" if error.ambiguous else "missing-address",
        error.message,
        amendment.place_of(key),
        hint or "`resedit show --addresses` lists what the base has",
        address=error.address,
    )


def _touch(plan: Plan, amendment: Amendment, address: str, number: int) -> None:
    first, _ = plan.touched.setdefault(address, (amendment, number))
    plan.places[address] = amendment.place_of("address")
    if first is not amendment:
        plan.problems.append(
            Problem(
                "amended-twice",
                f"{address} is amended twice: {amendment.symbol} here, {first.symbol} at {first.place}",
                amendment.place_of("address"),
                "join the two into one amendment",
                address=address,
            )
        )


def _suppress(plan: Plan, amendment: Amendment, address: str, by: By) -> None:
    if address == TITLE:
        raise AddressError(amendment.address, "the title cannot be suppressed; MOD it, or SUP the whole resolution")
    if address == OPENING:
        plan.texts[address] = deleted(plan.book.text(address), by)
    else:
        plan.suppressed[address] = by


def _modify(plan: Plan, amendment: Amendment, address: str, by: By) -> None:
    if amendment.label is not None:
        if _cannot_have(plan, address, amendment.label):
            place, hint = amendment.place_of("label"), "take “label:” out, or MOD the paragraph that has one"
            message = f"{address} cannot have the label “{amendment.label}”"
            plan.problems.append(Problem("shape", message, place, hint, address=address))
        else:
            plan.labels[address] = (amendment.label, by)
    if amendment.wording is None:
        return
    place = amendment.place_of_wording
    try:
        words = expand(amendment.wording, plan.book.text(address), by)
    except StaleError as error:
        slip: Slip | None = None
        match amendment.wording:
            case Replacements(pairs) if error.position >= 0:
                place = pairs[error.position].place
            case Marked(markup) if error.position >= 0:
                slip = Slip(markup[error.position : error.position + 3], error.position)
        message = f"MOD {address}: {error.message}"
        plan.problems.append(Problem(error.rule, message, place, error.hint, address=address, slip=slip))
        return
    unfit = why_unfit(plan.book, address, words.final())
    if unfit:
        rule, message, hint = unfit
        mends = edges_bare(place, words.final()) if rule == "blank-at-edge" else ()
        plan.problems.append(Problem(rule, f"MOD {address}: {message}", place, hint, address=address, mends=mends))
    else:
        plan.texts[address] = words
        plan.words[address] = place


def why_unfit(book: AddressBook, address: str, text: str) -> tuple[str, str, str] | None:
    """Why a new wording cannot stand in a base: the rule, what is wrong, the cure. What it leaves has to be a text that
    a base can hold, or the consolidated text could not be read again."""
    if "\n" in text or "\t" in text:
        return "line-break", "the new wording holds a line break or a tab", "ADD what is a paragraph of its own"
    if text != text.strip():
        return (
            "blank-at-edge",
            "the new wording begins or ends with a blank",
            "delete the blank with the words beside it",
        )
    item = book.provision(address) if book.is_provision(address) else None
    if item is not None and item.kind in (Kind.TABLE, Kind.ROW):
        return "shape", f"a {item.kind} has no words of its own", "MOD a cell: table/1/2 is the first row's second"
    may_be_empty = item is not None and (item.kind is Kind.CELL or (item.kind is Kind.PARAGRAPH and bool(item.items)))
    if not text and not may_be_empty:
        return "shape", "the new wording is empty", "suppress it with SUP"
    return None


def _cannot_have(plan: Plan, address: str, label: str) -> bool:
    if plan.book.is_provision(address):
        return bool(label) and plan.book.provision(address).kind is not Kind.PARAGRAPH
    return address in (TITLE, OPENING) or not is_note_label(label)


def _add(plan: Plan, amendment: Amendment, number: int, by: By) -> None:
    label = footnote_label(amendment.address)
    if label:
        _add_note(plan, amendment, label, number, by)
        return
    parent = "" if amendment.address.strip() == WHOLE_TEXT else plan.book.find(amendment.address)
    _insert(plan, amendment, parent, Insertion(0, False, by, items=amendment.items, number=number))


def _add_note(plan: Plan, amendment: Amendment, label: str, number: int, by: By) -> None:
    address = f"{FOOTNOTE}/{label}"
    if len(amendment.items) != 1 or amendment.items[0].provision.items:
        place = amendment.place_of("items")
        plan.problems.append(Problem("shape", "a footnote is one text", place, "write it as “text:”", address=address))
        return
    unfit = next((name for name in (label, amendment.label) if name is not None and not is_note_label(name)), None)
    if unfit is not None:
        hint = "write a number or a sign"
        problem = Problem("shape", f"“{unfit}” is no label of a footnote", amendment.place_of("address"), hint)
        plan.problems.append(problem)
        return
    if plan.book.has(address) or label in plan.notes:
        problem = Problem(
            "footnote-exists",
            f"there is a footnote {label} already",
            amendment.place_of("address"),
            "give the new footnote a label that the base does not use; numbers follow the order of references",
            address=address,
        )
        plan.problems.append(problem)
        return
    plan.places[address] = amendment.place_of("address")
    plan.touched[address] = (amendment, number)
    plan.notes[label] = (amendment.items[0].provision.text, by)
    plan.words[address] = amendment.items[0].provision.place
    if amendment.label is not None:
        plan.labels[address] = (amendment.label, by)


def _move(plan: Plan, amendment: Amendment, address: str, number: int, by: By) -> None:
    if not plan.book.is_provision(address):
        raise AddressError(amendment.address, f"“{address}” is no provision and cannot be moved")
    path = plan.book.path(address)
    parent = ""
    if not amendment.to:
        parent = plan.book.canonical(path[:-1]) if len(path) > 1 else ""
    elif amendment.to.strip() != WHOLE_TEXT:
        parent = plan.book.find(amendment.to)
    if address in plan.moved:
        place, hint = amendment.place_of("address"), "keep one of the two"
        problem = Problem("amended-twice", f"{address} is moved twice", place, hint, address=address)
        plan.problems.append(problem)
        return
    if ends_below(plan, parent, address):
        raise AddressError(amendment.to or amendment.address, f"“{address}” cannot be moved into itself")
    _insert(plan, amendment, parent, Insertion(0, False, by, moved=address, number=number))
    plan.moved[address] = by
    plan.targets[address] = parent
    plan.places.setdefault(address, amendment.place_of("address"))


def _insert(plan: Plan, amendment: Amendment, parent: str, insertion: Insertion) -> None:
    if parent and not plan.book.is_provision(parent):
        raise AddressError(amendment.address, f"nothing can stand under “{parent}”")
    items = [plan.book.provision(insertion.moved)] if insertion.moved else [a.provision for a in insertion.items]
    for item in items:
        _check_holds(plan, amendment, parent, item)
    siblings = plan.book.provision(parent).items if parent else plan.book.resolution.provisions
    gap = len(siblings)
    anchor = amendment.before or amendment.after
    if anchor:
        gap = plan.book.path(plan.book.find_sibling(anchor, parent))[-1] + (0 if amendment.before else 1)
    placed = insertion._replace(gap=gap, is_before=bool(amendment.before), place=amendment.place_of("address"))
    plan.insertions.setdefault(parent, []).append(placed)


def _check_holds(plan: Plan, amendment: Amendment, parent: str, item: Provision) -> None:
    """Raises AddressError where a provision cannot stand under `parent` (empty: in the list of calls)."""
    path = plan.book.path(parent) if parent else ()
    around = [plan.book.at(path[:length]).kind for length in range(1, len(path) + 1)]
    in_cell = Kind.CELL in around and any(below.kind is not Kind.PARAGRAPH for below in item.walk())
    if in_cell or cannot_hold(around[-1] if around else None, item.kind):
        where = "a cell" if in_cell else f"a {around[-1]}" if around else "the list of calls"
        raise AddressError(amendment.address, f"a {item.kind} cannot stand in {where}: “{parent or WHOLE_TEXT}”")
