"""Splitting an input by keyboard: at the cursor, by selected words, and back again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from samen_desktop.core.triage import Cut
from samen_desktop.gui.triage.split_page import SplitPage
from tests.gui.walk import faults

from .conftest import Desk

pytestmark = pytest.mark.gui

Sit = Callable[..., Desk]
KEY = Qt.Key
MOVE = QTextCursor.MoveOperation


def split_page(desk: Desk, code: str) -> SplitPage:
    desk.go(code)
    desk.triage.rows.split.trigger()
    return desk.pane.findChildren(SplitPage)[-1]


def test_the_second_sentence_becomes_an_input_of_its_own_and_undo_brings_it_back(sit: Sit) -> None:
    desk = sit()
    page = split_page(desk, "I-0006")
    assert page.editor.hasFocus()
    QTest.keyClick(page.editor, KEY.Key_Return)
    assert desk.value("I-0006", "words") == "Aanmelden kan, maar wat een wachttijd."
    assert desk.value("I-0009", "words") == "En zonder tolk."
    assert desk.value("I-0009", "split_from") is not None
    assert desk.value("I-0009", "session") == desk.value("I-0006", "session")
    assert "I-0009" in desk.messages[-1].text
    assert desk.pane.view.hasFocus()
    assert desk.at() == "I-0006"
    wish = desk.messages[-1].wish
    assert wish is not None
    wish()
    assert desk.value("I-0006", "words") == "Aanmelden kan, maar wat een wachttijd. En zonder tolk."


def test_the_cursor_moves_by_words_and_both_parts_are_seen(sit: Sit) -> None:
    page = split_page(sit(), "I-0007")
    QTest.keyClick(page.editor, KEY.Key_Home)
    assert not page._split.isEnabled()
    for _ in range(3):
        QTest.keyClick(page.editor, KEY.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert page._stays.text() == "De brief snapt"
    assert page._goes.text() == "geen mens zonder tolk"
    assert page._split.isEnabled()
    assert faults(page) == []


def test_selected_words_go_and_the_rest_stays(sit: Sit) -> None:
    desk = sit()
    page = split_page(desk, "I-0006")
    cursor = page.editor.document().find("maar wat een wachttijd.")
    page.editor.setTextCursor(cursor)
    QTest.keyClick(page.editor, KEY.Key_Return)
    assert desk.value("I-0006", "words") == "Aanmelden kan, En zonder tolk."
    assert desk.value("I-0009", "words") == "maar wat een wachttijd."


def test_words_selected_in_the_detail_are_selected_here_too(sit: Sit) -> None:
    desk = sit()
    desk.go("I-0006")
    desk.pane._ask_detail()
    assert desk.pane.detail._words is not None
    desk.pane.detail._words.setSelection(0, len("Aanmelden kan"))
    page = split_page(desk, "I-0006")
    assert page.editor.textCursor().selectedText() == "Aanmelden kan"


def test_escape_leaves_all_as_it_was(sit: Sit) -> None:
    desk = sit()
    page = split_page(desk, "I-0006")
    steps: list[object] = []
    desk.bridge.steps_changed.connect(steps.append)
    QTest.keyClick(page, KEY.Key_Escape)
    assert steps == []
    assert desk.pane.view.hasFocus()


def test_an_emoji_before_the_cut_moves_nothing(sit: Sit) -> None:
    words = "😀😀 Te lang wachten. En geen tolk."
    page = SplitPage("I-0001", words, (0, 0))
    cuts: list[Cut] = []
    page.split_requested.connect(cuts.append)
    page._on_split()
    assert cuts == [Cut("😀😀 Te lang wachten.", "En geen tolk.")]
