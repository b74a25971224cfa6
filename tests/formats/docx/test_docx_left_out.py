"""What has no place in a Word file is told when one is written. Made up (source XYZ)."""

from dataclasses import replace

from resedit.formats.docx.left_out import left_out
from resedit.merge.merge import apply
from resedit.model.enums import Kind, Status, Symbol, View
from resedit.model.proposal import Added, Amendment, Proposal, Query
from resedit.model.resolution import Provision, Remarks, Resolution

ROWS = tuple(
    Provision("", items=(Provision(f"the cell of row {n}", kind=Kind.CELL),), kind=Kind.ROW) for n in range(1, 4)
)
ITEMS = (
    Provision("one;", "a)", remarks=Remarks(note="sic")),
    Provision("two;", "b)"),
    Provision("", items=ROWS, kind=Kind.TABLE),
)
BASE = Resolution("1", "", "On one", provisions=(Provision("noting", items=ITEMS, kind=Kind.CALL, id="notes"),))
TABLE = "notes/table"


def proposal(*amendments: Amendment) -> Proposal:
    return Proposal("XYZ/1/1", Symbol.MOD, "1", "", source="XYZ", amendments=amendments)


def test_a_text_and_a_proposal_that_are_all_in_the_file() -> None:
    plain = replace(BASE, provisions=(replace(BASE.provisions[0], items=ITEMS[1:], id=""),))
    moved = Amendment(Symbol.MOVE, "noting/b", to="noting")
    assert left_out(apply(plain, [proposal(moved)])) == []


def test_what_is_not_in_the_file_is_told_with_its_address() -> None:
    added = Added(Provision("new;", "a)", remarks=Remarks(query="why?")))
    made = proposal(
        Amendment(Symbol.NOC, "notes/a"),
        Amendment(Symbol.ADD, "notes", items=(added,), after="notes/b", status=Status.AGREED),
        Amendment(Symbol.MOVE, f"{TABLE}/1", to=TABLE, after=f"{TABLE}/3"),
    )
    redline = apply(BASE, [replace(made, queries=(Query("notes/b", "is it?"),), status=Status.AGREED)])
    assert left_out(redline) == [
        "ids (notes)",
        "notes (notes/a)",
        "what became of a proposal (XYZ/1/1)",
        "queries (notes/b, notes, added)",
        "NOC (notes/a)",
        "what became of an amendment (notes)",
        f"moves, as what goes in one place and comes in the other ({TABLE}/1)",
    ]
    assert left_out(redline, View.FINAL) == ["ids (notes)", "notes (notes/a)"]


def test_many_addresses_are_counted() -> None:
    items = tuple(Provision(f"item {n};", str(n)) for n in range(1, 12))
    base = replace(BASE, provisions=(Provision("noting", items=items, kind=Kind.CALL),))
    redline = apply(base, [proposal(*(Amendment(Symbol.NOC, f"noting/{n}") for n in range(1, 12)))])
    assert left_out(redline)[0].endswith("noting/8 and 3 more)")
