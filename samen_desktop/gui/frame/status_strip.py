"""The strip below: the shortcuts that work here, and when the last back-up was made."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from samen_desktop.gui import theme
from samen_desktop.gui.page import Hint
from samen_desktop.gui.tokens import Measure

_MOST = 5
_GAP = 9
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class StatusStrip(QWidget):
    """Hints from the left, as many as fit; one remark on the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hints: Sequence[Hint] = ()
        self._remark = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Shortcuts that work here"))
        theme.current().changed.connect(self.update)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        self._hints = hints[:_MOST]
        told = " · ".join(f"{hint.keys} {hint.text}" for hint in self._hints)
        self.setAccessibleDescription(told)
        self.update()

    def show_remark(self, remark: str) -> None:
        self._remark = remark
        self.update()

    def sizeHint(self) -> QSize:
        small = round(QFontMetrics(theme.current().font("small")).height())
        return QSize(100, max(Measure.STATUS_BAR, small + 8))

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), current.color("window"))
        painter.fillRect(QRect(0, 0, self.width(), 1), current.color("hair"))
        room = self.rect().adjusted(12, 1, -12, 0)
        painter.setFont(current.font("small"))
        painter.setPen(current.color("text2"))
        painter.drawText(room, int(_RIGHT), self._remark)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(self._remark) - 16)
        self._paint_hints(painter, room)
        painter.end()

    def _paint_hints(self, painter: QPainter, room: QRect) -> None:
        current = theme.current()
        strong = current.font("small_strong")
        small = current.font("small")
        left = room.left()
        for at, hint in enumerate(self._hints):
            keys_width = QFontMetrics(strong).horizontalAdvance(hint.keys)
            text_width = QFontMetrics(small).horizontalAdvance(f" {hint.text}")
            if left + keys_width + text_width > room.right():
                return
            if at:
                painter.setPen(current.color("text2"))
                painter.setFont(small)
                painter.drawText(_at(left - 2 * _GAP, room, 2 * _GAP), int(_MIDDLE), "·")
            painter.setFont(strong)
            painter.setPen(current.color("text"))
            painter.drawText(_at(left, room, keys_width + 2), int(_LEFT), hint.keys)
            left += keys_width
            painter.setFont(small)
            painter.setPen(current.color("text2"))
            painter.drawText(_at(left, room, text_width + 2), int(_LEFT), f" {hint.text}")
            left += text_width + 2 * _GAP


_MIDDLE = Qt.AlignmentFlag.AlignCenter


def _at(left: int, room: QRect, width: int) -> QRect:
    return QRect(left, room.top(), width, room.height())
