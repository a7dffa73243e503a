"""A small surface over the window for a moment of choosing: a list under a button, Ctrl+K.

No window of its own and no grabbing of keys or mouse, which not every desktop allows. It goes with
Esc, when the focus leaves it, and when the window changes its size.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from samen_desktop.gui import theme

_EDGE = 4
"""Pixels it keeps from the window's edge."""


class Overlay(QWidget):
    """The surface. Signals: `closed()` whenever it goes."""

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        """`over` is any widget of the window it lies over."""
        super().__init__(over.window())
        self._over = over.window()
        self._before: QWidget | None = None
        self._heard = False
        self.hide()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._over.installEventFilter(self)

    def open_at(self, place: QPoint, focus: QWidget) -> None:
        """Show with the upper left corner at a place on the screen, and give `focus` the keys."""
        window = self._over
        self._before = QApplication.focusWidget()
        inside = window.mapFromGlobal(place)
        left = min(inside.x(), window.width() - self.width() - _EDGE)
        top = min(inside.y(), window.height() - self.height() - _EDGE)
        self.move(max(left, _EDGE), max(top, _EDGE))
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)
        self._hear_focus(heard=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Go, and give the keys back to who had them."""
        before = self._before
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._hear_focus(heard=False)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self.hide()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.setPen(QPen(current.color("pop_edge"), 1))
        painter.setBrush(current.color("pop"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _hear_focus(self, *, heard: bool) -> None:
        app = QApplication.instance()
        if heard is self._heard or not isinstance(app, QApplication):
            return
        self._heard = heard
        if heard:
            app.focusChanged.connect(self._on_focus_changed)
        else:
            app.focusChanged.disconnect(self._on_focus_changed)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.hide()
