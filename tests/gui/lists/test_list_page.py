"""Pages of lists, driven by keys: search, filter, edit in place, bulk, delete, join, copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from samen_desktop.core.kinds import KINDS
from samen_desktop.core.lists import DELETED, LISTS, Query
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.forms.editors import ChoiceEditor, LineEditor
from samen_desktop.gui.lists.pages import PAGES
from samen_desktop.gui.lists.side_pages import DeletePage, JoinPage
from samen_desktop.gui.page import Place
from samen_desktop.store import records
from samen_desktop.store.reading import listing
from tests.gui.walk import faults, rich_labels

from .conftest import Shown, ask, codes

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui

Show = Callable[..., Shown]
KEY = Qt.Key


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_and_shows_rows(show: Show, name: str) -> None:
    page = show(name).page
    assert page.title()
    assert page.hints() or name == "round"
    for tab in page._spec.tabs:
        page.show_tab(tab)
        if tab in LISTS and tab != DELETED:
            assert page.pane(tab).model.rowCount() > 0
    assert not page.grab().isNull()


def test_words_typed_on_the_list_are_searched_and_escape_clears(show: Show, qtbot: QtBot) -> None:
    pane = show("inputs").page.pane("input")
    QTest.keyClicks(pane.view, "s")
    QTest.keyClicks(pane.bar.search, "chool")
    assert pane.bar.words() == "school"
    assert 0 < pane.model.rowCount() < 154
    QTest.keyClick(pane.bar.search, KEY.Key_Escape)
    assert pane.model.rowCount() == 154
    assert codes(pane)[0] == "I-0001"


def test_a_place_fills_the_filter_and_the_count_says_n_of_m(show: Show) -> None:
    shown = show("inputs", Place("inputs", {"answer/status": frozenset({"OPN"})}))
    pane = shown.page.pane("input")
    assert pane.bar.filters() == {"answer/status": frozenset({"OPN"})}
    assert pane.bar._shown.text() == str(pane.model.rowCount())
    assert "154" in pane.bar._of.text()
    pane.bar.clear()
    assert pane.model.rowCount() == 154


def test_a_place_chooses_a_record_on_the_tab_that_lists_it(show: Show) -> None:
    themes = show("inputs").page.pane("theme")
    themes.search_now()
    row = themes.model.row_at(4)
    assert row is not None
    page = show("inputs", Place("inputs", record=row.id)).page
    pane = page.pane("theme")
    assert pane.isVisible()
    assert pane.view.current_key() == row.key


@pytest.mark.parametrize(
    ("name", "tab"),
    [("stakeholders", "group"), ("inputs", "theme"), ("round", "phase"), ("round", DELETED)],
)
def test_a_place_named_after_a_tab_opens_it(show: Show, name: str, tab: str) -> None:
    page = show(name).page
    plural = KINDS[tab].plural if tab in KINDS else tab
    page.arrive(Place(plural))
    assert page.pane(tab).isVisible()
    page.arrive(Place(name))
    assert page.pane(tab).isVisible(), "the side bar goes back to where one was"


def test_nothing_found_leaves_nothing_to_delete(show: Show, qtbot: QtBot) -> None:
    pane = show("inputs").page.pane("input")
    pane.view.selectAll()
    assert pane.strip.isVisible()
    QTest.keyClicks(pane.bar.search, "dit staat nergens")
    qtbot.waitUntil(lambda: pane._left.currentIndex() == 1)
    assert not pane.strip.isVisible()


def test_nothing_found_shows_no_form_of_somebody_else(show: Show, qtbot: QtBot) -> None:
    pane = show("stakeholders").page.pane("stakeholder")
    assert pane._form_page.isVisible()
    QTest.keyClicks(pane.bar.search, "dit staat nergens")
    qtbot.waitUntil(lambda: pane._left.currentIndex() == 1)
    assert not pane._form_page.isVisible()
    pane.new.trigger()
    assert pane._form_page.isVisible()
    assert not pane._steps.isVisible(), "what is new has no next one"
    pane.bar.clear()
    assert pane._form_page.isVisible()


def test_in_a_narrow_window_filters_go_behind_one_button(show: Show) -> None:
    shown = show("inputs")
    pane = shown.page.pane("input")
    shown.page.window().resize(620, 420)
    QApplication.processEvents()
    assert pane.detail.width() > 480 or not pane.detail.isVisible()
    assert faults(pane.bar) == []
    assert not pane.bar._buttons["theme"].isVisible()
    pane.bar._more.click()
    QApplication.processEvents()
    assert all(each.isVisible() for each in pane.bar._buttons.values())
    assert faults(pane.bar) == []
    shown.page.window().resize(1300, 700)
    QApplication.processEvents()
    assert pane.bar._buttons["theme"].isVisible()


def test_in_a_narrow_window_the_main_column_can_be_read(show: Show) -> None:
    shown = show("sessions")
    pane = shown.page.pane("session")
    shown.page.window().resize(620, 420)
    QApplication.processEvents()
    assert pane.view.columnWidth(LISTS["session"].at("title")) >= 140
    shown.page.window().resize(1300, 700)
    QApplication.processEvents()
    assert pane.view.left_out() == frozenset()


def test_nothing_found_says_so_and_offers_to_clear(show: Show, qtbot: QtBot) -> None:
    pane = show("inputs").page.pane("input")
    QTest.keyClicks(pane.bar.search, "dit staat nergens")
    qtbot.waitUntil(lambda: pane._left.currentIndex() == 1)
    pane._empty.chosen.emit()
    assert pane.model.rowCount() == 154


def test_a_cell_is_changed_in_place(show: Show, bridge: Bridge, qtbot: QtBot) -> None:
    pane = show("inputs").page.pane("input")
    at = LISTS["input"].at("summary")
    pane.view.setCurrentIndex(pane.model.index(2, at))
    QTest.keyClick(pane.view, KEY.Key_F2)
    assert pane.cells.open is not None
    editor = pane.cells.open.editor
    assert isinstance(editor, LineEditor)
    editor.selectAll()
    QTest.keyClicks(editor, "Kern van nu")
    QTest.keyClick(editor, KEY.Key_Return)
    assert pane.model.index(2, at).data() == "Kern van nu"
    bridge.undo()
    assert pane.model.index(2, at).data() != "Kern van nu"


def test_escape_leaves_a_cell_as_it_was(show: Show, qtbot: QtBot) -> None:
    pane = show("inputs").page.pane("input")
    at = LISTS["input"].at("summary")
    was = pane.model.index(2, at).data()
    pane.view.setCurrentIndex(pane.model.index(2, at))
    QTest.keyClick(pane.view, KEY.Key_F2)
    assert pane.cells.open is not None
    editor = pane.cells.open.editor
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "weg ermee")
    QTest.keyClick(editor, KEY.Key_Escape)
    assert pane.model.index(2, at).data() == was
    assert pane.cells.open is None


def test_a_theme_is_set_for_all_chosen_rows_and_undone(
    show: Show, bridge: Bridge, qtbot: QtBot
) -> None:
    shown = show("inputs")
    pane = shown.page.pane("input")
    at = LISTS["input"].at("theme")
    before = [pane.model.index(row, at).data() for row in range(3)]
    pane.view.go_to(0)
    for _ in range(2):
        QTest.keyClick(pane.view, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert pane.view.chosen_count() == 3
    pane.strip.field_wanted.emit("theme")
    editor = pane.strip._editor
    assert isinstance(editor, ChoiceEditor)
    editor.setCurrentIndex(editor.findText("TH12", Qt.MatchFlag.MatchStartsWith))
    QTest.keyClick(pane.strip, KEY.Key_Return)
    assert [pane.model.index(row, at).data() for row in range(3)] == ["TH12"] * 3
    assert shown.messages[-1].link
    bridge.undo()
    assert [pane.model.index(row, at).data() for row in range(3)] == before


def test_deleting_can_be_undone_and_stands_under_deleted(
    show: Show, bridge: Bridge, qtbot: QtBot
) -> None:
    shown = show("follow_ups")
    pane = shown.page.pane("follow_up")
    had = pane.model.rowCount()
    QTest.keyClick(pane.view, KEY.Key_Delete)
    assert pane.model.rowCount() == had - 1
    gone = show("round").page
    gone.show_tab(DELETED)
    assert gone.pane(DELETED).model.rowCount() == 1
    gone.pane(DELETED).view.go_to(0)
    gone.pane(DELETED).commands.restore.trigger()
    assert pane.model.rowCount() == had
    assert gone.pane(DELETED).model.rowCount() == 0


def test_a_session_with_inputs_asks_where_they_go(show: Show, bridge: Bridge, qtbot: QtBot) -> None:
    pane = show("sessions").page.pane("session")
    row = next(
        at for at in range(pane.model.rowCount()) if pane.model.index(at, 0).data() == "SE-07"
    )
    pane.view.go_to(row)
    pane.commands.delete.trigger()
    page = pane._stack.currentWidget()
    assert isinstance(page, DeletePage)
    assert "SE-07" in codes(pane)
    page._to.setCurrentIndex(1)
    page._to.activated.emit(1)
    page._move.click()
    assert "SE-07" not in codes(pane)
    left = ask(bridge, lambda d: listing.count(d.conn, Query("input")))
    assert left == [(154, 154)]
    bridge.undo()
    assert "SE-07" in codes(pane)


def test_two_stakeholders_are_joined_after_a_preview(
    show: Show, bridge: Bridge, qtbot: QtBot
) -> None:
    pane = show("stakeholders").page.pane("stakeholder")
    had = pane.model.rowCount()
    pane.view.go_to(1)
    QTest.keyClick(pane.view, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    pane.commands.join.trigger()
    page = pane._stack.currentWidget()
    assert isinstance(page, JoinPage)
    assert "S-002" in page.preview()
    page.join_requested.emit(page._rows[0].id)
    assert pane.model.rowCount() == had - 1
    bridge.undo()
    assert pane.model.rowCount() == had


def test_rows_are_copied_with_their_whole_texts(show: Show, bridge: Bridge, qtbot: QtBot) -> None:
    pane = show("inputs").page.pane("input")
    row = pane.model.row_at(0)
    assert row is not None
    text = "=" + "lang " * 60
    bridge.write(lambda d: records.save(d, "input", row.id, {"summary": text}))
    pane.view.go_to(0)
    pane.commands.copy.trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert "'=" + ("lang " * 60).strip() in data.text()
    assert "mso-number-format" in data.html()


def test_selection_and_place_stay_over_a_refresh(show: Show, bridge: Bridge) -> None:
    pane = show("inputs").page.pane("input")
    pane.view.go_to(100)
    pane.view.verticalScrollBar().setValue(2000)
    key, scroll = pane.view.current_key(), pane.view.verticalScrollBar().value()
    first = pane.model.row_at(0)
    assert first is not None
    bridge.write(lambda d: records.delete_many(d, [first.id]))
    assert pane.view.current_key() == key
    assert pane.view.chosen_keys() == [key]
    height = pane.view.verticalHeader().defaultSectionSize()
    assert abs(pane.view.verticalScrollBar().value() - (scroll - height)) <= 1


def test_widths_and_sort_are_remembered(show: Show) -> None:
    header = show("inputs").page.pane("input").view.horizontalHeader()
    header.resizeSection(2, 171)
    header.setSortIndicator(4, Qt.SortOrder.DescendingOrder)
    pane = show("inputs").page.pane("input")
    assert pane.view.horizontalHeader().sectionSize(2) == 171
    assert pane.model.query.sort == "theme"
    assert pane.model.query.descending


def broken(page: QWidget) -> list[str]:
    """Broken promises of a page, but for the inside of the search field, which is Qt's own."""
    return [sentence for sentence in faults(page) if "in SearchBox" not in sentence]


@pytest.mark.parametrize("name", PAGES)
def test_every_list_detail_and_form_keeps_the_promises_of_a_screen(
    show: Show, name: str, qtbot: QtBot
) -> None:
    page = show(name).page
    for tab in page._spec.tabs:
        page.show_tab(tab)
        qtbot.wait(150)
        assert broken(page) == []
        if tab in LISTS and tab != DELETED:
            pane = page.pane(tab)
            row = pane.model.row_at(0)
            assert row is not None
            pane.open_form(row.id)
            qtbot.wait(50)
            assert broken(page) == []
            pane.show_list()


def test_markup_in_a_record_is_shown_as_it_was_typed(
    show: Show, bridge: Bridge, qtbot: QtBot, tmp_path: Path
) -> None:
    evil = f"<img src='{tmp_path}/x.png'><b>vet</b>"
    pane = show("inputs").page.pane("input")
    row = pane.model.row_at(0)
    assert row is not None
    bridge.write(lambda d: records.save(d, "input", row.id, {"words": evil, "summary": evil}))
    qtbot.waitUntil(lambda: pane.detail._told is not None)
    assert any(each.text() == evil for each in pane.detail.findChildren(QLabel))
    assert rich_labels(pane) == []
    tip = pane.model.index(0, LISTS["input"].at("summary")).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
