"""The whole program offscreen: window, bridge, settings and a profile of the test's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from samen_desktop import resources
from samen_desktop.app.program import Program, dress
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.settings import Settings
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.seed import write_round
from tests.builders import a_writer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "profile"
    monkeypatch.setenv("SAMEN_PROFILE", str(folder))
    return folder


@pytest.fixture
def settings(own_folder: Path) -> Settings:
    return Settings(own_folder)


@pytest.fixture
def program(
    qapp: QApplication, own_folder: Path, settings: Settings, qtbot: QtBot
) -> Iterator[Program]:
    """The program on the start screen; its bridge works inline."""
    dress(qapp, settings)
    bridge = Bridge(inline=True)
    made = Program(qapp, own_folder, bridge, settings)
    made.window.resize(1366, 736)
    made.window.show()
    qtbot.waitExposed(made.window)
    made.window.activateWindow()
    yield made
    bridge.stop()
    made.window.deleteLater()
    # A style sheet put on while the windows of earlier tests stand takes longer with each.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(scope="session")
def demo_made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.samen"
    with Dossier.create(path, a_writer()) as dossier, dossier.edit("demo") as edit:
        write_round(edit, resources.demo())
    return path


@pytest.fixture
def demo_file(demo_made_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(demo_made_once, tmp_path / "SAMEN 2022.samen"))


@pytest.fixture
def opened(program: Program, demo_file: Path) -> Program:
    """The program with the demo round open."""
    program.open_round(demo_file)
    assert program.bridge.facts is not None
    return program
