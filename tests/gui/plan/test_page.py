"""The outline changed by keyboard: typed in, moved, taken out, and every step taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.plan.outline_model import ANSWERS, OWNER, TITLE, OutlineModel
from samen_desktop.gui.plan.page import PlanPage
from samen_desktop.gui.widgets.term_box import TermBox
from samen_desktop.store import plans
from tests.gui import walk

from .conftest import FIRST, SECOND, Shown, asked

pytestmark = pytest.mark.gui
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier

Plan = tuple[PlanPage, Shown]


def told(page: PlanPage) -> list[tuple[int, str, str]]:
    return [(each.level, each.number, each.title) for each in page.model.chapters()]


def press(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    held = Qt.KeyboardModifier.NoModifier
    for each in modifiers:
        held |= each
    QTest.keyClick(focused, key, held)
    QApplication.processEvents()  # an editor of a cell takes what was typed a moment later


def type_(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def undone(bridge: Bridge, page: PlanPage, before: list[tuple[int, str, str]]) -> None:
    bridge.undo()
    assert told(page) == before


def test_the_outline_stands_as_a_tree_with_what_points_there(plan: Plan) -> None:
    page, _ = plan
    assert told(page) == [(each.level, each.number, each.title) for each in FIRST]
    top = page.model.index(0, TITLE)
    assert page.model.rowCount(page.model.index(0, 0)) == 2
    assert top.siblingAtColumn(ANSWERS).data() == "1"
    assert page.view.currentIndex() == top
    assert page.view.isExpanded(page.model.index(0, 0))


def test_the_model_keeps_what_qt_asks_of_a_model(plan: Plan, bridge: Bridge) -> None:
    page, _ = plan
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(page.model, mode)
    bridge.write(lambda dossier: plans.take_in(dossier, {"number": "1.0"}, SECOND))
    page.view.setFocus()
    press(K.Key_Down, ALT)
    press(K.Key_Delete)
    bridge.undo()
    assert tester.model() is page.model
    assert OutlineModel().rowCount() == 0


def test_chapters_are_typed_in_one_after_another(plan: Plan, bridge: Bridge) -> None:
    page, _ = plan
    before = told(page)
    page.view.setFocus()
    press(K.Key_Down)
    press(K.Key_N, CTRL)
    type_("Wisselen")
    press(K.Key_Return)
    assert told(page)[2] == (2, "", "Wisselen")
    press(K.Key_Tab)
    type_("Hoe dan")
    press(K.Key_Return)
    assert told(page)[3][::2] == (3, "Hoe dan")
    press(K.Key_Backtab)
    type_("6.3 Klagen")
    press(K.Key_Return)
    assert (2, "6.3", "Klagen") in told(page)
    press(K.Key_Escape)
    assert page.view.hasFocus()
    for _ in range(3):
        bridge.undo()
    assert told(page) == before


def test_before_and_under_have_keys_of_their_own(plan: Plan) -> None:
    page, _ = plan
    page.view.setFocus()
    press(K.Key_B, CTRL)
    type_("Vooraf")
    press(K.Key_Return)
    assert told(page)[0] == (1, "", "Vooraf")
    page.view.setFocus()
    page.view.go_to(page.model.chapters()[-1].id)
    press(K.Key_U, CTRL)
    type_("Begroting")
    press(K.Key_Return)
    assert told(page)[-1] == (2, "7.1", "Begroting")


def test_lines_that_are_pasted_come_in_together(plan: Plan, bridge: Bridge) -> None:
    page, _ = plan
    before = told(page)
    page.view.setFocus()
    page.view.go_to(page.model.chapters()[-1].id)
    press(K.Key_N, CTRL)
    QGuiApplication.clipboard().setText("8 Slot\n\t8.1 Meten\n9 Bijlagen")
    press(K.Key_V, CTRL)
    assert told(page)[-3:] == [(1, "8", "Slot"), (2, "8.1", "Meten"), (1, "9", "Bijlagen")]
    undone(bridge, page, before)


def test_alt_with_arrows_moves_a_chapter_and_it_stays_current(plan: Plan, bridge: Bridge) -> None:
    page, _ = plan
    before = told(page)
    page.view.setFocus()
    page.view.go_to(page.model.chapters()[-1].id)
    for key, at in ((K.Key_Up, (1, "7", "Geld")), (K.Key_Down, None), (K.Key_Right, None)):
        press(key, ALT)
        if at is not None:
            assert told(page)[0] == at
    assert told(page)[-1] == (2, "7", "Geld")
    current = page.model.chapter(page.view.currentIndex())
    assert current is not None
    assert current.title == "Geld"
    press(K.Key_Left, ALT)
    assert told(page) == before
    assert asked(bridge, "SELECT count(*) FROM edit WHERE name = 'change_chapter'") == [(5,)]


def test_f2_changes_the_title_and_tab_goes_on(plan: Plan, bridge: Bridge) -> None:
    page, _ = plan
    page.view.setFocus()
    press(K.Key_F2)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    type_("Kiezen mag")
    press(K.Key_Tab)
    type_("directeur")
    press(K.Key_Tab)
    assert isinstance(QApplication.focusWidget(), TermBox)
    press(K.Key_Escape)
    assert told(page)[0] == (1, "6", "Kiezen mag")
    assert page.model.index(0, OWNER).data() == "directeur"
    bridge.undo()
    bridge.undo()
    assert told(page)[0] == (1, "6", "Keuzevrijheid")
    assert page.model.index(0, OWNER).data() == "jurist"


def test_a_title_is_never_made_empty(plan: Plan, bridge: Bridge) -> None:
    page, _ = plan
    edits = asked(bridge, "SELECT count(*) FROM edit")
    page.view.setFocus()
    press(K.Key_F2)
    press(K.Key_Delete)
    press(K.Key_Return)
    assert told(page)[0] == (1, "6", "Keuzevrijheid")
    assert asked(bridge, "SELECT count(*) FROM edit") == edits


def test_del_takes_a_chapter_out_and_says_so(plan: Plan, bridge: Bridge) -> None:
    page, shown = plan
    before = told(page)
    page.view.setFocus()
    press(K.Key_Delete)
    assert told(page) == [(1, "7", "Geld")]
    assert page._waiting.isVisible()
    message = shown.messages[-1]
    assert message.wish is not None
    message.wish()
    assert told(page) == before
    assert not page._waiting.isVisible()


def test_enter_opens_the_text_and_saving_comes_back(plan: Plan) -> None:
    page, _ = plan
    page.view.setFocus()
    press(K.Key_Return)
    form = page.forms["chapter"]
    assert form.isVisible()
    editor = form.row("text").editor
    editor.setFocus()
    type_("Nieuw. ")
    press(K.Key_S, CTRL)
    assert page.view.isVisible()
    assert (
        page.model.chapters()[0].text.startswith("Nieuw.")
        or "Nieuw." in page.model.chapters()[0].text
    )


def test_the_pane_tells_what_answers_change_and_leads_there(plan: Plan) -> None:
    page, shown = plan
    page._ask_chapter()
    assert page.pane.rows.rowCount() == 1
    assert page.pane.rows.index(0, 0).data() == "I-0001"
    page.pane.table.setFocus()
    page.pane.table.selectRow(0)
    press(K.Key_Return)
    place = shown.places[-1]
    assert place.page == "answers"
    assert place.record is not None


def test_a_next_version_by_hand_begins_as_the_one_that_stands(plan: Plan, bridge: Bridge) -> None:
    page, _ = plan
    page.view.setFocus()
    press(K.Key_V, CTRL, Qt.KeyboardModifier.ShiftModifier)
    versions = asked(bridge, "SELECT number FROM plan_versions WHERE deleted = 0 ORDER BY place")
    assert versions == [("0.9",), ("0.10",)]
    assert len(told(page)) == 4
    page.doing.delete_version()
    assert asked(bridge, "SELECT count(*) FROM chapters WHERE deleted = 0") == [(4,)]


def test_a_first_version_is_typed_in_from_nothing(plan: Plan, bridge: Bridge) -> None:
    page, _ = plan
    page.doing.delete_version()
    assert page._empty.isVisible()
    page.doing.make_version()
    type_("Inleiding")
    press(K.Key_Return)
    type_("Doel")
    press(K.Key_Return)
    press(K.Key_Tab)
    type_("Waarom")
    press(K.Key_Return)
    assert told(page) == [(1, "1", "Inleiding"), (1, "2", "Doel"), (2, "2.1", "Waarom")]


def test_the_pages_keep_their_promises(plan: Plan) -> None:
    page, _ = plan
    page._ask_chapter()
    assert walk.faults(page) == []
    page.view.setFocus()
    press(K.Key_Return)
    assert walk.faults(page) == []
