"""What every test stands on: quiet logs, offscreen Qt, repeatable chance.

Imports no Qt, so that `pytest -c tests/core.ini -p no:pytest-qt` runs where there is none. Builders
of domain data live beside the tests that use them.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# A test may read a workbook back by itself, before the program's own door to openpyxl was used.
os.environ["OPENPYXL_LXML"] = "False"

REPOSITORY = Path(__file__).resolve().parent.parent

settings.register_profile(
    "house",
    deadline=None,  # a busy machine is no failure
    derandomize=True,  # the same commit gives the same answer on every machine
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("search", settings.get_profile("house"), derandomize=False)
settings.load_profile(os.environ.get("SAMEN_HYPOTHESIS", "house"))


class NoiseError(AssertionError):
    """The program logged a warning or worse while a test ran that did not expect one."""


class _Listener(logging.Handler):
    """Keeps the records that a quiet program would not have written."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Log records at WARNING or above fail a test, unless it is marked `loud`."""
    listener = _Listener()
    root = logging.getLogger()
    root.addHandler(listener)
    try:
        yield
    finally:
        root.removeHandler(listener)
    if listener.heard and request.node.get_closest_marker("loud") is None:
        raise NoiseError("; ".join(listener.heard))


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the working tree."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real and awkward files that lie beside the repository; skips where they do not."""
    folder = REPOSITORY.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("no ../shared/data beside the repository")
    return folder
