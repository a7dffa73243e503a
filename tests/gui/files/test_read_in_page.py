"""Reading in on its page: seen before it counts, changed by hand, one step to undo."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget

from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.files.dropping import DropTaker
from samen_desktop.gui.files.matching import FIELD, Matching
from samen_desktop.gui.files.read_in_page import ReadInPage
from samen_desktop.gui.files.text_rows import TextRows
from samen_desktop.gui.page import Message, Place
from samen_desktop.gui.settings import Settings
from samen_desktop.store.dossier import Dossier
from tests.gui import walk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui


@pytest.fixture
def page(qtbot: QtBot, bridge: Bridge, settings: Settings) -> ReadInPage:
    made = ReadInPage(bridge, settings)
    qtbot.addWidget(made)
    made.resize(1182, 676)
    made.show()
    made.arrive(Place("read_in"))
    return made


def counted(qtbot: QtBot, bridge: Bridge) -> int:
    found: list[int] = []

    def count(dossier: Dossier) -> int:
        sql = "SELECT count(*) FROM inputs WHERE deleted = 0"
        return int(dossier.conn.execute(sql).fetchone()[0])

    bridge.read(count, found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def previewed(qtbot: QtBot, page: ReadInPage) -> None:
    qtbot.waitUntil(lambda: page._preview is not None, timeout=10_000)


def mapped(page: ReadInPage) -> dict[str, tuple[str, ...]]:
    return dict(page._matching.rules().columns)


def test_a_preview_changes_nothing_and_reading_in_is_one_step(
    qtbot: QtBot, page: ReadInPage, bridge: Bridge, table: Path
) -> None:
    before = counted(qtbot, bridge)
    page.choose_file(table)
    previewed(qtbot, page)
    assert counted(qtbot, bridge) == before
    assert mapped(page)["words"] == ("Reactie",)
    assert page._problem_rows.rowCount() > 0
    messages: list[Message] = []
    page.message_posted.connect(messages.append)
    with qtbot.waitSignal(page.go_requested, timeout=10_000) as went:
        QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert went.args == [Place("inputs")]
    qtbot.waitUntil(lambda: bool(messages))
    assert counted(qtbot, bridge) == before + 2
    assert messages[0].wish is not None
    messages[0].wish()
    assert counted(qtbot, bridge) == before


def test_a_column_is_changed_by_hand_and_kept_as_a_mapping(
    qtbot: QtBot, page: ReadInPage, table: Path, tmp_path: Path
) -> None:
    page.choose_file(table)
    previewed(qtbot, page)
    row = [page._matching.index(at, 0).data() for at in range(4)].index("Kleur")
    assert page._matching.setData(page._matching.index(row, FIELD), "internal_note")
    assert page._preview is None
    previewed(qtbot, page)
    assert mapped(page)["internal_note"] == ("Kleur",)
    kept = tmp_path / "reacties.json"
    page.save_mapping(kept)
    assert json.loads(kept.read_text(encoding="utf-8"))["columns"]["internal_note"] == "Kleur"
    page._matching.setData(page._matching.index(row, FIELD), "")
    page.load_mapping(kept)
    previewed(qtbot, page)
    assert mapped(page)["internal_note"] == ("Kleur",)


def test_what_cannot_be_understood_is_said_and_can_be_mended(
    qtbot: QtBot, page: ReadInPage, tmp_path: Path
) -> None:
    path = tmp_path / "vreemd.csv"
    path.write_text("Aap;Noot\nWaar kan ik heen?;2\n", encoding="utf-8")
    page.choose_file(path)
    qtbot.waitUntil(page.trouble.isVisible, timeout=10_000)
    assert "Aap" in page.trouble.text()
    assert not page.go.isEnabled()
    page._matching.setData(page._matching.index(0, FIELD), "words")
    previewed(qtbot, page)
    assert page.go.isEnabled()


@pytest.mark.parametrize("content", [b"", b"\x00\x01 no table", b"PK\x03\x04broken"])
def test_a_bad_file_is_one_sentence(
    qtbot: QtBot, page: ReadInPage, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "stuk.xlsx"
    path.write_bytes(content)
    page.choose_file(path)
    qtbot.waitUntil(page.trouble.isVisible, timeout=10_000)
    assert path.name in page.trouble.text()
    assert not page.go.isEnabled()


def test_a_missing_file_is_one_sentence(qtbot: QtBot, page: ReadInPage, tmp_path: Path) -> None:
    QTest.keyClicks(page.file, str(tmp_path / "weg.csv"))
    QTest.keyClick(page.file, Qt.Key.Key_Return)
    qtbot.waitUntil(page.trouble.isVisible, timeout=10_000)
    assert "weg.csv" in page.trouble.text()


def test_esc_leaves_the_page(qtbot: QtBot, page: ReadInPage, table: Path) -> None:
    page.choose_file(table)
    previewed(qtbot, page)
    with qtbot.waitSignal(page.go_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page._source is None
    assert page._matching.rowCount() == 0


def test_the_page_keeps_its_promises(qtbot: QtBot, page: ReadInPage, table: Path) -> None:
    assert walk.faults(page) == []
    page.choose_file(table)
    previewed(qtbot, page)
    assert walk.faults(page) == []


def test_the_models_are_sound(qtbot: QtBot, page: ReadInPage, table: Path) -> None:
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    testers = [QAbstractItemModelTester(each, fatal) for each in (Matching(), TextRows(("a", "b")))]
    assert testers
    tested = QAbstractItemModelTester(page._matching, fatal)
    page.choose_file(table)
    previewed(qtbot, page)
    page._matching.setData(page._matching.index(0, FIELD), "")
    assert tested is not None


def dropped(widget: QWidget, *paths: Path) -> bool:
    """Drag files over a widget and let them go there; whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(widget, over)
    if not over.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), copy, data, left, none))
    return True


def test_files_are_dropped(qtbot: QtBot, tmp_path: Path) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    taker = DropTaker(widget)
    tables: list[Path] = []
    rounds: list[Path] = []
    taker.table_dropped.connect(tables.append)
    taker.round_dropped.connect(rounds.append)
    names = ("a.XLSX", "b.csv", "c.samen", "d.pdf")
    assert [dropped(widget, tmp_path / name) for name in names] == [True, True, True, False]
    assert [path.name for path in tables] == ["a.XLSX", "b.csv"]
    assert [path.name for path in rounds] == ["c.samen"]
    several: list[list[Path]] = []
    taker.rounds_dropped.connect(several.append)
    assert dropped(widget, tmp_path / "c.samen", tmp_path / "d.SAMEN")
    assert not dropped(widget, tmp_path / "c.samen", tmp_path / "a.xlsx")
    assert [[path.name for path in paths] for paths in several] == [["c.samen", "d.SAMEN"]]
