"""Looking again: old beside new, led on one by one or many at once, or to another place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from samen_desktop.core.outlines import Became
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.plan.looking_page import LookingPage
from tests.gui import walk

from .conftest import Shown, asked

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
Looking = tuple[LookingPage, Shown]
PLACES = (
    "SELECT i.shown, v.number || ' ' || c.title FROM inputs AS i"
    " JOIN answers AS a ON a.owner = i.key JOIN chapters AS c ON c.key = a.place"
    " JOIN plan_versions AS v ON v.key = c.version ORDER BY 1"
)


def until(qtbot: QtBot, page: LookingPage, wanted: list[str]) -> None:
    """A button that is pressed by its keys acts a moment later."""
    qtbot.waitUntil(lambda: codes(page) == wanted)


def codes(page: LookingPage) -> list[str]:
    return [str(page.rows.index(row, 0).data()) for row in range(page.rows.rowCount())]


def test_what_has_to_be_looked_at_stands_first_old_beside_new(looking: Looking) -> None:
    page, _ = looking
    assert codes(page) == ["I-0002", "I-0003", "I-0004"]
    page.table.choose_row(0)
    assert "altijd" in page.pair.was.marked()
    assert "één keer per jaar" in page.pair.now.marked()
    page.filter.clear()
    assert codes(page) == ["I-0001", "I-0002", "I-0003", "I-0004"]
    assert walk.faults(page) == []


def test_looked_at_leads_on_one_and_then_the_rest(
    qtbot: QtBot, looking: Looking, bridge: Bridge
) -> None:
    page, shown = looking
    before = asked(bridge, PLACES)
    page.table.setFocus()
    page.table.choose_row(0)
    QTest.keyClick(page.table, K.Key_Return, CTRL)
    until(qtbot, page, ["I-0003", "I-0004"])
    assert ("I-0002", "1.0 Kiezen") in asked(bridge, PLACES)
    QTest.keyClick(page.table, K.Key_A, CTRL)
    QTest.keyClick(page.table, K.Key_Return, CTRL)
    until(qtbot, page, ["I-0004"])
    assert len(shown.messages) == 2
    bridge.undo()
    bridge.undo()
    assert asked(bridge, PLACES) == before
    assert codes(page) == ["I-0002", "I-0003", "I-0004"]


def test_of_a_place_that_is_gone_another_one_is_chosen(
    qtbot: QtBot, looking: Looking, bridge: Bridge
) -> None:
    page, _ = looking
    page.filter.choose([Became.VANISHED])
    assert codes(page) == ["I-0004"]
    assert not page._done.isEnabled()
    page.table.setFocus()
    page.place.setCurrentIndex(1)
    QTest.keyClick(page, K.Key_L, CTRL)
    until(qtbot, page, [])
    assert ("I-0004", "1.0 Keuzevrijheid") in asked(bridge, PLACES)
    bridge.undo()
    assert ("I-0004", "0.9 Geld") in asked(bridge, PLACES)


def test_enter_leads_to_what_is_answered(looking: Looking) -> None:
    page, shown = looking
    page.table.setFocus()
    page.table.choose_row(0)
    QTest.keyClick(page.table, K.Key_Return)
    assert shown.places[-1].page == "answers"


def test_when_all_was_looked_at_the_page_says_so(qtbot: QtBot, looking: Looking) -> None:
    page, _ = looking
    page.filter.choose([Became.VANISHED])
    page.place.setCurrentIndex(1)
    QTest.keyClick(page, K.Key_L, CTRL)
    until(qtbot, page, [])
    page.filter.clear()
    page.table.selectAll()
    QTest.keyClick(page.table, K.Key_Return, CTRL)
    until(qtbot, page, [])
    assert page._empty.isVisible()
    assert walk.faults(page) == []
