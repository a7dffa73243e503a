"""Going from item to item: what can be selected, the ends of the pile."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from samen_desktop.gui.answers.cards import InputCard
from samen_desktop.gui.widgets.labels import Label
from tests.gui.hands import ALT

from .conftest import Desk

pytestmark = pytest.mark.gui
K = Qt.Key


def test_words_of_an_input_are_selected_with_the_mouse_and_copied(desk: Desk) -> None:
    desk.go("I-0004")
    card = desk.page.middle.cards.cards()[0]
    assert isinstance(card, InputCard)
    words = next(
        each for each in card.findChildren(Label) if each.text() == "Wie ziet mijn dossier?"
    )
    at = QPoint(6, words.fontMetrics().ascent())
    QTest.mouseMove(words, at)
    QApplication.processEvents()
    QTest.mouseDClick(words, Qt.MouseButton.LeftButton, pos=at)
    assert words.selectedText().strip() == "Wie"
    desk.hands.press(K.Key_Down, ALT)  # the next item's words stand there without a selection
    assert not words.selectedText()


def test_home_and_end_go_to_the_ends_of_the_pile(desk: Desk) -> None:
    view = desk.page.pile.view
    desk.go("I-0004")
    view.setFocus()
    desk.hands.press(K.Key_End)
    assert view.currentIndex().row() == view.rows.rowCount() - 1
    desk.hands.press(K.Key_Home)
    assert view.currentIndex().row() == 0
