"""The model of a list: Qt's own checks, pages that come late, answers nobody waits for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from samen_desktop.core.lists import DELETED, LISTS, Query
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.lists.model import RecordsModel
from samen_desktop.gui.lists.work import PAGE
from samen_desktop.store.dossier import Dossier
from samen_desktop.store.records import set_many
from samen_desktop.store.steps.editing import Writer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui


def texts(model: QAbstractItemModel, column: int = 0) -> list[str]:
    return [str(model.index(row, column).data() or "") for row in range(model.rowCount())]


@pytest.mark.parametrize("kind", LISTS)
def test_a_model_passes_the_tester_while_it_shows_and_refreshes(
    bridge: Bridge, kind: str, qtbot: QtBot
) -> None:
    model = RecordsModel(bridge, LISTS[kind])
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(Query(kind))
    model.show(Query(kind, words="a"))
    model.refresh()
    model.show(Query(kind))
    assert model.rowCount() > 0 or kind == DELETED
    assert all(texts(model)) or kind == DELETED


def test_rows_are_read_by_page_as_they_are_looked_at(bridge: Bridge) -> None:
    model = RecordsModel(bridge, LISTS["input"])
    model.show(Query("input"))
    assert model.rowCount() == 154
    assert len(model._rows) == PAGE
    assert model.index(150, 0).data() == "I-0151"
    assert len(model._rows) < 154


def test_a_change_shows_and_no_row_goes_blank_meanwhile(bridge: Bridge) -> None:
    model = RecordsModel(bridge, LISTS["input"])
    model.show(Query("input"))
    row = model.row_at(3)
    assert row is not None
    blank: list[int] = []
    model.dataChanged.connect(lambda: blank.append(model.row_at(3) is None))
    bridge.write(lambda dossier: set_many(dossier, [row.id], "summary", "Nieuw hier"))
    model.refresh()
    assert model.index(3, LISTS["input"].at("summary")).data() == "Nieuw hier"
    assert not any(blank)


def test_an_answer_to_an_older_question_is_dropped(demo_file: Path, qtbot: QtBot) -> None:
    bridge = Bridge()
    with qtbot.waitSignal(bridge.opened):
        bridge.open(lambda: Dossier.open(demo_file, Writer("x", b"\x01" * 8), read_only=True))
    model = RecordsModel(bridge, LISTS["input"])
    shown: list[tuple[str, int]] = []
    model.settled.connect(lambda: shown.append((model.query.words, model.rowCount())))
    model.show(Query("input"))
    model.show(Query("input", words="school"))
    model.show(Query("input", words="taxi of zoiets dat er niet is"))
    qtbot.waitUntil(lambda: len(shown) > 0)
    assert shown[0] == ("taxi of zoiets dat er niet is", 0)
    assert {words for words, _ in shown} == {"taxi of zoiets dat er niet is"}
    bridge.stop()


def test_without_dropping_the_older_answer_would_win(demo_file: Path, qtbot: QtBot) -> None:
    bridge = Bridge()
    with qtbot.waitSignal(bridge.opened):
        bridge.open(lambda: Dossier.open(demo_file, Writer("x", b"\x01" * 8), read_only=True))
    model = RecordsModel(bridge, LISTS["input"])
    model._forget_questions = lambda: None  # type: ignore[method-assign]
    shown: list[int] = []
    model.settled.connect(lambda: shown.append(model.rowCount()))
    model.show(Query("input"))
    model.show(Query("input", words="taxi of zoiets dat er niet is"))
    qtbot.waitUntil(lambda: len(shown) > 1)
    assert shown[0] == 154
    bridge.stop()


def test_the_count_says_when_it_is_not_exact_yet(bridge: Bridge) -> None:
    model = RecordsModel(bridge, LISTS["input"])
    counts: list[tuple[int, int, bool]] = []
    model.counted.connect(lambda *count: counts.append(count))
    model.show(Query("input"))
    assert counts[-1] == (154, 154, True)
    model.show(Query("input", words="school"))
    assert counts[-1][0] < 154
    assert counts[-1][1:] == (154, True)


def test_cells_that_may_be_edited_say_so(bridge: Bridge) -> None:
    model = RecordsModel(bridge, LISTS["input"])
    model.show(Query("input"))
    editable = Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(0, LISTS["input"].at("summary"))) & editable
    assert not model.flags(model.index(0, LISTS["input"].at("answer/status"))) & editable
