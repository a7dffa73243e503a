"""A painted widget made of marks: places one can see, hover, click and walk along with the keys.

The marks are made once per change of content, width or theme and serve painting, mouse, keyboard
and screen reader alike. What is painted where is for those who build on this.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from samen_desktop.gui import theme
from samen_desktop.gui.page import Place
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import tip

_BACK = frozenset({Qt.Key.Key_Left.value, Qt.Key.Key_Up.value})
_ON = frozenset({Qt.Key.Key_Right.value, Qt.Key.Key_Down.value})
_CHOOSE = frozenset({Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value, Qt.Key.Key_Space.value})


_Shows = tuple[QSize, float, int]
"""What a kept picture shows: its size, the scale of its screen, the mark under the mouse."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to choose: where it is painted, what it is in words, where it leads."""

    rect: QRectF
    words: str
    place: Place
    round: bool = False


class Marks(QWidget):
    """The base of what is painted on Overzicht. Signals: `chosen(Place)`."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._marks: list[Mark] | None = None
        self._hovered = -1
        self._current = 0
        self._kept: tuple[_Shows, QPixmap] | None = None
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.current().changed.connect(self.renew)

    def marks(self) -> list[Mark]:
        """The marks as they lie now."""
        if self._marks is None:
            self._marks = self.lay_out()
            self._current = min(self._current, max(len(self._marks) - 1, 0))
        return self._marks

    def lay_out(self) -> list[Mark]:
        """Where everything lies at the present size; keep what painting needs besides."""
        raise NotImplementedError

    def paint(self, painter: QPainter) -> None:
        """Paint all; ground and ring are painted here. The marks are laid out by now."""
        raise NotImplementedError

    @property
    def hovered(self) -> int:
        """Index of the mark under the mouse; -1 for none."""
        return self._hovered

    @Slot()
    def renew(self) -> None:
        """The content changed: lay out and paint anew."""
        self._marks = self._kept = None
        self._hovered = -1
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        marks = self.marks()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._picture())
        if self.hasFocus() and marks:
            self._paint_ring(painter, marks[self._current])
        painter.end()

    def _picture(self) -> QPixmap:
        """All but the ring, painted once: while long work goes on the window only copies it."""
        shows = (self.size(), self.devicePixelRatioF(), self._hovered)
        if self._kept is None or self._kept[0] != shows:
            made = QPixmap(self.size() * shows[1])
            made.setDevicePixelRatio(shows[1])
            made.fill(theme.current().color("base"))
            painter = QPainter(made)
            self.initPainter(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self.paint(painter)
            painter.end()
            self._kept = shows, made
        return self._kept[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._marks = None
        super().resizeEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self._go(at)
            self.chosen.emit(self.marks()[at].place)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        marks, key = self.marks(), event.key()
        if not marks:
            super().keyPressEvent(event)
        elif key in _BACK:
            self._go(max(self._current - 1, 0))
        elif key in _ON:
            self._go(min(self._current + 1, len(marks) - 1))
        elif key == Qt.Key.Key_Home.value:
            self._go(0)
        elif key == Qt.Key.Key_End.value:
            self._go(len(marks) - 1)
        elif key in _CHOOSE:
            self.chosen.emit(marks[self._current].place)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def _at(self, point: QPointF) -> int:
        for at in range(len(self.marks()) - 1, -1, -1):
            if self.marks()[at].rect.contains(point):
                return at
        return -1

    def _hover(self, at: int) -> None:
        if at != self._hovered:
            self._hovered = at
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(hand if at >= 0 else Qt.CursorShape.ArrowCursor)
            self.setToolTip(tip(self.marks()[at].words) if at >= 0 else "")
            self.update()

    def _go(self, at: int) -> None:
        self._current = at
        self._tell()
        self.update()

    def _tell(self) -> None:
        """Let a screen reader say where the ring is."""
        marks = self.marks()
        if marks:
            self.setAccessibleDescription(marks[self._current].words)
            change = QAccessible.Event.DescriptionChanged
            QAccessible.updateAccessibility(QAccessibleEvent(self, change))

    def _paint_ring(self, painter: QPainter, mark: Mark) -> None:
        painter.setPen(QPen(theme.current().color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inside = mark.rect.adjusted(1, 1, -1, -1)
        if mark.round:
            painter.drawEllipse(inside)
        else:
            painter.drawRoundedRect(inside, Measure.RADIUS, Measure.RADIUS)
