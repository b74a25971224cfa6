"""Made-up sets of proposals on made-up bases and on Resolution 30."""

from dataclasses import replace

from hypothesis import strategies as st

from resedit.amend.build import build
from resedit.amend.planning import make_plan
from resedit.model.address import AddressBook
from resedit.model.enums import Kind, Symbol
from resedit.model.proposal import Added, Amendment, Proposal, Whole
from resedit.model.resolution import Provision, Resolution
from resedit.store.load import expect, load, load_file
from tests.conftest import ROOT
from tests.strategies import amendments, proposal, resolutions

RES30 = expect(load_file(ROOT / "amendments" / "wtdc-17" / "res-30" / "base.yaml"), Resolution, "Resolution 30")
Case = tuple[Resolution, tuple[Proposal, ...]]


@st.composite
def cases(draw: st.DrawFn, most: int = 4) -> Case:
    """A base and up to `most` made-up proposals of two sources, some of them wholly or in part the same."""
    base = draw(st.one_of(resolutions(), resolutions(), resolutions(), st.just(RES30)))
    made: list[Proposal] = []
    many = draw(st.integers(2, most))
    for number in range(1, many + 1):
        is_shared: bool = draw(st.booleans())
        shared = made[0].amendments[:2] if made and is_shared else ()
        own = _fitting(base, (*shared, *draw(amendments(base))))
        source = draw(st.sampled_from(("XYZ", "XYW")))
        revision = draw(st.sampled_from(("", "Rev. Buenos Aires, 2017")))
        one = replace(proposal(base, own, f"{source}/1/{number}"), source=source, revision=revision)
        symbol = draw(st.sampled_from((*[Symbol.MOD] * 8, Symbol.SUP, Symbol.NOC)))
        made.append(one if symbol is Symbol.MOD else replace(one, symbol=symbol, amendments=(), revision=""))
    return base, tuple(made)


def _fitting(base: Resolution, wanted: tuple[Amendment, ...]) -> tuple[Amendment, ...]:
    """Those that one proposal can hold."""
    found: tuple[Amendment, ...] = ()
    for amendment in wanted:
        if not build(make_plan(AddressBook(base), proposal(base, (*found, amendment))))[1]:
            found = (*found, amendment)
    return found


TABLE = expect(
    load(
        b"""
resolution: 7
revision: Rev. Nowhere, 2001
title: A made-up resolution
provisions:
- resolves:
  - 1: to study the matter;
  - rows:
    - [Band, Limit]
    - - 1 164 MHz
      - text: 10 dB
        items:
        - a): at most;
        - b): on average
    - [1 200 MHz, 20 dB, never]
  - 2:
      text: 'to continue, namely:'
      items:
      - a): at once;
      - b): later.
- instructs:
  - 1: to act.
""",
        "base.yaml",
    ),
    Resolution,
    "base.yaml",
)
_WORDS = ("examine", "discuss", "12")
_ROW = Provision("", items=(Provision("new", kind=Kind.CELL), Provision("row", kind=Kind.CELL)), kind=Kind.ROW)
_NEW = {Kind.TABLE: _ROW, Kind.ROW: Provision("new cell", kind=Kind.CELL)}


@st.composite
def table_cases(draw: st.DrawFn) -> Case:
    """Proposals that put cells and rows in, take them out, move and reword them, of one made-up table and of what
    stands beside it: so few places that most of them meet."""
    book = AddressBook(TABLE)
    addresses = [address for address, _ in book if address.count("/")]
    made: list[Proposal] = []
    for number in range(1, draw(st.integers(2, 4)) + 1):
        wanted: list[Amendment] = []
        for _ in range(draw(st.integers(1, 3))):
            address: str = draw(st.sampled_from(addresses))
            match draw(st.integers(0, 6)):
                case 0 | 1 | 2 if book.text(address):
                    new = book.text(address).split(" ")
                    new[draw(st.integers(0, len(new) - 1))] = draw(st.sampled_from(_WORDS))
                    wanted.append(Amendment(Symbol.MOD, address, Whole(" ".join(new))))
                case 3:
                    wanted.append(Amendment(Symbol.SUP, address))
                case 4:
                    wanted.append(Amendment(draw(st.sampled_from((Symbol.NOC, Symbol.SUP))), address))
                case 5:
                    item = _NEW.get(book.provision(address).kind, Provision("new words"))
                    wanted.append(Amendment(Symbol.ADD, address, items=(Added(item),)))
                case _:
                    parent = address.rpartition("/")[0]
                    to = draw(st.sampled_from((parent, "instructs", "resolves/2", "resolves/table")))
                    wanted.append(Amendment(Symbol.MOVE, address, to=to))
        made.append(proposal(TABLE, _fitting(TABLE, tuple(wanted)), f"XYZ/1/{number}"))
    return TABLE, tuple(made)
