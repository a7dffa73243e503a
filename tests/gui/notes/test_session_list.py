"""Choosing the session to take notes in, by keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.notes.session_list import SessionList
from samen_desktop.gui.settings import Settings
from tests.gui.notes.stage import Keyboard, open_round
from tests.gui.walk import faults

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui


def test_enter_begins_and_escape_goes_back(qtbot: QtBot, round_file: Path, tmp_path: Path) -> None:
    bridge = Bridge(inline=True)
    bridge.open(lambda: open_round(round_file))
    page = SessionList(bridge, Settings(tmp_path))
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    chosen: list[object] = []
    left: list[bool] = []
    page.session_chosen.connect(chosen.append)
    page.leave_requested.connect(lambda: left.append(True))
    view = page.focusProxy()
    assert view is not None
    keyboard = Keyboard(view)
    keyboard.type("Ouders")
    keyboard.press(Qt.Key.Key_Return)
    assert len(chosen) == 1
    found: list[object] = []
    bridge.read(
        lambda dossier: dossier.conn.execute(
            "SELECT title FROM sessions WHERE id = ?", (chosen[0],)
        ).fetchone()[0],
        found.append,
    )
    assert str(found[0]).startswith("Ouders")
    keyboard.press(Qt.Key.Key_Escape)
    assert left
    assert faults(page) == []
    bridge.stop()
