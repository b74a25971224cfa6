"""Made-up sets of proposals on made-up bases and on Resolution 30."""

from dataclasses import replace

from hypothesis import strategies as st

from resedit.amend.build import build
from resedit.amend.planning import make_plan
from resedit.model.address import AddressBook
from resedit.model.enums import Symbol
from resedit.model.proposal import Amendment, Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load_file
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
