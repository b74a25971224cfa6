"""Made-up proposals of source XYZ on Resolution 30, and the folder that holds them."""

from pathlib import Path

from resedit.model.proposal import Proposal
from resedit.model.resolution import Resolution
from resedit.store.load import expect, load_file

FOLDER = Path(__file__).parent / "res-30"
BASE = Path(__file__).parents[2] / "amendments" / "wtdc-17" / "res-30" / "base.yaml"


def resolution_30() -> Resolution:
    """The real base."""
    return expect(load_file(BASE), Resolution, "base.yaml")


def proposals() -> tuple[Proposal, ...]:
    """The made-up proposals on it, by name of their files."""
    return tuple(expect(load_file(path), Proposal, path.name) for path in sorted(FOLDER.glob("*.yaml")))
