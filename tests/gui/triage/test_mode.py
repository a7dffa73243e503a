"""Cleaning up by keyboard: theme by digit, kind by letter, on to the next that waits."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.lists.suggestions import SuggestionPart
from samen_desktop.gui.page import Place
from samen_desktop.gui.widgets.buttons import Button
from samen_desktop.gui.widgets.choice_list import ChoicePopup
from samen_desktop.store.dossier import Dossier
from tests.gui.walk import faults

from .conftest import Desk

pytestmark = pytest.mark.gui

Sit = Callable[..., Desk]
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_it_starts_at_what_waits_and_goes_on_when_theme_and_kind_are_given(sit: Sit) -> None:
    desk = sit()
    assert desk.at() == "I-0001"
    desk.start()
    assert desk.at() == "I-0006"
    desk.press("1")
    assert (desk.theme("I-0006"), desk.value("I-0006", "status")) == ("Wachttijd", "RUW")
    assert desk.at() == "I-0006"
    desk.press("z")
    assert desk.value("I-0006", "kind") == "ZORG"
    assert desk.value("I-0006", "status") == "GECOD"
    assert desk.at() == "I-0007"
    desk.press("n")
    assert desk.at() == "I-0008"
    desk.press("n")
    assert desk.at() == "I-0007"


def test_a_suggestion_says_why_and_is_taken_with_one_key(sit: Sit) -> None:
    desk = sit()
    desk.start()
    desk.go("I-0007")
    desk.triage._ask_suggestion()
    assert desk.triage.bar.suggestion().startswith("TH2 Taal")
    assert "tolk" in desk.triage.bar.suggestion()
    assert desk.theme("I-0007") == ""
    desk.press(KEY.Key_Space)
    assert desk.theme("I-0007") == "Taal"


def test_without_a_suggestion_space_only_settles_what_stands(sit: Sit, bridge: Bridge) -> None:
    desk = sit()
    desk.start()
    desk.go("I-0008")
    desk.triage._ask_suggestion()
    desk.press(KEY.Key_Space)
    assert (desk.theme("I-0008"), desk.value("I-0008", "status")) == ("", "RUW")


def test_nothing_is_applied_by_going_past_it(sit: Sit) -> None:
    desk = sit()
    steps: list[object] = []
    desk.bridge.steps_changed.connect(steps.append)
    desk.start()
    for _ in range(6):
        desk.press("n")
        desk.triage._ask_suggestion()
    desk.press(KEY.Key_Escape)
    assert steps == []
    assert not desk.triage.mode.isChecked()
    assert not desk.triage.bar.isVisible()
    assert desk.pane.strip.isVisible()


def test_side_theme_and_the_whole_list(sit: Sit) -> None:
    desk = sit()
    desk.start()
    desk.press(KEY.Key_3, CTRL)
    assert desk.at() == "I-0006"
    desk.press("#")
    (popup,) = desk.page.findChildren(ChoicePopup)
    assert popup.isVisible()
    popup._list.setCurrentIndex(popup._model.index(1, 0))
    QTest.keyClick(popup._list, KEY.Key_Return)
    assert desk.theme("I-0006") == "Taal"
    assert not popup.isVisible()
    sides = [name for name in desk_values(desk) if name.startswith("side_theme/")]
    assert len(sides) == 1


def desk_values(desk: Desk) -> list[str]:
    """Names of the fields that the first raw input has."""
    found: list[list[str]] = []

    def work(dossier: Dossier) -> list[str]:
        (ident,) = dossier.conn.execute("SELECT id FROM inputs WHERE shown = 'I-0006'").fetchone()
        return list(dossier.state(ident).heads)

    desk.bridge.read(work, found.append)
    return found[0]


def test_many_rows_at_once_are_one_step_that_undo_takes_back(sit: Sit) -> None:
    desk = sit()
    desk.start()
    desk.pane.view.selectAll()
    desk.press("2")
    desk.pane.view.selectAll()
    desk.press("v")
    assert {desk.theme(f"I-000{at}") for at in range(1, 9)} == {"Taal"}
    assert {desk.value(f"I-000{at}", "status") for at in range(1, 9)} == {"GECOD"}
    desk.bridge.undo()
    desk.bridge.undo()
    assert desk.theme("I-0001") == "Wachttijd"
    assert desk.value("I-0008", "status") == "RUW"


def test_the_next_stays_inside_the_filter(sit: Sit) -> None:
    desk = sit(Place("inputs", words="tolk"))
    desk.start()
    seen = set()
    for _ in range(4):
        desk.press("n")
        seen.add(desk.at())
    assert seen == {"I-0006", "I-0007"}


def test_a_row_that_leaves_the_filter_gives_way_to_the_next(sit: Sit) -> None:
    desk = sit(Place("inputs", {"status": frozenset({"RUW"})}))
    desk.start()
    assert desk.at() == "I-0006"
    desk.press("1")
    desk.press("w")
    assert desk.pane.model.rowCount() == 2
    assert desk.at() == "I-0007"
    desk.press("3")
    desk.press("e")
    desk.press("3")
    desk.press("e")
    assert desk.pane.model.rowCount() == 0
    assert "waits" in desk.messages[-1].text


def test_checked_needs_theme_and_kind_and_says_how_many_wait(sit: Sit) -> None:
    desk = sit()
    desk.pane.view.selectAll()
    desk.press(KEY.Key_F9)
    assert [desk.value(f"I-000{at}", "status") for at in (1, 5, 6)] == ["GECTR", "GECTR", "RUW"]
    assert "need a theme or kind" in desk.messages[-1].text
    desk.pane.view.selectAll()
    desk.press(KEY.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert desk.value("I-0001", "status") == "TERUG"
    wish = desk.messages[-1].wish
    assert wish is not None
    wish()
    assert desk.value("I-0001", "status") == "GECTR"


def test_letters_search_again_after_the_mode(sit: Sit) -> None:
    desk = sit()
    desk.start()
    desk.press("q")
    assert desk.pane.bar.words() == ""
    desk.press(KEY.Key_Escape)
    desk.press("q")
    assert desk.pane.bar.words() == "q"


@pytest.mark.parametrize("size", [(1182, 676), (904, 520)])
def test_the_bar_keeps_every_promise(sit: Sit, size: tuple[int, int]) -> None:
    desk = sit()
    desk.page.resize(*size)
    desk.start()
    QApplication.processEvents()
    assert faults(desk.triage.bar) == []
    assert desk.pane.view.height() > 120


def test_the_detail_shows_what_goes_with_an_input(sit: Sit) -> None:
    desk = sit()
    desk.go("I-0007")
    desk.pane._ask_detail()
    desk.triage._ask_what_goes_with()
    part = desk.pane.detail.findChildren(SuggestionPart)[-1]
    told = [each.text() for each in part.findChildren(type(desk.triage.bar._left))]
    assert "TH2 Taal" in told
    assert any(text.startswith("because of") for text in told)
    assert any(text.startswith("both:") for text in told)
    assert faults(part) == []
    QTest.mouseClick(part.findChildren(Button)[0], Qt.MouseButton.LeftButton)
    assert desk.theme("I-0007") == "Taal"
