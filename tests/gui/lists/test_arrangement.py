"""Columns and saved views of a list, driven by keys; kept over a restart and in copies."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from samen_desktop.core.lists import LISTS
from samen_desktop.core.views import standard
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.lists.columns_popup import ColumnsPopup
from samen_desktop.gui.lists.list_pane import ListPane
from samen_desktop.gui.lists.views_popup import ViewsPopup
from samen_desktop.gui.page import Place
from tests.gui.walk import faults

from .conftest import Shown

pytestmark = pytest.mark.gui

Show = Callable[..., Shown]
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def press(pane: ListPane, key: Qt.Key) -> None:
    pane.window().activateWindow()
    QTest.qWaitForWindowActive(pane.window())
    pane.view.setFocus()
    QTest.keyClick(pane.view, key)


def columns_of(pane: ListPane) -> ColumnsPopup:
    press(pane, KEY.Key_F4)
    return pane.window().findChildren(ColumnsPopup)[-1]


def views_of(pane: ListPane) -> ViewsPopup:
    press(pane, KEY.Key_F6)
    return pane.window().findChildren(ViewsPopup)[-1]


def take(popup: ColumnsPopup, name: str) -> None:
    popup._list.setCurrentIndex(popup._model.index(popup._model.row_of(name), 0))
    QTest.keyClick(popup._list, KEY.Key_Space)


def shown_columns(pane: ListPane) -> list[str]:
    """The columns a person sees, from the left."""
    header, columns = pane.view.horizontalHeader(), LISTS[pane.spec.kind].columns
    places = [header.logicalIndex(at) for at in range(header.count())]
    return [columns[place].field for place in places if not header.isSectionHidden(place)]


def save(pane: ListPane, name: str) -> None:
    popup = views_of(pane)
    popup.name_field().setFocus()
    QTest.keyClicks(popup.name_field(), name)
    QTest.keyClick(popup.name_field(), KEY.Key_Return)
    popup.leave()


def test_a_column_is_taken_in_by_keys_filled_and_taken_out(show: Show) -> None:
    pane = show("inputs").page.pane("input")
    popup = columns_of(pane)
    assert popup.isVisible()
    take(popup, "kind")
    assert shown_columns(pane)[-1] == "kind"
    row = pane.model.row_at(0)
    assert row is not None
    assert row.cells[LISTS["input"].at("kind")] != ""
    take(popup, "kind")
    assert "kind" not in shown_columns(pane)
    take(popup, "summary")  # what the rows are about stays
    assert "summary" in shown_columns(pane)
    QTest.keyClick(popup._list, KEY.Key_Escape)
    assert pane.view.hasFocus()


def test_a_column_moves_with_the_arrows_and_by_the_mouse(show: Show) -> None:
    pane = show("inputs").page.pane("input")
    popup = columns_of(pane)
    popup._list.setCurrentIndex(popup._model.index(popup._model.row_of("theme"), 0))
    for _ in range(4):
        QTest.keyClick(popup._list, KEY.Key_Up, CTRL)
    assert shown_columns(pane)[:2] == ["theme", "code"]
    assert popup._model.code(popup._list.currentIndex().row()) == "theme"
    popup.leave()
    header = pane.view.horizontalHeader()
    header.moveSection(header.visualIndex(LISTS["input"].at("session")), 0)
    assert shown_columns(pane)[0] == "session"
    assert pane.view.layout_of_columns.columns[0] == "session"
    again = columns_of(pane)
    again._on_again()
    assert pane.view.layout_of_columns == standard(LISTS["input"])


def test_where_there_is_no_room_the_list_goes_on_sideways(show: Show) -> None:
    pane = show("inputs").page.pane("input")
    popup = columns_of(pane)
    for name in ("words", "internal_note", "quote", "collected_by"):
        take(popup, name)
    popup.leave()
    assert shown_columns(pane)[-4:] == ["words", "internal_note", "quote", "collected_by"]
    assert pane.view.columnWidth(LISTS["input"].at("summary")) >= 140
    assert pane.view.horizontalScrollBar().maximum() > 0
    again = columns_of(pane)
    again._on_again()
    again.leave()
    assert pane.view.horizontalScrollBar().maximum() == 0


def test_in_a_narrow_window_what_is_left_out_says_so(show: Show) -> None:
    pane = show("sessions").page.pane("session")
    pane.window().resize(660, 480)
    QApplication.processEvents()
    assert pane.view.left_out()
    popup = columns_of(pane)
    told = [str(popup._model.index(at, 0).data()) for at in range(popup._model.rowCount())]
    assert sum(text.endswith("(no room now)") for text in told) == len(pane.view.left_out())


def test_columns_and_widths_are_remembered_over_a_restart(show: Show) -> None:
    pane = show("inputs").page.pane("input")
    popup = columns_of(pane)
    take(popup, "date")
    popup.leave()
    pane.view.horizontalHeader().resizeSection(LISTS["input"].at("session"), 90)
    kept = pane.view.layout_of_columns
    assert kept.widths == {"session": 90}
    again = show("inputs").page.pane("input")
    assert again.view.layout_of_columns == kept
    assert "date" in shown_columns(again)


def test_a_copy_has_the_chosen_columns_in_their_order(show: Show) -> None:
    pane = show("inputs").page.pane("input")
    popup = columns_of(pane)
    take(popup, "words")
    popup._list.setCurrentIndex(popup._model.index(popup._model.row_of("theme"), 0))
    for _ in range(6):
        QTest.keyClick(popup._list, KEY.Key_Up, CTRL)
    popup.leave()
    pane.view.go_to(0)
    pane.commands.copy.trigger()
    head, line = QGuiApplication.clipboard().text().strip().split("\n")[:2]
    assert head.split("\t")[:2] == ["Thema", "Nr"]
    assert head.split("\t")[-1] == "Woorden"
    assert line.split("\t")[1] == "I-0001"
    assert len(line.split("\t")) == len(head.split("\t")) == 7


def test_a_view_brings_back_filter_words_sorting_and_columns(show: Show) -> None:
    pane = show("inputs", Place("inputs", {"status": frozenset({"RUW"})})).page.pane("input")
    popup = columns_of(pane)
    take(popup, "date")
    popup.leave()
    pane.view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
    rows = list(pane.model.keys)
    save(pane, "Nog ruw")
    assert pane.arrangement.button.label == "Nog ruw"
    pane.bar.clear()
    assert pane.arrangement.button.label == "Nog ruw (changed)"
    plain = views_of(pane)
    QTest.keyClick(plain._list, KEY.Key_Home)
    QTest.keyClick(plain._list, KEY.Key_Return)
    assert pane.model.rowCount() == 154
    assert shown_columns(pane) == list(standard(LISTS["input"]).columns)
    assert pane.arrangement.button.label == "View"
    again = views_of(pane)
    QTest.keyClick(again._list, KEY.Key_Down)
    QTest.keyClick(again._list, KEY.Key_Return)
    assert list(pane.model.keys) == rows
    assert pane.bar.filters() == {"status": frozenset({"RUW"})}
    assert "date" in shown_columns(pane)
    assert pane.arrangement.button.label == "Nog ruw"


def test_a_default_view_opens_with_the_list_but_not_over_a_filter(show: Show) -> None:
    pane = show("inputs", Place("inputs", {"status": frozenset({"RUW"})})).page.pane("input")
    save(pane, "Nog ruw")
    popup = views_of(pane)
    QTest.keyClick(popup._list, KEY.Key_D, CTRL)
    popup.leave()
    opened = show("inputs").page.pane("input")
    assert opened.bar.filters() == {"status": frozenset({"RUW"})}
    assert opened.arrangement.button.label == "Nog ruw"
    asked = show("inputs", Place("inputs", {"status": frozenset({"GECTR"})})).page.pane("input")
    assert asked.bar.filters() == {"status": frozenset({"GECTR"})}


def test_renaming_and_deleting_by_keys_and_what_is_wrong_is_said(show: Show) -> None:
    pane = show("inputs").page.pane("input")
    save(pane, "Een")
    save(pane, "Twee")
    popup = views_of(pane)
    QTest.keyClick(popup._list, KEY.Key_F2)
    QTest.keyClicks(popup.name_field(), "Een")
    QTest.keyClick(popup.name_field(), KEY.Key_Return)
    assert popup._problem.isVisible()
    QTest.keyClick(popup.name_field(), KEY.Key_A, CTRL)
    QTest.keyClicks(popup.name_field(), "Drie")
    QTest.keyClick(popup.name_field(), KEY.Key_Return)
    assert not popup._problem.isVisible()
    assert pane.arrangement.button.label == "Drie"
    popup._list.setCurrentIndex(popup._model.index(popup._model.row_of("Een"), 0))
    QTest.keyClick(popup._list, KEY.Key_Delete)
    assert popup._model.row_of("Een") == -1
    assert popup._model.row_of("Drie") > 0


def test_views_are_no_step_of_the_round(show: Show, bridge: Bridge) -> None:
    pane = show("inputs").page.pane("input")
    steps: list[object] = []
    bridge.steps_changed.connect(steps.append)
    save(pane, "Een")
    assert steps == []


@pytest.mark.parametrize("opened", [columns_of, views_of])
def test_the_lists_under_the_buttons_keep_every_promise(
    show: Show, opened: Callable[[ListPane], ColumnsPopup | ViewsPopup]
) -> None:
    pane = show("inputs").page.pane("input")
    save(pane, "Een")
    popup = opened(pane)
    QApplication.processEvents()
    assert faults(popup) == []
    assert popup.geometry().left() >= 0
    assert popup.window().rect().contains(popup.mapTo(popup.window(), QPoint(0, 0)))


def test_another_round_has_other_views(show: Show, bridge: Bridge, tmp_path: Path) -> None:
    from .conftest import demo_round

    pane = show("inputs").page.pane("input")
    save(pane, "Een")
    bridge.open(lambda: demo_round(tmp_path / "other.samen"))
    pane.arrive(Place("inputs"))
    assert pane.arrangement.button.label == "View"
    assert views_of(pane)._model.rowCount() == 1
