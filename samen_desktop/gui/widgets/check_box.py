"""A box to check: edge and sign in the tokens' colours, so that it is seen in the dark too."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from samen_desktop.gui import icons, theme
from samen_desktop.gui.tokens import Measure

_BOX, _GAP, _EDGE = 16, 8, 2
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class CheckBox(QCheckBox):
    """Qt's own, painted by us."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        theme.current().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(_EDGE + _BOX + _GAP + words + _EDGE, theme.current().height(Measure.FIELD))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """Box and words, and not the empty room behind them."""
        return pos.x() <= self.sizeHint().width()

    def paintEvent(self, event: QPaintEvent) -> None:
        current = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _BOX) / 2
        box = QRectF(_EDGE, top, _BOX, _BOX).adjusted(0.5, 0.5, -0.5, -0.5)
        checked = self.isChecked()
        painter.setPen(QPen(current.color("accent" if checked else "control"), 1))
        painter.setBrush(current.color("accent" if checked else "base"))
        painter.drawRoundedRect(box, 3, 3)
        if checked:
            ratio = self.devicePixelRatioF()
            sign = icons.pixmap("check", "on_accent", Measure.SIGN, ratio)
            inset = (_BOX - Measure.SIGN) // 2
            painter.drawPixmap(_EDGE + inset, round(top) + inset, sign)
        if self.hasFocus():
            painter.setPen(QPen(current.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1.5, -1.5, 1.5, 1.5), 4, 4)
        painter.setPen(current.color("text" if self.isEnabled() else "text3"))
        words = self.rect().adjusted(_EDGE + _BOX + _GAP, 0, 0, 0)
        painter.drawText(words, _LEFT, self.text())
        painter.end()
