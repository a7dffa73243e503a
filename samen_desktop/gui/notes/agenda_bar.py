"""The agenda of a session in the header: which item, how long it runs, how long it may."""

from __future__ import annotations

import time

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from samen_desktop.core.agenda import AgendaItem
from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
_TICK_MS = 1000


class AgendaBar(QWidget):
    """Counts the time of the current item from the moment it became current."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[AgendaItem, ...] = ()
        self._at = 0
        self._since = time.monotonic()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self.setMinimumSize(QSize(160, 44))
        self.setMaximumSize(QSize(320, 44))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def sizeHint(self) -> QSize:
        return self.maximumSize()

    def put(self, items: tuple[AgendaItem, ...]) -> None:
        """Show an agenda from its first item on; nothing where the session has none."""
        if items == self._items:
            return
        self._items = items
        self._at = min(self._at, max(0, len(items) - 1))
        self.setVisible(bool(items))
        self._name()
        if items:
            self._tick.start()
        else:
            self._tick.stop()

    def step(self, by: int) -> None:
        """Go to the next or previous item; its time begins now."""
        at = max(0, min(len(self._items) - 1, self._at + by))
        if self._items and at != self._at:
            self._at = at
            self._since = time.monotonic()
            self._name()

    @property
    def at(self) -> int:
        """The place of the current item."""
        return self._at

    @Slot()
    def _on_tick(self) -> None:
        self.update()

    def _name(self) -> None:
        if self._items:
            item = self._items[self._at]
            self.setAccessibleName(f"{self._place()} {item.title}")
            self.setAccessibleDescription(self._limit(item))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._items:
            return
        item = self._items[self._at]
        seconds = int(time.monotonic() - self._since)
        over = bool(item.minutes) and seconds > item.minutes * 60
        current = theme.current()
        painter = QPainter(self)
        row = QRect(0, 0, self.width(), self.height() - 12)
        right = self._time(painter, row, item, seconds, over=over)
        strong = current.font("strong")
        painter.setFont(strong)
        painter.setPen(current.color("text"))
        painter.drawText(row, _LEFT, self._place())
        left = QFontMetrics(strong).horizontalAdvance(self._place()) + 8
        body = current.font("body")
        painter.setFont(body)
        room = QRect(left, 0, right - left - 12, row.height())
        title = QFontMetrics(body).elidedText(item.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, title)
        self._bar(painter, item, seconds, over=over)
        painter.end()

    def _time(
        self, painter: QPainter, row: QRect, item: AgendaItem, seconds: int, *, over: bool
    ) -> int:
        """Paint clock, time and limit at the right; returns where they begin."""
        current = theme.current()
        color = "NOV" if over else "text"
        limit = self._limit(item)
        painter.setFont(current.font("body"))
        painter.setPen(current.color("text2"))
        painter.drawText(row, _RIGHT, limit)
        right = row.right() - QFontMetrics(current.font("body")).horizontalAdvance(limit) - 6
        font = current.font("section")
        text = f"{seconds // 60}:{seconds % 60:02d}"
        width = QFontMetrics(font).horizontalAdvance(text)
        painter.setFont(font)
        painter.setPen(current.color(color))
        painter.drawText(QRect(right - width, 0, width + 2, row.height()), _RIGHT, text)
        left = right - width - Measure.ICON - 6
        picture = icons.pixmap("timer", color, Measure.ICON)
        painter.drawPixmap(QPoint(left, row.center().y() - Measure.ICON // 2 + 1), picture)
        return left

    def _bar(self, painter: QPainter, item: AgendaItem, seconds: int, *, over: bool) -> None:
        current = theme.current()
        track = QRectF(0, self.height() - 8, self.width(), 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current.color("border"))
        painter.drawRoundedRect(track, 2, 2)
        share = min(1.0, seconds / (item.minutes * 60)) if item.minutes else 0.0
        if share:
            painter.setBrush(current.color("NOV" if over else "accent"))
            painter.drawRoundedRect(QRectF(0, track.top(), track.width() * share, 4), 2, 2)

    def _place(self) -> str:
        #: Which item of the agenda: 2 of 4.
        text = self.tr("%1 of %2")
        return text.replace("%1", str(self._at + 1)).replace("%2", str(len(self._items)))

    def _limit(self, item: AgendaItem) -> str:
        if not item.minutes:
            return ""
        #: The time an agenda item may take: of 20:00.
        return self.tr("of %1").replace("%1", f"{item.minutes}:00")
