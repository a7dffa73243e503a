"""Each test has a profile of its own, so that no half-typed text of a person is ever touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.gui.notes.stage import Stage, make_demo, on_stage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "profile"
    monkeypatch.setenv("SAMEN_PROFILE", str(folder))
    return folder


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo, made once."""
    path = tmp_path_factory.mktemp("demo") / "demo.samen"
    make_demo(path).close()
    return path


@pytest.fixture
def round_file(demo_file: Path, tmp_path: Path) -> Path:
    """A copy of the demo to write in."""
    path = tmp_path / "round.samen"
    path.write_bytes(demo_file.read_bytes())
    return path


@pytest.fixture
def stage(qtbot: QtBot, round_file: Path) -> Iterator[Stage]:
    """The page over the demo, each wish done at once."""
    with on_stage(round_file) as found:
        yield found
