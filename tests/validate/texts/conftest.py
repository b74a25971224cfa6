"""Made-up texts, and the real Resolution 30 with what ECP/24A5/1 makes of it."""

import pytest

from resedit.merge.merge import apply
from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load_file
from tests.conftest import ROOT

FOLDER = ROOT / "amendments" / "wtdc-17" / "res-30"


@pytest.fixture(scope="session")
def res_30() -> Resolution:
    return expect(load_file(FOLDER / "base.yaml", "base.yaml"), Resolution, "base.yaml")


@pytest.fixture(scope="session")
def ecp() -> Proposal:
    return expect(load_file(FOLDER / "ecp-24a5-1.yaml", "ecp-24a5-1.yaml"), Proposal, "ecp-24a5-1.yaml")


@pytest.fixture(scope="session")
def res_30_as_ecp_wants_it(res_30: Resolution, ecp: Proposal) -> Resolution:
    return apply(res_30, [ecp]).final()
