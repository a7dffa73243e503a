"""Fields for a term of an answer, done when they are left; that of the status shows its sign."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from samen_desktop.core.answers import NOT_WEIGHED
from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import elide
from samen_desktop.gui.widgets.term_box import TermBox

_SIDE, _GAP = 8, 7


class AnswerBox(TermBox):
    """A term. Going through the terms by key is no choice yet: that is made by leaving the field.

    Signals: `stepped()` at each term gone by, `left()` when one is chosen or the focus goes.
    """

    stepped = Signal()
    left = Signal()

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._by_key = False
        self.code_changed.connect(self._on_code_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_key = True
        super().keyPressEvent(event)
        self._by_key = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    @Slot(str)
    def _on_code_changed(self, _: str) -> None:
        if self._by_key:
            self.stepped.emit()
        else:
            self.left.emit()


class StatusBox(AnswerBox):
    """The box. Without a status it says that nobody weighed it yet."""

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        code = self.code() or NOT_WEIGHED
        status = current.tokens.statuses.get(code)
        ratio = self.devicePixelRatioF()
        left = _SIDE
        if status is not None:
            drawn = icons.pixmap(status.sign, code, Measure.SIGN, ratio)
            painter.drawPixmap(left, (self.height() - Measure.SIGN) // 2, drawn)
            left += Measure.SIGN + _GAP
        role = code if status is not None else "text"
        painter.setPen(current.color(role if self.isEnabled() else "text3"))
        painter.setFont(current.font("body"))
        room = QRect(left, 0, self.width() - left - Measure.SIGN - 12, self.height())
        align = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(
            room, align, elide(self.currentText(), room.width(), painter.fontMetrics())
        )
        arrow = icons.pixmap("chevron-down", "text2", Measure.SIGN, ratio)
        place = self.width() - Measure.SIGN - 7
        QPainter.drawPixmap(painter, place, (self.height() - Measure.SIGN) // 2, arrow)
        painter.end()
