"""Rapporten: what was made is really there, and the page says so."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from samen_desktop.core.backups import MANUAL, REASONS
from samen_desktop.exchange.excel import openpyxl_module
from samen_desktop.gui import language
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.files.pages import PAGES
from samen_desktop.gui.files.reports_page import ReportsPage
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store.dossier import Dossier
from tests.builders import a_writer, noted
from tests.gui import walk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui


@pytest.fixture
def messages() -> list[Message]:
    return []


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge, settings: Settings, messages: list[Message]) -> ReportsPage:
    made = PAGES["reports"](bridge, settings)
    assert isinstance(made, ReportsPage)
    qtbot.addWidget(made)
    made.message_posted.connect(messages.append)
    made.resize(1182, 676)
    made.show()
    made.arrive(Place("reports"))
    qtbot.waitUntil(made._nothing_sent.isVisible)
    return made


def test_the_overview_is_made_and_told(
    qtbot: QtBot, page: ReportsPage, messages: list[Message], tmp_path: Path
) -> None:
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)
    (path,) = tmp_path.glob("*.xlsx")
    assert path.name in messages[0].text
    assert messages[0].link
    assert messages[0].second_link
    book = openpyxl_module("openpyxl").load_workbook(path, read_only=True)
    assert "Inbreng" in book.sheetnames
    book.close()
    qtbot.waitUntil(lambda: page._sent_rows.rowCount() == 1)


def test_a_place_that_is_none_is_one_sentence(
    qtbot: QtBot, page: ReportsPage, messages: list[Message], tmp_path: Path
) -> None:
    page._out._path.setText(str(tmp_path / "overzicht.docx"))
    page._on_make_wished()
    assert [message.kind for message in messages] == ["failed"]
    page._out._path.setText(str(tmp_path / "demo.samen" / "overzicht.xlsx"))
    page._on_make_wished()
    qtbot.waitUntil(lambda: len(messages) == 2, timeout=20_000)
    assert messages[1].kind == "failed"


def test_a_backup_is_made_and_its_page_is_a_step_away(
    qtbot: QtBot, page: ReportsPage, messages: list[Message]
) -> None:
    gone: list[Place] = []
    page.go_requested.connect(gone.append)
    page._on_back_up_wished()
    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)
    assert messages[0].kind == "information", messages[0].text
    qtbot.waitUntil(lambda: language.say(REASONS[MANUAL]) in page._newest.text())
    page._on_backups_wished()
    assert gone == [Place("backups")]


def test_a_copy_for_somebody_carries_the_mark(
    qtbot: QtBot, page: ReportsPage, messages: list[Message], tmp_path: Path
) -> None:
    target = tmp_path / "voor JK.samen"
    page._copy._path.setText(str(target))
    QTest.keyClicks(page._copy._mark, "j")
    assert not page._copy._go.isEnabled()
    QTest.keyClicks(page._copy._mark, "k")
    QTest.mouseClick(page._copy._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)
    with Dossier.open(target, a_writer()) as copy:
        noted(copy, "op de andere laptop")
        (code,) = copy.conn.execute(
            "SELECT shown FROM inputs WHERE words = 'op de andere laptop'"
        ).fetchone()
    assert code == "I-JK-0001"
    QTest.mouseClick(page._copy._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(messages) == 2, timeout=20_000)
    assert messages[1].kind == "failed"


def test_saving_as_goes_on_in_the_copy(
    qtbot: QtBot, page: ReportsPage, messages: list[Message], bridge: Bridge
) -> None:
    QTest.keyClicks(page._save_as._mark, "XY")
    target = page._save_as.path()
    QTest.mouseClick(page._save_as._go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(messages), timeout=20_000)
    assert messages[0].wish is not None
    with qtbot.waitSignal(bridge.opened, timeout=10_000):
        messages[0].wish()
    assert bridge.facts is not None
    assert bridge.facts.path == target


@pytest.mark.parametrize("part", ["copy", "save_as"])
def test_a_place_may_name_a_part_of_the_page(page: ReportsPage, part: str) -> None:
    page.arrive(Place("reports", words=part))


def test_the_page_keeps_its_promises(page: ReportsPage) -> None:
    assert walk.faults(page) == []
