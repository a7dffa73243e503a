"""The right corner of the menu bar: the field that opens Ctrl+K, then the save state."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from samen_desktop.gui import icons, theme
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.tokens import Measure

from .save_state import SaveState

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_LEAST, _MENUS = 80, 600
"""The narrowest field; what menus and save state take of a window."""
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class PaletteField(QAbstractButton):
    """Looks like a search field and opens the palette, which has the real one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Search or do something…"))
        self.setAccessibleName(self.tr("Search or do something"))
        self.setAccessibleDescription("Ctrl+K")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        # In a narrow window the menus come first.
        wide = min(Measure.SEARCH_WIDTH, max(_LEAST, self.window().width() - _MENUS))
        return QSize(wide, Measure.STATUS_BAR)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, Measure.STATUS_BAR)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        inset = 1.0 if focused else 0.5
        painter.setPen(QPen(current.color("accent" if focused else "border"), 2 * inset))
        painter.setBrush(current.color("base"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(inset, inset, -inset, -inset), 4, 4)
        drawn = icons.pixmap("search", "text2", Measure.SIGN, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(9, (self.height() - Measure.SIGN) // 2), drawn)
        room = self.rect().adjusted(31, 0, -9, 0)
        painter.setFont(current.font("small"))
        painter.setPen(current.color("text2"))
        painter.drawText(room, int(_RIGHT), "Ctrl+K")
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance("Ctrl+K") - 8)
        painter.setFont(current.font("body"))
        painter.setPen(current.color("text3"))
        text = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(_LEFT), text)
        painter.end()


class Corner(QWidget):
    """Both parts. Signals: `palette_requested()`."""

    palette_requested = Signal()

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = PaletteField(self)
        self.save_state = SaveState(bridge, self)
        # Where a page tells it itself, the field beside it stays where it is.
        kept = self.save_state.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.save_state.setSizePolicy(kept)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self.field)
        row.addWidget(self.save_state)
        self.field.clicked.connect(self.palette_requested)

    def palette_place(self) -> QPoint:
        """Where the palette's upper right corner goes, on the screen."""
        return self.field.mapToGlobal(QPoint(self.field.width(), -4))
