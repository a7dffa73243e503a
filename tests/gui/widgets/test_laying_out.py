"""Panes that scroll, words that flow, and laying out once: what a person sees stay in its place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from samen_desktop.gui.widgets.labels import Label, label
from samen_desktop.gui.widgets.laying_out import laid_out_once, lay_out_now
from samen_desktop.gui.widgets.scroll_pane import ScrollPane

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.gui
SENTENCE = "De wachttijd voor een tolk is te lang, zeggen ouders die geen Nederlands spreken. "


def a_pane(qtbot: QtBot, *, steady: bool) -> tuple[ScrollPane, Label]:
    pane = ScrollPane(steady=steady)
    words = label(SENTENCE, "read", flowing=True)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.addWidget(words)
    column.addStretch(1)
    pane.hold(inside)
    qtbot.addWidget(pane)
    pane.resize(300, 200)
    pane.show()
    qtbot.waitExposed(pane)
    return pane, words


@pytest.mark.parametrize("steady", [True, False])
def test_words_break_at_the_same_place_whether_there_is_anything_to_scroll(
    qtbot: QtBot, *, steady: bool
) -> None:
    pane, words = a_pane(qtbot, steady=steady)
    short, bar = words.width(), pane.verticalScrollBar()
    assert not bar.maximum()
    words.setText(SENTENCE * 12)
    assert not bar.maximum()  # Qt waits with it, and would paint first
    lay_out_now()
    assert bar.maximum()
    assert bar.isVisible()
    assert bar.isEnabled()
    assert (words.width() == short) is steady  # without it they do break elsewhere
    words.setText(SENTENCE)
    lay_out_now()
    assert bar.isEnabled() is not steady  # what cannot be used is not painted


def test_a_paragraph_is_as_high_as_its_words_whatever_they_become(qtbot: QtBot) -> None:
    words = label(SENTENCE, "read", flowing=True)
    qtbot.addWidget(words)
    one = words.heightForWidth(200)
    words.setText(SENTENCE * 3)
    three = words.heightForWidth(200)
    assert three > 2 * one
    assert words.heightForWidth(400) < three
    font = words.font()
    font.setPointSizeF(2 * font.pointSizeF())
    words.setFont(font)
    assert words.heightForWidth(200) > 2 * three


class _Counting(QVBoxLayout):
    """Counts how often it is laid out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.times = 0

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        self.times += 1
        super().setGeometry(rect)


def laid_out(qtbot: QtBot, around: Callable[[QVBoxLayout], object]) -> int:
    """How often ten widgets that come one by one have their column laid out."""
    ground = QWidget()
    column = _Counting(ground)
    parts = [label(SENTENCE, parent=ground) for _ in range(10)]
    for each in parts:
        column.addWidget(each)
        each.hide()
    qtbot.addWidget(ground)
    ground.show()
    qtbot.waitExposed(ground)
    QApplication.processEvents()
    column.times = 0
    with around(column):  # type: ignore[attr-defined]
        for each in parts:
            each.show()
    lay_out_now()
    assert all(each.height() >= each.fontMetrics().height() for each in parts)
    return column.times


def test_what_comes_together_is_laid_out_once(qtbot: QtBot) -> None:
    assert laid_out(qtbot, laid_out_once) <= 2
    assert laid_out(qtbot, lambda _: nullcontext()) >= 10  # what Qt does by itself
