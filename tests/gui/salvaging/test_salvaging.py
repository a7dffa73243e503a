"""Salvaging from the window: a damaged file leads there, and the report says what came of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from samen_desktop import resources
from samen_desktop.app.program import Program, dress
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.files.text_rows import TextTable
from samen_desktop.gui.long_work import LongWork
from samen_desktop.gui.salvaging.page import SalvagedPage
from samen_desktop.gui.settings import Settings
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.seed import write_round
from tests.builders import a_writer, noted

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui
WORDS = b"de kanarie zingt zacht"


@pytest.fixture
def program(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    own = tmp_path / "profile"
    monkeypatch.setenv("SAMEN_PROFILE", str(own))
    settings = Settings(own)
    settings.language = "nl"
    dress(qapp, settings)
    bridge = Bridge(inline=True)
    LongWork(bridge, bridge, inline=True)
    made = Program(qapp, own, bridge, settings)
    made.window.resize(1366, 768)
    made.window.show()
    qtbot.waitExposed(made.window)
    yield made
    made.bridge.stop()
    made.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    dress(qapp, Settings(tmp_path / "plain"))


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    path = tmp_path / "ronde.samen"
    with Dossier.create(path, a_writer()) as dossier:
        with dossier.edit("demo") as edit:
            write_round(edit, resources.demo())
        noted(dossier, WORDS.decode())
    return path


def choose(monkeypatch: pytest.MonkeyPatch, damaged: Path, target: Path) -> None:
    """Let the boxes that ask for files be answered."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(damaged), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))


def links(program: Program) -> dict[str, QPushButton]:
    bar = program.window.start.message_bar
    return {each.text(): each for each in bar.findChildren(QPushButton) if each.isVisibleTo(bar)}


def arrived(program: Program, qtbot: QtBot) -> SalvagedPage:
    QCoreApplication.processEvents()
    page = program.window.page
    assert isinstance(page, SalvagedPage)
    return page


def tables(page: SalvagedPage) -> dict[str, list[str]]:
    """The tables that are shown, each row as one line."""
    found = {}
    for table in page.findChildren(TextTable):
        model = table.model()
        cells = [
            " | ".join(str(model.index(row, at).data()) for at in range(model.columnCount()))
            for row in range(model.rowCount())
        ]
        if table.isVisibleTo(page):
            found[table.accessibleName()] = cells
    return found


def test_a_damaged_file_at_opening_leads_to_salvaging(
    program: Program, qtbot: QtBot, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytearray(sound.read_bytes().replace(WORDS, WORDS.replace(b"rie", b"r\xffe")))
    data[100:108] = bytes(8)  # and no table can be found any more
    sound.write_bytes(data)
    before = hashlib.sha256(sound.read_bytes()).hexdigest()
    target = sound.with_name("hersteld.samen")
    choose(monkeypatch, sound, target)
    program.open_round(sound)
    assert "beschadigd" in program.window.start.message_bar.message.text  # type: ignore[union-attr]
    salvage = next(button for text, button in links(program).items() if "erstel" in text)
    salvage.click()
    page = arrived(program, qtbot)
    assert program.bridge.facts is not None
    assert program.bridge.facts.path == target
    shown = tables(page)
    assert any(line.startswith("Inbreng | ") for line in shown["Aantallen"])
    assert any("kan" in line and "zingt zacht" in line for line in shown["Apart gehouden"])
    assert hashlib.sha256(sound.read_bytes()).hexdigest() == before


def test_a_text_kept_apart_is_copied_and_let_go(
    program: Program, qtbot: QtBot, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound.write_bytes(sound.read_bytes().replace(WORDS, WORDS.replace(b"zingt", b"zinkt")))
    target = sound.with_name("hersteld.samen")
    choose(monkeypatch, sound, target)
    program.window.menus.action("salvage").trigger()
    page = arrived(program, qtbot)
    page._copy.click()
    assert QGuiApplication.clipboard().text() == WORDS.decode().replace("zingt", "zinkt")
    program.window.close_round()
    program.open_round(target)
    bar = program.window.room.message_bar
    assert bar.message is not None
    assert "hersteld" in bar.message.text
    assert bar.message.wish is not None
    bar.message.wish()
    page = arrived(program, qtbot)
    buttons = {each.text(): each for each in page.findChildren(QPushButton)}
    buttons["Deze teksten loslaten"].click()
    assert "Apart gehouden" not in tables(page)
    program.window.close_round()
    assert b"zinkt zacht" not in target.read_bytes()


def test_the_open_round_is_closed_before_it_is_read(
    program: Program, qtbot: QtBot, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.open_round(sound)
    target = sound.with_name("hersteld.samen")
    choose(monkeypatch, sound, target)
    program.window.salvage_requested.emit()
    page = arrived(program, qtbot)
    assert program.bridge.facts is not None
    assert program.bridge.facts.path == target
    assert "Niets" in page._said.text() or "Alles" in page._said.text()
    assert not sound.with_name("ronde.samen.lock").exists()


def test_nothing_left_is_said_and_nothing_is_opened(
    program: Program, sound: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = sound.with_name("leeg.samen")
    empty.write_bytes(bytes(9000))
    target = sound.with_name("hersteld.samen")
    choose(monkeypatch, empty, target)
    program.open_round(empty)
    links(program)[next(text for text in links(program) if "erstel" in text)].click()
    QCoreApplication.processEvents()
    message = program.window.start.message_bar.message
    assert message is not None
    assert "niets meer te lezen" in message.text
    assert not target.exists()
    assert program.bridge.facts is None
