"""Rows of two lines on the start screen: how they are laid out, and the ways to begin."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

ROW_WIDTH = 376
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def row_height() -> int:
    """The height of a row of two lines."""
    return max(Measure.START_ROW, theme.current().height(0) * 2)


def lines(room: QRect) -> tuple[QRect, QRect]:
    """The two lines of a row."""
    middle = room.center().y()
    first = QRect(room.left(), middle - 19, room.width(), 20)
    return first, QRect(room.left(), middle + 1, room.width(), 18)


def paint_ring(painter: QPainter, room: QRect) -> None:
    """The focus ring inside a row."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.current().color("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room.adjusted(1, 1, -1, -1), 3, 3)


class StartCommand(QAbstractButton):
    """A row of two lines with an icon and its shortcut: one way to begin."""

    def __init__(
        self, text: str, about: str, icon: str, keys: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._about, self._icon, self._keys = about, icon, keys
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(f"{about}. {keys}" if keys else about)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(ROW_WIDTH, row_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(current.color("hover"))
            painter.drawRoundedRect(self.rect(), Measure.RADIUS, Measure.RADIUS)
        if self.hasFocus():
            paint_ring(painter, self.rect())
        drawn = icons.pixmap(self._icon, "accent", Measure.BIG_ICON, self.devicePixelRatioF())
        painter.drawPixmap(12, (self.height() - Measure.BIG_ICON) // 2, drawn)
        first, second = lines(self.rect().adjusted(46, 0, -12, 0))
        painter.setFont(current.font("small"))
        painter.setPen(current.color("text2"))
        painter.drawText(first, int(_RIGHT), self._keys)
        painter.setFont(current.font("body"))
        painter.drawText(second, int(_LEFT), self._about)
        painter.setFont(current.font("read_strong"))
        painter.setPen(current.color("text"))
        painter.drawText(first, int(_LEFT), self.text())
        painter.end()


class Mark(QWidget):
    """The program's mark, large."""

    _SIZE = 52

    def sizeHint(self) -> QSize:
        return QSize(self._SIZE, self._SIZE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(QRect(0, 0, self._SIZE, self._SIZE), icons.mark(self._SIZE))
        painter.end()
