"""The field for the processing status: its sign and colour beside the word, as in lists."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

from samen_desktop.core.answers import NOT_WEIGHED
from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure
from samen_desktop.gui.widgets.labels import elide
from samen_desktop.gui.widgets.term_box import TermBox

_SIDE, _GAP = 8, 7


class StatusBox(TermBox):
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
