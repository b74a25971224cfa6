"""Settings of the generated tests, and the shared input that some tests need."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.repository import Repo, made_up

ROOT = Path(__file__).parent.parent
SEED = ROOT.parent / "shared" / "seed"

settings.register_profile(
    "default", max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
settings.register_profile("thorough", settings.get_profile("default"), max_examples=2000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def heed_interrupts() -> None:
    """Called in a new process: have ^C heeded, also where the tests run in a background that ignores it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture(scope="session")
def seed() -> str:
    """The flattened proposal that Resolution 30 was read from; skips where the shared folder is not there."""
    files = sorted(SEED.glob("*.txt"))
    if not files:
        pytest.skip("no ../shared/seed/*.txt: the flattened proposal ECP/24A5/1 is needed for this test")
    return files[0].read_text("utf-8")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="take today's outputs as the expected ones")


class Golden:
    """Expected outputs as files under tests/golden; an ordinary run only reads them."""

    def __init__(self, update: bool) -> None:
        self.update = update

    def check(self, name: str, output: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if self.update:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(output, "utf-8")
        assert path.exists(), f"no {name}: accept it with make golden"
        assert output == path.read_text("utf-8"), f"{name} differs: if it should, accept it with make golden"


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    return Golden(bool(request.config.getoption("--update-golden")))


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    """A git repository with a made-up project; nothing says that a CI server runs the test."""
    for name in ("GITHUB_BASE_REF", "GITHUB_EVENT_PATH", "CI_MERGE_REQUEST_DIFF_BASE_SHA"):
        monkeypatch.delenv(name, raising=False)
    return made_up(tmp_path / "repo")
