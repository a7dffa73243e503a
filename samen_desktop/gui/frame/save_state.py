"""The corner that says whether all is on the disk: `opgeslagen`, `bewaart…`, `niet opgeslagen`.

A write that takes less than 300 ms is not spoken of.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from samen_desktop.core.errors import KnownError
from samen_desktop.gui import icons, theme
from samen_desktop.gui.bridge import Bridge
from samen_desktop.gui.language import say
from samen_desktop.gui.tokens import Measure

_QUIET_MS = 300
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class SaveState(QAbstractButton):
    """Whether all is saved. Signals: `why_requested(str)` with the sentence of what failed."""

    why_requested = Signal(str)

    def __init__(self, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = ""
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_QUIET_MS)
        self._patience.timeout.connect(self._on_patience_ended)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._on_clicked)
        bridge.saving.connect(self._on_saving)
        bridge.saved.connect(self._on_saved)
        bridge.unsaved.connect(self._on_unsaved)
        bridge.opened.connect(self._on_saved)
        theme.current().changed.connect(self.update)
        self._state = ""
        self._show("saved")

    @property
    def state(self) -> str:
        """`saved`, `saving` or `unsaved`."""
        return self._state

    @property
    def why(self) -> str:
        """What kept the last write from the disk; empty where all is saved."""
        return self._why

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme.current().font("strong"))
        words = (self.tr("saved"), self.tr("saving…"), self.tr("not saved"))
        widest = max(metrics.horizontalAdvance(each) for each in words)
        return QSize(widest + Measure.ICON + 8, Measure.STATUS_BAR)

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        role = {"saved": "OVG", "unsaved": "NOV"}.get(self._state, "text2")
        sign = {"saved": "check", "unsaved": "triangle-alert"}.get(self._state, "")
        painter = QPainter(self)
        font = current.font("body" if self._state == "saving" else "strong")
        width = QFontMetrics(font).horizontalAdvance(self.text())
        left = self.width() - width
        if sign:
            drawn = icons.pixmap(sign, role, Measure.SIGN, self.devicePixelRatioF())
            top = (self.height() - Measure.SIGN) // 2
            painter.drawPixmap(left - Measure.SIGN - 6, top, drawn)
        painter.setFont(font)
        painter.setPen(current.color(role))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), int(_LEFT), self.text())
        if self.hasFocus():
            painter.setPen(QPen(current.color("accent"), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    @Slot()
    def _on_saving(self) -> None:
        if not self._patience.isActive() and self._state != "saving":
            self._patience.start()

    @Slot()
    def _on_patience_ended(self) -> None:
        self._show("saving")

    @Slot()
    def _on_saved(self) -> None:
        self._patience.stop()
        self._why = ""
        self._show("saved")

    @Slot(object)
    def _on_unsaved(self, error: object) -> None:
        self._patience.stop()
        told = say(error.words) if isinstance(error, KnownError) else ""
        self._why = told or self.tr("Something went wrong in the program itself.")
        self._show("unsaved")

    @Slot()
    def _on_clicked(self) -> None:
        if self._state == "unsaved":
            self.why_requested.emit(self._why)

    def _show(self, state: str) -> None:
        self._state = state
        words = {
            "saved": self.tr("saved"),
            "saving": self.tr("saving…"),
            "unsaved": self.tr("not saved"),
        }
        self.setText(words[state])
        self.setAccessibleName(words[state])
        self.setEnabled(state == "unsaved")  # else there is nothing to ask
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if state == "unsaved" else Qt.CursorShape.ArrowCursor
        )
        self.update()
